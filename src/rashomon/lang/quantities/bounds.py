"""What the words around a number do to it: "about", "more than", "or so"; and counts that name no number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from rashomon.lang.numbers import Word, lower_at, place_value, words_of
from rashomon.lang.quantities.amounts import Amount
from rashomon.lang.tables import load_table
from rashomon.model import Precision


class Phrase(NamedTuple):
    """A declared phrase as lower-case words, and what it does."""

    words: tuple[str, ...]
    kind: str


class Vague(NamedTuple):
    """A count in words that names no number, and the range it leaves."""

    words: tuple[str, ...]
    low: Fraction
    high: Fraction


def _lowered(phrase: str) -> tuple[str, ...]:
    return tuple(word.lower for word in words_of(phrase))


@cache
def _before() -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases before a number by their last word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for kind, phrases in load_table("approximations")["before"].items():
        for phrase in phrases:
            words = _lowered(phrase)
            found.setdefault(words[-1], []).append(Phrase(words, kind))
    return {last: tuple(sorted(rows, key=lambda row: -len(row.words))) for last, rows in found.items()}


@cache
def _after() -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases after a number by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for kind, phrases in load_table("approximations")["after"].items():
        for phrase in phrases:
            words = _lowered(phrase)
            found.setdefault(words[0], []).append(Phrase(words, kind))
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in found.items()}


@cache
def _vague() -> Mapping[str, tuple[Vague, ...]]:
    """Return the vague counts by their first word, longest first."""
    found: dict[str, list[Vague]] = {}
    for phrase, (low, high) in load_table("approximations")["vague"].items():
        words = _lowered(phrase)
        found.setdefault(words[0], []).append(Vague(words, Fraction(low), Fraction(high)))
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in found.items()}


def starts_vague(word: str) -> bool:
    """Say whether a vague count may begin with this word."""
    return word in _vague()


def read_vague(words: Sequence[Word], at: int) -> Amount | None:
    """Read "dozens of", "several hundred", "a couple of" at word `at`; "of" is left to the noun."""
    for row in _vague().get(lower_at(words, at), ()):
        end = at + len(row.words)
        if tuple(word.lower for word in words[at:end]) == row.words:
            last = end - 1 if row.words[-1] == "of" else end
            return Amount(at, last, row.low, row.high, row.low, place_value(row.low), precision=Precision.VAGUE)
    return None


def phrase_before(words: Sequence[Word], at: int, floor: int) -> tuple[int, str] | None:
    """Return the first word and the kind of the declared phrase that ends just before word `at`, or None."""
    for phrase in _before().get(lower_at(words, at - 1), ()):
        first = at - len(phrase.words)
        if first >= floor and tuple(word.lower for word in words[first:at]) == phrase.words:
            return first, phrase.kind
    return None


def phrase_after(words: Sequence[Word], at: int) -> tuple[int, str] | None:
    """Return the place after and the kind of the declared phrase that begins at word `at`, or None."""
    for phrase in _after().get(lower_at(words, at), ()):
        end = at + len(phrase.words)
        if tuple(word.lower for word in words[at:end]) == phrase.words and lower_at(words, end) != "than":
            return end, phrase.kind
    return None


def width_of(amount: Amount) -> Fraction:
    """Return how far "about" reaches to each side, in the unit as written (approximations.toml, [width])."""
    table = load_table("approximations")["width"]
    size = abs(amount.stated)
    digits = _significant_digits(size, amount.step)
    share = Fraction(table["digits"][str(min(digits, 4))])
    width = max(size * share, amount.step * Fraction(table["least_steps"]) if amount.decimals else Fraction(0))
    if amount.part or amount.decimals:
        return width
    least = Fraction(table["least_count"]) if amount.unit is None else Fraction(table["least_small"])
    return max(width, least) if size < 10 or amount.unit is None else width


def _significant_digits(size: Fraction, step: Fraction) -> int:
    count = str(abs((size / step).numerator // max(1, (size / step).denominator)))
    if len(count) > 1 and count.endswith("5"):
        return len(count) - 1
    return max(1, len(count))


def bounded(amount: Amount, kind: str) -> Amount:
    """Return the amount as a phrase of `kind` leaves it ("about", "nearly", "more", ...)."""
    low = amount.low if amount.low is not None else amount.stated
    high = amount.high if amount.high is not None else amount.stated
    base = amount.stated if amount.precision is Precision.EXACT else None
    floor, ceiling = (base, base) if base is not None else (low, high)
    if kind == "about" and amount.precision is Precision.RANGE:
        return amount
    if kind == "about":
        width = width_of(amount)
        return replace(
            amount, low=low - width if base is None else base - width, high=ceiling + width,
            low_open=False, high_open=False, precision=Precision.ABOUT,
        )  # fmt: skip
    share = Fraction(load_table("approximations")["nearly"]["share"])
    spread = min(abs(amount.stated) * share, width_of(amount)) if amount.unit is None else abs(amount.stated) * share
    if kind == "nearly":
        return replace(
            amount, low=floor - spread, high=ceiling, low_open=False, high_open=True, precision=Precision.ABOUT
        )
    if kind == "beyond":
        return replace(
            amount, low=floor, high=ceiling + spread, low_open=True, high_open=False, precision=Precision.ABOUT
        )
    if kind == "odd":
        top = ceiling + amount.step
        return replace(amount, low=floor, high=top, low_open=False, high_open=True, precision=Precision.ABOUT)
    if kind in ("more", "least"):
        return replace(
            amount, low=floor, high=None, low_open=kind == "more", high_open=False, precision=Precision.BOUND
        )
    return replace(amount, low=None, high=ceiling, low_open=False, high_open=kind == "less", precision=Precision.BOUND)


def with_bounds(words: Sequence[Word], amount: Amount, floor: int) -> Amount:
    """Take in the phrases before and after an amount; the nearest one before decides, else the one after."""
    found = phrase_before(words, amount.first, floor)
    if found is not None and _is_span(amount, words, found):
        found = None
    after = phrase_after(words, amount.last)
    result = amount
    if found is not None:
        result = replace(bounded(result, found[1]), first=found[0])
        outer = phrase_before(words, found[0], floor)
        if outer is not None:
            result = replace(bounded(result, outer[1]) if found[1] == "about" else result, first=outer[0])
    if after is not None:
        result = replace(result if found is not None else bounded(result, after[1]), last=after[0])
    return result


def _is_span(amount: Amount, words: Sequence[Word], found: tuple[int, str]) -> bool:
    """Say whether "over" or "under" before a length of time means during it: "over three days"."""
    if amount.unit is None or amount.unit.dimension != "duration" or lower_at(words, found[0]) != "over":
        return False
    return lower_at(words, found[0] - 1) not in ("for", "lasted", "took", "just", "well", "was", "is", "after", "of")
