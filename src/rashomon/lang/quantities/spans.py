"""Lengths of time that one word gives: "week-long", "monthslong"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from rashomon.lang.numbers import Word, joined, lower_at
from rashomon.lang.quantities.amounts import Amount
from rashomon.lang.quantities.cues import HYPHENS
from rashomon.lang.tables import load_table
from rashomon.lang.units import unit_named
from rashomon.model import Precision


@cache
def _names() -> frozenset[str]:
    table = load_table("approximations")
    units = (*table["long"], *table["plural_long"])
    return frozenset({*units, *(unit + "long" for unit in units)})


def starts_long(word: str) -> bool:
    """Say whether "week-long" or "weeklong" may begin with this word."""
    return word in _names()


def read_long(words: Sequence[Word], at: int) -> Amount | None:
    """Read "week-long", "weeklong", "months-long", "monthslong" at word `at`, or None."""
    word = words[at].lower
    if word.endswith("long") and len(word) > 4:
        return _long(at, at + 1, word[:-4])
    if lower_at(words, at + 2) == "long" and lower_at(words, at + 1) in HYPHENS and joined(words, at + 1):
        return _long(at, at + 3, word)
    return None


def _long(first: int, last: int, name: str) -> Amount | None:
    table = load_table("approximations")
    if name in table["long"]:
        low, high = (Fraction(end) for end in table["long"][name])
        one = Fraction(1)
        return Amount(first, last, low, high, one, one, unit_named(name), precision=Precision.ABOUT)
    if name in table["plural_long"]:
        low, high = (Fraction(end) for end in table["plural_long"][name])
        unit = unit_named("century" if name == "centuries" else name[:-1])
        return Amount(first, last, low, high, low, Fraction(1), unit, precision=Precision.VAGUE)
    return None
