"""Where what is shown goes: standard output, a file that is written whole, the browser; everything else is said."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from rashomon.read.problems import Problem


class PipeClosed(Exception):
    """Nobody reads the output any more: `rashomon ... | head` has seen enough."""


def write_whole(target: Path, content: str | bytes) -> None:
    """Write a text (in UTF-8) or bytes to the file so that it holds either what it held before or all of them.

    A link is followed, and a file that stands there keeps its mode. Raises `OSError` where it cannot be written, or may
    not be; nothing is left behind then. A device or pipe is written to directly.
    """
    written = content.encode("utf-8") if isinstance(content, str) else content
    place = Path(os.path.realpath(target))
    # The name of a pipe behind /dev/stdout leads nowhere.
    if target.exists() and not place.is_file():
        target.write_bytes(written)
        return
    mode = _mode(place)
    part, file = _part_beside(place)
    try:
        with file:
            file.write(written)
            file.flush()
            if mode is not None:
                part.chmod(mode)
            os.fsync(file.fileno())
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _mode(place: Path) -> int | None:
    """Return the mode of a file that is to be replaced, None where there is none. Raises `OSError` for a locked one."""
    try:
        mode = stat.S_IMODE(place.stat().st_mode)
    except FileNotFoundError:
        return None
    if not os.access(place, os.W_OK):  # replacing it would ask for the folder's leave alone
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    return mode


def _part_beside(place: Path) -> tuple[Path, BinaryIO]:
    """Return a new file beside the place. Its name is short: with that of the place in it, it could be too long."""
    for number in count():
        part = place.with_name(f".rashomon-{os.getpid()}-{number}.part")
        with suppress(FileExistsError):
            return part, part.open("xb")
    raise AssertionError("numbers do not end")


def print_text(text: str) -> None:
    """Print a text. Raises `PipeClosed` where nobody reads it."""
    # Files and pipes always get UTF-8, whatever the locale; a terminal gets what it can show.
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding or "utf-8", errors="replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise PipeClosed from error


def open_page(page: Path) -> None:
    """Show a page in the user's browser, or say where it is."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        click.echo(f"rashomon: no browser could be opened; the page is {page}", err=True)


def tell(problems: Sequence[Problem]) -> None:
    """Say each problem in a line on standard error."""
    from rashomon.render.page.visible import plain_line

    for problem in problems:
        # A file name, or a name in an archive, may hold signs that a terminal obeys.
        click.echo(f"rashomon: {problem.gravity}: {plain_line(problem.message)}", err=True)
