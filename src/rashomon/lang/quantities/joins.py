"""Two numbers that make one thing: results, shares of a whole, a unit said once for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon import tables
from rashomon.lang.numbers import Word, joined, lower_at
from rashomon.lang.quantities.amounts import Amount, amount_from, read_amount
from rashomon.lang.quantities.cues import cue_words

_THRESHOLDS = tables.thresholds("rashomon.lang.quantities")
_FEWEST_OF = _THRESHOLDS.integer("fewest_of")
_MOST_OF = _THRESHOLDS.integer("most_of")
_SCORE_BELOW = _THRESHOLDS.integer("score_below")
_HIGHEST_SCORE = _THRESHOLDS.integer("highest_score")


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
    if other.part or other.kind == "ordinal" or amount.stated > _HIGHEST_SCORE or other.stated > _HIGHEST_SCORE:
        return None
    cues = cue_words("quantity_cues", "score", "words")
    near = [*words[max(0, amount.first - 6) : amount.first], *words[other.last : other.last + 3]]
    cued = any(word.lower in cues for word in near)
    if lower_at(words, here) == "to":
        cued = cued and amount.stated > other.stated and lower_at(words, amount.first - 1) != "from"
    elif amount.digits and other.digits and other.stated <= amount.stated < _SCORE_BELOW:
        cued = True
    return (amount, other) if cued else None


def out_of(words: Sequence[Word], amount: Amount) -> Amount | None:
    """Read "one in five" and "three out of four" as a share of the whole, or None."""
    here = amount.last
    if amount.unit is not None or amount.stated.denominator != 1 or amount.stated < 1 or amount.kind == "ordinal":
        return None
    link = tuple(lower_at(words, here + i) for i in range(3))
    if link[:2] == ("out", "of"):
        here += 3 if link[2] == "every" else 2
    elif link[0] == "in" and (amount.stated == 1 or link[1] in ("10", "ten", "100")):
        here += 2 if link[1] == "every" else 1
    else:
        return None
    if here >= len(words) or words[here].kind not in ("digits", "letters"):
        return None
    other = read_amount(words, here, here)
    if other is None or other.unit is not None or other.kind == "ordinal" or other.part:
        return None
    if other.stated.denominator != 1 or not amount.stated < other.stated <= _MOST_OF or other.stated < _FEWEST_OF:
        return None
    share = amount.stated / other.stated
    return replace(amount, last=other.last, low=share, high=share, stated=share, step=Fraction(1, 100), part=True)


def with_shared_unit(words: Sequence[Word], amount: Amount) -> Amount:
    """Give the first number of "45 and 50 miles" the unit of the second; its words stay its own."""
    if amount.unit is not None or amount.kind == "ordinal" or lower_at(words, amount.last) not in ("and", "or", "to"):
        return amount
    other = amount_from(words, amount.last + 1)
    if other is None or other.unit is None or other.digits != amount.digits or amount.part or amount.stated <= 1:
        return amount
    change = lower_at(words, amount.last) == "to"
    return replace(amount, unit=other.unit) if change or other.stated > amount.stated else amount
