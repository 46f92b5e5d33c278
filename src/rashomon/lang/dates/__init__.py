"""When: the dates, times, durations and repeated times that English words state, at exact characters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rashomon.lang.dates.scan import Placed, read
from rashomon.lang.dates.words import Token
from rashomon.model import Mention, Period
from rashomon.text import Range

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
    found, placed = read(text, anchor, day_first=day_first)
    return tuple(
        Mention(_range(found, one), "period", one.reading.period) for one in placed if one.reading.period is not None
    )


def find_timexes(text: str, anchor: date | None = None, *, day_first: bool = False) -> tuple[Timex, ...]:
    """Return every time expression of `text` with its TIMEX3 value: dates, times, durations and sets.

    As annotated corpora do, relations to another date of the text fall back on `anchor` where the sentence has none.
    """
    found, placed = read(text, anchor, fallback=True, day_first=day_first)
    return tuple(
        Timex(_range(found, one), one.reading.type, one.reading.value, one.reading.period) for one in placed
    )


def _range(found: tuple[Token, ...], one: Placed) -> Range:
    return Range(found[one.first].start, found[one.after - 1].end)
