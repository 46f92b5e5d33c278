"""Dates that name their place in the calendar: full dates, months, years, quarters, seasons, decades."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from rashomon import tables
from rashomon.lang.dates import calendar
from rashomon.lang.dates.grammar import Found, Reading, Scene, dated
from rashomon.model import Calendar, Period

_THRESHOLDS = tables.thresholds("rashomon.lang.dates")
LATEST_CENTURY = _THRESHOLDS.integer("latest_century")
FIRST_DECADE = _THRESHOLDS.integer("first_decade")
LAST_DECADE = _THRESHOLDS.integer("last_decade")
THIS_CENTURY_BELOW = _THRESHOLDS.integer("this_century_below")

NEAR_DAYS: Final = _THRESHOLDS.integer("near_days")
NEAR_MONTHS: Final = _THRESHOLDS.integer("near_months")


def valid_day(year: int, month: int, day: int) -> date | None:
    """Return that day, or None where the calendar has none (Feb. 30)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso(found: Found, scene: Scene) -> Reading | None:
    """Read "2023-09-17" and "2023-09-17 14:05"."""
    token = found.get("date")
    digits = [int(part) for part in re.findall(r"\d+", token.word)] if token else []
    day = valid_day(*digits[:3]) if len(digits) >= 3 else None
    if day is None:
        return None
    if len(digits) < 5 or digits[3] > 23:
        return dated(calendar.of_day(day))
    start = calendar.clock_start(day) + timedelta(hours=digits[3], minutes=digits[4])
    fields = Calendar(day.year, day.month, day.day, hour=digits[3], minute=digits[4])
    return dated(Period(start, start + timedelta(minutes=1), "minute", fields, timex=f"{start:%Y-%m-%dT%H:%M}"))


def numeric(found: Found, scene: Scene) -> Reading | None:
    """Read "11/02/89": the month first unless the scene or the numbers say otherwise."""
    token = found.get("date")
    if token is None:
        return None
    first, second, year = (int(part) for part in re.findall(r"\d+", token.word))
    if year < 100:
        year += 2000 if year < THIS_CENTURY_BELOW else 1900
    month, day = (second, first) if scene.day_first or "." in token.word else (first, second)
    settled = valid_day(year, month, day) or valid_day(year, day, month)
    return dated(calendar.of_day(settled)) if settled else None


def attack(found: Found, scene: Scene) -> Reading | None:
    """Read "9/11", which stands for one day alone."""
    return dated(calendar.of_day(date(2001, 9, 11)))


def of_month_day(found: Found, scene: Scene) -> Reading | None:
    """Read "Sept. 13", "13 September 2023", "Sunday, March 5": without a year the one that the scene points at."""
    month, day = found.number("month"), found.number("day")
    if month is None or day is None:
        return None
    year, weekday = found.number("year"), found.number("weekday")
    settled = valid_day(year, month, day) if year is not None else _nearest(month, day, found, scene)
    if settled is None:
        if valid_day(2000, month, day) is None or year is not None:
            return None
        timex = f"XXXX-{month:02d}-{day:02d}"
        return dated(calendar.unsettled("day", timex, Calendar(month=month, day=day, weekday=weekday)))
    period = calendar.of_day(settled)
    return dated(replace(period, fields=replace(period.fields, year=year, weekday=weekday)))


def days_of_month(found: Found, scene: Scene) -> Reading | None:
    """Read "May 3-5", "24 and 25 April": one stretch from the first day to the last."""
    first, last, month = of_month_day(found, scene), found.number("last"), found.number("month")
    if first is None or first.period is None or last is None or last <= (found.number("day") or 0) or month is None:
        return None
    period = first.period
    if period.start is None:
        return first if valid_day(2000, month, last) else None
    day = valid_day(period.start.year, month, last)
    after = day and calendar.shifted(day, 1)
    return Reading("DATE", first.value, replace(period, end=calendar.clock_start(after))) if after else None


def week_of_month(found: Found, scene: Scene) -> Reading | None:
    """Read "the first week of August": seven days, about."""
    reading, which = of_month(found, scene), found.number("which") or 0
    if reading is None or reading.period is None or not 1 <= which <= 4:
        return None
    period = reading.period
    if period.start is None:
        return reading
    start = period.start + timedelta(days=7 * (which - 1))
    return dated(replace(period, start=start, end=start + timedelta(days=7), grain="week", about=True))


def season_years(found: Found, scene: Scene) -> Reading | None:
    """Read "2022-23": the two years that a season or a school year spans."""
    year, last = found.number("year"), found.number("last")
    if year is None or last != (year + 1) % 100:
        return None
    after = first_of_year(year + 2)
    period = calendar.of_year(year)
    return Reading("DATE", period.timex, replace(period, end=after, timex=f"{year}/{year + 1}")) if after else None


def first_of_year(year: int) -> datetime | None:
    """Return the first moment of a year, or None outside the calendar."""
    day = calendar.first_of(year, 1)
    return calendar.clock_start(day) if day else None


def _nearest(month: int, day: int, found: Found, scene: Scene) -> date | None:
    """Return the day of that name that the clause points at; the nearest to the anchor where nothing says."""
    if scene.anchor is None or not 1 < scene.anchor.year < 9998:
        return None
    years = (scene.anchor.year - 1, scene.anchor.year, scene.anchor.year + 1)
    days = [settled for year in years if (settled := valid_day(year, month, day))]
    anchor, weekday = scene.anchor, found.number("weekday")
    if found.get("yearword"):
        return valid_day(anchor.year + (found.number("way") or 0), month, day)
    if weekday is not None:
        days = [settled for settled in days if settled.weekday() == weekday] or days
    elif (found.number("way") or 0) < 0:
        days = [settled for settled in days if settled < anchor]
    near = [settled for settled in days if abs((settled - anchor).days) <= NEAR_DAYS]
    direction = 0 if near else scene.direction(found.first) or -1
    return min(days, key=lambda one: (direction * (one - anchor).days < 0, abs((one - anchor).days)), default=None)


def of_month(found: Found, scene: Scene) -> Reading | None:
    """Read "July", "early December", "November 1995", "last May", "July last year"."""
    month = found.number("month")
    if month is None or (found.get("link") and found.name("part") not in ("early", "late")):
        return None
    year = found.number("year")
    if year is None and scene.anchor is not None:
        year = _year_of_month(month, found, scene, scene.anchor)
    period = calendar.of_month(year, month)
    if found.number("year") is None:
        period = replace(period, fields=replace(period.fields, year=None))
    return dated(_with_part(found, period))


def _year_of_month(month: int, found: Found, scene: Scene, anchor: date) -> int:
    way = found.number("way")
    if way is not None and found.get("yearword"):
        return anchor.year + way
    if way == -1:
        return anchor.year if month < anchor.month - 1 else anchor.year - 1
    if way == 1:
        return anchor.year if month > anchor.month else anchor.year + 1
    if way == 0:
        return anchor.year
    ahead, back = (month - anchor.month) % 12, (anchor.month - month) % 12
    direction = scene.direction(found.first)
    forward = direction > 0 or (direction == 0 and ahead <= NEAR_MONTHS)
    return anchor.year + (anchor.month - 1 + ahead if forward else anchor.month - 1 - back) // 12


def _with_part(found: Found, period: Period) -> Period:
    """Return the period narrowed where the words say early, mid, late, end."""
    part = found.name("part")
    return calendar.narrowed(period, part) if part else period


def of_year(found: Found, scene: Scene) -> Reading | None:
    """Read "1990", "mid-1996", "the end of 1990", "fiscal 1989"."""
    year = found.number("year")
    if year is None or (found.get("link") and found.name("part") not in ("early", "late")):
        return None
    period = _with_part(found, calendar.of_year(year))
    if found.get("fiscal"):
        period = replace(period, start=None, end=None, fields=replace(period.fields, part="fiscal"))
    return dated(period)


def year_two_thousand(found: Found, scene: Scene) -> Reading | None:
    """Read "the year two thousand"."""
    return dated(calendar.of_year(2000)) if found.number("high") == 2 else None


def of_decade(found: Found, scene: Scene) -> Reading | None:
    """Read "the 1990s", "the early '60s", "the nineties"."""
    first = found.number("decade")
    if first is None:
        word = found.number("decadeword")
        first = None if word is None else 1900 + word
    if first is None or not FIRST_DECADE <= first <= LAST_DECADE:
        return None
    return dated(_with_part(found, calendar.of_years(first, 10, "decade")))


def of_century(found: Found, scene: Scene) -> Reading | None:
    """Read "the 20th century"."""
    which = found.number("which")
    if which is None or not 1 <= which <= LATEST_CENTURY:
        return None
    return dated(_with_part(found, calendar.of_years((which - 1) * 100 + 1, 100, "century")))


def of_quarter(found: Found, scene: Scene) -> Reading | None:
    """Read "the third quarter", "Q3 2023", "the first half of 1990"; without a year the last one begun."""
    which = found.number("which")
    if which is None or not 1 <= which <= (2 if found.get("half") else 4):
        return None
    months = 6 if found.get("half") else 3
    year, anchor = found.number("year"), scene.anchor
    if year is None and anchor:
        way = found.number("way")
        year = anchor.year
        if way is not None:
            year += way
        elif scene.direction(found.first) <= 0 and which * months - months + 1 > anchor.month:
            year -= 1
    if found.get("fiscal"):
        grain = "half" if months == 6 else "quarter"
        timex = f"{'XXXX' if year is None else year}-{'H' if months == 6 else 'Q'}{which}"
        return dated(calendar.unsettled(grain, timex, Calendar(year=year, part="fiscal")))
    return dated((calendar.of_half if months == 6 else calendar.of_quarter)(year, which))


def the_quarter(found: Found, scene: Scene) -> Reading | None:
    """Read "the quarter", "the year-ago quarter", "the 1988 period": the quarter that the text is about.

    Without one it is this quarter where the words say "this", and unsettled, or the last full one, otherwise.
    """
    about = scene.quarter
    way, year = found.number("way"), found.number("year")
    back = -1 if year is None and any(token.name == "year" for token in found.tokens[found.first : found.after]) else 0
    if about is not None and about.start is not None and way in (None, 0):
        quarter = (about.start.month + 2) // 3
        settled = calendar.of_quarter(year if year is not None else about.start.year + back, quarter)
        return dated(replace(settled, fields=Calendar(year=year)))
    stretch = found.tokens[found.after - 1].word == "period"
    latest = any(token.word == "latest" for token in found.tokens[found.first : found.after])
    if scene.anchor is None or (stretch and not latest) or not scene.fallback:
        return None
    of_anchor = (scene.anchor.month + 2) // 3
    if way is None or back:
        of_anchor, way = of_anchor - 1, 0
    year, month = calendar.month_on(scene.anchor.year + back, (of_anchor + way) * 3 - 2)
    return dated(calendar.of_quarter(year, (month + 2) // 3))


def of_season(found: Found, scene: Scene) -> Reading | None:
    """Read "last fall", "the winter of 1994", "this summer"; without a year the last one begun."""
    season = found.get("season")
    if season is None:
        return None
    year, anchor = found.number("year"), scene.anchor
    if year is None and anchor:
        year = anchor.year + _season_years(season.number, found, scene, anchor)
    period = calendar.of_season(year, season.name)
    if found.number("year") is None:
        period = replace(period, fields=replace(period.fields, year=None))
    return dated(_with_part(found, period))


def _season_years(month: int, found: Found, scene: Scene, anchor: date) -> int:
    """Return how many years lie between the anchor and the season that begins in `month`."""
    way = found.number("way")
    over = (anchor.month - month) % 12 >= 3
    begun = month <= anchor.month
    if way == -1:
        return 0 if begun and over else -1
    if way == 1 or (way is None and scene.direction(found.first) > 0):
        return 1 if begun else 0
    if way == 0:
        return -1 if month == 12 and anchor.month < 3 else 0
    return 0 if begun else -1
