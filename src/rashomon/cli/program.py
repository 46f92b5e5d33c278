"""The program: its commands, and the code that it ends with whatever happens."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from rashomon import __version__
from rashomon.cli.codes import (
    BUG,
    DONE,
    INTERRUPTED,
    NOT_INSTALLED,
    NOT_WRITTEN,
    PIPE_CLOSED,
    UNUSABLE,
)
from rashomon.cli.comparing import compare
from rashomon.cli.fetching import fetch
from rashomon.cli.output import PipeClosed
from rashomon.cli.reading import read
from rashomon.cli.streams import fill_closed_streams
from rashomon.errors import InstallError, RashomonError

_MATRIX_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")  # read when numpy is loaded


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="rashomon", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Read several news reports of one event side by side.

    Rashomon shows what the reports agree on, where they differ and whether both can be true, what only one of them
    says, and who each has it from. It never says who is right: it shows the words and the arithmetic.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (compare, read, fetch):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the program with one of the exit codes of docs/exit-codes.md."""
    fill_closed_streams()
    # The matrices here are small: several threads only wait for one another, at twice the processor time, and the
    # last bits of a sum would depend on their number. What the user has set stays.
    for name in _MATRIX_THREADS:
        os.environ.setdefault(name, "1")
    try:
        code = run(arguments)
    except KeyboardInterrupt:  # once more, while the first was being said
        code = INTERRUPTED
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what is left is the interpreter's: it would show where it was
    if code in (PIPE_CLOSED, NOT_WRITTEN):
        # The interpreter flushes standard output once more as it ends, and there is nobody left to read it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; whatever goes wrong becomes one line on standard error."""
    try:
        code = commands.main(
            args=None if arguments is None else list(arguments), prog_name="rashomon", standalone_mode=False
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except InstallError as error:
        return _say(str(error), NOT_INSTALLED)
    except RashomonError as error:
        return _say(str(error), UNUSABLE)
    except (KeyboardInterrupt, click.Abort):
        return _say("interrupted", INTERRUPTED)
    except PipeClosed:
        return PIPE_CLOSED
    except OSError as error:
        closed = error.errno == errno.EBADF  # see `fill_closed_streams`
        reason = "standard output is closed" if closed else error.strerror or error
        return _say(f"the output could not be written ({reason})", NOT_WRITTEN)
    except Exception as error:
        if os.environ.get("RASHOMON_TRACEBACK"):
            raise
        return _say(f"a bug in Rashomon: {type(error).__name__}: {error} (RASHOMON_TRACEBACK=1 shows where)", BUG)


def _say(message: str, code: int) -> int:
    from rashomon.render.page.visible import plain_line

    click.echo(f"rashomon: {plain_line(message)}", err=True)
    return code
