"""Readings that belong together: a time with its day, the two ends of a range, a bare clock with its sentence's day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from rashomon.lang.dates import absolute, calendar, clock
from rashomon.lang.dates.grammar import Reading, dated
from rashomon.lang.dates.lexicon import ATOMS
from rashomon.lang.dates.scan import Placed, Reader
from rashomon.model import Calendar, Period

DAY_LETTERS: Final = 10  # of a TimeML day, "2023-09-17" or "XXXX-WXX-7"
TIMES: Final = ("minute", "hour", "part")
_JOINTS: Final = frozenset(ATOMS[name] for name in ("ON", "COMMA", "AT", "OF", "THE", "APPROX", "IN"))
_NOUNS: Final = frozenset({ATOMS["OTHER"], ATOMS["CAPITAL"]})
_LINKS: Final = frozenset(ATOMS[name] for name in ("AND", "OR", "TO", "DASH", "THROUGH", "UNTIL"))
_BARE: Final = frozenset({ATOMS["DAYPART"], ATOMS["INSTANT"]})
_LEADS: Final = frozenset(
    map(
        ATOMS.__getitem__,
        ("AT", "IN", "BY", "BEFORE", "AFTER", "UNTIL", "SINCE", "FROM", "TO", "DURING", "APPROX", "THE"),
    )
) | {ATOMS["BETWEEN"], ATOMS["AND"], ATOMS["THROUGH"]}


def joined(reader: Reader, placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return the readings with each time joined to its day, and without bare parts of the day that tell no time."""
    out: list[Placed] = []
    for one in placed:
        both = _with_day(reader, out[-1], one) if out else None
        if both:
            out[-1] = both
        else:
            out.append(one)
    kept = [one for one in out if not _loose(reader, one)]
    for place in range(len(kept) - 2, -1, -1):
        kept[place] = _with_year(reader, kept[place], kept[place + 1])
    return _on_their_day(reader, tuple(kept))


def _with_year(reader: Reader, left: Placed, right: Placed) -> Placed:
    """Return "January" in "between January and March 2023" with the year that the second end gives."""
    first, second = left.reading.period, right.reading.period
    if first is None or second is None or right.first - left.after != 1 or reader.atom(left.after) not in _LINKS:
        return left
    month, day, year = first.fields.month, first.fields.day, second.fields.year
    if month is None or year is None or first.fields.year is not None or first.grain != second.grain:
        return left
    year -= month > (second.fields.month or 0)
    settled = calendar.of_month(year, month) if first.grain == "month" else _day(year, month, day)
    if settled is None:
        return left
    if first.fields.part:
        settled = calendar.narrowed(settled, first.fields.part)
    return replace(left, reading=dated(replace(settled, fields=first.fields)))


def _day(year: int, month: int, day: int | None) -> Period | None:
    settled = absolute.valid_day(year, month, day or 0)
    return calendar.of_day(settled) if settled else None


def _with_day(reader: Reader, left: Placed, right: Placed) -> Placed | None:
    """Return "7 a.m." and "on Sunday" as one reading where only joints stand between them."""
    first, second = left.reading.period, right.reading.period
    if first is None or second is None or right.first - left.after > 2:
        return None
    if any(atom not in _JOINTS for atom in reader.atoms[left.after : right.first]):
        return None
    if _bare(second) and second.grain == "part" and first.grain in ("hour", "minute") and not _bare(first):
        return replace(left, after=right.after) if right.first == left.after else None
    day, time = (first, second) if second.grain in TIMES else (second, first)
    if day.grain != "day" or time.grain not in TIMES or not _bare(time):
        return None
    return Placed(left.first, right.after, dated(clock.on_day(day, time)), left.line)


def _bare(time: Period) -> bool:
    """Say whether a time has no day yet."""
    return time.timex.startswith("T")


def _loose(reader: Reader, one: Placed) -> bool:
    """Say whether a bare "morning" or "noon" has nothing that makes it a time ("good evening", "High Noon")."""
    atom, before = reader.atoms[one.first], reader.atom(one.first - 1)
    if one.after - one.first > 1 or atom not in _BARE:
        return False
    return before in _NOUNS if atom == ATOMS["INSTANT"] else before not in _LEADS


def _on_their_day(reader: Reader, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return the readings with each bare time on the one day that its sentence names.

    Where a sentence names none or several, the time stays unsettled; a scene that falls back uses the anchor.
    """
    days: dict[int, dict[str, Period]] = {}
    for one in placed:
        period = one.reading.period
        if period is not None and period.grain in ("day", *TIMES) and not _bare(period):
            days.setdefault(one.line, {})[period.timex[:DAY_LETTERS]] = period
    return tuple(_settled(reader, one, days.get(one.line, {})) for one in placed)


def _settled(reader: Reader, one: Placed, days: dict[str, Period]) -> Placed:
    period = one.reading.period
    clocks = TIMES if reader.fallback else ("minute", "hour")
    if period is None or period.grain not in clocks or not _bare(period):
        return one
    day = next(iter(days.values())) if len(days) == 1 else None
    if day is None and reader.fallback and reader.anchor is not None:
        day = calendar.of_day(reader.anchor)
    if day is None:
        return one
    return replace(one, reading=dated(replace(clock.on_day(day, period), fields=period.fields)))


def ranged(reader: Reader, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return the readings with "from May 3 to June 5" and "between 1991 and 1995" as one stretch each."""
    out: list[Placed] = []
    for one in placed:
        both = _range(reader, out[-1], one) if out else None
        if both:
            out[-1] = both
        else:
            out.append(one)
    return tuple(out)


def _range(reader: Reader, left: Placed, right: Placed) -> Placed | None:
    first, second = left.reading.period, right.reading.period
    if first is None or second is None or "/" in first.timex or not _spans(reader, left, right):
        return None
    if first.start is None or second.end is None or second.start is None or first.grain != second.grain:
        return None
    start = first.start
    if start >= second.end and first.grain in TIMES and start.date() == second.start.date():
        second = replace(second, end=second.end + timedelta(days=1))
    if second.end is None or start >= second.end:
        return None
    timex = f"{first.timex}/{second.timex}"
    fields = Calendar(year=first.fields.year if first.fields.year == second.fields.year else None)
    period = Period(start, second.end, first.grain, fields, first.about or second.about, timex)
    return Placed(left.first, right.after, Reading("DATE", timex, period), left.line)


def _spans(reader: Reader, left: Placed, right: Placed) -> bool:
    """Say whether the words around `left` open a range: from ... to, between ... and, or a dash."""
    between = reader.atoms[left.after : right.first].removeprefix(ATOMS["COMMA"])
    lead, link = reader.atom(left.first - 1), between
    if link in (ATOMS["DASH"], ATOMS["THROUGH"], ATOMS["TO"], ATOMS["UNTIL"]):
        return True
    return link == ATOMS["AND"] and lead == ATOMS["BETWEEN"]
