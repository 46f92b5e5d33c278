"""Whether two words are one name written in two ways: other letters, or the short form of a given name."""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from rashomon import tables
from rashomon.lang.name_words import load_cues
from rashomon.lang.tables import load_table

_THRESHOLDS = tables.thresholds("rashomon.coreference")
_WORDS = tables.words("rashomon.coreference")
_SHORTEST = _THRESHOLDS.integer("spelling_shortest")
_TWO_EDITS_FROM = _THRESHOLDS.integer("two_edits_from")
_PARTICLE_BEFORE = _THRESHOLDS.integer("particle_before")

_INTERCHANGED = _WORDS.sequence("spelling_interchanged")
_PARTICLES_WRITTEN_ON = _WORDS.sequence("particles_written_on")


@cache
def _families() -> dict[str, frozenset[int]]:
    """Return the numbers of the families of given names that each name belongs to."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(load_table("nicknames")["families"]):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def families_of(name: str) -> frozenset[int]:
    """Return the numbers of the families of given names that a folded name belongs to."""
    return _families().get(name, frozenset())


def nicknames(one: str, other: str) -> bool:
    """Say whether two given names belong to one family, at least one of them its long form."""
    families = _families()
    shared = families.get(one, frozenset()) & families.get(other, frozenset())
    return bool(shared) and one != other


def spelling(one: str, other: str) -> bool:
    """Say whether two words may be spellings of one: one edit from 4 letters, two from 8, or the same consonants.

    First letters agree, up to those that transliterations exchange. Two known given names are two names, and a plural
    names a family.
    """
    given = load_cues().given
    return not (one in given and other in given) and alike(one, other)


def alike(one: str, other: str) -> bool:
    """Say whether two words are near enough in letters, whatever they name."""
    if min(len(one), len(other)) < _SHORTEST or one == other or not one[0].isalpha() or _never_spellings(one, other):
        return False
    shorter, longer = sorted((one, other), key=len)
    if (
        longer.endswith(shorter)
        and longer.removesuffix(shorter) in _PARTICLES_WRITTEN_ON
        and len(shorter) > _PARTICLE_BEFORE
    ):
        return True
    if one[0] != other[0] and "".join(sorted((one[0], other[0]))) not in _INTERCHANGED:
        return False
    distance = DamerauLevenshtein.distance(one, other, score_cutoff=2)
    if distance <= (2 if len(shorter) >= _TWO_EDITS_FROM else 1):
        return True
    return distance == 2 and len(shorter) > _SHORTEST and _consonants(one) == _consonants(other)


def _never_spellings(one: str, other: str) -> bool:
    """Say whether two words are a family and one of it, or two directions."""
    return one + "s" == other or other + "s" == one or {one, other} <= _directions()


@cache
def _directions() -> frozenset[str]:
    return frozenset(load_table("regions")["directions"]["words"])


def _consonants(word: str) -> str:
    """Return the consonants without doublings: what spellings of one name keep."""
    kept = [letter for letter in word if letter not in "aeiouyhʿ"]
    return "".join(letter for place, letter in enumerate(kept) if not place or letter != kept[place - 1])
