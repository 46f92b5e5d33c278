"""What happened, as one clause tells it: the act, who and what took part, and how alike two such tellings are.

Times and places hang on something that happened. Two of them answer one question only where the act is the same (the
same word, a synonym, or the same noun of an event) and where those who took part are largely the same.
"""

from __future__ import annotations

from functools import cache

from rashomon import tables
from rashomon.coreference.weights import cosine, total
from rashomon.extract.acts import DAYS as DAYS
from rashomon.extract.acts import LIGHT
from rashomon.extract.acts import governors as governors
from rashomon.extract.acts import referents_in as referents_in
from rashomon.lang.families import Way, words_of
from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.tables import load_table
from rashomon.model import Happening as Happening

_THRESHOLDS = tables.thresholds("rashomon.coreference")
STRANGE_BELOW = _THRESHOLDS.number("strange_below")

BESIDE = _THRESHOLDS.number("acts_beside")
LINKED = frozenset({Relation.SAME, Relation.SYNONYM})
OUTCOMES = ("dead", "injured", "arrested", "damaged")  # acts with one outcome are one act of one thing


def likeness(one: Happening, other: Happening) -> float:
    """Return how surely both tell of one act, 0 to 1; 0 where the acts are unlike. Symmetric.

    The act itself counts 0.3, how much of the briefer telling's participants the other has 0.4 (a quarter of that where
    one names none), the sentences around them 0.3; 0.2 is taken off where both give proper names, and share none
    nor half of the rest.
    Acts that only share the noun of an event ("charged in the shooting") are never more than `BESIDE`.
    """
    if not same_act(one, other):
        return 0.0
    alike = 0.3 + 0.4 * _held(one, other) + 0.3 * cosine(one.words, other.words) - 0.2 * are_strangers(one, other)
    whole = max(0.0, alike)
    return whole if is_one_act(one, other) else min(whole, BESIDE)


def are_strangers(one: Happening, other: Happening) -> bool:
    """Say whether both acts give proper names, and share none nor half of what else took part: they are two."""
    named = bool(one.names) and bool(other.names) and not one.names & other.names
    return named and _held(one, other) < STRANGE_BELOW


def _held(one: Happening, other: Happening) -> float:
    """Return how much of the briefer telling's participants the other has, 0 to 1; a quarter where one names none."""
    first, second = _shared_sense(one.part | one.acts, other.part | other.acts)
    least = min(total(first), total(second))
    return total(first & second) / least if least else 0.25


def same_act(one: Happening, other: Happening) -> bool:
    """Say whether the acts are one word, synonyms with a participant in common, or told by one noun of an event."""
    if one.act == other.act and one.act not in LIGHT:
        return True
    if one.verbal == other.verbal and _linked(one.act, other.act, "v" if one.verbal else "n"):
        return bool(one.part & other.part)
    nouns = (one.acts | ({one.act} - LIGHT), other.acts | ({other.act} - LIGHT))
    return any(_linked(a, b, "n") for a in nouns[0] for b in nouns[1])


def is_one_act(one: Happening, other: Happening) -> bool:
    """Say whether the acts themselves are one, and not only share the noun of an event that they have to do with."""
    if _linked(one.act, other.act, "v" if one.verbal and other.verbal else "n"):
        return True
    nouns = (one.own | ({one.act} - LIGHT), other.own | ({other.act} - LIGHT))
    return any(_linked(a, b, "n") for a in nouns[0] for b in nouns[1])


@cache
def _linked(one: str, other: str, pos: str) -> bool:
    return one == other or relation(one, other, pos) in LINKED or bool(_states(one) & _states(other))


@cache
def _states(act: str) -> frozenset[str]:
    """Return what the act does to whom or what it happens to: "sever" and "cut" leave a thing damaged."""
    table = load_table("states")["states"]
    harmed = {"damaged"} if act in words_of("harm", "harmed", Way.DONE, Way.NOUN) else set()
    return frozenset(harmed | {state for state in OUTCOMES if act in table[state]})


def _shared_sense(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return both sets with a word of the second put for its synonym in the first."""
    changed = set(other)
    for word in sorted(other - one):
        twin = next((w for w in sorted(one - other) if _linked(w, word, "n") or _linked(w, word, "v")), None)
        if twin is not None:
            changed = (changed - {word}) | {twin}
    return one, frozenset(changed)
