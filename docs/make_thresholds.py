"""Writes docs/thresholds.md from the tables of the rooms.

Run from the repository's root: `PYTHONPATH=src python docs/make_thresholds.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import rashomon
from rashomon.tables import THRESHOLDS, WORDS

_PACKAGE = Path(rashomon.__file__).parent
_PAGE = Path(__file__).with_name("thresholds.md")
_HEAD = """# Thresholds and words

Every number that decides stands in `thresholds.toml` of its room, a folder of `src/rashomon`, and every list of words
in `words.toml`; larger knowledge of English has its own files in `lang/tables`. What you may set yourself stands in
[settings](settings.md). `bench/sweep.py ROOM NAME VALUES...` measures other values of a number on the labelled sets.

This page is made of those tables by `docs/make_thresholds.py`.
"""


def page() -> str:
    """Return the page as the tables of all rooms make it."""
    return "\n".join([_HEAD, *_sections(THRESHOLDS, _numbers), *_sections(WORDS, _lists)])


def rooms(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each room that has a table of this file name, and the table, in the order of the rooms' names."""
    for file in sorted(_PACKAGE.rglob(name)):
        yield file.parent.relative_to(_PACKAGE).as_posix(), tomllib.loads(file.read_text("utf-8"))


def _sections(name: str, lines: Callable[[Mapping[str, Any]], Iterator[str]]) -> Iterator[str]:
    for room, entries in rooms(name):
        yield "\n".join([f"## {room}: {'numbers' if name == THRESHOLDS else 'words'}", "", *lines(entries), ""])


def _numbers(entries: Mapping[str, Any]) -> Iterator[str]:
    yield "| name | default | unit | what it bounds | calibrated |"
    yield "|---|---|---|---|---|"
    for name, entry in sorted(entries.items()):
        value = entry["value"]
        shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        yield _row(f"`{name}`", shown, entry["unit"], entry["bounds"], entry["calibrated"])


def _lists(entries: Mapping[str, Any]) -> Iterator[str]:
    yield "| name | words | what they are | source |"
    yield "|---|---|---|---|"
    for name, entry in sorted(entries.items()):
        yield _row(f"`{name}`", str(len(entry["words"])), entry["holds"], entry["source"])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


if __name__ == "__main__":
    _PAGE.write_text(page(), "utf-8")
