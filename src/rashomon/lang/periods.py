"""How two stated times relate: the same, one within the other, or apart."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from rashomon import tables
from rashomon.model import Calendar, Period

_THRESHOLDS = tables.thresholds("rashomon.lang")

ABOUT = timedelta(minutes=_THRESHOLDS.integer("periods_about"))
DAILY = frozenset({"minute", "hour", "part", "day"})  # grains of a day or less
WEEKLY = DAILY | {"weekend", "week"}  # grains of a week or less
QUARTER = 15  # minutes: every zone in use lies a multiple of this from Greenwich
DAY = 24 * 60
# The hours that a part of the day may hold, the last not among them: "night" and "evening" overlap, as people use them.
PARTS = MappingProxyType(
    {
        "morning": _THRESHOLDS.integers("morning_hours"),
        "afternoon": _THRESHOLDS.integers("afternoon_hours"),
        "evening": _THRESHOLDS.integers("evening_hours"),
        "night": _THRESHOLDS.integers("night_hours"),
    }
)


class Overlap(StrEnum):
    """How two periods lie to one another."""

    SAME = "same"
    WITHIN = "within"  # one contains the other
    MEETS = "meets"  # they share a part, or one is approximate
    ZONE = "zone"  # the same moment in two time zones
    APART = "apart"
    UNKNOWN = "unknown"  # nothing in common that could be compared


def overlap(one: Period, other: Period) -> Overlap:
    """Return how two periods lie to one another: by the calendar where both are resolved, else by words."""
    if one.fields.zone is not None and other.fields.zone is not None and one.fields.zone != other.fields.zone:
        first, second = _greenwich(one), _greenwich(other)
        if first is not None and second is not None:
            return Overlap.ZONE if abs(first - second) < timedelta(minutes=1) else Overlap.APART
    by_words = _by_words(one.fields, other.fields)
    if by_words is not Overlap.UNKNOWN and (one.start is None or other.start is None):
        return _softened(by_words, one, other)
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return by_words
    return _softened(_by_calendar((one.start, one.end), (other.start, other.end)), one, other)


def one_zone(one: Calendar, other: Calendar) -> bool:
    """Say whether one names its zone, the other does not, and they differ by what a zone can lie from another."""
    if (one.zone is None) == (other.zone is None) or None in (one.hour, other.hour):
        return False
    apart = _minutes(one) - _minutes(other)
    return apart % DAY != 0 and apart % QUARTER == 0


def _minutes(words: Calendar) -> int:
    return (words.hour or 0) * 60 + (words.minute or 0)


def _by_calendar(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> Overlap:
    if one == other:
        return Overlap.SAME
    if (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1]):
        return Overlap.WITHIN
    return Overlap.MEETS if one[0] < other[1] and other[0] < one[1] else Overlap.APART


def _by_words(one: Calendar, other: Calendar) -> Overlap:
    """Compare what the words themselves say: a field that both give must agree; more fields are a finer answer."""
    names = [f.name for f in fields(Calendar) if f.name not in {"zone", "part"}]
    first = {n: v for n in names if (v := getattr(one, n)) is not None}
    second = {n: v for n in names if (v := getattr(other, n)) is not None}
    shared = first.keys() & second.keys()
    if not shared:
        return _clock_in_part(one, other)
    if any(first[n] != second[n] for n in shared):
        return Overlap.APART
    if first.keys() == second.keys():
        if one.part == other.part:
            return Overlap.SAME
        return Overlap.WITHIN if not one.part or not other.part else Overlap.APART
    return Overlap.WITHIN if first.keys() <= second.keys() or second.keys() <= first.keys() else Overlap.MEETS


def _clock_in_part(one: Calendar, other: Calendar) -> Overlap:
    """Compare a time by the clock with a part of the day, of which nothing else is named by both."""
    for clock, part in ((one, other), (other, one)):
        if clock.hour is not None and part.hour is None and part.part in PARTS and not clock.part:
            first, last = PARTS[part.part]
            inside = first <= clock.hour < last or first <= clock.hour + 24 < last
            return Overlap.WITHIN if inside else Overlap.APART
    return Overlap.UNKNOWN


def _softened(found: Overlap, one: Period, other: Period) -> Overlap:
    """An approximate time ("around noon", "early December") is apart only from what lies outside its neighbourhood."""
    if found is not Overlap.APART or not (one.about or other.about):
        return found
    if one.start is None or other.start is None or one.end is None or other.end is None:
        if None not in (one.fields.hour, other.fields.hour):
            return Overlap.MEETS if abs(_clock(one) - _clock(other)) <= ABOUT else Overlap.APART
        coarse = [(p.fields.year, p.fields.month) for p in (one, other)]
        named = all(a is None or b is None or a == b for a, b in zip(*coarse, strict=True))
        return Overlap.UNKNOWN if named else Overlap.APART
    slack = max(min(one.end - one.start, other.end - other.start), ABOUT)
    return Overlap.MEETS if one.start < other.end + slack and other.start < one.end + slack else Overlap.APART


def _clock(period: Period) -> timedelta:
    return timedelta(hours=period.fields.hour or 0, minutes=period.fields.minute or 0)


def _greenwich(period: Period) -> datetime | None:
    """Return the start in Greenwich time, on an arbitrary day where only the clock is given."""
    words = period.fields
    if words.hour is None or words.zone is None:
        return None
    day = period.start.date() if period.start else datetime(2000, 1, 2).date()
    return datetime(day.year, day.month, day.day, words.hour % 24, words.minute or 0) - timedelta(minutes=words.zone)
