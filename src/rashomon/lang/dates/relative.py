"""Dates that stand in relation to another day: weekdays, yesterday, last week, two days ago, the following year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from rashomon.lang.dates import absolute, calendar, clock, lengths
from rashomon.lang.dates.grammar import Found, Reading, Scene, dated
from rashomon.model import Calendar, Period

_OPEN: Final = MappingProxyType(
    {
        "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
        "quarter": "XXXX-QX", "decade": "XXX", "century": "XX",
    }
)  # fmt: skip


def weekday(found: Found, scene: Scene) -> Reading | None:
    """Read "Sunday", "last Tuesday", "early Friday", "next Monday".

    Without "last" or "next" it is the most recent one, the day of publication included, and the next one where the
    clause points ahead.
    """
    number = found.number("weekday")
    if number is None:
        return None
    if scene.anchor is None:
        timex = f"XXXX-WXX-{number + 1}"
        return dated(_parted(found, calendar.unsettled("day", timex, Calendar(weekday=number))))
    way = found.number("way")
    back = (scene.anchor.weekday() - number) % 7
    if way == -1:
        days = -(back or 7)
    elif way == 1 or (way is None and scene.direction(found.first) > 0):
        days = (number - scene.anchor.weekday()) % 7 or (7 if way == 1 else 0)
    elif way == 0:
        days = number - scene.anchor.weekday()
    else:
        days = -back
    days += {"before": -1, "after": 1}.get(found.name("beside"), 0)
    settled = calendar.shifted(scene.anchor, days)
    if settled is None:
        return None
    return dated(_parted(found, replace(calendar.of_day(settled), fields=Calendar(weekday=number))))


def _parted(found: Found, period: Period) -> Period:
    part = found.name("part")
    return calendar.narrowed(period, part) if part else period


def today(found: Found, scene: Scene) -> Reading | None:
    """Read "yesterday", "today", "tomorrow", "the day before yesterday"."""
    days = (found.number("today") or 0) + (-1 if found.get("before") else 0) + (1 if found.get("after") else 0)
    return _days_off(days, found, scene)


def _days_off(days: int, found: Found, scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return dated(_parted(found, calendar.unsettled("day", "XXXX-XX-XX")))
    settled = calendar.shifted(scene.anchor, days)
    if settled is None:
        return None
    return dated(_parted(found, replace(calendar.of_day(settled), fields=Calendar())))


def tonight(found: Found, scene: Scene) -> Reading | None:
    """Read "tonight"."""
    if scene.anchor is None:
        return dated(calendar.unsettled("part", "XXXX-XX-XXTNI", Calendar(part="night")))
    start = calendar.clock_start(scene.anchor) + timedelta(hours=18)
    timex = f"{scene.anchor.isoformat()}TNI"
    return dated(Period(start, start + timedelta(hours=12), "part", Calendar(part="night"), timex=timex))


def moved(day: date, unit: str, count: int) -> Period | None:
    """Return the stretch of one `unit` that lies `count` units after the one holding `day`."""
    if unit in ("day", "week", "fortnight", "weekend"):
        days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit] * count
        settled = calendar.shifted(day, days)
        if settled is None:
            return None
        build = {"day": calendar.of_day, "weekend": calendar.of_weekend}.get(unit, calendar.of_week)
        return build(settled)
    months = {"month": 1, "quarter": 3}.get(unit)
    if months is not None:
        year, month = calendar.month_on(day.year, day.month + months * count)
        if not 1 <= year <= 9998:
            return None
        return calendar.of_month(year, month) if unit == "month" else calendar.of_quarter(year, (month + 2) // 3)
    year = day.year + {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit, 1) * count
    return calendar.of_year(year) if 1 <= year <= 9998 else None


def of_unit(found: Found, scene: Scene) -> Reading | None:
    """Read "last week", "early next month", "the end of the year", "this weekend", "the fiscal year"."""
    unit, way = found.name("unit"), found.number("way") or 0
    if unit in ("second", "minute", "hour", "millennium") or (unit == "day" and way < 0):
        return None
    if unit == "day" and way > 0:
        return from_text(found, scene)
    if scene.anchor is None:
        return dated(_parted(found, calendar.unsettled(_grain(unit), _open_timex(unit))))
    if unit == "weekend" and found.get("way") is None:
        way = _weekend_way(found, scene, scene.anchor)
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        first = (scene.anchor.year // length + way) * length
        return dated(_parted(found, calendar.of_years(max(first, 1), length, unit)))
    period = moved(scene.anchor, unit, way)
    if period is None:
        return None
    if found.get("fiscal"):
        return dated(replace(period, start=None, end=None))
    period = replace(period, fields=Calendar())
    if way == 0 and found.word("part") in ("earlier", "later"):
        return dated(_beside(period, scene.anchor, found.word("part")))
    return dated(_parted(found, period))


def _beside(period: Period, anchor: date, word: str) -> Period:
    """Return what of `period` lies before the anchor ("earlier this month") or from it on ("later this year")."""
    if period.start is None or period.end is None:
        return period
    day = calendar.clock_start(anchor)
    if word == "later":
        return replace(period, start=day, fields=Calendar(part="late"))
    return replace(period, end=max(day, period.start + timedelta(days=1)), fields=Calendar(part="early"))


def this_year(found: Found, scene: Scene) -> Reading | None:
    """Read "the year", which corpora date by the day of publication: nothing where the scene does not fall back."""
    if not scene.fallback or scene.anchor is None:
        return None
    then = found.tokens[found.after].word if found.after < len(found.tokens) else ""
    if then in ("ended", "ending", "to"):
        return Reading("DURATION", "P1Y")
    return dated(calendar.of_year(scene.anchor.year))


def _weekend_way(found: Found, scene: Scene, anchor: date) -> int:
    """Return the week of a bare "the weekend": the one before, unless it has begun or the clause points ahead."""
    return 0 if anchor.weekday() >= 5 or scene.direction(found.first) > 0 else -1


def _grain(unit: str) -> str:
    """Return the grain of a period that a count of `unit` leads to."""
    return {"fortnight": "week", "millennium": "century"}.get(unit, unit)


def _open_timex(unit: str) -> str:
    """Return the TimeML value of a unit that nothing settles."""
    return _OPEN.get(unit, "XXXX")


def ago(found: Found, scene: Scene) -> Reading | None:
    """Read "two days ago", "a year ago", "in three weeks"; a vague count is only past or future."""
    unit, ahead = found.name("unit"), found.get("ahead") is not None
    if found.get("vague"):
        timex, grain = ("FUTURE_REF", "future") if ahead else ("PAST_REF", "past")
        return dated(calendar.unsettled(grain, timex))
    count = _count(found)
    if count is None:
        return None
    if unit == "year" and scene.quarter is not None and found.get("count") is None and not ahead:
        return _same_grain(dated(scene.quarter), unit, -1, replace(scene, before=scene.quarter))
    return _away(scene.anchor, unit, count if ahead else -count, found)


def _count(found: Found) -> int | None:
    token = found.get("count")
    if token is None:
        return 1
    return token.number * (found.number("scale") or 1) if token.number or token.word == "0" else None


def _away(day: date | None, unit: str, count: int, found: Found) -> Reading | None:
    if unit in ("second", "minute", "hour"):
        return dated(calendar.unsettled("past" if count < 0 else "future", "PAST_REF" if count < 0 else "FUTURE_REF"))
    if day is None:
        return dated(calendar.unsettled(_grain(unit), _open_timex(unit)))
    period = moved(day, unit, count)
    if period is None:
        return None
    about = found.get("approx") is not None or unit in ("decade", "century", "millennium")
    return dated(replace(period, fields=Calendar(), about=about))


def from_text(found: Found, scene: Scene) -> Reading | None:
    """Read "two days earlier", "a year later", "the following week", "the day before": relations to another date.

    They resolve against the one date that stands before them in the sentence, and are unsettled without it.
    """
    unit, way = found.name("unit"), found.number("way")
    if way is None:
        way = -1 if found.get("earlier") else 1
    count = (_count(found) or 1) * way
    if found.get("vague") or unit in ("second", "minute", "hour"):
        return Reading("DURATION", lengths.notation(unit, None if found.get("vague") else abs(count)))
    if unit == "year" and scene.quarter is not None and found.get("count") is None:
        return _same_grain(dated(scene.quarter), unit, way, replace(scene, before=scene.quarter))
    day = scene.reference()
    reading = _away(day, unit, count, found)
    if reading is None or reading.period is None or day is None or unit not in ("year", "month", "quarter"):
        return reading
    return _same_grain(reading, unit, count, scene)


def _same_grain(reading: Reading, unit: str, count: int, scene: Scene) -> Reading:
    """Return "a year earlier" in the grain of what it refers to: a year before a quarter is a quarter."""
    before = scene.before
    if before is None or before.start is None or unit != "year" or before.grain not in ("month", "quarter"):
        return reading
    start = before.start.date()
    moved_to = moved(date(start.year + count, start.month, 1), before.grain, 0) if start.year + count >= 1 else None
    return dated(replace(moved_to, fields=Calendar())) if moved_to else reading


def within(found: Found, scene: Scene) -> Reading | None:
    """Read "in two weeks" where the clause points ahead; otherwise it is how long something took."""
    count = _count(found)
    if count is None or scene.direction(found.first) <= 0 or found.name("unit") in ("second", "minute", "hour"):
        return None
    return _away(scene.anchor, found.name("unit"), count, found)


def other_weekday(found: Found, scene: Scene) -> Reading | None:
    """Read "the following Friday", "the previous Monday": counted from the date that the sentence named before."""
    number, way, day = found.number("weekday"), found.number("way"), scene.reference()
    if number is None:
        return None
    days = 0 if not way or day is None else (number - day.weekday()) * way % 7 or 7
    settled = None if day is None or not way else calendar.shifted(day, days * way)
    if settled is None:
        return dated(calendar.unsettled("day", f"XXXX-WXX-{number + 1}", Calendar(weekday=number)))
    return dated(replace(calendar.of_day(settled), fields=Calendar(weekday=number)))


def the_past(found: Found, scene: Scene) -> Reading | None:
    """Read "in the past"."""
    return dated(calendar.unsettled("past", "PAST_REF"))


def that(found: Found, scene: Scene) -> Reading | None:
    """Read "that year", "that same day": what the sentence named before."""
    day, unit = scene.reference(), found.name("unit")
    if found.get("daypart"):
        time = clock.part_of_day(found, scene)
        if day is None or time is None or time.period is None or not scene.fallback:
            return time
        return dated(replace(clock.on_day(calendar.of_day(day), time.period), fields=time.period.fields))
    if unit in ("second", "minute", "hour", "quarter", "decade", "century"):
        return None
    if day is None:
        return dated(calendar.unsettled(_grain(unit), _open_timex(unit)))
    period = moved(day, unit, 0)
    return dated(replace(period, fields=Calendar())) if period else None


def week_of(found: Found, scene: Scene) -> Reading | None:
    """Read "the week of March 6"."""
    reading = absolute.of_month_day(found, scene)
    if found.name("unit") != "week" or reading is None or reading.period is None or reading.period.start is None:
        return None
    return dated(calendar.of_week(reading.period.start.date()))


def still(found: Found, scene: Scene) -> Reading | None:
    """Read "now", "recently", "these days"."""
    value = found.name("word") or "PRESENT_REF"
    if found.first and found.tokens[found.first - 1].word == "as":
        return None
    grain = {"PAST_REF": "past", "FUTURE_REF": "future"}.get(value, "present")
    return dated(calendar.unsettled(grain, value))
