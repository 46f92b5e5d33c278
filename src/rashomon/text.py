"""Characters and ranges of them: half-open, counted in Unicode code points, never empty."""

from __future__ import annotations

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


def cover(ranges: tuple[Range, ...]) -> Range:
    """Return the smallest range that contains all `ranges` (at least one)."""
    return Range(min(r.start for r in ranges), max(r.end for r in ranges))
