"""Which two claims of states are at odds: one predicate said and denied, or two states that exclude one another."""

from __future__ import annotations

from functools import cache

from rashomon.coreference.weights import cosine
from rashomon.lang.families import YET, families
from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.tables import load_table
from rashomon.model import Claim, Happening


def told(claim: Claim) -> Happening:
    """Return what a plain statement tells. Raises `ValueError` where the claim is none."""
    if claim.happening is None:
        raise ValueError("a claim of a plain statement tells of something")
    return claim.happening


def opposed(one: Claim, other: Claim) -> bool:
    """Say whether of two plain statements one denies the other, or both are so and are opposites. Symmetric.

    Both are of one object, or of none: who closes in and who opens fire does not do the contrary. Nor are they of two
    days (who did not return on Monday may return on Friday), nor do they name others alone, and who did not pass a
    clean bill may have passed one.
    """
    first, second = one.about, other.about
    days = first.period - {YET}, second.period - {YET}
    if any(a and b and not a & b for a, b in (days, (first.place, second.place))):
        return False
    if any(a.about.subset - told(b).words for a, b in ((one, other), (other, one)) if not a.positive):
        return False
    undone = first.predicate.startswith("un") or second.predicate.startswith("un")
    objects = told(one).part, told(other).part
    if not undone and bool(objects[0] & objects[1]) != bool(objects[0] | objects[1]):
        return False
    if first.predicate == second.predicate:
        return one.positive != other.positive
    return one.positive and other.positive and _opposites(one, other)


def alikeness(one: Claim, other: Claim) -> float:
    """Return how alike two plain statements are but for their predicates, 0 to 1. Symmetric."""
    first, second = told(one), told(other)
    subject, words = cosine(one.about.bearer, other.about.bearer), cosine(first.words, second.words)
    if first.part and second.part:
        return (subject + cosine(first.part, second.part) + words) / 3
    return (subject + words) / 2


def excluding(one: Claim, other: Claim) -> bool:
    """Say whether two claims of one family and one bearer are at odds. Symmetric.

    Two that differ in polarity alone are compared as plain statements.
    """
    first, second = one.about, other.about
    if first.state == second.state:
        at_odds = one.positive != other.positive
    else:
        at_odds = one.positive and other.positive and families()[first.kind].excluded(first.state, second.state)
    return at_odds and _one_thing(one, other) and not _said_otherwise(one, other)


def _opposites(one: Claim, other: Claim) -> bool:
    """Say whether two predicates deny one another: by their family, by "un-", or by the lexicon."""
    first, second = one.about, other.about
    if first.kind and first.kind == second.kind and families()[first.kind].excluded(first.state, second.state):
        return True
    if undone(first.predicate, second.predicate):
        return True
    return told(one).verbal == told(other).verbal and _antonyms(
        first.predicate, second.predicate, "v" if told(one).verbal else "a"
    )


def undone(one: str, other: str) -> bool:
    """Say whether one is "un-" before the other or its participle ("damage", "undamaged"). Symmetric."""
    return any(b in {f"un{a}", f"un{a}d", f"un{a}ed"} for a, b in ((one, other), (other, one)))


@cache
def _antonyms(one: str, other: str, pos: str) -> bool:
    return relation(one, other, pos) is Relation.OPPOSITE


def _one_thing(one: Claim, other: Claim) -> bool:
    """Say whether both are of one thing: a name in common and no other kind of place, or else a noun in common.

    Where the state is that of something in a place, the place is named: "in the building" says little of which.
    """
    first, second = one.about, other.about
    if first.place or second.place:
        return bool(first.place & second.place) and not _other_kinds(first.modifiers, second.modifiers)
    return bool(first.bearer & second.bearer) and not (first.reference or second.reference)


def _other_kinds(one: frozenset[str], other: frozenset[str]) -> bool:
    table = load_table("land")
    settled, wide = frozenset(table["settlements"]), frozenset(table["lands"])
    return any(a & settled and b & wide and not b & settled and not a & wide for a, b in ((one, other), (other, one)))


def _said_otherwise(one: Claim, other: Claim) -> bool:
    first, second = one.about, other.about
    one_word = first.predicate == second.predicate or undone(first.predicate, second.predicate)
    return one_word and not (first.reference or second.reference) and first.bearer == second.bearer
