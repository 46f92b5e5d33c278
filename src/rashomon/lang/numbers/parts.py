"""Parts and scales: "two-thirds", "3/4", "half a million", "1.2bn"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from rashomon import tables
from rashomon.lang.numbers.numeral import LARGEST_SCALE, Numeral, names
from rashomon.lang.numbers.words import Word, joined, lower_at, past_hyphen

_THRESHOLDS = tables.thresholds("rashomon.lang.numbers")
_WORDS = tables.words("rashomon.lang.numbers")
_LONGEST_OF_FRACTION = _THRESHOLDS.integer("longest_of_fraction")


def part_after(words: Sequence[Word], at: int) -> tuple[int, Fraction] | None:
    """Read "half", "a half", "two-thirds" or a fraction sign at `at`; return the place after it and its value."""
    table = names()
    here, top = at, 1
    word = lower_at(words, here)
    if here < len(words) and words[here].kind == "vulgar":
        return here + 1, table.vulgar[word]
    if word in ("a", "an", "one"):
        here += 1
    elif word in table.small and table.small[word] > 0:
        top = table.small[word]
        here += 1
    elif word != "half" and not (word == "quarter" and lower_at(words, here + 1) in table.scales):
        return None
    here = past_hyphen(words, here) if here > at else here
    name = lower_at(words, here)
    if name not in table.parts or (top > 1) != (name.endswith("s") or name == "halves"):
        return None
    return here + 1, Fraction(top, table.parts[name])


_SHARE_CUES = _WORDS.set("share_cues")


def counts_on(words: Sequence[Word], at: int, first: int) -> bool:
    """Say whether "a third" before word `at` is one more of its kind ("a third man") and not a part of something."""
    if lower_at(words, at - 1) not in names().ordinals or (at == len(words) and first == 0):
        return False
    return lower_at(words, at) not in ("of", "more", "less", *names().scales) and (
        lower_at(words, first - 1) not in _SHARE_CUES
    )


def finish_part(words: Sequence[Word], at: int, part: tuple[int, Fraction]) -> Numeral:
    """Multiply a part by what follows: "half a million", "three quarters of a billion", "half a dozen"."""
    table = names()
    here, value = part
    after = here
    if lower_at(words, after) == "of":
        after += 1
    if lower_at(words, after) in ("a", "an"):
        after += 1
    after = past_hyphen(words, after)
    name = lower_at(words, after)
    lot = table.lots.get(name)
    if lot:
        return Numeral(at, after + 1, value * lot, Fraction(lot, 6))
    size = table.scales.get(name)
    if size and name != "mil":
        return Numeral(at, after + 1, value * size, Fraction(size, 10), "cardinal", False, True, Fraction(size))
    return Numeral(at, here, value, Fraction(1, 10), "part")


def scale_after(words: Sequence[Word], at: int, money: bool) -> tuple[int, int]:
    """Read a scale word or letter after a number; return the place after it and the scale (1 where there is none)."""
    table = names()
    if at >= len(words):
        return at, 1
    here = past_hyphen(words, at)
    word = words[here] if here < len(words) else None
    if word is None:
        return at, 1
    if word.lower in table.scales or word.lower == "hundred":
        scale, here = 1, here
        while scale < LARGEST_SCALE and (lower_at(words, here) in table.scales or lower_at(words, here) == "hundred"):
            scale *= table.scales.get(lower_at(words, here), 100)
            here += 1
        return here, scale
    letters = table.money_letters if money and word.lower in table.money_letters else table.letters
    key = word.lower if letters is table.money_letters else word.text
    scale = letters.get(key, 0)
    alone = word.text in ("k", "K", "M", "G") and (here + 1 >= len(words) or words[here + 1].kind != "letters")
    if scale and (joined(words, at) or len(key) > 1 or money or alone) and here == at:
        return here + 1, scale
    return at, 1


def slash_fraction(words: Sequence[Word], at: int) -> Numeral | None:
    """Read "3/4" at `at`."""
    if lower_at(words, at + 1) not in ("/", "⁄") or not joined(words, at + 1) or not joined(words, at + 2):
        return None
    if at + 2 >= len(words) or words[at + 2].kind != "digits" or not words[at].text.isdecimal():
        return None
    top, bottom = words[at].text, words[at + 2].text
    if (
        not bottom.isdecimal()
        or len(top) > _LONGEST_OF_FRACTION
        or len(bottom) > _LONGEST_OF_FRACTION
        or int(bottom) == 0
    ):
        return None
    return Numeral(at, at + 3, Fraction(int(top), int(bottom)), Fraction(1, 10), "part", True)
