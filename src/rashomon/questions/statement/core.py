"""What every report of a statement says: the words that the first two have in common, less what a later one lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon import tables
from rashomon.coreference.sameness import says_the_same
from rashomon.coreference.stretches import LEAST_WORDS, Match, Stretch
from rashomon.coreference.terms import Reading
from rashomon.coreference.weights import square_of

_THRESHOLDS = tables.thresholds("rashomon.questions.statement")

SHARE = _THRESHOLDS.number("share")

Member = tuple[int, Stretch]  # the number of a reading and the stretch of its sentence
Core = tuple[frozenset[str], ...]  # what is said, each thing by the words that mean it


@dataclass(frozen=True, slots=True)
class Statement:
    """Stretches of several reports that say the same; `core` is what all of them say, `least` what it must tell."""

    members: tuple[Member, ...]
    core: Core
    least: float
    strength: float


def stated(one: Member, other: Member, match: Match) -> Statement:
    """Return the statement that two matching stretches make."""
    core = tuple(frozenset(pair) for pair in match.twins)
    return Statement((one, other), core, SHARE * _told(core), match.strength)


def joined(statement: Statement, newcomer: Member, match: Match, readings: tuple[Reading, ...]) -> Statement | None:
    """Return the statement with one more stretch, its core cut to what that one says too.

    None where too little is left, or where something is at odds with a member. `match` is that of the newcomer with
    one of the members.
    """
    reading, (low, high) = readings[newcomer[0]], newcomer[1]
    have = {w.key for w in reading.words if low <= w.at < high}
    twins = dict(match.twins) | {b: a for a, b in match.twins}
    meant = (words | {key for key in have if twins.get(key) in words} for words in statement.core)
    core = tuple(words for words in meant if words & have)
    if len(core) < LEAST_WORDS or _told(core) < statement.least:
        return None
    told = reading, newcomer[1]
    if not all(says_the_same(told, (readings[i], stretch)) for i, stretch in statement.members):
        return None
    return replace(statement, members=(*statement.members, newcomer), core=core)


def narrowed(reading: Reading, stretch: Stretch, core: Core) -> Stretch:
    """Return the shortest part of the stretch that says the whole core; the stretch itself where none does."""
    inside = [w for w in reading.words if stretch[0] <= w.at < stretch[1]]
    saying = [(w.at, n) for w in inside for n, words in enumerate(core) if w.key in words]
    best, low, held = stretch, 0, Counter[int]()
    for at, what in saying:
        held[what] += 1
        while held[saying[low][1]] > 1:
            held[saying[low][1]] -= 1
            low += 1
        if len(held) == len(core) and at + 1 - saying[low][0] < best[1] - best[0]:
            best = saying[low][0], at + 1
    return _with_whole_names({w.at: w.key for w in inside}, best)


def _with_whole_names(keys: Mapping[int, str], stretch: Stretch) -> Stretch:
    """Return the stretch with the rest of a name that it would cut: neighbours that stand for the same."""
    low, high = stretch
    while low - 1 in keys and keys[low - 1] == keys.get(low):
        low -= 1
    while high in keys and keys[high] == keys.get(high - 1):
        high += 1
    return low, high


def _told(core: Iterable[frozenset[str]]) -> float:
    return sum(max(square_of(key) for key in words) for words in core)
