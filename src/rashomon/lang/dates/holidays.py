"""Named days whose date can be computed: fixed ones, the third Monday of a month, and those that hang on Easter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from rashomon.lang.dates import calendar
from rashomon.lang.dates.absolute import valid_day
from rashomon.lang.dates.grammar import Found, Reading, Scene, dated
from rashomon.lang.tables import load_table
from rashomon.model import Calendar

_HOLIDAYS: Final = load_table("holidays")


def holiday(found: Found, scene: Scene) -> Reading | None:
    """Read "Thanksgiving", "Christmas Eve 2022"; without a year the one that the scene points at."""
    token = found.get("holiday")
    if token is None:
        return None
    year = found.number("year")
    if year is not None:
        settled = _holiday_in(token.name, token.word, year)
    elif token.name == "once":
        settled = _holiday_in(token.name, token.word, 0)
    elif scene.anchor is None:
        month, day = _HOLIDAYS["fixed"].get(token.word, (None, None))
        timex = f"XXXX-{month:02d}-{day:02d}" if month else "XXXX-XX-XX"
        return dated(calendar.unsettled("day", timex, Calendar(month=month, day=day, part=token.word)))
    else:
        settled = _near_holiday(token.name, token.word, found, scene, scene.anchor)
    if settled is None:
        return None
    period = calendar.of_day(settled)
    return dated(replace(period, fields=replace(period.fields, year=year, part=token.word)))


def _near_holiday(rule: str, word: str, found: Found, scene: Scene, anchor: date) -> date | None:
    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1600 <= year <= 9998]
    days = [day for year in years if (day := _holiday_in(rule, word, year))]
    way = found.number("way") or scene.direction(found.first)
    if way < 0:
        days = [day for day in days if day <= anchor]
    elif way > 0:
        days = [day for day in days if day >= anchor]
    return min(days, key=lambda day: abs((day - anchor).days), default=None)


def _holiday_in(rule: str, word: str, year: int) -> date | None:
    row = _HOLIDAYS[rule][word]
    if rule == "fixed":
        return valid_day(year, row[0], row[1])
    if rule == "easter":
        return calendar.shifted(easter(year), row)
    if rule == "once":
        return date(*row)
    month, weekday, which, *more = row
    first = date(year, month, 1)
    if which > 0:
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1) + sum(more))
    last = first + timedelta(days=31)
    last -= timedelta(days=last.day)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, odd = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
