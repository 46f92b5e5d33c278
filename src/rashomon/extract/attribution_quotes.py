"""Fits contents to quotation marks: whole quotations, and those that go on after the cue's sentence."""

from __future__ import annotations

from rashomon.lang.quotations import Quotation
from rashomon.text import Range

TRAILING = frozenset(" \t\n\r\u00a0.,;:!?—–-")
LEADING = frozenset(" \t\n\r\u00a0,;:.—–-")


def fitted(text: str, piece: Range, quotations: tuple[Quotation, ...]) -> Range | None:
    """Return a content with every quotation it touches whole, and without punctuation around it; None if nothing is left.

    `quotations` are those that may belong to the content: the ones around its cue are left out by the caller.
    """
    start, end = piece.start, piece.end
    for quotation in quotations:
        inside = quotation.range
        if start < inside.end and inside.start < end:
            start, end = min(start, inside.start), max(end, inside.end)
    return trimmed(text, start, end, quotations)


def trimmed(text: str, start: int, end: int, quotations: tuple[Quotation, ...]) -> Range | None:
    """Return the stretch without punctuation at its ends, but for what stands inside a quotation."""
    ends = {q.range.end for q in quotations}
    starts = {q.range.start for q in quotations}
    while start < end and text[start] in LEADING and start not in starts:
        start += 1
    while end > start and text[end - 1] in TRAILING and end not in ends:
        end -= 1
    return Range(start, end) if start < end else None
