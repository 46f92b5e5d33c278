"""Turns the trees of older English pipelines (CLEAR labels) into Universal Dependencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon import tables
from rashomon.lang.tables import load_table

_WORDS = tables.words("rashomon.lang")


@dataclass(frozen=True, slots=True)
class Arc:
    """What binds one token to its sentence: head (its own index for the root), label, UPOS, lower-cased word."""

    head: int
    dep: str
    pos: str
    word: str


# Labels that only the CLEAR scheme has: one of them marks the whole tree.
_TELLTALE = frozenset({"dobj", "pobj", "nsubjpass", "auxpass", "prep", "attr", "acomp", "relcl", "agent", "poss"})
_BE = _WORDS.set("clear_labels_be")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def to_universal(arcs: Sequence[Arc]) -> list[Arc]:
    """Return the sentence's arcs with UD labels and heads; trees that are UD already keep their heads."""
    tree = [replace(arc, dep="root") if arc.head == index else arc for index, arc in enumerate(arcs)]
    if not any(arc.dep in _TELLTALE for arc in tree):
        return tree
    for change in (_complements_over_copulas, _nouns_over_prepositions, _flat_coordination):
        tree = change(tree)
    labels = load_table("clear_labels")["labels"]
    return [replace(arc, dep=labels.get(arc.dep, arc.dep)) for arc in tree]


def _complements_over_copulas(tree: list[Arc]) -> list[Arc]:
    """`is` with a complement: the complement takes the verb's place, the verb becomes its `cop`."""
    for index, arc in enumerate(tree):
        verb = arc.head
        if arc.dep not in ("attr", "acomp") or verb == index or tree[verb].word not in _BE:
            continue
        above = tree[verb]
        tree = [replace(other, head=index) if other.head == verb else other for other in tree]
        tree[index] = replace(arc, head=index if above.head == verb else above.head, dep=above.dep)
        tree[verb] = replace(above, head=index, dep="cop")
    return tree


def _nouns_over_prepositions(tree: list[Arc]) -> list[Arc]:
    """`prep` over `pobj`: the noun takes the preposition's place, the preposition becomes its `case`."""
    for index, arc in enumerate(tree):
        preposition = arc.head
        above = tree[preposition]
        if arc.dep not in ("pobj", "pcomp") or above.dep not in ("prep", "agent", "dative"):
            continue
        under_noun = tree[above.head].pos in _NOUNS
        label = "nmod" if under_noun else "obl"
        if above.dep == "agent":
            label = "obl:agent"
        elif arc.dep == "pcomp":
            label = "acl" if under_noun else "advcl"
        mark = "mark" if arc.dep == "pcomp" else "case"
        tree = [replace(other, head=index) if other.head == preposition else other for other in tree]
        tree[index] = replace(arc, head=above.head, dep=label)
        tree[preposition] = replace(above, head=index, dep=mark)
    return tree


def _flat_coordination(tree: list[Arc]) -> list[Arc]:
    """A chain of conjuncts: all of them hang from the first, as UD has it."""
    flat = list(tree)
    for index, arc in enumerate(tree):
        head = arc.head
        while arc.dep == "conj" and flat[head].dep == "conj" and flat[head].head not in (head, index):
            head = flat[head].head
        flat[index] = replace(arc, head=head)
    return flat
