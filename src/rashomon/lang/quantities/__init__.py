"""Finds the quantities of a text: counts, measures, money, shares, durations, ages, scores, and places in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon.lang.numbers import Word, lower_at, starts_numeral, words_of
from rashomon.lang.quantities.amounts import HYPHENS, Amount, cue_words, quantity_of, read_amount
from rashomon.lang.quantities.bounds import read_vague, starts_vague, with_bounds
from rashomon.lang.quantities.guards import is_no_quantity, noise
from rashomon.lang.quantities.joins import as_age, score_at, with_range, with_smaller_units
from rashomon.lang.quantities.spans import read_long
from rashomon.lang.units import read_unit, unit_named
from rashomon.model import Mention, Ordinal, Quantity
from rashomon.text import Range

__all__ = ["find_quantities"]


def find_quantities(text: str, masked: tuple[Range, ...] = ()) -> tuple[Mention, ...]:
    """Return every quantity of `text` in order, none overlapping another or one of the `masked` ranges.

    A mention covers the number with its unit and the words that make it approximate or a bound, not the counted noun.
    `kind` is "quantity", "duration", "age", "score" or "ordinal". A score keeps its second number in `also`.
    Callers pass the ranges of dates as `masked`.
    """
    words = words_of(text)
    blocked = _blocked(words, (*masked, *noise(text)))
    mentions: list[Mention] = []
    at = floor = 0
    while at < len(words):
        if at in blocked:
            at += 1
            floor = at
            continue
        found = _read(words, at, floor)
        if found is None or any(place in blocked for place in range(found[0], found[1])):
            at += 1
            continue
        mentions.append(Mention(Range(words[found[0]].start, words[found[1] - 1].end), found[2], found[3]))
        at = floor = found[1]
    return tuple(mentions)


_Found = tuple[int, int, str, Quantity | Ordinal]


def _blocked(words: Sequence[Word], ranges: Sequence[Range]) -> frozenset[int]:
    """Return the places of the words that lie in one of the ranges."""
    if not ranges:
        return frozenset()
    ordered = sorted(ranges)
    found, next_range = [], 0
    furthest = -1
    for place, word in enumerate(words):
        while next_range < len(ordered) and ordered[next_range].start < word.end:
            furthest = max(furthest, ordered[next_range].end)
            next_range += 1
        if word.start < furthest:
            found.append(place)
    return frozenset(found)


def _read(words: Sequence[Word], at: int, floor: int) -> _Found | None:
    """Read the quantity whose number starts at word `at`; return its words, its kind and its value."""
    word = words[at]
    if starts_vague(word.lower):
        vague = read_vague(words, at)
        if vague is not None:
            return _finish(words, _unit_after(words, vague), floor)
    if word.kind == "letters":
        spanning = read_long(words, at)
        if spanning is not None:
            return _finish(words, spanning, floor)
    if not starts_numeral(word):
        return None
    amount = read_amount(words, at, floor) or _article(words, at)
    if amount is None:
        return None
    amount = _magnitude(words, amount, floor)
    score = score_at(words, amount)
    if score is not None:
        return _score(score)
    ranged = with_range(words, amount, floor)
    if ranged is None and is_no_quantity(words, amount):
        return None
    if amount.kind == "ordinal":
        return amount.first, amount.last, "ordinal", Ordinal(int(amount.stated))
    amount = ranged or with_smaller_units(words, amount)
    return _finish(words, amount, floor)


def _finish(words: Sequence[Word], amount: Amount, floor: int) -> _Found:
    amount = as_age(words, amount, floor) or amount
    amount = with_bounds(words, amount, floor)
    value = quantity_of(amount)
    again = _again(words, amount)
    last = amount.last
    if again is not None:
        value, last = replace(value, also=again[1]), again[0]
    kind = amount.kind
    if kind == "quantity" and value.dimension == "duration":
        kind = "duration"
    return amount.first, last, kind, value


def _unit_after(words: Sequence[Word], amount: Amount) -> Amount:
    """Give a vague count its unit: "several miles", "dozens of kilometers"."""
    here = amount.last + 1 if lower_at(words, amount.last) == "of" else amount.last
    found = read_unit(words, here, False)
    return replace(amount, last=found[0], unit=found[1]) if found else amount


def _score(pair: tuple[Amount, Amount]) -> _Found:
    one, other = pair
    second = Quantity(other.stated, other.stated, "score", "score", stated=other.stated)
    value = Quantity(one.stated, one.stated, "score", "score", stated=one.stated, also=second)
    return one.first, other.last, "score", value


def _article(words: Sequence[Word], at: int) -> Amount | None:
    """Read "an hour", "a year" as one of it, where the words around say that it is a length of time."""
    if words[at].lower not in ("a", "an"):
        return None
    found = read_unit(words, at + 1, False)
    if found is None or found[1].name not in cue_words("quantity_cues", "article", "units"):
        return None
    before, after = lower_at(words, at - 1), lower_at(words, found[0])
    if (after, lower_at(words, found[0] + 1)) == ("and", "a"):
        after = "long"
    if before not in cue_words("quantity_cues", "article", "before") and after not in cue_words(
        "quantity_cues", "article", "after"
    ):
        return None
    one = Fraction(1)
    return Amount(at, found[0], one, one, one, one, found[1])


def _magnitude(words: Sequence[Word], amount: Amount, floor: int) -> Amount:
    """Read "magnitude-6.1", "magnitude 6.1", "magnitude of 6.1", "6.1-magnitude"."""
    if amount.unit is not None or not amount.digits or amount.stated > 12:
        return amount
    back = amount.first - 1
    if lower_at(words, back) in ("of", *HYPHENS):
        back -= 1
    if back >= floor and lower_at(words, back) == "magnitude":
        return replace(amount, first=back, unit=unit_named("magnitude"))
    return amount


def _again(words: Sequence[Word], amount: Amount) -> tuple[int, Quantity] | None:
    """Read the same quantity in another unit: "254 kilometers (159 miles)", "200 km / 124 mi"."""
    here = amount.last
    opening = lower_at(words, here)
    if amount.unit is None or opening not in ("(", "[", "/", ",") or here + 2 >= len(words):
        return None
    if opening == ",":
        if lower_at(words, here + 1) != "or":
            return None
        here += 1
    here += 1
    floor = here
    while here < min(len(words), floor + 4) and not starts_numeral(words[here]):
        here += 1
    if here >= len(words):
        return None
    other = read_amount(words, here, floor)
    if other is None or other.unit is None or other.kind == "ordinal":
        return None
    other = with_range(words, other, floor) or with_smaller_units(words, other)
    if other.unit is None or other.unit == amount.unit or other.unit.dimension != amount.unit.dimension:
        return None
    other = with_bounds(words, other, floor)
    if other.first != floor:
        return None
    closes = lower_at(words, other.last) in (")", "]")
    if opening in ("(", "[") and not closes:
        return None
    return other.last + closes, quantity_of(other)
