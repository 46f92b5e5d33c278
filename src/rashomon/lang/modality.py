"""The small words by which a clause says that it is not so, may be so, or is yet to be: looked for around its verb."""

from __future__ import annotations

from rashomon import tables
from rashomon.lang.tree import Tree
from rashomon.model import Modality

_WORDS = tables.words("rashomon.lang")

NEGATIONS = _WORDS.set("modality_negations")
PLANNED = _WORDS.set("modality_planned")
OPEN = _WORDS.set("modality_open")
AWAITED = frozenset({"until", "before"})  # what such a clause tells came about later than what it hangs on
SMALL = frozenset({"aux", "mark", "advmod", "det", "cc", "punct"})


def is_question(tree: Tree) -> bool:
    """Say whether the sentence ends in a question mark."""
    return bool(tree.tokens) and tree.tokens[-1].text == "?"


def modality_at(tree: Tree, verb: int, index: int) -> Modality | None:
    """Return how a state is told by the word at `index` and its `verb` (or the word itself).

    ASSERTED, DENIED or PLANNED; None where it is only possible, asked, or hangs on a condition.
    """
    near = {*tree.children[verb], *tree.children[index]}
    things = [c for c in near if tree.tokens[c].dep.split(":")[0] in {"nsubj", "obj"}]
    small = [c for c in (*near, *(g for c in things for g in tree.children[c])) if tree.tokens[c].dep in SMALL]
    forms = {tree.tokens[c].text.lower() for c in small}
    if forms & OPEN:
        return None
    purpose = any(tree.tokens[c].text.lower() == "to" and tree.tokens[c].dep == "mark" for c in tree.children[verb])
    if purpose or forms & PLANNED:
        return Modality.PLANNED
    denied = forms | {tree.tokens[c].text.lower() for c in near}
    return Modality.DENIED if denied & NEGATIONS else Modality.ASSERTED
