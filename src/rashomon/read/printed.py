"""Lines as they stand on a printed page, put together to paragraphs; words broken at the end of a line are mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rashomon import tables
from rashomon.lang.lexicon import load_lexicon

_THRESHOLDS = tables.thresholds("rashomon.read")

_FULL = _THRESHOLDS.number("printed_full")
_BROKEN = re.compile(r"(?<![A-Za-z])([A-Za-z][a-z]{1,40})-$")
_FOLLOWING = re.compile(r"[a-z]+")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_ENDS = (".", "!", "?", ".\u201d", "!\u201d", "?\u201d", '."', '!"', '?"', ":", ".)", ".\u2019", ".'")
_NUMBER = re.compile(r"(?:page )?[-\u2013 ]{0,9}\d{1,4}[-\u2013 ]{0,9}(?:(?:of|/) ?\d{1,4})?", re.IGNORECASE)


def running_text(pages: Sequence[str]) -> str:
    """Return the text of pages as paragraphs with an empty line between, without the numbers of the pages.

    A paragraph that a page breaks is put together where the next one goes on in small letters.
    """
    words = frozenset(word for page in pages for word in _WORD.findall(page))
    paragraphs: list[str] = []
    for page in pages:
        for number, lines in enumerate(_paragraphs(_lines(page))):
            goes_on = number == 0 and paragraphs and not paragraphs[-1].endswith(_ENDS) and lines[0][:1].islower()
            begun = [paragraphs.pop()] if goes_on else []
            paragraphs.append(_joined([*begun, *lines], words))
    return "\n\n".join(paragraphs)


def _lines(page: str) -> list[str]:
    lines = [" ".join(line.split()) for line in page.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    if lines and _NUMBER.fullmatch(lines[-1]):
        lines.pop()
    return lines[1:] if lines and _NUMBER.fullmatch(lines[0]) else lines


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph: it ends at an empty line and after a line that is not full."""
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[len(lengths) * 4 // 5] if lengths else 0
    paragraph: list[str] = []
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if line:
            paragraph.append(line)
        goes_on = len(line) >= _FULL * width and following != ""
        broken = following[:1].islower() and not line.endswith(_ENDS)
        if paragraph and (not line or not following or not (goes_on or broken)):
            yield paragraph
            paragraph = []


def _joined(lines: list[str], words: frozenset[str]) -> str:
    pieces = [lines[0]]
    for line in lines[1:]:
        first, second = _BROKEN.search(pieces[-1]), _FOLLOWING.match(line)
        if first is None or second is None:
            pieces.append(" ")
        elif _is_one_word(first[1], second[0], words):
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line)
    return "".join(pieces)


def _is_one_word(first: str, second: str, words: frozenset[str]) -> bool:
    """Say whether a hyphen at the end of a line is only the printer's: "infor-mation", and not "long-term"."""
    if first + second in words or f"{first}-{second}" in words:
        return first + second in words
    known = load_lexicon().words
    whole, *parts = (any((kind, word.lower()) in known for kind in "nva") for word in (first + second, first, second))
    return whole or not all(parts)
