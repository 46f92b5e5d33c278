"""Like sentences of different reports, and what they have in common: where statements and wording set out from."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from rashomon import tables
from rashomon.coreference.name_clusters import NameCluster
from rashomon.coreference.stretches import Match, best_match
from rashomon.coreference.terms import Reading, readings_of
from rashomon.model import Account

_THRESHOLDS = tables.thresholds("rashomon.coreference")

LEAST_TOLD = _THRESHOLDS.number("least_told")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two sentences by their numbers among the readings, and how they match."""

    first: int
    second: int
    match: Match


@dataclass(frozen=True, slots=True)
class SimilarSentences:
    """The sentences of an event, and how those of different reports match, strongest first."""

    readings: tuple[Reading, ...]
    likenesses: tuple[Likeness, ...]


def similar_sentences(accounts: tuple[Account, ...], names: tuple[NameCluster, ...]) -> SimilarSentences:
    """Return the sentences of an event and how those of different reports match."""
    readings = readings_of(accounts, names)
    return SimilarSentences(readings, _likenesses(readings))


def _likenesses(readings: tuple[Reading, ...]) -> tuple[Likeness, ...]:
    found = []
    for i, j in sorted(_near(readings)):
        match = best_match(readings[i], readings[j])
        if match is not None:
            found.append(Likeness(i, j, match))
    return tuple(sorted(found, key=lambda a: (-a.match.strength, a.first, a.second)))


def _near(readings: tuple[Reading, ...]) -> set[tuple[int, int]]:
    """Return the pairs of sentences of different reports whose words in common tell enough, by an index of words.

    Whether two sentences are such a pair depends on the two alone.
    """
    by_word: dict[str, list[int]] = defaultdict(list)
    told: dict[tuple[int, int], float] = defaultdict(float)
    for i, reading in enumerate(readings):
        for key in sorted({w.key for w in reading.words}):
            square = reading.squares[key]
            for j in by_word[key]:
                told[j, i] += math.sqrt(square * readings[j].squares[key])
            by_word[key].append(i)
    return {(i, j) for (i, j), much in told.items() if much >= LEAST_TOLD and readings[i].report != readings[j].report}
