"""What a report says a named place, ship, body or thing is: "the port city of X", "X, a town in Y", "the frigate X"."""

from __future__ import annotations

from rashomon import tables
from rashomon.extract.evidence import LONGEST_EVIDENCE
from rashomon.lang.gazetteer import fold
from rashomon.lang.lexicon import noun_class
from rashomon.lang.tree import Tree, head_of, indices_in, preposition_of, span_of, subtree
from rashomon.model import Mention, Name, Phrase
from rashomon.text import Range

_WORDS = tables.words("rashomon.extract")

KINDS_OF_PLACE = _WORDS.set("kinds_of_place")
OUTSIDE = frozenset({"acl:relcl", "acl", "conj", "cc", "parataxis", "advcl", "list"})
TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
THINGS = frozenset({"place", "artifact", "group", "person", "words", "animal"})  # what a named thing can be


def description_of(tree: Tree, mention: Mention) -> tuple[Phrase, Range] | None:
    """Return what the sentence says the named thing is, and the characters that say so with the name, or None.

    Only where the name heads its phrase, is apposed, or follows "city of" and its like: "Gulf residents" tells nobody.
    """
    inside = indices_in(tree, mention.range)
    if not inside or not isinstance(mention.value, Name):
        return None
    top = _top(tree, head_of(tree, inside))
    if top is None:
        return None
    kept = _unbroken(tree, set(subtree(tree, top, OUTSIDE)) | set(inside), inside)
    named = set(fold(mention.value.words).replace("-", " ").split())
    words = [tree.tokens[i] for i in kept if tree.tokens[i].pos in TELLING and fold(tree.tokens[i].text) not in named]
    span = span_of(tree, kept)
    if (
        not any(token.pos == "NOUN" and noun_class(token.lemma) in THINGS for token in words)
        or len(span) > LONGEST_EVIDENCE
    ):
        return None
    return Phrase(" ".join(token.text for token in words)), span


def _top(tree: Tree, index: int) -> int | None:
    """Return the head of the phrase that describes the name at `index`; None where the name describes another noun."""
    while tree.tokens[index].head != index:
        token, above = tree.tokens[index], tree.tokens[tree.tokens[index].head]
        joined = token.dep in {"appos", "flat", "nmod:desc"} or (
            token.dep == "nmod" and preposition_of(tree, index) == "of"
        )
        if token.dep == "compound" and above.lemma.lower() in KINDS_OF_PLACE:
            index = token.head
        elif token.dep.split(":")[0] in {"compound", "amod"}:
            return None
        elif (
            joined and (token.dep != "nmod" or above.lemma.lower() in KINDS_OF_PLACE) and above.pos in {"NOUN", "PROPN"}
        ):
            index = token.head
        else:
            break
    return index


def _unbroken(tree: Tree, inside: set[int], core: tuple[int, ...]) -> tuple[int, ...]:
    low, high = min(core), max(core)
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    while low < min(core) and tree.tokens[low].pos in {
        "ADP",
        "PUNCT",
        "DET",
        "SCONJ",
        "CCONJ",
        "VERB",
        "AUX",
        "ADV",
        "PRON",
    }:
        low += 1
    while high > max(core) and tree.tokens[high].pos == "PUNCT":
        high -= 1
    return tuple(range(low, high + 1))
