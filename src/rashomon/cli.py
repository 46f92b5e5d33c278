"""The command line: what the user types, what it prints where, and the code it ends with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypedDict, Unpack

import click

from rashomon import __version__
from rashomon.errors import InputError, InstallError, RashomonError

if TYPE_CHECKING:
    from rashomon.model import Comparison
    from rashomon.read.problems import Problem, Reading
    from rashomon.settings import Settings

# Exit codes; docs/exit-codes.md says when each is given, and a test holds the two together.
DONE, UNUSABLE, PARTLY, NOT_INSTALLED, BUG, NOT_WRITTEN, INTERRUPTED, PIPE_CLOSED = 0, 2, 3, 4, 70, 74, 130, 141

FORMATS = ("terminal", "json", "html", "markdown", "csv")
_MATRIX_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")  # read when numpy is loaded
_BY_SUFFIX = {".json": "json", ".html": "html", ".htm": "html", ".md": "markdown", ".csv": "csv"}

EPILOG = """
\b
Examples:
  rashomon compare first.txt second.txt        two reports, shown here
  rashomon compare reports/ --open             a folder of reports, as a page in the browser
  rashomon compare *.txt --output page.html    the same page, kept in a file
  curl -s URL | rashomon compare - other.txt   one report from another program

\b
Exit codes: 0 done; 2 nothing could be compared; 3 done, but some inputs were left out;
4 the installation is incomplete; 74 the output could not be written; 130 interrupted.
"""


class PipeClosed(Exception):
    """Nobody reads the output any more: `rashomon ... | head` has seen enough."""


class Choices(TypedDict):
    """What the options of `compare` hold: None or False where one was not given."""

    form: str | None
    output: str | None
    opened: bool
    parser: str | None
    policy: str | None
    meaning: bool
    largest_file: int | None


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


@commands.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to show it. [default: terminal, or by the suffix of --output]",
)
@click.option("--output", metavar="FILE", help="Write to FILE, whole or not at all, instead of printing.")
@click.option("--open", "opened", is_flag=True, help="Show the page in your browser (implies --format html).")
@click.option("--parser", metavar="NAME", help="A spaCy pipeline of your own instead of the one that ships.")
@click.option("--policy", metavar="NAME", help="A house rule: two-origins, named-on-record or FILE.toml.")
@click.option("--meaning", is_flag=True, help="Also find agreements in other words (an extra; docs/settings.md).")
@click.option(
    "--largest-file", type=click.IntRange(min=1), metavar="BYTES", help="Refuse larger files. [default: 20000000]"
)
def compare(paths: tuple[str, ...], **choices: Unpack[Choices]) -> int:
    """Compare the reports of one event.

    PATH is a report (.txt, .md), a file of reports (.json, .jsonl with "text", and "id", "title", "outlet",
    "published", "url" where known), a folder of such files, or - for standard input. A meta.json beside text files may
    give their outlets and dates.
    """
    form, target = _form(choices), choices["output"]
    settings = _settings(choices)
    reading = _read(paths, settings)
    if not reading.reports:
        _tell(reading.problems)
        raise InputError("no report could be read, so there is nothing to compare")
    shown = _shown(_compared(reading, settings), form, to_screen=target is None)
    if target or choices["opened"]:
        _keep(Path(target) if target else _page_in_temporary_folder(), shown, opened=choices["opened"])
    else:
        _print(shown)
    _tell(reading.problems)
    return PARTLY if reading.failed else DONE


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the program with one of the exit codes of docs/exit-codes.md."""
    # The matrices here are small: several threads only wait for one another, at twice the processor time, and the
    # last bits of a sum would depend on their number. What the user has set stays.
    for name in _MATRIX_THREADS:
        os.environ.setdefault(name, "1")
    code = run(arguments)
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
        return _say(f"the output could not be written ({error.strerror or error})", NOT_WRITTEN)
    except Exception as error:
        if os.environ.get("RASHOMON_TRACEBACK"):
            raise
        return _say(f"a bug in Rashomon: {type(error).__name__}: {error} (RASHOMON_TRACEBACK=1 shows where)", BUG)


def write_whole(target: Path, text: str) -> None:
    """Write the text to the file in UTF-8 so that it holds either what it held before or all of the text.

    Raises `OSError` where it cannot be written; nothing is left behind then. A device or pipe is written to directly.
    """
    if target.exists() and not target.is_file():
        target.write_text(text, encoding="utf-8", newline="\n")
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _form(choices: Choices) -> str:
    if choices["opened"]:
        if choices["form"] not in (None, "html"):
            raise click.UsageError("--open shows the page: leave --format out, or make it html.")
        return "html"
    return choices["form"] or _BY_SUFFIX.get(Path(choices["output"] or "").suffix.lower(), "terminal")


def _settings(choices: Choices) -> Settings:
    from rashomon.settings import Settings

    given = Settings(parser=choices["parser"], meaning=choices["meaning"])
    if choices["policy"] is not None:
        given = replace(given, policy=choices["policy"])
    return given if choices["largest_file"] is None else replace(given, largest_file=choices["largest_file"])


def _read(paths: tuple[str, ...], settings: Settings) -> Reading:
    from rashomon import pipeline

    standard_input = sys.stdin.buffer.read(settings.largest_file + 1) if "-" in paths else b""
    if len(standard_input) > settings.largest_file:
        raise InputError(f"standard input is larger than {settings.largest_file:,} bytes")
    return pipeline.read(paths, settings, standard_input)


def _compared(reading: Reading, settings: Settings) -> Comparison:
    from rashomon import pipeline

    if not sys.stderr.isatty():
        return pipeline.compare(reading.reports, settings)
    done = 0

    def progress(report: str) -> None:
        nonlocal done
        done += 1
        click.echo(f"\r\x1b[Kreading {done} of {len(reading.reports)}: {report[:60]}", nl=False, err=True)

    try:
        return pipeline.compare(reading.reports, settings, progress)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _shown(comparison: Comparison, form: str, *, to_screen: bool) -> str:
    # Each renderer is imported only where it is asked for.
    if form == "json":
        from rashomon.render.json import comparison_as_json as render
    elif form == "html":
        from rashomon.render.html import comparison_as_html as render
    elif form == "markdown":
        from rashomon.render.markdown import comparison_as_markdown as render
    elif form == "csv":
        from rashomon.render.csv import comparison_as_csv as render
    else:
        from rashomon.render.terminal import comparison_as_terminal

        on_terminal = to_screen and sys.stdout.isatty()
        return comparison_as_terminal(
            comparison, width=_width(on_terminal), colour=on_terminal and "NO_COLOR" not in os.environ
        )
    return render(comparison)


def _width(on_terminal: bool) -> int:
    import shutil

    return max(40, min(120, shutil.get_terminal_size((100, 24)).columns)) if on_terminal else 100


def _print(text: str) -> None:
    # Files and pipes always get UTF-8, whatever the locale; a terminal gets what it can show.
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding or "utf-8", errors="replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise PipeClosed from error


def _keep(target: Path, shown: str, *, opened: bool) -> None:
    write_whole(target, shown)
    if opened:
        _open(target)


def _page_in_temporary_folder() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="rashomon-")) / "comparison.html"


def _open(page: Path) -> None:
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        click.echo(f"rashomon: no browser could be opened; the page is {page}", err=True)


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(f"rashomon: {problem.gravity}: {problem.message}", err=True)


def _say(message: str, code: int) -> int:
    click.echo(f"rashomon: {message}", err=True)
    return code


if __name__ == "__main__":
    main()
