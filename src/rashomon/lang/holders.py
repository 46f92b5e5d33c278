"""Whose a figure is in a list of like figures: "65 % of traffic to Norland, 40 % with Utoria", "in Norland by 65 %".

The words are read rather than the tree: parsers take such lists for anything.
"""

from __future__ import annotations

import re

from rashomon import tables
from rashomon.model import Mention, Name, Quantity, Sentence
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang")

STOPS = frozenset({",", ";", ":", "(", ")", "—", "–", ".", "“", "”", '"'})
_AGE_BEHIND = re.compile(r",? (?:aged |an? )?|,? ?\(")  # between a name and the age behind it
WHOLE_NAME = _THRESHOLDS.integer("whole_name")
STEM = _THRESHOLDS.integer("holders_stem")


def holder_of(own: Mention, inside: tuple[Mention, ...], sentence: Sentence) -> frozenset[str]:
    """Return the words of the names that the figure `own` belongs to, in lower case; empty where none stands by it.

    Names that follow the figure up to a comma or the next figure come first, then those before it, back to a comma or
    the figure before. `inside` are the mentions of the sentence.
    """
    names = tuple(m for m in inside if isinstance(m.value, Name))
    figures = [m.range for m in inside if isinstance(m.value, Quantity) and m != own]
    starts, ends = ([f.start for f in figures], [f.end for f in figures])
    stops = [t for t in sentence.tokens if t.text in STOPS]
    after = min((n for n in (*starts, *(t.start for t in stops)) if n >= own.range.end), default=sentence.range.end)
    before = max((n for n in (*ends, *(t.end for t in stops)) if n <= own.range.start), default=sentence.range.start)
    return _words(names, own.range.end, after) or _words(names, before, own.range.start)


def aged(own: Mention, inside: tuple[Mention, ...], text: str) -> frozenset[str]:
    """Return the words of the name of whose age `own` gives, in lower case; empty where no name stands right by it.

    "Ada Kessling, 41", "Ada Kessling, a 41-year-old pilot", "Ada Kessling (41)", "41-year-old Ada Kessling".
    """
    for mention in inside:
        if not isinstance(mention.value, Name) or mention.value.kind != "person":
            continue
        before, after = text[mention.range.end : own.range.start], text[own.range.end : mention.range.start]
        if (mention.range.end <= own.range.start and _AGE_BEHIND.fullmatch(before)) or (
            own.range.end <= mention.range.start and after == " "
        ):
            return frozenset(mention.value.words.lower().split())
    return frozenset()


def named_as_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two names may be of one person: two words are shared, or all of a name of one word. Symmetric."""
    return len(one & other) >= min(len(one), len(other), WHOLE_NAME) > 0


def named_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two figures belong to things named apart; what is not named is apart from nothing. Symmetric."""
    return bool(one and other) and not named_alike(one, other)


def named_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two figures belong to things of which a name is shared. Symmetric."""
    return any(a == b or (min(len(a), len(b)) >= STEM and a[:STEM] == b[:STEM]) for a in one for b in other)


def _words(names: tuple[Mention, ...], start: int, end: int) -> frozenset[str]:
    if start >= end:
        return frozenset()
    region = Range(start, end)
    return frozenset(
        word.lower()
        for m in names
        if isinstance(m.value, Name) and region.overlaps(m.range)
        for word in m.value.words.split()
        if word[:1].isupper()
    )
