"""How much of a report may stand as the evidence of one claim."""

from __future__ import annotations

from rashomon import tables
from rashomon.lang.tree import Tree
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")
LONGEST_EVIDENCE = _THRESHOLDS.integer("longest_evidence")
SIDE_CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "acl:relcl", "acl", "csubj", "cc", "mark", "punct"})


def clause_of(tree: Tree, index: int) -> list[int]:
    """Return the tokens of the clause of a predicate, in order, without the clauses beside and below it."""
    found, waiting = {index}, [index]
    while waiting:
        for child in tree.children[waiting.pop()]:
            if tree.tokens[child].dep not in SIDE_CLAUSES and child not in found:
                found.add(child)
                waiting.append(child)
    return sorted(found)


def shown_of(tree: Tree, index: int, clause: list[int]) -> Range:
    """Return the characters of a clause, or as many of its words around the predicate at `index` as fit."""
    tokens = tree.tokens
    span = Range(min(tokens[i].start for i in clause), max(tokens[i].end for i in clause))
    if len(span) <= LONGEST_EVIDENCE:
        return span
    start, end = tokens[index].start, tokens[index].end
    for i in sorted(clause, key=lambda c: abs(c - index)):
        low, high = min(start, tokens[i].start), max(end, tokens[i].end)
        if high - low > LONGEST_EVIDENCE:
            break
        start, end = low, high
    return Range(start, end)
