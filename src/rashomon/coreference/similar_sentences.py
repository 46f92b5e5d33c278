"""Like sentences of different reports, and what they have in common: where statements and wording set out from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.coreference.name_clusters import NameCluster
from rashomon.coreference.stretches import Match, best_match
from rashomon.coreference.terms import Reading, readings_of, squares_of
from rashomon.model import Account

COMMON = 200  # sentences that share one word: beyond this the word finds nothing in particular
NEIGHBOURS = 10  # sentences that one sentence is held against, most telling words in common first


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two sentences by their numbers among the readings, and how they match."""

    first: int
    second: int
    match: Match


@dataclass(frozen=True, slots=True)
class SimilarSentences:
    """The sentences of an event, how much each word tells in it (squared), and the matches, strongest first."""

    readings: tuple[Reading, ...]
    squares: Mapping[str, float]
    likenesses: tuple[Likeness, ...]


def similar_sentences(accounts: tuple[Account, ...], names: tuple[NameCluster, ...]) -> SimilarSentences:
    """Return the sentences of an event and how those of different reports match."""
    readings = readings_of(accounts, names)
    squares = squares_of(readings)
    return SimilarSentences(readings, squares, _likenesses(readings, squares))


def _likenesses(readings: tuple[Reading, ...], squares: Mapping[str, float]) -> tuple[Likeness, ...]:
    found = []
    for i, j in sorted(_near(readings, squares)):
        match = best_match(readings[i], readings[j], squares)
        if match is not None:
            found.append(Likeness(i, j, match))
    return tuple(sorted(found, key=lambda a: (-a.match.strength, a.first, a.second)))


def _near(readings: tuple[Reading, ...], squares: Mapping[str, float]) -> set[tuple[int, int]]:
    """Return the pairs of sentences of different reports with telling words in common, through an index of words."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for i, reading in enumerate(readings):
        for key in {w.key for w in reading.words}:
            by_word[key].append(i)
    pairs = set()
    for i, reading in enumerate(readings):
        told: dict[int, float] = defaultdict(float)
        for key in {w.key for w in reading.words}:
            if len(by_word[key]) <= COMMON:
                for j in by_word[key]:
                    told[j] += squares[key]
        others = [j for j in told if readings[j].report != reading.report]
        for j in sorted(others, key=lambda j: (-round(told[j], 6), j))[:NEIGHBOURS]:
            pairs.add((min(i, j), max(i, j)))
    return pairs
