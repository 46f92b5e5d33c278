"""Lines that say when a report was published: made of nothing but dates, times and their labels."""

from __future__ import annotations

import re
from datetime import date, datetime

from rashomon import tables
from rashomon.lang.dates import find_periods
from rashomon.lang.tables import load_table
from rashomon.model import Period

_THRESHOLDS = tables.thresholds("rashomon.read")
_FIRST_YEAR = _THRESHOLDS.integer("first_year")
_LAST_YEAR = _THRESHOLDS.integer("last_year")
_LONGEST_MONTH = _THRESHOLDS.integer("longest_month")

_MOST_NAMES = _THRESHOLDS.integer("most_names")

_WORD = re.compile(r"[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]")
_LONGEST_LINE = _THRESHOLDS.integer("longest_line")


def words_of_line(line: str) -> tuple[str, ...]:
    """Return the lower-case words, numbers and marks of a line."""
    return tuple(word.lower() for word in _WORD.findall(line[:400]))


def is_timestamp(line: str, *, labelled: bool = False) -> bool:
    """Say whether a line holds a full date and nothing but dates, times, zones and labels such as "Updated".

    The names of an outlet and a town may stand before it ("INA, Dublin, 9 November 2025"). `labelled` asks for such a
    label: a bare date in the middle of a text may be a heading of it.
    """
    if len(line) > _LONGEST_LINE or not any(character.isdigit() for character in line):
        return False
    words = words_of_line(line)
    if stated_date(line) is None or not (
        all(_of_a_date(word) for word in words) or (not labelled and _is_signed(line))
    ):
        return False
    return not labelled or any(word in load_table("heads")["timestamp"]["labels"] for word in words)


def stated_date(line: str) -> datetime | None:
    """Return the first full date that a line states, with its time of day where one stands beside it.

    The time is the clock's as printed, without a zone; midnight where none is given. "4/9/2007" is read with the month
    first where "PM" stands beside it, for only American clocks write both; elsewhere it is taken for unknown.
    """
    words = words_of_line(line)
    for at in range(len(words)):
        day = _iso(words[at : at + 5]) or _named(words[at : at + 7]) or _slashed(words[at : at + 5], words)
        if day is not None:
            hour, minute = _clock(words, at)
            return datetime(*day, hour, minute)
    return None


def stated_hour(line: str, day: date) -> datetime | None:
    """Return the minute that a line states with the date of `day`: "INA, Dublin, 9 November, 8.05 p.m."; else None.

    A line that gives a clock without day and month may tell when something happened.
    """
    if len(line) > _LONGEST_LINE:
        return None
    for mention in find_periods(line, day):
        value, named = mention.value, words_of_line(mention.range.of(line))
        whole = any(_month(word) is not None or _is_year(word) for word in named)
        if (
            isinstance(value, Period)
            and value.grain == "minute"
            and value.start
            and value.start.date() == day
            and whole
        ):
            return value.start.replace(tzinfo=None)
    return None


def _is_year(word: str) -> bool:
    return word.isdigit() and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def _is_signed(line: str) -> bool:
    """Say whether what stands beside a date are a few names, all before it: those of an outlet and a town."""
    words = _WORD.findall(line)
    of_a_date = [_of_a_date(word.lower()) for word in words]
    names = [word for word, dated in zip(words, of_a_date, strict=True) if not dated]
    first = next((at for at, word in enumerate(words) if of_a_date[at] and word.isalnum()), len(words))
    return len(names) <= _MOST_NAMES and all(word[:1].isupper() for word in names) and all(of_a_date[first:])


def _of_a_date(word: str) -> bool:
    if not (word.isascii() and word.isalnum()):
        return word in ",.:|/-–—@()+•·"
    if word.isdigit():
        return len(word) <= 4
    table = load_table("heads")["timestamp"]
    return _month(word) is not None or any(word in table[kind] for kind in ("labels", "small", "zones", "weekdays"))


def _month(word: str) -> int | None:
    months: list[str] = load_table("heads")["timestamp"]["months"]
    return months.index(word[:3]) + 1 if word[:3] in months and len(word) <= _LONGEST_MONTH else None


def _valid(year: str, month: int, day: str) -> tuple[int, int, int] | None:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        datetime(full, month, int(day))
    except (ValueError, OverflowError):
        return None
    return (full, month, int(day)) if _FIRST_YEAR <= full <= _LAST_YEAR else None


def _iso(words: tuple[str, ...]) -> tuple[int, int, int] | None:
    if len(words) == 5 and words[1] == words[3] == "-" and all(words[i].isdigit() for i in (0, 2, 4)):
        return _valid(words[0], int(words[2]), words[4]) if len(words[0]) == 4 and len(words[2]) <= 2 else None
    return None


def _named(words: tuple[str, ...]) -> tuple[int, int, int] | None:
    kept = [w for w in words if w.isalnum() and w not in ("st", "nd", "rd", "th", "of")][:3]
    if len(kept) < 3 or not (kept[2].isdigit() and len(kept[2]) == 4):
        return None
    first, second, year = kept
    month, day = (_month(first), second) if second.isdigit() else (_month(second), first)
    return _valid(year, month, day) if month and day.isdigit() and len(day) <= 2 else None


def _slashed(words: tuple[str, ...], line: tuple[str, ...]) -> tuple[int, int, int] | None:
    marked = len(words) == 5 and words[1] == words[3] and words[1] in "/."
    if not marked or not all(words[i].isdigit() for i in (0, 2, 4)):
        return None
    first, second, year = words[0], words[2], words[4]
    if len(year) not in (2, 4) or max(len(first), len(second)) > 2:
        return None
    american = int(second) > 12 or first == second or not {"am", "pm"}.isdisjoint(line)
    if american:
        return _valid(year, int(first), second) if int(first) <= 12 else None
    return _valid(year, int(second), first) if int(first) > 12 else None


def _clock(words: tuple[str, ...], near: int) -> tuple[int, int]:
    """Return the time of day nearest after the date, or before it; midnight where there is none."""
    places = [*range(near, len(words)), *range(near - 1, -1, -1)]
    for at in places:
        if words[at : at + 1] and words[at].isdigit() and len(words[at]) <= 2 and words[at + 1 : at + 2] == (":",):
            minute = words[at + 2 : at + 3]
            if minute and minute[0].isdigit() and len(minute[0]) == 2:
                return _on_the_day(int(words[at]), int(minute[0]), words[at + 3 : at + 8])
    return 0, 0


def _on_the_day(hour: int, minute: int, after: tuple[str, ...]) -> tuple[int, int]:
    half = "".join(word for word in after if word.isalpha())
    if half.startswith("pm") and hour < 12:
        hour += 12
    elif half.startswith("am") and hour == 12:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else (0, 0)
