"""Finds an extracted text again in what it was extracted from: which characters are whose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rashomon import tables
from rashomon.text import OffsetMap

_THRESHOLDS = tables.thresholds("rashomon.read")

_WORD = re.compile(r"\w+")
_RUN = _THRESHOLDS.integer("tracing_run")
_NEAR = _THRESHOLDS.integer("tracing_near")
_WIDEST_GAP = _THRESHOLDS.integer("widest_gap")
_CLOSE = _THRESHOLDS.integer("tracing_close")
_READINGS = _THRESHOLDS.integer("tracing_readings")

_Run = tuple[int, int, int]  # where it starts in the text, where in the source, how many characters it has
_Stretch = tuple[int, int, int]  # the same in words


def trace(text: str, source: str) -> OffsetMap:
    """Return where the words of the text, and the marks between them, stand in the source: in its order where possible.

    Every mapped character equals its own; a word that is not found is in no run. Takes time in proportion to both.
    """
    here, there = _words(text), _words(source)
    runs: list[_Run] = []
    before = (-1, -1)
    for first, place, count in _stretches(_lines(text, here), here.words, there.words):
        if before == (first, place):
            _bridge((text, source), runs, (here.starts[first], there.starts[place]))
        _Sides(text, source, here, there, runs).lay(first, place, count)
        before = (first + count, place + count)
    return OffsetMap(tuple(runs))


def through(first: OffsetMap, second: OffsetMap) -> OffsetMap:
    """Return the map that leads through `first` and then through `second`."""
    runs: list[_Run] = []
    for start, middle, length in first.runs:
        number = max(0, bisect_right(second.runs, (middle, float("inf"), 0)) - 1)
        for begins, place, size in second.runs[number : number + length + 1]:
            if begins >= middle + length:
                break
            low, high = max(begins, middle), min(begins + size, middle + length)
            if low < high:
                _add(runs, (start + low - middle, place + low - begins, high - low))
    return OffsetMap(tuple(runs))


@dataclass(frozen=True, slots=True)
class _Words:
    words: list[str]
    starts: list[int]


def _words(text: str) -> _Words:
    found = list(_WORD.finditer(text))
    return _Words([match.group() for match in found], [match.start() for match in found])


def _lines(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first word of each line, and of the first beyond it."""
    first = at = 0
    for line in text.split("\n"):
        at += len(line) + 1
        beyond = bisect_left(words.starts, at, first)
        if beyond > first:
            yield first, beyond
        first = beyond


# ---------------------------------------------------------------- which word is which


def _stretches(lines: Iterator[tuple[int, int]], here: list[str], there: list[str]) -> Iterator[_Stretch]:
    """Yield words of the text that stand together in the source: whole lines first, what is left word by word."""
    source = _Source(f" {' '.join(there)} ", list(accumulate((len(word) + 1 for word in there), initial=0)))
    index: dict[tuple[str, ...], list[int]] | None = None
    at = 0
    for first, beyond in lines:
        place = source.find(f" {' '.join(here[first:beyond])} ", at, short=beyond - first < _RUN)
        if place is not None:
            yield first, place, beyond - first
            at = place + beyond - first
        elif beyond - first >= _RUN:
            index = _index(here, there) if index is None else index
            for number, found in _one_by_one(range(first, beyond), at, (here, there), index):
                yield number, found, 1
                at = found + 1


@dataclass(slots=True)
class _Source:
    """The words of the source in a row, where each of them starts, and how many characters were looked through."""

    joined: str
    starts: list[int]
    looked_through: int = 0

    def find(self, line: str, at: int, *, short: bool) -> int | None:
        """Return the number of the first word of a line in the source, from word `at` on, else before it; or None.

        A short line stands in many places: only one close by is its own.
        """
        start = self.starts[at]
        if short:
            place = self.joined.find(line, start, start + _CLOSE)
        elif self.looked_through > _READINGS * len(self.joined):
            return None
        else:
            place = self.joined.find(line, start)
            place = self.joined.find(line, 0, start + len(line)) if place < 0 else place
            self.looked_through += place - start if place >= start else len(self.joined)
        return bisect_left(self.starts, place) if place >= 0 else None


def _one_by_one(
    numbers: range, at: int, words: tuple[list[str], list[str]], index: dict[tuple[str, ...], list[int]]
) -> Iterator[tuple[int, int]]:
    here, there = words
    for number in numbers:
        if at >= len(there) or there[at] != here[number]:
            places = index.get(tuple(here[number : number + _RUN]))
            found = _nearest(places, at) if places else _ahead(here, number, there, at)
            if found is None:
                continue
            at = found
        yield number, at
        at += 1


def _index(here: list[str], there: list[str]) -> dict[tuple[str, ...], list[int]]:
    """Return where in the source each run of words of the text begins."""
    wanted = set(_grams(here))
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, gram in enumerate(_grams(there)):
        if gram in wanted:
            index[gram].append(place)
    return index


def _grams(words: list[str]) -> zip[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


def _nearest(places: Sequence[int], at: int) -> int:
    """Return the first place from `at` on, or the last one before it."""
    number = bisect_left(places, at)
    return places[number] if number < len(places) else places[-1]


def _ahead(here: list[str], number: int, there: list[str], at: int) -> int | None:
    """Return where this word and the next stand shortly after `at`: something was left out there."""
    pair = here[number : number + 2]
    for place in range(at, min(at + _NEAR, len(there) - 1)):
        if there[place] == pair[0] and there[place : place + 2] == pair:
            return place
    return None


# ---------------------------------------------------------------- which character is which


@dataclass(frozen=True, slots=True)
class _Sides:
    text: str
    source: str
    here: _Words
    there: _Words
    runs: list[_Run]

    def lay(self, first: int, place: int, count: int) -> None:
        """Add the runs of words that are the same on both sides: all at once where the marks between them are, too."""
        start, begins = self.here.starts[first], self.there.starts[place]
        last = first + count - 1
        length = self.here.starts[last] + len(self.here.words[last]) - start
        if self.text[start : start + length] == self.source[begins : begins + length]:
            _add(self.runs, (start, begins, length))
            return
        half = count // 2
        self.lay(first, place, half)
        _bridge((self.text, self.source), self.runs, (self.here.starts[first + half], self.there.starts[place + half]))
        self.lay(first + half, place + half, count - half)


def _bridge(sides: tuple[str, str], runs: list[_Run], until: tuple[int, int]) -> None:
    """Add the marks between the last run and the word that follows it on both sides, as far as they are the same."""
    text, source = sides
    start, place, length = runs[-1]
    low, below = start + length, place + length
    high, above = until
    if high - low == above - below and text[low:high] == source[below:above]:
        _add(runs, (low, below, high - low))
        return
    most = min(high - low, above - below, _WIDEST_GAP)
    front = next((n for n in range(most) if text[low + n] != source[below + n]), most)
    back = next((n for n in range(most - front) if text[high - 1 - n] != source[above - 1 - n]), most - front)
    _add(runs, (low, below, front))
    _add(runs, (high - back, above - back, back))


def _add(runs: list[_Run], run: _Run) -> None:
    start, place, length = run
    if length == 0:
        return
    if runs and runs[-1][0] + runs[-1][2] == start and runs[-1][1] + runs[-1][2] == place:
        runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + length)
    else:
        runs.append(run)
