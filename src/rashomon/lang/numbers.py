"""Reads English numerals, in digits and in words, into exact fractions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from rashomon.lang.tables import load_table

LONGEST_DIGITS = 30  # more digits in a row are an identifier or noise, never a figure
LARGEST_SCALE = 10**24  # "million million million" and on is noise
_WORD = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{2,3}){0,9},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){0,5} 000(?! ?[0-9]|,[0-9])(?:\.[0-9]+)?"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){2,5}(?! ?[0-9]|,[0-9])"
    r"|[0-9]+(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+)"
    r"|(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])"
    r"|(?P<letters>[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒²³⁻¹]+)"
    r"|(?P<other>\S)"
)
_GROUPING = re.compile(r"[,\u00a0\u202f\u2009 ]")


class Word(NamedTuple):
    """One word, run of digits or sign of a text: its characters, their lower case, and its class.

    `kind` is "digits", "vulgar" (a fraction sign), "letters" or "other" (one sign).
    """

    start: int
    end: int
    lower: str
    kind: str
    text: str


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words, digits and signs of `text` in order; white space is left out."""
    return tuple(
        Word(m.start(), m.end(), (found := m.group()).lower(), m.lastgroup or "other", found)
        for m in _WORD.finditer(text)
    )


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


class _Names(NamedTuple):
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
def _names() -> _Names:
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
    return _Names(
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
    return word.kind == "digits" or word.kind == "vulgar" or word.lower in _names().starts


def joined(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at `at` follows the one before it without white space."""
    return 0 < at < len(words) and words[at - 1].end == words[at].start


def lower_at(words: Sequence[Word], at: int) -> str:
    """Return the lower case of the word at `at`, or "" outside the text."""
    return words[at].lower if 0 <= at < len(words) else ""


def _past_hyphen(words: Sequence[Word], at: int) -> int:
    """Return the place after one hyphen that joins two words, or `at`."""
    return at + 1 if lower_at(words, at) in ("-", "‐", "‑") else at


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
    value = Fraction(plain if plain[0] != "." else "0" + plain)
    point = plain.find(".")
    if point >= 0:
        return value, Fraction(1, 10 ** (len(plain) - point - 1))
    return value, place_value(value)


class _Sum(NamedTuple):
    """A cardinal in words while it is read: finished groups, the open group, and the last scale."""

    total: int
    group: int | None
    scale: int
    last: int


def _add(state: _Sum, word: str, names: _Names) -> _Sum | None:
    """Return the sum with one more word, or None where the word cannot continue it."""
    group = state.group
    if word in names.small:
        number = names.small[word]
        if (
            group is None
            or (group > 0 and group % 100 == 0)
            or (group % 100 >= 20 and group % 10 == 0 and 0 < number < 10)
        ):
            return state._replace(group=(group or 0) + number)
        return None
    if word in names.tens:
        if group is None or (group > 0 and group % 100 == 0):
            return state._replace(group=(group or 0) + names.tens[word])
        return None
    if word == "hundred":
        return state._replace(group=(group or 1) * 100) if group is None or 0 < group < 100 else None
    scale = names.scales.get(word)
    if scale is None or group == 0:
        return None
    if group is None and state.total:
        larger = state.total * scale
        return _Sum(larger, None, scale * state.scale, 0) if scale > 1000 and larger < LARGEST_SCALE else None
    if state.scale and scale >= state.scale:
        return None
    return _Sum(state.total + (1 if group is None else group) * scale, None, scale, 0)


def _sum_words(words: Sequence[Word], at: int) -> _Sum | None:
    """Read the longest cardinal in words that starts at `at`."""
    names = _names()
    state = _Sum(0, None, 0, at)
    here = at
    if lower_at(words, at) in ("a", "an"):
        here += 1
        if lower_at(words, here) not in names.scales and lower_at(words, here) != "hundred":
            return None
    while here < len(words):
        step = here
        if here > at:
            step = _past_hyphen(words, here)
            if lower_at(words, step) == "and" and step == here and _takes_and(words, here, state, names):
                step += 1
        word = lower_at(words, step)
        new = _add(state, word, names)
        if new is None:
            break
        state = new._replace(last=step + 1)
        here = step + 1
    return state if state.last > at else None


def _takes_and(words: Sequence[Word], at: int, state: _Sum, names: _Names) -> bool:
    """Say whether "and" at `at` continues a cardinal: after a hundred or a scale, before a smaller number."""
    following = lower_at(words, at + 1)
    before = lower_at(words, at - 1)
    if following not in names.small and following not in names.tens:
        return False
    if _part_after(words, at + 1) is not None:
        return False
    return before == "hundred" or (before in names.scales and state.group is None and state.total > 0)


def _part_after(words: Sequence[Word], at: int) -> tuple[int, Fraction] | None:
    """Read "half", "a half", "two-thirds" or a fraction sign at `at`; return the place after it and its value."""
    names = _names()
    here, top = at, 1
    word = lower_at(words, here)
    if here < len(words) and words[here].kind == "vulgar":
        return here + 1, names.vulgar[word]
    if word in ("a", "an", "one"):
        here += 1
    elif word in names.small and names.small[word] > 0:
        top = names.small[word]
        here += 1
    elif word != "half" and not (word == "quarter" and lower_at(words, here + 1) in names.scales):
        return None
    here = _past_hyphen(words, here) if here > at else here
    name = lower_at(words, here)
    if name not in names.parts or (top > 1) != (name.endswith("s") or name == "halves"):
        return None
    return here + 1, Fraction(top, names.parts[name])


def _scale_after(words: Sequence[Word], at: int, money: bool) -> tuple[int, int]:
    """Read a scale word or letter after a number; return the place after it and the scale (1 where there is none)."""
    names = _names()
    if at >= len(words):
        return at, 1
    here = _past_hyphen(words, at)
    word = words[here] if here < len(words) else None
    if word is None:
        return at, 1
    if word.lower in names.scales or word.lower == "hundred":
        scale, here = 1, here
        while scale < LARGEST_SCALE and (lower_at(words, here) in names.scales or lower_at(words, here) == "hundred"):
            scale *= names.scales.get(lower_at(words, here), 100)
            here += 1
        return here, scale
    letters = names.money_letters if money and word.lower in names.money_letters else names.letters
    key = word.lower if letters is names.money_letters else word.text
    scale = letters.get(key, 0)
    alone = word.text in ("k", "K", "M", "G") and (here + 1 >= len(words) or words[here + 1].kind != "letters")
    if scale and (joined(words, at) or len(key) > 1 or money or alone) and here == at:
        return here + 1, scale
    return at, 1


def _read_from_digits(words: Sequence[Word], at: int, money: bool) -> Numeral | None:
    read = read_digits(words[at])
    if read is None:
        return None
    value, step = read
    here = at + 1
    decimals = "." in words[at].text
    slash = _slash_fraction(words, at)
    if slash is not None:
        return slash
    if here < len(words) and words[here].kind == "vulgar":
        value, step, here, decimals = value + _names().vulgar[words[here].lower], Fraction(1, 10), here + 1, True
    elif value.denominator == 1 and here < len(words) and words[here].kind == "digits" and not joined(words, here):
        mixed = _slash_fraction(words, here)
        if mixed is not None and 0 < mixed.value < 1:
            value, step, here = value + mixed.value, Fraction(1, 10), mixed.last
    elif lower_at(words, here) == "and":
        half = _part_after(words, here + 1)
        if half is not None and half[1] < 1:
            value, step, here, decimals = value + half[1], Fraction(1, 10), half[0], True
    kelvin = step <= Fraction(1, 100) and not money and here < len(words) and words[here].text == "K"
    after, scale = (here, 1) if kelvin else _scale_after(words, here, money)
    numeral = Numeral(at, after, value * scale, step * scale, "cardinal", True, decimals, Fraction(scale))
    return _with_tail(words, numeral)


def _slash_fraction(words: Sequence[Word], at: int) -> Numeral | None:
    """Read "3/4" at `at`."""
    if lower_at(words, at + 1) not in ("/", "⁄") or not joined(words, at + 1) or not joined(words, at + 2):
        return None
    if at + 2 >= len(words) or words[at + 2].kind != "digits" or not words[at].text.isdecimal():
        return None
    top, bottom = words[at].text, words[at + 2].text
    if not bottom.isdecimal() or len(top) > 3 or len(bottom) > 3 or int(bottom) == 0:
        return None
    return Numeral(at, at + 3, Fraction(int(top), int(bottom)), Fraction(1, 10), "part", True)


def _small_after(words: Sequence[Word], at: int) -> tuple[Fraction, Fraction] | None:
    """Read one number word under twenty."""
    number = _names().small.get(lower_at(words, at))
    return None if number is None else (Fraction(number), Fraction(1))


def _with_tail(words: Sequence[Word], numeral: Numeral) -> Numeral:
    """Add what may follow a cardinal: a smaller group, "and a half", "dozen", "of a million"."""
    names = _names()
    here = numeral.last
    if numeral.digits and numeral.scale == 100 and lower_at(words, here) == "and" and here + 1 < len(words):
        rest = read_digits(words[here + 1]) if words[here + 1].kind == "digits" else _small_after(words, here + 1)
        if rest is not None and 0 < rest[0] < 100:
            numeral = replace(numeral, last=here + 2, value=numeral.value + rest[0], step=rest[1])
            here = numeral.last
    lot = lower_at(words, _past_hyphen(words, here))
    if lot in names.lots and numeral.value.denominator == 1:
        size = names.lots[lot]
        return Numeral(
            numeral.first,
            _past_hyphen(words, here) + 1,
            numeral.value * size,
            Fraction(size, 3),
            "cardinal",
            numeral.digits,
        )
    if numeral.scale >= 1000 and lower_at(words, here) == "and":
        half = _part_after(words, here + 1)
        if half is not None and half[1] < 1:
            whole = numeral.value + half[1] * numeral.scale
            smaller = names.scales.get(lower_at(words, half[0]))
            if smaller is not None and smaller < numeral.scale:
                value = numeral.value + half[1] * smaller
                return replace(numeral, last=half[0] + 1, value=value, step=Fraction(smaller, 10), decimals=True)
            if smaller is None:
                return Numeral(
                    numeral.first, half[0], whole, numeral.scale / 10, "cardinal", numeral.digits, True, numeral.scale
                )
    if numeral.digits and numeral.scale >= 1000 and here < len(words) and words[here].kind == "digits":
        rest = _read_from_digits(words, here, False)
        if rest is not None and 1 < rest.scale < numeral.scale and rest.value < numeral.scale:
            return Numeral(
                numeral.first, rest.last, numeral.value + rest.value, rest.step, "cardinal", True, False, rest.scale
            )
    return numeral


def _read_from_words(words: Sequence[Word], at: int) -> Numeral | None:
    """Read a cardinal, a part or an ordinal that starts with a word."""
    names = _names()
    word = lower_at(words, at)
    part = _part_after(words, at)
    if part is not None and word in ("a", "an") and _counts_on(words, part[0]):
        return replace(_ordinal_alone(words, at + 1) or Numeral(at, part[0], part[1], part[1]), first=at)
    if part is not None:
        return _finish_part(words, at, part)
    if word in ("a", "an") and lower_at(words, at + 1) in names.lots:
        return _with_tail(words, Numeral(at, at + 1, Fraction(1), Fraction(1)))
    summed = _sum_words(words, at)
    if summed is None:
        return _ordinal_alone(words, at)
    value = Fraction(summed.total + (summed.group or 0))
    here = summed.last
    ordinal = _ordinal_tail(words, at, here, summed)
    if ordinal is not None:
        return ordinal
    name = lower_at(words, _past_hyphen(words, here))
    if name in names.parts and name.endswith("s") and summed.total == 0:
        return Numeral(at, _past_hyphen(words, here) + 1, value / names.parts[name], Fraction(1, 10), "part")
    scale = Fraction(summed.scale or 1) if summed.group is None else Fraction(1)
    step = place_value(value)
    if lower_at(words, here) == "point":
        here, value, step = _decimals_in_words(words, here, value, step)
        after, factor = _scale_after(words, here, False)
        return Numeral(at, after, value * factor, step * factor, "cardinal", False, step < 1, Fraction(factor))
    numeral = Numeral(at, here, value, step, "cardinal", False, False, scale)
    if lower_at(words, here) == "and" and scale == 1:
        half = _part_after(words, here + 1)
        if half is not None and half[1] < 1:
            after, factor = _scale_after(words, half[0], False)
            return Numeral(
                at, after, (value + half[1]) * factor, Fraction(factor, 10), "cardinal", False, True, Fraction(factor)
            )
    return _with_tail(words, numeral)


def _counts_on(words: Sequence[Word], at: int) -> bool:
    """Say whether "a third" before word `at` is one more of its kind ("a third man") and not a part of something."""
    if lower_at(words, at - 1) not in _names().ordinals or at >= len(words) or words[at].kind != "letters":
        return False
    return words[at].lower not in ("of", "and", "or", "in", "to", "more", "less", "is", "are", "was", "were", "from", "as",
                                   "the", "that", "larger", "higher", "lower", "smaller", "on", "by", "million", "billion")  # fmt: skip


def _finish_part(words: Sequence[Word], at: int, part: tuple[int, Fraction]) -> Numeral:
    """Multiply a part by what follows: "half a million", "three quarters of a billion", "half a dozen"."""
    names = _names()
    here, value = part
    after = here
    if lower_at(words, after) == "of":
        after += 1
    if lower_at(words, after) in ("a", "an"):
        after += 1
    after = _past_hyphen(words, after)
    name = lower_at(words, after)
    size = names.lots.get(name) or names.scales.get(name)
    if size and name != "mil":
        return Numeral(at, after + 1, value * size, Fraction(size, 10), "cardinal", False, True, Fraction(size))
    return Numeral(at, here, value, Fraction(1, 10), "part")


def _decimals_in_words(
    words: Sequence[Word], at: int, whole: Fraction, step: Fraction
) -> tuple[int, Fraction, Fraction]:
    """Read "point zero three" after a whole number; return the place after it, the value and its step."""
    names = _names()
    here, digits = at + 1, ""
    while len(digits) < LONGEST_DIGITS:
        word = lower_at(words, here)
        if word in names.small:
            digits += str(names.small[word])
        elif word in names.tens and not digits:
            unit = lower_at(words, _past_hyphen(words, here + 1))
            ones = names.small.get(unit, 0) if names.small.get(unit, 10) < 10 else 0
            digits += str(names.tens[word] + ones)
            here = _past_hyphen(words, here + 1) if ones else here
        else:
            break
        here += 1
    if not digits:
        return at, whole, step
    return here, whole + Fraction(int(digits), 10 ** len(digits)), Fraction(1, 10 ** len(digits))


def _ordinal_alone(words: Sequence[Word], at: int) -> Numeral | None:
    names = _names()
    word = lower_at(words, at)
    if word in names.ordinals:
        return Numeral(at, at + 1, Fraction(names.ordinals[word]), Fraction(1), "ordinal")
    return None


def _ordinal_tail(words: Sequence[Word], at: int, here: int, summed: _Sum) -> Numeral | None:
    """Read "twenty-first" and "two hundredth": a cardinal whose last word is an ordinal."""
    names = _names()
    place = _past_hyphen(words, here)
    word = lower_at(words, place)
    number = names.ordinals.get(word)
    if number is None or (number == 2 and place == here):
        return None
    group = summed.group
    if number >= 100:
        value = (summed.total + (group or 1)) * number if not (summed.total and group) else 0
    elif group is not None and group % 100 >= 20 and group % 10 == 0 and number < 10:
        value = summed.total + group + number
    elif (group is None and summed.total) or (group and group % 100 == 0):
        value = summed.total + (group or 0) + number
    else:
        value = 0
    return Numeral(at, place + 1, Fraction(value), Fraction(1), "ordinal") if value else None


_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def read_numeral(words: Sequence[Word], at: int, money: bool = False) -> Numeral | None:
    """Return the longest numeral that starts at word `at`, or None; `money` says that a currency sign stands before.

    Ordinals come back with kind "ordinal" and their number as value ("21st", "twenty-first").
    """
    word = words[at]
    if word.kind == "digits":
        suffix = lower_at(words, at + 1)
        if suffix in _SUFFIXES and joined(words, at + 1) and word.text.isdecimal() and len(word.text) < 6:
            return Numeral(at, at + 2, Fraction(int(word.text)), Fraction(1), "ordinal", True)
        return _read_from_digits(words, at, money)
    if word.kind == "vulgar":
        return _finish_part(words, at, (at + 1, _names().vulgar[word.lower]))
    return _read_from_words(words, at)
