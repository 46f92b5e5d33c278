"""Given names that are easily taken for one another."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.lang.gazetteer import fold
from rashomon.lang.name_words import load_cues

MOST_EDITS = 2


def like_given_names(one: str, other: str) -> bool:
    """Say whether two full names have one surname and two different given names that look alike (Bryan, Brian).

    Both must be known given names: an unknown one may be another spelling of the same. They begin with one letter and
    lie at most `MOST_EDITS` edits apart.
    """
    first, second = fold(one).split(), fold(other).split()
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1] or first[0] == second[0]:
        return False
    given = load_cues().given
    if first[0] not in given or second[0] not in given or first[0][0] != second[0][0]:
        return False
    return DamerauLevenshtein.distance(first[0], second[0]) <= MOST_EDITS
