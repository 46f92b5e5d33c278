"""Tells an earlier output of Rashomon from a file of the user's: by how each format begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rashomon.read.kept import opens_kept
from rashomon.render.csv import COLUMNS
from rashomon.render.json import SCHEMA
from rashomon.render.wording import VERDICT_WORDS

BEGINNING = 65_536  # bytes by which an output is told
_GENERATOR = b'<meta name="generator" content="Rashomon '  # before it stands only what every page of ours has
_FIRST_HEADINGS = "|".join([rf"{re.escape(words)} \(\d+\)" for words in VERDICT_WORDS.values()])
_TERMINAL = re.compile(rf"\d+ reports?\n(?:  .*\n)+\n(?:{_FIRST_HEADINGS}|Nothing that can be compared)".encode())
_MARKDOWN = re.compile(rb"# \d+ reports? compared\n\n- \*\*")

_TELLS: Mapping[str, Callable[[bytes], bool]] = {
    "json": lambda begin: begin.startswith(f'{{\n "schema": "{SCHEMA}",\n'.encode()),
    "html": lambda begin: begin.lstrip()[:9].lower() == b"<!doctype" and _GENERATOR in begin[:4_096],
    "csv": lambda begin: begin.startswith(",".join(COLUMNS).encode() + b"\n"),
    "markdown": lambda begin: _MARKDOWN.match(begin) is not None,
    "terminal": lambda begin: _TERMINAL.match(begin) is not None,
    "jsonl": opens_kept,
}


def is_output(beginning: bytes, form: str) -> bool:
    """Say whether a file that begins with these bytes (`BEGINNING` of them, or all) is an output in this format.

    It holds for what Rashomon wrote and nobody wrote anew. False for a format that has no mark of ours, as an archive.
    """
    tells = _TELLS.get(form)
    return tells is not None and tells(beginning)
