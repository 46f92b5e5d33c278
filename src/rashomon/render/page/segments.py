"""Cutting a text where marked ranges begin and end, so that overlapping marks need no nesting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rashomon.text import Range


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks; `marks` are the numbers given with the ranges, ascending."""

    range: Range
    marks: tuple[int, ...]


def segments(whole: Range, marked: Iterable[tuple[Range, int]], cuts: Iterable[int] = ()) -> tuple[Segment, ...]:
    """Return the segments that tile `whole`, cut at every border of a marked range and at `cuts`.

    What reaches beyond `whole` is clipped. Joined, the segments give the text again, whatever overlaps.
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    borders = {whole.start, whole.end, *(cut for cut in cuts if whole.start < cut < whole.end)}
    for span, number in marked:
        if not span.overlaps(whole):
            continue
        start, end = max(span.start, whole.start), min(span.end, whole.end)
        opening.setdefault(start, []).append(number)
        closing.setdefault(end, []).append(number)
        borders |= {start, end}
    return tuple(_sweep(sorted(borders), opening, closing))


def _sweep(borders: list[int], opening: dict[int, list[int]], closing: dict[int, list[int]]) -> Iterable[Segment]:
    depth: dict[int, int] = {}
    for start, end in pairwise(borders):
        for number in closing.get(start, ()):
            depth[number] -= 1
            if not depth[number]:
                del depth[number]
        for number in opening.get(start, ()):
            depth[number] = depth.get(number, 0) + 1
        yield Segment(Range(start, end), tuple(sorted(depth)))
