"""Characters and ranges of them: half-open, counted in Unicode code points, never empty."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Characters `start` up to but not including `end` of one text, in Unicode code points.

    Raises `ValueError` where the range would be empty or begin before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse empty and negative ranges: every statement points at characters."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"a range needs 0 <= start < end, not {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the characters of `text` in this range."""
        return text[self.start : self.end]

    def overlaps(self, other: Range) -> bool:
        """Say whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Range) -> bool:
        """Say whether every character of `other` lies in this range."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Range:
        """Return the range moved by `by` characters."""
        return Range(self.start + by, self.end + by)

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the characters of a text stand in what it was taken from.

    `runs` are (start in the text, start in the source, length) in code points, ordered by the first: character
    `start + n` of the text is character `start in the source + n` of the source for every n below the length.
    Characters in no run were not in the source as they stand (a line break between two paragraphs, a resolved entity).
    """

    runs: tuple[tuple[int, int, int], ...]

    def source(self, range_: Range) -> Range | None:
        """Return the smallest range of the source that holds every mapped character of a range of the text, or None."""
        first = max(0, bisect_right(self.runs, (range_.start, math.inf, 0)) - 1)
        places = []
        for start, source, length in self.runs[first:]:
            if start >= range_.end:
                break
            low, high = max(start, range_.start), min(start + length, range_.end)
            if low < high:
                places.append((source + low - start, source + high - start))
        return Range(min(p[0] for p in places), max(p[1] for p in places)) if places else None


def cover(ranges: tuple[Range, ...]) -> Range:
    """Return the smallest range that contains all `ranges` (at least one)."""
    return Range(min(r.start for r in ranges), max(r.end for r in ranges))
