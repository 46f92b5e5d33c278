"""Reads English numerals, in digits and in words, into exact fractions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon import tables
from rashomon.lang.numbers.numeral import Numeral, names, place_value, read_digits, starts_numeral
from rashomon.lang.numbers.parts import counts_on, finish_part, part_after, scale_after, slash_fraction
from rashomon.lang.numbers.spoken import decimals_in_words, ordinal_alone, ordinal_tail, sum_words
from rashomon.lang.numbers.tails import with_tail
from rashomon.lang.numbers.words import Word, joined, lower_at, past_hyphen, words_of

_THRESHOLDS = tables.thresholds("rashomon.lang.numbers")
_WORDS = tables.words("rashomon.lang.numbers")
_NETWORKS_BELOW = _THRESHOLDS.integer("networks_below")
_LONGEST_ORDINAL = _THRESHOLDS.integer("longest_ordinal")

__all__ = ["Numeral", "Word", "joined", "lower_at", "place_value", "read_numeral", "starts_numeral", "words_of"]

_SUFFIXES = _WORDS.set("suffixes")
_TENTH = Fraction(1, 10)


def read_numeral(words: Sequence[Word], at: int, money: bool = False) -> Numeral | None:
    """Return the longest numeral that starts at word `at`, or None; `money` says that a currency sign stands before.

    Ordinals come back with kind "ordinal" and their number as value ("21st", "twenty-first").
    """
    word = words[at]
    if word.kind == "digits":
        suffix = lower_at(words, at + 1)
        if (
            suffix in _SUFFIXES
            and joined(words, at + 1)
            and word.text.isdecimal()
            and len(word.text) < _LONGEST_ORDINAL
        ):
            return Numeral(at, at + 2, Fraction(int(word.text)), Fraction(1), "ordinal", True)
        return slash_fraction(words, at) or _from_digits(words, at, money)
    if word.kind == "vulgar":
        return finish_part(words, at, (at + 1, names().vulgar[word.lower]))
    return _part(words, at) or _from_words(words, at)


def _from_digits(words: Sequence[Word], at: int, money: bool) -> Numeral | None:
    """Read "1,200.5", "3½", "2 1/4", "5 and a half", "1.2 million"."""
    read = read_digits(words[at])
    if read is None:
        return None
    numeral = Numeral(at, at + 1, *read, "cardinal", True, "." in words[at].text)
    numeral = _with_mixed_part(words, numeral)
    here = numeral.last
    kelvin = numeral.step <= Fraction(1, 100) and not money and here < len(words) and words[here].text == "K"
    if not kelvin:
        numeral = _scaled(words, numeral, money)
    return with_tail(words, numeral)


def _scaled(words: Sequence[Word], numeral: Numeral, money: bool) -> Numeral:
    """Multiply by the scale that follows: "1.2bn", "five and a half million"."""
    last, scale = scale_after(words, numeral.last, money)
    if words[last - 1].text == "G" and numeral.value < _NETWORKS_BELOW:  # a generation of networks: "5G"
        return numeral
    return replace(numeral, last=last, value=numeral.value * scale, step=numeral.step * scale, scale=Fraction(scale))


def _with_mixed_part(words: Sequence[Word], numeral: Numeral) -> Numeral:
    """Add the part of "3½", "2 1/4" and "five and a half"."""
    here = numeral.last
    if here >= len(words) or numeral.value.denominator != 1:
        return numeral
    if words[here].kind == "vulgar":
        value = numeral.value + names().vulgar[words[here].lower]
        return replace(numeral, last=here + 1, value=value, step=_TENTH, decimals=True)
    if words[here].kind == "digits" and not joined(words, here):
        mixed = slash_fraction(words, here)
        if mixed is not None and 0 < mixed.value < 1:
            return replace(numeral, last=mixed.last, value=numeral.value + mixed.value, step=_TENTH)
    link = past_hyphen(words, here)
    part = part_after(words, past_hyphen(words, link + 1)) if lower_at(words, link) == "and" else None
    if part is None or part[1] >= 1:
        return numeral
    return replace(numeral, last=part[0], value=numeral.value + part[1], step=_TENTH, decimals=True)


def _part(words: Sequence[Word], at: int) -> Numeral | None:
    """Read "two-thirds", "half a million", and "a third" where it is no ordinal."""
    part = part_after(words, at)
    if part is None:
        return None
    ordinal = ordinal_alone(words, at + 1)
    if words[at].lower in ("a", "an") and ordinal is not None and counts_on(words, part[0], at):
        return replace(ordinal, first=at)
    return finish_part(words, at, part)


def _from_words(words: Sequence[Word], at: int) -> Numeral | None:
    """Read a cardinal or an ordinal that starts with a word."""
    if words[at].lower in ("a", "an") and lower_at(words, at + 1) in names().lots:
        return with_tail(words, Numeral(at, at + 1, Fraction(1), Fraction(1)))
    summed = sum_words(words, at)
    if summed is None:
        return ordinal_alone(words, at)
    value = Fraction(summed.total + (summed.group or 0))
    here = summed.last
    ordinal = ordinal_tail(words, at, here, summed)
    if ordinal is not None:
        return ordinal
    place = past_hyphen(words, here)
    parts = names().parts.get(lower_at(words, place))
    if parts is not None and lower_at(words, place).endswith("s") and summed.total == 0:
        return Numeral(at, place + 1, value / parts, _TENTH, "part")
    if lower_at(words, here) == "point":
        here, value, step = decimals_in_words(words, here, value, place_value(value))
        return _scaled(words, Numeral(at, here, value, step, decimals=step < 1), False)
    scale = Fraction(summed.scale or 1) if summed.group is None else Fraction(1)
    numeral = Numeral(at, here, value, place_value(value), scale=scale)
    if scale == 1:
        mixed = _with_mixed_part(words, numeral)
        if mixed.last > here:
            return _scaled(words, mixed, False)
    return with_tail(words, numeral)
