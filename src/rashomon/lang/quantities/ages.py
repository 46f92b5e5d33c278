"""Ages: "aged 47", "47-year-old", "Ann Ray, 47, of Leeds"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon import tables
from rashomon.lang.numbers import Word, joined, lower_at
from rashomon.lang.quantities.amounts import Amount
from rashomon.lang.quantities.cues import HYPHENS, cue_words
from rashomon.lang.units import unit_named

_THRESHOLDS = tables.thresholds("rashomon.lang.quantities")
_OLDEST_BARE = _THRESHOLDS.integer("oldest_bare")
_AGE_BELOW = _THRESHOLDS.integer("age_below")

_AGES = frozenset(f"{name}-of-age" for name in ("year", "month", "week", "day", "decade", "century"))


def as_age(words: Sequence[Word], amount: Amount, floor: int) -> Amount | None:
    """Read "aged 47", "47-year-old", "47 years old", "ages 5 to 10" as an age, or None."""
    here = amount.last
    unit = amount.unit
    if unit is not None and unit.dimension == "duration" and "/" not in unit.name:
        name = f"{unit.name}-of-age"
        if lower_at(words, here) in HYPHENS:
            here += 1
        if lower_at(words, here) in ("old", "olds") and name in _AGES:
            return replace(amount, last=here + 1, unit=unit_named(name), kind="age")
        if lower_at(words, here) == "of" and lower_at(words, here + 1) == "age" and name in _AGES:
            return replace(amount, last=here + 2, unit=unit_named(name), kind="age")
        return None
    if unit is not None:
        return None
    if lower_at(words, here) in ("yo", "y/o") and amount.digits:
        return replace(amount, last=here + 1, unit=unit_named("year-of-age"), kind="age")
    before = lower_at(words, amount.first - 1)
    second = before in ("and", "or") and lower_at(words, amount.first - 3) in ("aged", "ages")
    if second and words[amount.first - 2].kind == "digits" and 0 < amount.stated < _AGE_BELOW:
        return replace(amount, unit=unit_named("year-of-age"), kind="age")
    if amount.first > floor and before in ("aged", "age", "ages") and 0 < amount.stated < _AGE_BELOW:
        return replace(amount, first=amount.first - 1, unit=unit_named("year-of-age"), kind="age")
    return None


def age_after_name(words: Sequence[Word], amount: Amount) -> Amount | None:
    """Read "Ann Ray, 47, of Leeds" as an age: a bare number between commas right after a name."""
    at, last = amount.first, amount.last
    if (
        amount.unit is not None
        or not amount.digits
        or last != at + 1
        or not 1 <= amount.stated <= _OLDEST_BARE
        or at < 2
    ):
        return None
    name, after = words[at - 2], lower_at(words, last)
    if words[at - 1].lower != "," or name.kind != "letters" or not name.text[0].isupper() or len(name.text) < 2:
        return None
    if name.lower in cue_words("figures", "months", "names") or amount.stated.denominator != 1:
        return None
    if after not in (",", ".", ";", "and", "was", "is", "") or (last < len(words) and joined(words, last + 1)):
        return None
    if last + 1 < len(words) and words[last + 1].kind == "digits":
        return None
    return replace(amount, unit=unit_named("year-of-age"), kind="age")
