"""Where what is shown goes: standard output, a file that is written whole, the browser; everything else is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.read.problems import Problem


class PipeClosed(Exception):
    """Nobody reads the output any more: `rashomon ... | head` has seen enough."""


def write_whole(target: Path, content: str | bytes) -> None:
    """Write a text (in UTF-8) or bytes to the file so that it holds either what it held before or all of them.

    Raises `OSError` where it cannot be written; nothing is left behind then. A device or pipe is written to directly.
    """
    written = content.encode("utf-8") if isinstance(content, str) else content
    if target.exists() and not target.is_file():
        target.write_bytes(written)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


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
