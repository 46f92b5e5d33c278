"""Ranges: "3 to 5", "between 3 and 5", "24- to 30-foot", "20 ± 2"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon import tables
from rashomon.lang.numbers import Word, joined, lower_at
from rashomon.lang.quantities.amounts import Amount, amount_from
from rashomon.lang.quantities.cues import HYPHENS, cue_words
from rashomon.model import Precision

_THRESHOLDS = tables.thresholds("rashomon.lang.quantities")
_FIRST_YEAR = _THRESHOLDS.integer("first_year_of_range")
_LAST_YEAR = _THRESHOLDS.integer("last_year_of_range")

_DASHES = (*HYPHENS, "–", "—", "~")


def with_range(words: Sequence[Word], amount: Amount, floor: int) -> Amount | None:
    """Read the other end of a range that `amount` begins ("3 to 5", "between 3 and 5", "24- to 30-foot"), or None."""
    here = amount.last
    opener = lower_at(words, amount.first - 1) if amount.first > floor else ""
    if lower_at(words, here) in HYPHENS and joined(words, here) and lower_at(words, here + 1) in ("to", "or", "and"):
        here += 1
    link = lower_at(words, here)
    if link == "±":
        return _margin(amount, amount_from(words, here + 1))
    between = opener in ("between", "anywhere")
    if here + 1 >= len(words) or not _links(words, here, link, between):
        return None
    other = amount_from(words, here + 1)
    if other is None or other.kind == "ordinal" or amount.kind == "ordinal":
        return None
    return _range(words, amount, other, (opener, link))


def _margin(amount: Amount, margin: Amount | None) -> Amount | None:
    """Return "20 ± 2 pounds" as the range it states."""
    if margin is None or margin.kind == "ordinal" or margin.stated < 0 or amount.unit not in (None, margin.unit):
        return None
    low, high = amount.stated - margin.stated, amount.stated + margin.stated
    return replace(
        margin, first=amount.first, low=low, high=high, stated=amount.stated, high_open=False, precision=Precision.RANGE
    )


def _links(words: Sequence[Word], here: int, link: str, between: bool) -> bool:
    if link == "and":
        return between
    if link in _DASHES:
        spaced = not joined(words, here) and not joined(words, here + 1)
        return spaced or joined(words, here)
    return link in ("to", "or", "through")


def _range(words: Sequence[Word], one: Amount, other: Amount, around: tuple[str, str]) -> Amount | None:
    opener, link = around
    if not _same_measure(one, other) or _years(one, other):
        return None
    one = _same_scale(one, other)
    if one.part != other.part or one.low is None or other.high is None:
        return None
    unit = other.unit or one.unit
    size = Fraction(1)
    if one.unit is not None and other.unit is not None:
        size = one.unit.factor / other.unit.factor
    low, high = one.low * size, other.high
    if low > high:
        if high >= 0 or one.stated >= 0:
            return None
        low, high = other.low or high, one.high or low
    if low == high and link != "and":
        return None
    if link == "or" and not _near(one, other):
        return None
    first = one.first - 1 if opener in ("between", "from", "anywhere") else one.first
    if opener == "from" and link != "through" and _is_change(words, one.first - 1):
        return None
    return replace(
        other,
        first=first,
        low=low,
        high=high,
        low_open=False,
        high_open=other.high_open,
        unit=unit,
        precision=Precision.RANGE,
        stated=(one.stated * size + other.stated) / 2,
        step=min(one.step * size, other.step),
    )


def _years(one: Amount, other: Amount) -> bool:
    """Say whether two bare figures are years: "between 2009 and 2016"."""
    bare = one.unit is None and other.unit is None and one.digits and other.digits and one.scale == other.scale == 1
    return bare and all(_FIRST_YEAR <= end.stated <= _LAST_YEAR and end.stated.denominator == 1 for end in (one, other))


def _same_measure(one: Amount, other: Amount) -> bool:
    """Say whether two ends can be of one range: a unit is left out, or both measure the same."""
    return one.unit is None or other.unit is None or one.unit.canonical == other.unit.canonical


def _near(one: Amount, other: Amount) -> bool:
    """Say whether "five or six" is one count said loosely: neighbours, or the next round number."""
    close = other.stated - one.stated <= max(one.step, other.step) and other.stated <= 2 * one.stated
    return close and one.unit in (None, other.unit)


def _same_scale(one: Amount, other: Amount) -> Amount:
    """Give the first number the scale of the second: "5 to 8 million", "$10-15bn"."""
    if one.scale != 1 or other.scale == 1 or one.stated * other.scale >= other.stated or one.low is None:
        return one
    if one.stated >= 1000 or one.high is None:
        return one
    scale = other.scale
    return replace(
        one, low=one.low * scale, high=one.high * scale, stated=one.stated * scale, step=one.step * scale, scale=scale
    )


def _is_change(words: Sequence[Word], at: int, reach: int = 6) -> bool:
    """Say whether a verb of change stands shortly before word `at`."""
    verbs = cue_words("quantity_cues", "change", "verbs")
    for back in range(at - 1, max(-1, at - 1 - reach), -1):
        if words[back].lower in (".", ";", "!", "?"):
            return False
        if words[back].lower in verbs:
            return True
    return False
