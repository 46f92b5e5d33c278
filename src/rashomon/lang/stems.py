"""What words of one family share: a base form without the ending that only changes its part of speech."""

from __future__ import annotations

from functools import cache

from rashomon import tables

_THRESHOLDS = tables.thresholds("rashomon.lang")
_WORDS = tables.words("rashomon.lang")

SHORTEST_STEM = _THRESHOLDS.integer("shortest_stem")
ENDINGS = _WORDS.sequence("stems_endings")


@cache
def stem_of(lemma: str) -> str:
    """Return what is left of a base form without hyphens and without an ending that only changes its part of speech."""
    word = lemma.replace("-", "")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return _single(word[: -len(ending)].rstrip("ei"))
    return _single(word.rstrip("ei") if len(word) > SHORTEST_STEM else word)


def _single(stem: str) -> str:
    """Return the stem with one letter for a doubled last one: "patrolling" and "patrol", "successful" and "success"."""
    return stem[:-1] if len(stem) >= SHORTEST_STEM and stem[-1] == stem[-2] else stem
