"""When: the dates, times, durations and repeated times that English words state, at exact characters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from rashomon.lang.dates.joined import joined, ranged
from rashomon.lang.dates.lexicon import ATOMS
from rashomon.lang.dates.scan import Placed, Reader, chosen, ready
from rashomon.model import Mention, Period
from rashomon.text import Range

_STOPS: Final = frozenset({ATOMS["STOP"], ATOMS["BREAK"]})

__all__ = ["Timex", "find_periods", "find_timexes"]


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression in TimeML notation: `type` is DATE, TIME, DURATION or SET."""

    range: Range
    type: str
    value: str
    period: Period | None = None


def find_periods(text: str, anchor: date | None = None, *, day_first: bool = False) -> tuple[Mention, ...]:
    """Return the dates and times of `text`, in order and not overlapping, as mentions of kind "period".

    `anchor` is the day of publication: without it, relative words keep their fields and have no start and no end.
    `day_first` reads 3/4/2020 as the British do. Offsets are half-open code points of `text`. Never raises.
    """
    reader = ready(text, anchor, day_first=day_first)
    placed = ranged(reader, joined(reader, chosen(reader, _lines(text, reader))))
    return tuple(
        Mention(_range(reader, one), "period", one.reading.period) for one in placed if one.reading.period is not None
    )


def find_timexes(text: str, anchor: date | None = None, *, day_first: bool = False) -> tuple[Timex, ...]:
    """Return every time expression of `text` with its TIMEX3 value: dates, times, durations and sets.

    As annotated corpora do, relations to another date of the text fall back on `anchor` where the sentence has none.
    """
    reader = ready(text, anchor, fallback=True, day_first=day_first)
    placed = joined(reader, chosen(reader, _lines(text, reader)))
    return tuple(Timex(_range(reader, one), one.reading.type, one.reading.value, one.reading.period) for one in placed)


def _range(reader: Reader, one: Placed) -> Range:
    return Range(reader.tokens[one.first].start, reader.tokens[one.after - 1].end)


def _lines(text: str, reader: Reader) -> tuple[int, ...]:
    """Return the number of each token's sentence: a full stop or a new line begins the next."""
    lines: list[int] = []
    line, end = 0, 0
    for token in reader.tokens:
        if "\n" in text[end : token.start]:
            line += 1
        lines.append(line)
        if token.atom in _STOPS and token.word != ";":
            line += 1
        end = token.end
    return tuple(lines)
