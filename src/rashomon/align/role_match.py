"""Whether two roles given to one person are one office in other words, one more exact than the other, or at odds."""

from __future__ import annotations

import re
from functools import cache

from rashomon.align.name_match import NameMatch, Sameness
from rashomon.lang.gazetteer import country_of_adjective, fold
from rashomon.lang.name_words import role_word
from rashomon.lang.tables import load_table

_JOINTS = re.compile(r" (?:of|for|at|in|with|on|from|to) ")
_SMALL = frozenset(
    {"the", "a", "an", "of", "for", "at", "in", "with", "on", "from", "to", "and", "his", "her", "their", "its", "s"}
)
_PAST = frozenset({"former", "ex", "then", "onetime", "retired"})
# Words that make another, lower or passing office of the one they stand before.
_SECOND = frozenset({"vice", "deputy", "assistant", "associate", "acting", "interim", "undersecretary"})
_CHARACTERS = 300


def same_role(one: str, other: str) -> NameMatch:
    """Return how two roles of one person lie to one another, and why. Symmetric.

    `same`: the same words, initials written out. `variant`: one word for another ("spokeswoman", "spokesperson"), or
    one says more ("attorney", "attorney for the Southern District"). `different`: two ranks. `unknown`: a person may
    be both, or was one before the other.
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return NameMatch(Sameness.UNKNOWN, "no role")
    if ours == theirs:
        same = fold(one) == fold(other)
        return NameMatch(
            Sameness.SAME if same else Sameness.VARIANT, "same words" if same else "other words for one office"
        )
    if bool(_PAST & set(ours)) != bool(_PAST & set(theirs)):
        return NameMatch(Sameness.UNKNOWN, "one of them former")
    rank, other_rank = _rank(one), _rank(other)
    if rank and other_rank and rank != other_rank:
        return NameMatch(Sameness.DIFFERENT, f"ranks differ: {' and '.join(sorted((rank, other_rank)))}")
    deputy = _SECOND & (set(ours) ^ set(theirs))
    if deputy:
        return NameMatch(Sameness.UNKNOWN, f"only one is {' '.join(sorted(deputy))}")
    head, other_head = _head(one), _head(other)
    left, right = [word for word in ours if word not in theirs], [word for word in theirs if word not in ours]
    if not left or not right:
        return NameMatch(Sameness.VARIANT, "one says more")
    if head == other_head:
        return NameMatch(Sameness.VARIANT, "same office, described in other words")
    return NameMatch(Sameness.UNKNOWN, "two roles that one person can have")


def _rank(role: str) -> str:
    """Return the rank that ends a role before its first "of" ("lieutenant colonel"), or an empty string."""
    ranks = frozenset(load_table("titles")["ranks"]["words"])
    phrase = [_families().get(word, word) for word in _before_joint(role)]
    kept: list[str] = []
    for word in reversed(phrase):
        if word not in ranks:
            break
        kept.insert(0, word)
    # "attorney general" is an office, not a rank.
    civil = kept == ["general"] and len(phrase) > 1 and role_word(phrase[-2])
    return "" if civil else " ".join(kept)


def _before_joint(role: str) -> list[str]:
    return _JOINTS.split(f" {_written_out(role)} ", maxsplit=1)[0].split()


def _words(role: str) -> tuple[str, ...]:
    """Return the telling words of a role in one form: initials written out, families by their first word, countries."""
    found = [_families().get(word, word) for word in _written_out(role).split()]
    return tuple(sorted({_country(word) for word in found if word not in _SMALL}))


def _country(word: str) -> str:
    place = country_of_adjective(word)
    return fold(place.name) if place is not None else word


def _written_out(role: str) -> str:
    """Return the folded role with its initials written out."""
    key = fold(role[:_CHARACTERS])
    initials = load_table("titles")["same_role"]["initials"]
    for short in sorted(initials, key=len, reverse=True):
        if initials[short] not in key:
            key = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", initials[short], key)
    return key


def _head(role: str) -> str:
    """Return the last role word before the first "of", "at" and the like, in its family's form."""
    phrase = _before_joint(role)
    words = [word for word in phrase if role_word(word)] or phrase[-1:]
    return _families().get(words[-1], words[-1]) if words else ""


@cache
def _families() -> dict[str, str]:
    """Return the first word of the family of each role word."""
    return {word: family[0] for family in load_table("titles")["same_role"]["families"] for word in family}
