"""The clauses of a sentence: stretches of words that hang on one verb, the unit of what a report tells.

A verb that is coordinated, subordinate or beside the main one heads a clause of its own (Universal Dependencies: conj,
advcl, ccomp, csubj, acl, parataxis); every other word belongs to the nearest head above it. A stretch shorter than a
reader would take for a statement stays with the words before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon import tables
from rashomon.lang.tree import VERBAL, Tree, ancestors
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")

SHORTEST = _THRESHOLDS.integer("shortest_clause")
OPENS_CLAUSE = frozenset({"conj", "advcl", "ccomp", "csubj", "acl", "parataxis"})
PREDICATIVE = frozenset({"nsubj", "nsubj:pass", "cop"})  # what has one of these is said of something
JOINING = frozenset({"cc", "punct"})  # words between two clauses that belong to neither


def clauses_of(tree: Tree) -> tuple[Range, ...]:
    """Return the clauses of a sentence in text order: ranges that do not overlap; () for a sentence without a word."""
    found: list[tuple[int, int]] = []
    for low, high in _stretches(tree):
        if found and (_length(tree, *found[-1]) < SHORTEST or _length(tree, low, high) < SHORTEST):
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    if len(found) > 1 and _length(tree, *found[-1]) < SHORTEST:
        (low, _), (_, high) = found[-2:]
        found[-2:] = [(low, high)]
    trimmed = (_trimmed(tree, *stretch) for stretch in found)
    return tuple(tree.range(low, high - 1) for low, high in trimmed if low < high)


def _stretches(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens, low up to but not including high, that hang on one head; marks stay behind words."""
    heads = {i for i in range(len(tree.tokens)) if _heads_clause(tree, i)}
    owners = [_owner(tree, i, heads) for i in range(len(tree.tokens))]
    low = 0
    for at in range(1, len(owners)):
        if tree.tokens[at].pos == "PUNCT":
            owners[at] = owners[at - 1]
        if owners[at] != owners[at - 1]:
            yield low, at
            low = at
    if owners:
        yield low, len(owners)


def _heads_clause(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.dep.partition(":")[0] not in OPENS_CLAUSE:
        return False
    return token.pos in VERBAL or any(tree.tokens[child].dep in PREDICATIVE for child in tree.children[index])


def _owner(tree: Tree, index: int, heads: set[int]) -> int:
    """Return the nearest head of a clause at or above a token, or the root."""
    last = index
    for above in (index, *ancestors(tree, index)):
        if above in heads:
            return above
        last = above
    return last


def _length(tree: Tree, low: int, high: int) -> int:
    return tree.tokens[high - 1].end - tree.tokens[low].start


def _trimmed(tree: Tree, low: int, high: int) -> tuple[int, int]:
    """Return the stretch without the marks and joining words at its ends."""
    while low < high and tree.tokens[low].dep in JOINING:
        low += 1
    while low < high and tree.tokens[high - 1].dep in JOINING:
        high -= 1
    return low, high
