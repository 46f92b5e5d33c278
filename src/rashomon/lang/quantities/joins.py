"""Amounts that belong together: ranges, sums of units, the same again in another unit, scores, ages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon.lang.numbers import Word, joined, lower_at
from rashomon.lang.quantities.amounts import HYPHENS, Amount, amount_from, cue_words, read_amount
from rashomon.lang.units import unit_named
from rashomon.model import Precision

_DASHES = (*HYPHENS, "–", "—", "~")
_SUMS = {"length", "mass", "duration", "money"}


def with_smaller_units(words: Sequence[Word], amount: Amount) -> Amount:
    """Add "6 ft 2 in", "2 hours and 10 minutes", "3 dollars 50 cents" up to one amount in the first unit."""
    if amount.stated.denominator != 1:
        return amount
    least = amount.unit
    while amount.unit is not None and least is not None and amount.unit.dimension in _SUMS and not amount.decimals:
        here = amount.last
        if lower_at(words, here) in ("and", ",", *HYPHENS):
            here += 1
        if lower_at(words, here) == "and":
            here += 1
        if lower_at(words, here) in ("a", "an") or here >= len(words):
            half = _and_a_half(words, amount, here)
            if half is None:
                return amount
            amount = half
            continue
        half = _and_a_half(words, amount, here)
        if half is not None:
            amount = half
            continue
        rest = _inches(words, amount, here) or _coins(words, amount, here) or read_amount(words, here, here)
        if rest is None or rest.unit is None or amount.unit is None or rest.kind == "ordinal":
            return amount
        one, other = amount.unit, rest.unit
        if other.canonical != one.canonical or other.factor >= least.factor or rest.stated * other.factor >= one.factor:
            return amount
        least = other
        share = other.factor / one.factor
        total = amount.stated + rest.stated * share
        amount = replace(
            amount, last=rest.last, low=total, high=total, stated=total, step=rest.step * share, high_open=False
        )
    return amount


def _and_a_half(words: Sequence[Word], amount: Amount, here: int) -> Amount | None:
    """Read "an hour and a half"."""
    if lower_at(words, here - 1) != "and" or lower_at(words, here) != "a":
        return None
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}.get(lower_at(words, here + 1))
    if part is None:
        return None
    total = amount.stated + part
    return replace(amount, last=here + 2, low=total, high=total, stated=total, step=Fraction(1, 10), decimals=True)


def _coins(words: Sequence[Word], amount: Amount, here: int) -> Amount | None:
    """Read the bare number that ends "15 dollars 50" and "thirteen dollars forty five" as hundredths."""
    if amount.unit is None or amount.unit.dimension != "money" or amount.scale != 1 or "/" in amount.unit.name:
        return None
    if words[amount.last - 1].kind == "digits" or lower_at(words, amount.last) == ",":
        return None
    rest = read_amount(words, here, here)
    if rest is None or rest.unit is not None or not 0 < rest.stated < 100 or rest.part or rest.kind == "ordinal":
        return None
    if rest.last < len(words) and lower_at(words, rest.last) not in (".", ",", ";", "more", ")"):
        return None
    unit = replace(amount.unit, name="hundredth", factor=amount.unit.factor / 100)
    return replace(rest, unit=unit)


def _inches(words: Sequence[Word], amount: Amount, here: int) -> Amount | None:
    """Read the bare number of "5-foot-11" and "5 feet 11" as inches."""
    if amount.unit is None or amount.unit.name != "foot" or lower_at(words, amount.last) in ("and", ","):
        return None
    rest = read_amount(words, here, here)
    if rest is not None and rest.unit is None and lower_at(words, rest.last) in ("in", "ins") and rest.stated < 12:
        return replace(rest, unit=unit_named("inch"), last=rest.last + 1)
    if rest is None or rest.unit is not None or not 0 < rest.stated < 12 or rest.part or rest.kind == "ordinal":
        return None
    if rest.last < len(words) and words[rest.last].kind == "letters" and lower_at(words, amount.last) not in HYPHENS:
        return None
    return replace(rest, unit=unit_named("inch"))


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
    return bare and all(1800 <= end.stated <= 2100 and end.stated.denominator == 1 for end in (one, other))


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


def score_at(words: Sequence[Word], amount: Amount) -> tuple[Amount, Amount] | None:
    """Read "3-1" as the two numbers of a result, where the words around speak of winning or voting."""
    here = amount.last
    if lower_at(words, here) not in ("-", "–", "to") or here + 1 >= len(words) or amount.unit is not None:
        return None
    if lower_at(words, here) != "to" and not (joined(words, here) and joined(words, here + 1)):
        return None
    other = read_amount(words, here + 1, here + 1)
    if other is None or other.unit is not None or other.stated.denominator != 1 or amount.stated.denominator != 1:
        return None
    if other.part or other.kind == "ordinal" or amount.stated > 999 or other.stated > 999:
        return None
    cues = cue_words("quantity_cues", "score", "words")
    near = [*words[max(0, amount.first - 6) : amount.first], *words[other.last : other.last + 3]]
    cued = any(word.lower in cues for word in near)
    if lower_at(words, here) == "to":
        cued = cued and amount.stated > other.stated and lower_at(words, amount.first - 1) != "from"
    elif amount.digits and other.digits and other.stated <= amount.stated < 200:
        cued = True
    return (amount, other) if cued else None


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
    if second and words[amount.first - 2].kind == "digits" and 0 < amount.stated < 130:
        return replace(amount, unit=unit_named("year-of-age"), kind="age")
    if amount.first > floor and before in ("aged", "age", "ages") and 0 < amount.stated < 130:
        return replace(amount, first=amount.first - 1, unit=unit_named("year-of-age"), kind="age")
    return None


def with_shared_unit(words: Sequence[Word], amount: Amount) -> Amount:
    """Give the first number of "45 and 50 miles" the unit of the second; its words stay its own."""
    if amount.unit is not None or amount.kind == "ordinal" or lower_at(words, amount.last) not in ("and", "or"):
        return amount
    other = amount_from(words, amount.last + 1)
    if other is None or other.unit is None or other.digits != amount.digits or amount.part or amount.stated <= 1:
        return amount
    return replace(amount, unit=other.unit) if other.stated > amount.stated else amount


def age_after_name(words: Sequence[Word], amount: Amount) -> Amount | None:
    """Read "Ann Ray, 47, of Leeds" as an age: a bare number between commas right after a name."""
    at, last = amount.first, amount.last
    if amount.unit is not None or not amount.digits or last != at + 1 or not 1 <= amount.stated <= 110 or at < 2:
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


def out_of(words: Sequence[Word], amount: Amount) -> Amount | None:
    """Read "one in five" and "three out of four" as a share of the whole, or None."""
    here = amount.last
    if amount.unit is not None or amount.stated.denominator != 1 or amount.stated < 1 or amount.kind == "ordinal":
        return None
    link = tuple(lower_at(words, here + i) for i in range(3))
    if link[:2] == ("out", "of"):
        here += 3 if link[2] == "every" else 2
    elif link[0] == "in" and amount.stated == 1:
        here += 2 if link[1] == "every" else 1
    else:
        return None
    if here >= len(words) or words[here].kind not in ("digits", "letters"):
        return None
    other = read_amount(words, here, here)
    if other is None or other.unit is not None or other.kind == "ordinal" or other.part:
        return None
    if other.stated.denominator != 1 or not amount.stated < other.stated <= 1000000 or other.stated < 3:
        return None
    share = amount.stated / other.stated
    return replace(amount, last=other.last, low=share, high=share, stated=share, step=Fraction(1, 100), part=True)


_AGES = frozenset(f"{name}-of-age" for name in ("year", "month", "week", "day", "decade", "century"))
