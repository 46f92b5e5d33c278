"""How long and how often: durations and repeated times in TimeML notation."""

from __future__ import annotations

import re
from typing import Any, Final

from rashomon.lang.dates.grammar import Found, Reading, Scene
from rashomon.lang.tables import load_table

_TIME: Final[Any] = load_table("time")


def notation(unit: str, count: int | None) -> str:
    """Return a TimeML duration: ("day", 6) is "P6D", ("decade", None) is "PXE"."""
    if count is None and unit in ("decade", "century"):
        return "PXE" if unit == "decade" else "PXC"
    clock, times, letter = _TIME["unit_letters"][unit]
    return f"P{clock}{'X' if count is None else count * times}{letter}"


def duration(found: Found, scene: Scene) -> Reading | None:
    """Read "six days", "a two-week", "2 1/2 years", "the past few months", "years"."""
    unit = found.name("unit")
    if unit in ("weekend", "") or _three_quarters(found):
        return None
    if found.number("vague"):
        return Reading("DURATION", notation(unit, found.number("vague")))
    if found.get("vague") or (found.get("count") is None and found.get("single") is None):
        return Reading("DURATION", notation(unit, None))
    token = found.get("count")
    count = 1 if token is None else token.number
    if found.number("scale"):
        count *= found.number("scale") or 1
    if found.get("frac"):
        return _half_more(unit, count) if found.word("frac") == "1/2" else None
    if token is not None and token.number == 0:
        return _fraction(unit, token.word)
    if found.get("half"):
        return _half_more(unit, count)
    return Reading("DURATION", notation(unit, count))


def _three_quarters(found: Found) -> bool:
    """Say whether the words are the share "three-quarters"."""
    return found.name("unit") == "quarter" and found.number("count") == 3 and found.tokens[found.after - 2].word == "-"


def _half_more(unit: str, count: int) -> Reading:
    """Return the reading of "two and a half years"."""
    below = {"year": (12, "month"), "hour": (60, "minute"), "day": (24, "hour"), "minute": (60, "second")}.get(unit)
    if below is None:
        return Reading("DURATION", notation(unit, count)[:-1] + ".5" + notation(unit, count)[-1])
    more = notation(below[1], below[0] // 2)
    return Reading("DURATION", notation(unit, count) + more[2 if "T" in notation(unit, count) else 1 :])


def _fraction(unit: str, words: str) -> Reading | None:
    if not re.fullmatch(r"\d{1,9}\.\d{1,9}", words):
        return None
    clock, times, letter = _TIME["unit_letters"][unit]
    return Reading("DURATION", f"P{clock}{words}{letter}") if times == 1 else None


def past_one(found: Found, scene: Scene) -> Reading | None:
    """Read "the past year": the length that ends now, not last year."""
    unit = found.name("single")
    return Reading("DURATION", notation(unit, 1)) if unit else None


def half_unit(found: Found, scene: Scene) -> Reading | None:
    """Read "half an hour", "a half-year"."""
    below = {"year": "P6M", "hour": "PT30M", "day": "PT12H", "minute": "PT30S", "decade": "P5Y", "century": "P50Y"}
    value = below.get(found.name("unit"))
    return Reading("DURATION", value) if value else None


def every(found: Found, scene: Scene) -> Reading | None:
    """Read "every day", "each July", "Tuesdays", "daily"."""
    if found.get("word"):
        return Reading("SET", found.name("word"))
    weekday = found.number("weekday")
    if weekday is not None:
        part = found.name("daypart")
        return Reading("SET", f"XXXX-WXX-{weekday + 1}" + (f"T{_TIME['dayparts'][part][2]}" if part else ""))
    month = found.number("month")
    if month is not None:
        return Reading("SET", f"XXXX-{month:02d}")
    if found.get("season"):
        return Reading("SET", f"XXXX-{found.name('season')}")
    if found.get("daypart"):
        return Reading("SET", f"XXXX-XX-XXT{_TIME['dayparts'][found.name('daypart')][2]}")
    if found.name("unit") == "weekend":
        return Reading("SET", "XXXX-WXX-WE")
    return Reading("SET", notation(found.name("unit"), found.number("count") or 1))
