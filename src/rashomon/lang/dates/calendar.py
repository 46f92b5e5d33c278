"""Stretches of the calendar as periods: one function for each grain, each with its TimeML value.

All periods are half-open and in local wall-clock time. A field that is None is unsettled: the period then has no start
and no end, and its TimeML value shows the gap as X ("XXXX-WXX-7").
"""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, date, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from rashomon.lang.tables import load_table
from rashomon.model import Calendar, Period

_TIME: Final = load_table("time")
_SEASON_START: Final = MappingProxyType({letters: month for month, letters in _TIME["seasons"].values()})


def clock_start(day: date) -> datetime:
    """Return midnight at the beginning of `day`."""
    return datetime(day.year, day.month, day.day)


def between(first: date | None, after: date | None, grain: str, timex: str) -> Period:
    """Return the days from `first` up to but not including `after` as one period; unsettled where either is None."""
    if first is None or after is None:
        return Period(None, None, grain, timex=timex)
    return Period(clock_start(first), clock_start(after), grain, timex=timex)


def month_on(year: int, month: int) -> tuple[int, int]:
    """Return year and month with `month` counted on over the year's end (13 is January of the next year)."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def first_of(year: int, month: int) -> date | None:
    """Return the first day of a month, or None outside the calendar that Python knows (years 1 to 9999)."""
    year, month = month_on(year, month)
    return date(year, month, 1) if 1 <= year <= MAXYEAR else None


def shifted(day: date, days: int) -> date | None:
    """Return `day` moved by `days`, or None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def of_day(day: date) -> Period:
    """Return one day."""
    fields = Calendar(year=day.year, month=day.month, day=day.day)
    return replace(between(day, shifted(day, 1), "day", day.isoformat()), fields=fields)


def of_month(year: int | None, month: int) -> Period:
    """Return one month; unsettled where the year is."""
    fields = Calendar(year=year, month=month)
    if year is None:
        return Period(None, None, "month", fields, timex=f"XXXX-{month:02d}")
    period = between(first_of(year, month), first_of(year, month + 1), "month", f"{year:04d}-{month:02d}")
    return replace(period, fields=fields)


def of_year(year: int) -> Period:
    """Return one calendar year."""
    period = between(first_of(year, 1), first_of(year + 1, 1), "year", f"{year:04d}")
    return replace(period, fields=Calendar(year=year))


def of_years(first: int, count: int, grain: str) -> Period:
    """Return a decade or a century; TimeML writes its leading digits ("198", "19")."""
    timex = f"{first:04d}"[: 3 if count == 10 else 2]
    return replace(between(first_of(first, 1), first_of(first + count, 1), grain, timex), fields=Calendar(part=timex))


def of_quarter(year: int | None, quarter: int) -> Period:
    """Return one quarter of a calendar year."""
    fields = Calendar(year=year, part=f"Q{quarter}")
    if year is None:
        return Period(None, None, "quarter", fields, timex=f"XXXX-Q{quarter}")
    month = quarter * 3 - 2
    return replace(
        between(first_of(year, month), first_of(year, month + 3), "quarter", f"{year:04d}-Q{quarter}"), fields=fields
    )


def of_half(year: int | None, half: int) -> Period:
    """Return one half of a calendar year."""
    fields = Calendar(year=year, part=f"H{half}")
    if year is None:
        return Period(None, None, "half", fields, timex=f"XXXX-H{half}")
    month = half * 6 - 5
    return replace(
        between(first_of(year, month), first_of(year, month + 6), "half", f"{year:04d}-H{half}"), fields=fields
    )


def of_season(year: int | None, letters: str) -> Period:
    """Return a northern season of three whole months; a winter belongs to the year it begins in."""
    fields = Calendar(year=year, part=letters)
    if year is None:
        return Period(None, None, "season", fields, timex=f"XXXX-{letters}")
    month = _SEASON_START[letters]
    return replace(
        between(first_of(year, month), first_of(year, month + 3), "season", f"{year:04d}-{letters}"), fields=fields
    )


def of_week(day: date) -> Period:
    """Return the week from Monday to Sunday that holds `day`, named by ISO 8601."""
    monday = shifted(day, -day.weekday())
    year, week, _ = day.isocalendar()
    return between(monday, monday and shifted(monday, 7), "week", f"{year:04d}-W{week:02d}")


def of_weekend(day: date) -> Period:
    """Return Saturday and Sunday of the week that holds `day`."""
    saturday = shifted(day, 5 - day.weekday())
    year, week, _ = day.isocalendar()
    return between(saturday, saturday and shifted(saturday, 2), "weekend", f"{year:04d}-W{week:02d}-WE")


def unsettled(grain: str, timex: str, fields: Calendar | None = None) -> Period:
    """Return a period that nothing resolves: its words alone."""
    return Period(None, None, grain, fields or Calendar(), timex=timex)


def narrowed(period: Period, part: str) -> Period:
    """Return the early, middle, late, first or last stretch of `period`, marked as approximate; same TimeML value."""
    shares: Any = _TIME["shares"].get(part)
    fields = replace(period.fields, part=part)
    if shares is None or period.start is None or period.end is None:
        return replace(period, fields=fields, about=True)
    length = period.end - period.start
    days = length >= timedelta(days=7)
    start, end = (_whole(period.start + length * share / 10, days) for share in shares)
    return replace(period, start=start, end=end, fields=fields, about=True)


def _whole(moment: datetime, days: bool) -> datetime:
    """Return `moment` without what is finer than an hour, or than a day."""
    return moment.replace(hour=0 if days else moment.hour, minute=0, second=0, microsecond=0)
