"""Amounts in two units: "6 ft 2 in", "2 hours and 10 minutes", "15 dollars 50"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon.lang.numbers import Word, lower_at
from rashomon.lang.quantities.amounts import Amount, read_amount
from rashomon.lang.quantities.cues import HYPHENS
from rashomon.lang.units import unit_named

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
