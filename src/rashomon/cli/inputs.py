"""What the commands take: files, folders, standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rashomon.errors import InputError

if TYPE_CHECKING:
    from rashomon.read.problems import Reading
    from rashomon.settings import Settings


def read_inputs(paths: tuple[str, ...], settings: Settings) -> Reading:
    """Return what the paths hold. Raises `InputError` where standard input is too large."""
    from rashomon import pipeline

    return pipeline.read(paths, settings, standard_input(paths, settings))


def standard_input(paths: tuple[str, ...], settings: Settings) -> bytes:
    """Return what stands on standard input where "-" is among the paths. Raises `InputError` where it is too large."""
    content = sys.stdin.buffer.read(settings.largest_file + 1) if "-" in paths else b""
    if len(content) > settings.largest_file:
        raise InputError(f"standard input is larger than {settings.largest_file:,} bytes")
    return content
