"""Given names that are easily taken for one another."""

from __future__ import annotations

import re

from rapidfuzz.distance import DamerauLevenshtein

from rashomon import tables
from rashomon.lang.gazetteer import fold
from rashomon.lang.name_words import load_cues

_THRESHOLDS = tables.thresholds("rashomon.lang")

MOST_EDITS = _THRESHOLDS.integer("most_edits")


def like_given_names(one: str, other: str) -> bool:
    """Say whether two full names have one surname and two different given names that look alike (Bryan, Brian).

    Both must be known given names: an unknown one may be another spelling of the same. They begin with one letter and
    lie at most `MOST_EDITS` edits apart.
    """
    first, second = fold(one).split(), fold(other).split()
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1] or first[0] == second[0]:
        return False
    if _sound(first[0]) == _sound(second[0]) or first[0].startswith(second[0]) or second[0].startswith(first[0]):
        return False  # Betty and Bettie, Lou and Louis: one name written in two ways
    given = load_cues().given
    if first[0] not in given or second[0] not in given or first[0][0] != second[0][0]:
        return False
    return DamerauLevenshtein.distance(first[0], second[0]) <= MOST_EDITS


def _sound(name: str) -> str:
    """Return a folded name with the endings and letters alike that write one sound."""
    name = re.sub(r"(ie|ey|i|ee)$", "y", name)
    name = name.replace("ph", "f").replace("ck", "k").replace("c", "k").replace("z", "s").replace("h", "")
    return re.sub(r"(.)\1", r"\1", name)
