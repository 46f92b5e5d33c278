"""Whether two names may be one source's: the same, perhaps the same, or surely another."""

from __future__ import annotations

import re
from enum import IntEnum

from rashomon import tables
from rashomon.lang.cues import source_cues

_WORDS = tables.words("rashomon.origins")

_WORD = re.compile(r"\w+")
_SMALL = _WORDS.set("small")


class Likeness(IntEnum):
    """What two names say of their bearers."""

    OTHER = 0
    PERHAPS = 1
    SAME = 2


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, case folded, without titles before it and without articles."""
    words = [word for word in _WORD.findall(name.casefold()) if word not in _SMALL]
    titles = source_cues().titles
    while len(words) > 1 and (words[0] in titles or words[0] + "." in titles):
        words = words[1:]
    return tuple(words)


def is_proper(name: str) -> bool:
    """Say whether the words are a proper name: the first and the last begin with a capital."""
    words = [word for word in _WORD.findall(name) if word.casefold() not in _SMALL]
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()


def same_person(one: str, other: str) -> Likeness:
    """Compare two people's names: a surname alone is the bearer's whose full name ends or begins with it."""
    ours, theirs = name_words(one), name_words(other)
    if not ours or not theirs:
        return Likeness.PERHAPS
    if "".join(ours) == "".join(theirs) or set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return Likeness.SAME
    if ours[-1] == theirs[-1] and ours[0][0] == theirs[0][0] and 1 in (len(ours[0]), len(theirs[0])):
        return Likeness.SAME
    return Likeness.PERHAPS if set(ours) & set(theirs) or min(len(ours), len(theirs)) == 1 else Likeness.OTHER


def same_body(one: str, other: str) -> Likeness:
    """Compare the names of two bodies: agencies, outlets, organisations, documents."""
    ours, theirs = name_words(one), name_words(other)
    if not ours or not theirs:
        return Likeness.PERHAPS
    if ours == theirs or _short_for(ours, theirs) or _short_for(theirs, ours):
        return Likeness.SAME
    return Likeness.PERHAPS if set(ours) & set(theirs) else Likeness.OTHER


def _short_for(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether the first is the initials of the second."""
    return len(one) == 1 and len(other) > 1 and one[0] == "".join(word[0] for word in other)
