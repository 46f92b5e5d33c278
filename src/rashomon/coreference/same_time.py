"""Do two times that differ tell when one act was? A few features that a reader can check; their weights are learned.

Each feature is one small function of two dated tellings, and symmetric. `training/alignment` writes the weights to
`weights.toml`, with each function's first line beside its weight. The score says whether two times may be compared; the
rules say what they are to one another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rashomon.coreference.acts import is_one_act
from rashomon.coreference.event import Event
from rashomon.coreference.terms import Reading
from rashomon.lang.periods import Overlap, one_zone, overlap
from rashomon.model import Claim, Happening, Period
from rashomon.text import Range

Squares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim of a time, the act that it dates, and the words around it.

    `clause` and `sentence` are the telling words of the clause and of the sentence without those of the time itself,
    each with how telling it is, squared. `place` is where the sentence stands in its report: 0 the first, 1 the last.
    """

    claim: Claim
    value: Period
    happening: Happening
    clause: Squares
    sentence: Squares
    place: float


Feature = Callable[[Dated, Dated], float]


def dated_in(event: Event) -> Iterator[Dated]:
    """Yield the claims of times that date an act, in the order of accounts and text."""
    readings = {(r.report, r.sentence.range): r for r in event.similar.readings}
    for account in event.accounts:
        number = {sentence.range: n for n, sentence in enumerate(account.sentences)}
        last = max(1, len(account.sentences) - 1)
        for claim in account.claims:
            reading = readings.get((account.report.id, claim.sentence))
            if isinstance(claim.value, Period) and claim.happening is not None:
                words = _words(reading, claim.evidence) if reading else ({}, {})
                yield Dated(claim, claim.value, claim.happening, *words, number[claim.sentence] / last)


def same_time(one: Dated, other: Dated) -> dict[str, float]:
    """Return the features of two times, by name. Symmetric."""
    return {name: feature(one, other) for name, feature in FEATURES.items()}


def _words(reading: Reading, time: Range) -> tuple[Squares, Squares]:
    """Return the telling words of the clause in which a time stands, and of the sentence, without the time's own."""
    tokens = reading.sentence.tokens
    told = [w for w in reading.words if not time.start <= tokens[w.at].start < time.end]
    clause = next((c for c in reading.clauses if c.start <= time.start < c.end), reading.sentence.range)
    inside = [w for w in told if clause.start <= tokens[w.at].start < clause.end]
    first, second = ({w.key: reading.squares[w.key] for w in words} for words in (inside, told))
    return first, second


# ---------------------------------------------------------------- the features


def told_alike(one: Dated, other: Dated) -> float:
    """How alike the clause of one is to the sentence of the other, the times left out (cosine, weighted)."""
    return max(_cosine(one.clause, other.sentence), _cosine(one.sentence, other.clause))


def one_act(one: Dated, other: Dated) -> float:
    """Both date one act: one verb or noun, or two that mean the same."""
    return float(is_one_act(one.happening, other.happening))


def names_shared(one: Dated, other: Dated) -> float:
    """The two acts have a proper name in common."""
    return float(bool(one.happening.names & other.happening.names))


def zone_apart(one: Dated, other: Dated) -> float:
    """The clocks differ by what two time zones differ by, and just one of them names its zone."""
    return float(one_zone(one.value.fields, other.value.fields))


def within(one: Dated, other: Dated) -> float:
    """One time contains the other."""
    return float(overlap(one.value, other.value) is Overlap.WITHIN)


def one_time(one: Dated, other: Dated) -> float:
    """Both are one time, in other words."""
    return float(overlap(one.value, other.value) is Overlap.SAME)


def led_apart(one: Dated, other: Dated) -> float:
    """Other words lead to them ("on", "since", none)."""
    return float(one.claim.about.reference != other.claim.about.reference)


def place(one: Dated, other: Dated) -> float:
    """How far apart they stand, one report laid beside the other: 0 for the same place, 1 for first and last."""
    return abs(one.place - other.place)


FEATURES: Mapping[str, Feature] = MappingProxyType(
    {
        feature.__name__: feature
        for feature in (told_alike, one_act, names_shared, zone_apart, within, one_time, led_apart, place)
    }
)


def _cosine(one: Squares, other: Squares) -> float:
    shared = one.keys() & other.keys()
    if not shared:
        return 0.0
    both = math.fsum(math.sqrt(one[key] * other[key]) for key in shared)
    return both / math.sqrt(math.fsum(one.values()) * math.fsum(other.values()))
