"""The smaller statements that a sentence is made of: clauses, and noun phrases that describe something."""

from __future__ import annotations

from rashomon.lang.tree import Tree, span_of, subtree, tree_of
from rashomon.model import Sentence
from rashomon.text import Range

CLAUSE_HEADS = frozenset({"root", "acl", "advcl", "ccomp", "conj", "parataxis", "xcomp", "csubj"})
PHRASE_HEADS = frozenset({"appos", "nsubj", "obj", "obl", "nmod", "conj", "root", "parataxis"})
OUTSIDE_CLAUSE = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "conj", "parataxis", "appos", "csubj", "list"})
OUTSIDE_PHRASE = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "conj"})


def statements_of(sentence: Sentence) -> tuple[Range, ...]:
    """Return the ranges of the sentence's clauses and noun phrases, the whole sentence included, in text order.

    Each is unbroken text; they nest and overlap.
    """
    tree = tree_of(sentence)
    found = {sentence.range}
    for index, token in enumerate(sentence.tokens):
        relation = token.dep.split(":")[0]
        if token.pos in {"VERB", "AUX"} and relation in CLAUSE_HEADS:
            found.add(_unbroken(tree, index, OUTSIDE_CLAUSE))
        elif token.pos in {"NOUN", "PROPN"} and relation in PHRASE_HEADS:
            found.add(_unbroken(tree, index, OUTSIDE_PHRASE))
    return tuple(sorted(found))


def _unbroken(tree: Tree, index: int, outside: frozenset[str]) -> Range:
    """Return the unbroken run of words around `index` that it governs without the branches `outside`."""
    inside = set(subtree(tree, index, outside))
    low = high = index
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    while low < index and tree.tokens[low].pos == "PUNCT":
        low += 1
    while high > index and tree.tokens[high].pos == "PUNCT" and tree.tokens[high].text not in {'"', "”", "’", "''"}:
        high -= 1
    return span_of(tree, tuple(range(low, high + 1)))
