"""How alike two phrases are when words of one sense count: the same word, its other forms, synonyms, and kinds.

Each word of one phrase is laid beside the closest word of the other, and counts as its weight in the event says. On its
own this decides nothing; groups of phrases that are alike on the whole are surer than pairs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import combinations, takewhile
from types import MappingProxyType

from rashomon.align.event import Weights
from rashomon.lang.lexicon import Relation, relation

# How much of a word another one says. Not tuned: the order is plain, and other steps of it change little.
CLOSENESS: Mapping[Relation, float] = MappingProxyType(
    {Relation.SAME: 1.0, Relation.SYNONYM: 0.8, Relation.KIND: 0.5, Relation.SIBLING: 0.2}
)
SAME_STEM = 0.9  # "inspect" and "inspection"
STEM = 4  # letters that two forms of one word share at the least
STEM_SHARE = 0.6  # of the longer one


def closeness(one: str, other: str) -> float:
    """Return how much of one word the other says, 0 to 1: base forms in lower case. Symmetric."""
    return _closeness(min(one, other), max(one, other))


def likeness(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Return how much two phrases say of one another, 0 to 1: the geometric mean of both shares. Symmetric."""
    if not one or not other:
        return 0.0
    return math.sqrt(_said(one, other, weights) * _said(other, one, weights))


def groups_of(count: int, likenesses: Mapping[tuple[int, int], float], least: float) -> list[tuple[int, ...]]:
    """Return the numbers 0 to `count` - 1 in groups whose members are alike on the whole, by average linkage.

    The two groups with the highest mean likeness (a missing pair counts 0) are joined for as long as it is `least` or
    more; of equals those with the lowest numbers. Takes the third power of `count`: for phrases by the dozen.
    """
    groups: list[tuple[int, ...]] = [(number,) for number in range(count)]
    while len(groups) > 1:
        mean, one, other = max(
            ((_mean(a, b, likenesses), a, b) for a, b in combinations(groups, 2)),
            key=lambda link: (link[0], tuple(-n for n in link[1]), tuple(-n for n in link[2])),
        )
        if mean < least:
            break
        groups = sorted([*(g for g in groups if g not in (one, other)), tuple(sorted(one + other))])
    return groups


def _mean(one: tuple[int, ...], other: tuple[int, ...], likenesses: Mapping[tuple[int, int], float]) -> float:
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    return sum(likenesses.get(pair, 0.0) for pair in pairs) / len(pairs)


def _said(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Return the share of the first phrase that the second says."""
    said = math.fsum(weights.weight(word) ** 2 * max(closeness(word, o) for o in other) for word in one)
    total = weights.total(one)
    return said / total if total else 0.0


@cache
def _closeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    by_sense = max(CLOSENESS.get(relation(one, other, pos), 0.0) for pos in ("n", "v"))
    shared = sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False)))
    same_stem = shared >= STEM and shared >= STEM_SHARE * max(len(one), len(other))
    return max(by_sense, SAME_STEM * same_stem)
