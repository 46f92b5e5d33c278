"""Which words of two sentences say the same: the stretch of each in which the words that both have stand closest.

A stretch is the run of words with the greatest sum, where a word that both sentences have counts for what it tells and
any other counts against it (Bentley, "Programming pearls: algorithm design techniques", 1984: greatest sum of a run, in
linear time). Values at odds are kept out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon import tables
from rashomon.coreference.terms import Given, Reading, Word
from rashomon.lang.lexicon import Relation, relation
from rashomon.model import Period, Quantity

_THRESHOLDS = tables.thresholds("rashomon.coreference")

GAPS = _THRESHOLDS.numbers("stretches_gaps")
SYNONYM = _THRESHOLDS.number("stretches_synonym")
AGAIN = _THRESHOLDS.number("stretches_again")
LEAST_WORDS = _THRESHOLDS.integer("least_words")
ROUNDS = _THRESHOLDS.integer("stretches_rounds")
CALENDAR = ("year", "month", "day", "weekday", "hour", "minute")

Stretch = tuple[int, int]  # tokens low up to but not including high
Barred = tuple[frozenset[int], frozenset[int]]  # tokens of two sentences
FREE: Barred = (frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Match:
    """Stretches of two sentences that say the same, the words of the first that the second has, and how alike they are.

    `twins` are these words, each with the one of the second that means it; `likeness` is 0 to 1; `told` is the sum of
    the squared weights of the shared words.
    """

    first: Stretch
    second: Stretch
    twins: tuple[tuple[str, str], ...]
    likeness: float
    told: float

    @property
    def shared(self) -> frozenset[str]:
        """Return the words of the first stretch that the second has."""
        return frozenset(ours for ours, _ in self.twins)

    @property
    def strength(self) -> float:
        """Return what the match is worth: how alike the stretches are, times how much they say."""
        return self.likeness * math.sqrt(self.told)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sentences, what each word tells, and the tokens of each that are kept out of every stretch."""

    first: Reading
    second: Reading
    barred: Barred


def best_match(first: Reading, second: Reading, taken: Barred = FREE) -> Match | None:
    """Return the stretches of two sentences that say the same, or None where fewer than two words are shared nearby.

    `taken` are the tokens of each that no stretch may hold.
    """
    pair = _Pair(first, second, taken)
    links = _links(first, second)
    if len(links) < LEAST_WORDS:
        return None
    for gap in GAPS:
        if (found := _match(pair, links, gap)) is None:
            continue
        barred = at_odds(first, found.first, second, found.second)
        if not barred[0]:
            return found
        narrowed = _match(_Pair(first, second, (taken[0] | barred[0], taken[1] | barred[1])), links, gap)
        if narrowed and not at_odds(first, narrowed.first, second, narrowed.second)[0]:
            return narrowed
    return None


def at_odds(first: Reading, one: Stretch, second: Reading, other: Stretch) -> Barred:
    """Return the tokens of the values at odds that touch two stretches: of one dimension, none given by both."""
    ours, theirs = _touching(first, one), _touching(second, other)
    found = [(a, b) for a in ours for b in theirs if _apart(a, b, ours, theirs)]
    return _tokens(a for a, _ in found), _tokens(b for _, b in found)


def synonyms_of(first: Reading, second: Reading) -> dict[str, str]:
    """Return for each word of the first sentence that the second says too the word that says it there."""
    return {key: other for key, (other, _) in _links(first, second).items()}


def _links(first: Reading, second: Reading) -> dict[str, tuple[str, float]]:
    """Return for each word of the first sentence the word of the second that means the same, and how much it counts."""
    ours, theirs = {w.key: w for w in first.words}, {w.key: w for w in second.words}
    links = {key: (key, 1.0) for key in ours if key in theirs}
    free = [w for key, w in theirs.items() if key not in links and w.part]
    for key, word in ours.items():
        if key not in links and word.part:
            synonym = next((w.key for w in free if w.part == word.part and _synonyms(word, w)), None)
            if synonym is not None:
                links[key] = (synonym, SYNONYM)
    return links


def _synonyms(one: Word, other: Word) -> bool:
    return relation(min(one.lemma, other.lemma), max(one.lemma, other.lemma), one.part) is Relation.SYNONYM


def _match(pair: _Pair, links: dict[str, tuple[str, float]], gap: float) -> Match | None:
    """Return the match of the linked words, found by shrinking both stretches until they hold the same words."""
    for _ in range(ROUNDS):
        if len(links) < LEAST_WORDS:
            return None
        ours = _run(pair.first, {k: c for k, (_, c) in links.items()}, gap, pair.barred[0])
        theirs = _run(pair.second, {o: c for o, c in links.values()}, gap, pair.barred[1])
        in_ours, in_theirs = ({w.key for w in run} for run in (ours, theirs))
        kept = {k: link for k, link in links.items() if k in in_ours and link[0] in in_theirs}
        if len(kept) == len(links):
            return _measured(pair, links, (ours, theirs))
        if len(kept) < LEAST_WORDS:
            kept = _stronger(pair, links, in_ours, in_theirs)
            if len(kept) == len(links):
                return None
        links = kept
    return None


def _stronger(
    pair: _Pair, links: dict[str, tuple[str, float]], in_ours: set[str], in_theirs: set[str]
) -> dict[str, tuple[str, float]]:
    """Return the links of the one stretch that tells more, where the two stretches hold other words."""
    sides = ({k: v for k, v in links.items() if k in in_ours}, {k: v for k, v in links.items() if v[0] in in_theirs})
    return max(sides, key=lambda side: sum(pair.first.squares[key] for key in side))


def _run(reading: Reading, counts: dict[str, float], gap: float, barred: frozenset[int]) -> tuple[Word, ...]:
    """Return the run of words with the greatest sum; a barred word ends every run."""
    best, best_low, best_high = 0.0, 0, 0
    total, low, seen = 0.0, 0, set[str]()
    for i, word in enumerate(reading.words):
        if word.at in barred:
            total = 0.0
            continue
        count = counts.get(word.key)
        if total <= 0:
            total, low, seen = 0.0, i, set()
            if count is None:
                continue
        if count is None:
            total -= gap * reading.squares[word.key]
        else:
            total += reading.squares[word.key] * count * (AGAIN if word.key in seen else 1)
            seen.add(word.key)
        if total > best:
            best, best_low, best_high = total, low, i + 1
    return reading.words[best_low:best_high]


def _measured(
    pair: _Pair, links: dict[str, tuple[str, float]], runs: tuple[tuple[Word, ...], tuple[Word, ...]]
) -> Match:
    ours = sum(pair.first.squares[key] * count for key, (_, count) in links.items())
    theirs = sum(pair.second.squares[key] * count for key, count in links.values())
    whole = math.prod(
        sum(reading.squares[key] for key in {w.key for w in run})
        for reading, run in zip((pair.first, pair.second), runs, strict=True)
    )
    told = math.sqrt(ours * theirs)
    first, second = ((run[0].at, run[-1].at + 1) for run in runs)
    twins = tuple(sorted((key, twin) for key, (twin, _) in links.items()))
    return Match(first, second, twins, told / math.sqrt(whole) if whole else 0.0, told)


def _touching(reading: Reading, stretch: Stretch) -> list[Given]:
    return [g for g in reading.given if g.low < stretch[1] and stretch[0] < g.high]


def _tokens(given: Iterable[Given]) -> frozenset[int]:
    return frozenset(i for g in given for i in range(g.low, g.high))


def _apart(one: Given, other: Given, ours: list[Given], theirs: list[Given]) -> bool:
    """Say whether two values are of one dimension while neither sentence's value is among the other's."""
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.dimension == b.dimension and not (_allowed(a, theirs) or _allowed(b, ours))
    if isinstance(a, Period) and isinstance(b, Period):
        return _differ(a, b) and not any(isinstance(g.value, Period) and _meet(a, g.value) for g in theirs)
    return False


def _allowed(value: Quantity, given: list[Given]) -> bool:
    """Say whether one of the values given is this one."""
    return any(
        isinstance(v := g.value, Quantity)
        and (v.low, v.high, v.unit, v.dimension) == (value.low, value.high, value.unit, value.dimension)
        for g in given
    )


def _differ(one: Period, other: Period) -> bool:
    """Say whether the words give one field of the calendar two values."""
    fields = [(getattr(one.fields, name), getattr(other.fields, name)) for name in CALENDAR]
    return any(a is not None and b is not None and a != b for a, b in fields)


def _meet(one: Period, other: Period) -> bool:
    """Say whether both give the same time, or one field of the calendar the same value."""
    fields = [(getattr(one.fields, name), getattr(other.fields, name)) for name in CALENDAR]
    return one.timex == other.timex or any(a is not None and a == b for a, b in fields)
