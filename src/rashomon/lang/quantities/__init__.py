"""Finds the quantities of a text: counts, measures, money, shares, durations, ages, scores, and places in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon import tables
from rashomon.lang.numbers import Word, lower_at, starts_numeral, words_of
from rashomon.lang.quantities.ages import age_after_name, as_age
from rashomon.lang.quantities.amounts import Amount, quantity_of, read_amount
from rashomon.lang.quantities.bounds import read_vague, starts_vague, with_bounds
from rashomon.lang.quantities.cues import HYPHENS, cue_words
from rashomon.lang.quantities.guards import is_glued, is_named, is_no_quantity, noise
from rashomon.lang.quantities.joins import out_of, score_at, with_shared_unit
from rashomon.lang.quantities.ranges import with_range
from rashomon.lang.quantities.spans import read_long, starts_long
from rashomon.lang.quantities.sums import with_smaller_units
from rashomon.lang.units import read_unit, unit_named
from rashomon.model import Mention, Ordinal, Quantity
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang.quantities")
_LOOKED_AHEAD = _THRESHOLDS.integer("looked_ahead")
_MAGNITUDE_BELOW = _THRESHOLDS.integer("magnitude_below")

__all__ = ["find_quantities"]


def find_quantities(text: str, masked: tuple[Range, ...] = ()) -> tuple[Mention, ...]:
    """Return every quantity of `text` in order, none overlapping another or one of the `masked` ranges.

    A mention covers the number with its unit and the words that make it approximate or a bound, not the counted noun.
    `kind` is "quantity", "duration", "age", "score" or "ordinal". A score keeps its second number in `also`.
    Callers pass the ranges of dates as `masked`.
    """
    words = _without(words_of(text), (*masked, *noise(text)))
    mentions: list[Mention] = []
    at = floor = 0
    while at < len(words):
        found = _read(words, at, floor) if may_begin(words[at]) else None
        if found is None:
            at += 1
            continue
        mentions.append(Mention(Range(words[found[0]].start, words[found[1] - 1].end), found[2], found[3]))
        at = floor = found[1]
    return tuple(mentions)


_Found = tuple[int, int, str, Quantity | Ordinal]


def may_begin(word: Word) -> bool:
    """Say whether a quantity's number may begin with this word: the cheap test before reading."""
    if word.kind == "letters":
        return starts_numeral(word) or starts_vague(word.lower) or starts_long(word.lower)
    return word.kind != "other"


def _without(words: Sequence[Word], ranges: Sequence[Range]) -> tuple[Word, ...]:
    """Return the words with those in one of the ranges turned into signs that nothing can read."""
    ordered = sorted(ranges)
    kept: list[Word] = []
    following, furthest = 0, -1
    for word in words:
        while following < len(ordered) and ordered[following].start < word.end:
            furthest = max(furthest, ordered[following].end)
            following += 1
        kept.append(word._replace(lower="\0", text="\0", kind="other") if word.start < furthest else word)
    return tuple(kept)


def _read(words: Sequence[Word], at: int, floor: int) -> _Found | None:
    """Read the quantity whose number starts at word `at`; return its words, its kind and its value."""
    vague = read_vague(words, at)
    if vague is not None:
        return _finish(words, _unit_after(words, vague), floor)
    spanning = read_long(words, at)
    if spanning is not None:
        return _finish(words, spanning, floor)
    amount = (read_amount(words, at, floor) or _article(words, at)) if starts_numeral(words[at]) else None
    if amount is None:
        return None
    if amount.kind == "ordinal":
        number = Ordinal(int(amount.stated))
        return None if is_no_quantity(words, amount) else (amount.first, amount.last, "ordinal", number)
    return _settle(words, _magnitude(words, amount, floor), floor)


def _settle(words: Sequence[Word], amount: Amount, floor: int) -> _Found | None:
    """Tell what a number with its unit is: part of a name, a result, a range, a share, or itself."""
    if amount.digits and is_glued(words, amount):
        return None
    score = score_at(words, amount)
    if score is not None:
        return _score(score)
    if amount.unit is not None and amount.unit.name == "foot":
        amount = with_smaller_units(words, amount)
    ranged = with_range(words, amount, floor) or out_of(words, amount)
    if ranged is None:
        if is_no_quantity(words, amount):
            return None
        ranged = with_shared_unit(words, with_smaller_units(words, amount))
    elif ranged.unit is None and amount.digits and is_named(words, amount):
        return None
    return _finish(words, ranged, floor)


def _finish(words: Sequence[Word], amount: Amount, floor: int) -> _Found:
    amount = as_age(words, amount, floor) or age_after_name(words, amount) or amount
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
    if lower_at(words, found[0]) in HYPHENS:
        return None
    before, after = lower_at(words, at - 1), lower_at(words, found[0])
    if (after, lower_at(words, found[0] + 1)) == ("and", "a"):
        after = "long"
    if before in ("$", "%") or (at > 0 and words[at - 1].kind == "digits"):
        return None
    timely = before in cue_words("quantity_cues", "article", "before")
    timely = timely or after in cue_words("quantity_cues", "article", "after")
    if not timely and not (after == "of" and found[1].dimension in ("mass", "volume", "area")):
        return None
    one = Fraction(1)
    return Amount(at, found[0], one, one, one, one, found[1])


def _magnitude(words: Sequence[Word], amount: Amount, floor: int) -> Amount:
    """Read "magnitude-6.1", "magnitude of 6.1", and a bare 6.1 that speaks of a quake or of the Richter scale."""
    if amount.unit is not None or not amount.digits or not 0 < amount.stated < _MAGNITUDE_BELOW or amount.scale != 1:
        return amount
    unit = unit_named("magnitude")
    back = amount.first - 1
    if lower_at(words, back) in ("of", *HYPHENS):
        back -= 1
    if back >= floor and lower_at(words, back) == "magnitude":
        return replace(amount, first=back, unit=unit)
    near = {word.lower for word in words[amount.last : amount.last + 6]}
    quakes = cue_words("quantity_cues", "magnitude", "quakes")
    measured = {word.lower for word in words[max(0, amount.first - 5) : amount.first]} & {"magnitude", "magnitudes"}
    if amount.decimals and (measured or near & quakes or lower_at(words, amount.last + 1) == "strength"):
        return replace(amount, unit=unit)
    return replace(amount, unit=unit) if "richter" in near else amount


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
    while here < min(len(words), floor + _LOOKED_AHEAD) and not starts_numeral(words[here]):
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
