"""Times of day: clocks with and without a zone, parts of the day, and their union with a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from rashomon.lang.dates import calendar
from rashomon.lang.dates.grammar import Found, Reading, Scene, dated
from rashomon.lang.tables import load_table
from rashomon.model import Calendar, Period

_PARTS: Final[Any] = load_table("time")["dayparts"]


def at_clock(found: Found, scene: Scene) -> Reading | None:
    """Read "7:37 a.m. local time", "0737 GMT", "10 o'clock", "around noon"."""
    clock = found.get("clock")
    if clock is None:
        return None
    minutes = clock.number
    if found.name("daypart") not in ("", "morning") and minutes < 720:
        minutes += 720
    if not 0 <= minutes <= 1440:
        return None
    zone = found.get("zone")
    fields = Calendar(hour=minutes // 60, minute=minutes % 60, zone=zone.number if zone and zone.name else None)
    spelled = clock.name == "clock12" and not any(mark in clock.word[:-3] for mark in ":.")
    grain = "hour" if spelled and minutes % 60 == 0 else "minute"
    about = found.get("approx") is not None
    return dated(replace(calendar.unsettled(grain, f"T{_written(minutes)}", fields), about=about))


def on_the_hour(found: Found, scene: Scene) -> Reading | None:
    """Read "4 in the morning" and "ten o'clock": without a part of the day the half of the day stays open."""
    hour = found.number("clock")
    if hour is None or not 1 <= hour <= 12:
        return None
    if found.name("daypart") not in ("", "morning", "dawn"):
        hour = hour % 12 + 12
    fields = Calendar(hour=hour, minute=0, part=found.name("daypart"))
    return dated(replace(calendar.unsettled("hour", f"T{hour:02d}:00", fields), about=found.get("approx") is not None))


def at_military(found: Found, scene: Scene) -> Reading | None:
    """Read "at 1353 (1023 GMT)": four digits that only their neighbour makes a time."""
    digits = found.number("clock")
    if digits is None or digits > 2359 or digits % 100 > 59:
        return None
    minutes = digits // 100 * 60 + digits % 100
    fields = Calendar(hour=minutes // 60, minute=minutes % 60)
    return dated(calendar.unsettled("minute", f"T{_written(minutes)}", fields))


def between_hours(found: Found, scene: Scene) -> Reading | None:
    """Read "between 3 and 4 p.m.": about the first hour named, in the half of the day that the second gives."""
    first, last = found.number("first"), found.get("clock")
    if first is None or last is None or last.name != "clock12" or last.number // 60 % 12 < first % 12:
        return None
    minutes = first % 12 * 60 + (720 if last.number >= 720 else 0)
    period = calendar.unsettled("hour", f"T{_written(minutes)}", Calendar(hour=minutes // 60, minute=0))
    return dated(replace(period, about=True))


def with_hours(found: Found, scene: Scene) -> Reading | None:
    """Read "1100 hours" and "09:10 hours"."""
    if found.name("unit") != "hour" or found.name("clock") == "clock12":
        return None
    return at_clock(found, scene)


def _written(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def part_of_day(found: Found, scene: Scene) -> Reading | None:
    """Read "morning", "overnight", "this evening", "last night"."""
    part = found.name("daypart") or "night"
    fields = Calendar(part=part)
    period = calendar.unsettled("part", f"T{_PARTS[part][2]}", fields)
    way = found.number("way")
    if way is None:
        return dated(period)
    if way < 0 and found.get("fixed"):
        return None
    if way > 0:
        return next_part(period, scene)
    if scene.anchor is None:
        return dated(replace(period, timex=f"XXXX-XX-XX{period.timex}"))
    day = calendar.shifted(scene.anchor, way)
    return dated(on_day(calendar.of_day(day), period)) if day else None


def next_part(period: Period, scene: Scene) -> Reading:
    """Return the reading of "the next morning": a day after the date that the sentence named before."""
    day = scene.reference()
    after = day and calendar.shifted(day, 1)
    if after is None:
        return dated(replace(period, timex=f"XXXX-XX-XX{period.timex}"))
    return dated(replace(on_day(calendar.of_day(after), period), fields=period.fields))


def on_day(day: Period, time: Period) -> Period:
    """Return `time` on `day`; unsettled, but with the fields of both, where the day is."""
    fields = replace(day.fields, hour=time.fields.hour, minute=time.fields.minute, zone=time.fields.zone,
                     part=time.fields.part or day.fields.part)  # fmt: skip
    timex = f"{day.timex[:10]}{time.timex}"
    if day.start is None:
        return replace(time, fields=fields, timex=timex)
    midnight = day.start.replace(hour=0, minute=0)
    if time.grain == "part":
        first, hours, _ = _PARTS[time.fields.part]
        start = midnight + timedelta(hours=first)
        return Period(start, start + timedelta(hours=hours), "part", fields, time.about or day.about, timex)
    start = midnight + timedelta(hours=time.fields.hour or 0, minutes=time.fields.minute or 0)
    length = timedelta(hours=1) if time.grain == "hour" else timedelta(minutes=1)
    return Period(start, start + length, time.grain, fields, time.about, timex)
