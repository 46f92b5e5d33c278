"""Lines and paragraphs of a plain text, as ranges of its characters."""

from __future__ import annotations

from itertools import pairwise

from rashomon import tables
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.read")
NARROWEST_COLUMN = _THRESHOLDS.integer("narrowest_column")

WIDEST_COLUMN = _THRESHOLDS.integer("widest_column")
_FULL = _THRESHOLDS.ratio("paragraphs_full")
# A byte order mark at the head of a file is no word.
_BLANK = " \t\f\v\u00a0\ufeff"
_CLOSERS = "\"'\u201d\u2019)]»*_"
_STOPS = ".!?\u2026:;,。"


def blocks(text: str) -> tuple[tuple[Range, ...], ...]:
    """Return the lines of the text that hold words, bare of blanks around them, grouped by the empty lines between."""
    grouped: list[tuple[Range, ...]] = []
    current: list[Range] = []
    start = 0
    for line in text.split("\n"):
        bare = line.strip(_BLANK)
        if bare.strip():
            first = start + line.index(bare)
            current.append(Range(first, first + len(bare)))
        elif current:
            grouped.append(tuple(current))
            current = []
        start += len(line) + 1
    return (*grouped, tuple(current)) if current else tuple(grouped)


def is_wrapped(text: str, lines: tuple[Range, ...]) -> bool:
    """Say whether the lines are one paragraph set in a column.

    True where the next line's first word would not have fitted on at least four of five lines: that is how an
    editor or mail program breaks lines, and not how a list of sentences or headings looks.
    """
    width = max(len(line) for line in lines)
    if len(lines) < 2 or not NARROWEST_COLUMN <= width <= WIDEST_COLUMN:
        return False
    pairs = list(pairwise(lines))
    full = sum(len(line) + 1 + len(follower.of(text).split(maxsplit=1)[0]) > width for line, follower in pairs)
    return full >= _FULL * len(pairs)


def paragraphs(text: str, lines: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the paragraphs that one block of lines holds: the block itself where it is wrapped, else its lines."""
    if is_wrapped(text, lines):
        return (Range(lines[0].start, lines[-1].end),)
    return lines


def ends_open(words: str) -> bool:
    """Say whether the words end without a stop, as headlines, links and credits do and sentences do not.

    A question or exclamation mark may end a headline, so only the full stop and its like close one.
    """
    bare = words.rstrip(_BLANK + _CLOSERS)
    return bool(bare) and (bare[-1] not in _STOPS or bare[-1] in "!?")
