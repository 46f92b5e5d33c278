"""Whether stretches of two sentences state something and say the same: nothing at odds, nothing denied by one alone."""

from __future__ import annotations

from rashomon import tables
from rashomon.coreference.stretches import Barred, Match, Stretch, at_odds
from rashomon.coreference.terms import Reading, Word

_THRESHOLDS = tables.thresholds("rashomon.coreference")

FEW_WORDS = _THRESHOLDS.integer("few_words")
BESIDE = _THRESHOLDS.integer("sameness_beside")
DENIAL_BEFORE = _THRESHOLDS.integer("denial_before")

Told = tuple[Reading, Stretch]  # a stretch of a sentence


def states(one: Told, other: Told, match: Match) -> bool:
    """Say whether the shared words state something: of a thing, and more than a date or an amount alone.

    A verb here and a noun there ("shot his co-workers", "after the shooting") tell little alone.
    """
    acts = []
    for reading, stretch in (one, other):
        words = [w for w in _words(reading, stretch) if w.key in match.shared]
        if all(_is_of_value(reading, word) for word in words) or not any(_is_of_thing(reading, w) for w in words):
            return False
        acts.append(any(word.part == "v" for word in words))
    return acts[0] == acts[1] or len(match.shared) > FEW_WORDS


def says_the_same(one: Told, other: Told) -> bool:
    """Say whether no value in or beside the stretches is at odds, both or neither deny, and one is one in both."""
    (first, ours), (second, theirs) = one, other
    shared = {w.key for w in _words(*one)} & {w.key for w in _words(*other)}
    if _denies(first, ours, shared) != _denies(second, theirs, shared):
        return False
    counts = _counted(*other)
    if any(counts.get(key, many) != many for key, many in _counted(*one).items()):
        return False
    return not at_odds(first, _widened(ours), second, _widened(theirs))[0]


def apart_beside(one: Told, other: Told) -> Barred:
    """Return the tokens in or beside the values at odds that touch two stretches or stand beside them."""
    (first, ours), (second, theirs) = one, other
    barred = at_odds(first, _widened(ours), second, _widened(theirs))
    return _around(barred[0]), _around(barred[1])


def _around(tokens: frozenset[int]) -> frozenset[int]:
    return frozenset(i for t in tokens for i in range(t - BESIDE, t + BESIDE + 1))


def _words(reading: Reading, stretch: Stretch) -> list[Word]:
    return [w for w in reading.words if stretch[0] <= w.at < stretch[1]]


def _is_of_value(reading: Reading, word: Word) -> bool:
    """Say whether a word belongs to an amount or a time of its sentence."""
    return any(g.low <= word.at < g.high for g in reading.given)


def _is_of_thing(reading: Reading, word: Word) -> bool:
    """Say whether a word names a thing or what it is like: without one ("purely driven") nothing says what is meant."""
    return (
        word.part in {"n", "a"} or word.key.startswith("@") or reading.sentence.tokens[word.at].pos in {"PROPN", "NUM"}
    )


def _counted(reading: Reading, stretch: Stretch) -> dict[str, bool]:
    """Return which nouns of the stretch are told as several things, and which as one."""
    return {w.key: w.many for w in _words(reading, stretch) if w.many is not None}


def _widened(stretch: Stretch) -> Stretch:
    return stretch[0] - BESIDE, stretch[1] + BESIDE


def _denies(reading: Reading, stretch: Stretch, shared: set[str]) -> bool:
    """Say whether a denial in or right before the stretch is of a word that both have, or of what it governs."""
    tokens = reading.sentence.tokens
    at = {w.at for w in reading.words if w.key in shared}
    return any(
        stretch[0] - DENIAL_BEFORE <= i < stretch[1]
        and not at.isdisjoint((i, tokens[i].head, tokens[tokens[i].head].head))
        for i in reading.denials
    )
