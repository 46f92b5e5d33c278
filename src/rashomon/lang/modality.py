"""The small words by which a clause says that it is not so, may be so, or is yet to be: looked for around its verb."""

from __future__ import annotations

from rashomon import tables
from rashomon.lang.tree import Tree
from rashomon.model import Modality

_WORDS = tables.words("rashomon.lang")

NEGATIONS = _WORDS.set("modality_negations")
DENYING = _WORDS.set("modality_denying")
PLANNED = _WORDS.set("modality_planned")
OPEN = _WORDS.set("modality_open")
AWAITED = frozenset({"until", "before"})  # what such a clause tells came about later than what it hangs on
CONTENT = frozenset({"ccomp", "xcomp"})
SMALL = frozenset({"aux", "mark", "advmod", "det", "cc", "punct"})


def is_question(tree: Tree) -> bool:
    """Say whether the sentence ends in a question mark."""
    return bool(tree.tokens) and tree.tokens[-1].text == "?"


def modality_at(tree: Tree, verb: int, index: int) -> Modality | None:
    """Return how a state is told by the word at `index` and its `verb` (or the word itself).

    ASSERTED, DENIED or PLANNED; None where it is only possible, asked, hangs on a condition, or its denial is denied.
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
    negated = bool((forms | {tree.tokens[c].text.lower() for c in near}) & NEGATIONS)
    disowned = _is_disowned(tree, verb)
    if negated and disowned:
        return None
    return Modality.DENIED if negated or disowned else Modality.ASSERTED


def _is_disowned(tree: Tree, verb: int) -> bool:
    """Say whether a clause is the content of a denial: "denied that it ended", "denied reports that it ended"."""
    token = tree.tokens[verb]
    above = token.head
    if token.dep.startswith("acl") and tree.tokens[above].dep == "obj":
        return tree.tokens[tree.tokens[above].head].lemma.lower() in DENYING
    return token.dep in CONTENT and above != verb and tree.tokens[above].lemma.lower() in DENYING
