"""A text as a row of words: what copies are compared by, with the characters each word stands at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.text import Range

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, case folded, without marks: `forms[i]` stands at `starts[i]` up to `ends[i]`."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.forms)

    def range(self, first: int, last: int) -> Range:
        """Return the characters from the word `first` up to and including the word `last`."""
        return Range(self.starts[first], self.ends[last])

    def shingles(self, length: int) -> frozenset[tuple[str, ...]]:
        """Return every run of `length` words; a shorter text is one shingle of all its words, an empty one none."""
        if len(self.forms) < length:
            return frozenset({self.forms} if self.forms else ())
        return frozenset(zip(*(self.forms[shift:] for shift in range(length)), strict=False))


def words_of(text: str, left_out: tuple[Range, ...] = ()) -> Words:
    """Return the words of `text`, without those that begin within one of the ranges `left_out`."""
    found = [match for match in _WORD.finditer(text) if not any(r.start <= match.start() < r.end for r in left_out)]
    return Words(
        tuple(match.group().casefold() for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


def containment(first: Words, second: Words, length: int = 5) -> float:
    """Return the share of the shorter text's shingles that stand in the other, from 0 to 1: |A and B| / min(|A|, |B|).

    Broder, On the resemblance and containment of documents (1997), with the smaller set below the line.
    """
    one, other = first.shingles(length), second.shingles(length)
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
