"""A number as written, and the tables of names that numerals are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from rashomon import tables
from rashomon.lang.numbers.words import Word
from rashomon.lang.tables import load_table

_THRESHOLDS = tables.thresholds("rashomon.lang.numbers")

LONGEST_UNGROUPED = _THRESHOLDS.integer("longest_ungrouped")
LONGEST_DIGITS = _THRESHOLDS.integer("longest_digits")


LARGEST_SCALE = 10**24  # "million million million" and on is noise


_GROUPING = re.compile(r"[,\u00a0\u202f\u2009 ]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: words `first` up to but not including `last`, its exact value, and how it is written.

    `step` is the place value of the last significant digit. `kind` is "cardinal", "part" (two-thirds) or "ordinal".
    `digits` says that it starts with digits, `decimals` that it has a decimal point (or half a million), `scale` is
    the last scale word or letter (1 for none).
    """

    first: int
    last: int
    value: Fraction
    step: Fraction
    kind: str = "cardinal"
    digits: bool = False
    decimals: bool = False
    scale: Fraction = Fraction(1)


class Names(NamedTuple):
    """The tables of numerals, as exact values."""

    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    lots: Mapping[str, int]
    letters: Mapping[str, int]
    money_letters: Mapping[str, int]
    ordinals: Mapping[str, int]
    parts: Mapping[str, int]
    vulgar: Mapping[str, Fraction]
    starts: frozenset[str]


@cache
def names() -> Names:
    """Return the names of numerals, read once from numbers.toml."""
    table = load_table("numbers")
    ordinals = table["ordinals"]
    parts = dict(table["parts"])
    for name, number in ordinals.items():
        if number > 2:
            parts[name] = number
            parts[name + "s"] = number
    starts = {
        *table["small"],
        *table["tens"],
        *table["scales"],
        *table["lots"],
        *ordinals,
        *parts,
        "hundred",
        "a",
        "an",
    }
    return Names(
        table["small"],
        table["tens"],
        table["scales"],
        table["lots"],
        table["letters"],
        table["money_letters"],
        ordinals,
        parts,
        {sign: Fraction(value) for sign, value in table["vulgar"].items()},
        frozenset(starts),
    )


def starts_numeral(word: Word) -> bool:
    """Say whether a numeral may begin with this word: the cheap test before `read_numeral`."""
    return word.kind == "digits" or word.kind == "vulgar" or word.lower in names().starts


def place_value(value: Fraction) -> Fraction:
    """Return the place value of the last non-zero digit of an integer (1200 gives 100, 0 gives 1)."""
    number = abs(value.numerator)
    if value.denominator != 1 or number == 0:
        return Fraction(1)
    step = 1
    while number % (step * 10) == 0:
        step *= 10
    return Fraction(step)


def read_digits(word: Word) -> tuple[Fraction, Fraction] | None:
    """Return value and step of a run of digits ("1,200.50"), or None where it is too long for a figure."""
    if word.kind != "digits" or len(word.text) > LONGEST_DIGITS:
        return None
    plain = _GROUPING.sub("", word.text)
    if plain == word.text and len(plain) > LONGEST_UNGROUPED:
        return None
    value = Fraction(plain if plain[0] != "." else "0" + plain)
    point = plain.find(".")
    if point >= 0:
        return value, Fraction(1, 10 ** (len(plain) - point - 1))
    return value, place_value(value)
