"""Whether letters after a number are the unit that they look like."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from rashomon import tables
from rashomon.lang.numbers import Numeral, Word, joined, lower_at
from rashomon.lang.quantities.cues import HYPHENS, cue_words
from rashomon.lang.units import Unit

_THRESHOLDS = tables.thresholds("rashomon.lang.quantities")
_LONG_CODE = _THRESHOLDS.integer("long_code")
_HOTTEST = _THRESHOLDS.integer("hottest")
_MONEY_FROM = _THRESHOLDS.integer("money_from")


def is_money(words: Sequence[Word], numeral: Numeral, end: int) -> bool:
    """Say whether "pounds" is the currency here."""
    return numeral.scale >= _MONEY_FROM or lower_at(words, end) in cue_words("currencies", "money_cues", "after")


def unit_fits(words: Sequence[Word], numeral: Numeral, here: int, found: tuple[int, Unit]) -> bool:
    """Refuse letters that only look like a unit: the preposition "in", "C" of a name, "second" as an ordinal."""
    end = found[0]
    word, following = words[here], lower_at(words, end)
    if word.lower == "in" and end == here + 1:
        return following in ("", ".", ",", ")", "thick", "tall", "wide", "long", "deep", "high", "x", "by") and not (
            joined(words, here)
        )
    if word.text in ("'", '"'):
        return _prime_fits(words, here)
    if word.lower in ("second", "marks", "stone", "points", "point", "bit", "real", "bar"):
        return word.lower != "second" or numeral.value == 1 or lower_at(words, here - 1) in HYPHENS
    if found[1].name == "time":
        return following in ("a", "an", "per", "each")
    if word.text in ("C", "F") and end == here + 1:
        return _degrees_fit(words, numeral, here)
    if len(word.text) == 1 and word.text.isalpha() and end == here + 1:
        return _letter_fits(words, numeral, here)
    return word.lower not in ("am", "pm") or (numeral.decimals and numeral.step != Fraction(1, 100))


def _degrees_fit(words: Sequence[Word], numeral: Numeral, here: int) -> bool:
    """Say whether a bare C or F is a temperature: in the range of weather, and F only near a word of it."""
    if abs(numeral.value) > _HOTTEST or numeral.scale != 1 or lower_at(words, here + 1) in (*HYPHENS, "/"):
        return False
    if words[here].text == "C" and (joined(words, here) or lower_at(words, here + 1) != "."):
        return True
    near = {word.lower for word in words[max(0, here - 9) : here + 9]}
    return bool(near & cue_words("quantity_cues", "weather", "words")) or lower_at(words, numeral.first - 1) == "("


def _prime_fits(words: Sequence[Word], here: int) -> bool:
    """Say whether a quotation mark after digits is a sign for feet or inches, and closes no quotation."""
    if words[here].text == "'":
        following = here + 1 < len(words) and words[here + 1].kind == "digits" and joined(words, here + 1)
        return joined(words, here) and following
    before = sum(word.text == '"' for word in words[max(0, here - 80) : here])
    return before % 2 == 0


def _letter_fits(words: Sequence[Word], numeral: Numeral, here: int) -> bool:
    """Say whether one letter after digits is a unit: joined ("40C"), or not the start of a word or a name."""
    if joined(words, here):
        return words[here].text != "s" or numeral.decimals
    following = here + 1
    if words[here].lower in ("s", "b", "t", "g", "h", "p", "v", "a", "k", "j", "w"):
        return following < len(words) and words[following].kind != "letters" and words[here].text not in ("A", "I", "S")
    return not (following < len(words) and words[following].lower == "." and words[here].text.isupper())


def code_fits(words: Sequence[Word], first: int, at: int) -> bool:
    """Say whether a code before a number is meant as money: capitals, or nothing but letters of a code."""
    return (
        lower_at(words, at - 1) in ("$",)
        or len(words[first].text) >= _LONG_CODE
        or lower_at(words, first) in ("rs", "us", "u", "c")
    )
