"""What two like sentences put in the same place: the candidates for other wording and finer grain.

Three ways lead to them: arguments of one verb in the same role, phrases around one noun with other modifiers, and words
that stand between the same neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from rashomon.align.event import content_words
from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.tree import Tree, head_of, phrase_of, preposition_of, span_of
from rashomon.model import Token
from rashomon.text import Range, cover

LONGEST_REPLACED = 6  # words: longer replacements are other statements, not other words
LONGEST_PHRASE = 70  # code points
FUNCTION = frozenset({"DET", "ADP", "PUNCT", "AUX", "CCONJ", "SCONJ", "PART", "PRON", "SYM", "SPACE"})
HEADS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
NOUNS = frozenset({"NOUN", "PROPN"})
ONE_ACT = frozenset({Relation.SAME, Relation.SYNONYM})
WITHIN = frozenset({"compound", "flat", "amod", "nummod", "det"})  # relations of words inside a noun phrase


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase of one sentence: its head, its characters, its telling words and its numbers."""

    head: Token
    range: Range
    words: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slot:
    """Two phrases in the same place of two sentences, the way they were found, and how many words around them agree."""

    first: Part
    second: Part
    way: str  # argument, modifier or replaced
    shared: int


def slots_of(one: Tree, other: Tree) -> Iterator[Slot]:
    """Yield the slots of two sentences whose phrases say something and not the same."""
    for slot in (*_arguments(one, other), *_modifiers(one, other), *_replaced(one, other)):
        if slot.first.words and slot.second.words and slot.first.words != slot.second.words:
            yield slot


def _arguments(one: Tree, other: Tree) -> Iterator[Slot]:
    """Yield what stands in the same role of the same act."""
    for i, j in product(_verbs(one), _verbs(other)):
        if relation(one.tokens[i].lemma, other.tokens[j].lemma, "v") in ONE_ACT:
            ours, theirs = _roles(one, i), _roles(other, j)
            shared = sum(
                relation(one.tokens[ours[k]].lemma, other.tokens[theirs[k]].lemma) in ONE_ACT
                for k in ours.keys() & theirs.keys()
            )
            for role in sorted(ours.keys() & theirs.keys()):
                yield Slot(_noun_part(one, ours[role]), _noun_part(other, theirs[role]), "argument", shared)


def _modifiers(one: Tree, other: Tree) -> Iterator[Slot]:
    """Yield phrases around the same noun."""
    for i, j in product(_nouns(one), _nouns(other)):
        if one.tokens[i].lemma.lower() == other.tokens[j].lemma.lower():
            yield Slot(_noun_part(one, i), _noun_part(other, j), "modifier", 0)


def _replaced(one: Tree, other: Tree) -> Iterator[Slot]:
    """Yield words that stand between the same neighbours."""
    ours, theirs = ([t.lemma.lower() for t in tree.tokens] for tree in (one, other))
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for at, (step, i1, i2, j1, j2) in enumerate(steps):
        if step != "replace" or max(i2 - i1, j2 - j1) > LONGEST_REPLACED:
            continue
        around = [s for s in (steps[at - 1 : at] + steps[at + 1 : at + 2]) if s[0] == "equal"]
        shared = sum(min(3, sum(one.tokens[n].pos not in FUNCTION for n in range(s[1], s[2]))) for s in around)
        first, second = _grown(one, range(i1, i2)), _grown(other, range(j1, j2))
        if first.head.pos == second.head.pos and first.head.pos in HEADS:
            yield Slot(first, second, "replaced", shared)


def _verbs(tree: Tree) -> list[int]:
    return [i for i, t in enumerate(tree.tokens) if t.pos == "VERB"]


def _nouns(tree: Tree) -> list[int]:
    return [i for i, t in enumerate(tree.tokens) if t.pos in NOUNS and t.dep.split(":")[0] not in WITHIN]


def _roles(tree: Tree, verb: int) -> dict[tuple[str, str], int]:
    """Return role and preposition -> noun, the first of several, for what depends on the verb."""
    found: dict[tuple[str, str], int] = {}
    for child in tree.children[verb]:
        role = tree.tokens[child].dep.split(":")[0]
        if role in {"nsubj", "obj", "obl"} and tree.tokens[child].pos in NOUNS:
            found.setdefault((role, preposition_of(tree, child)), child)
    return found


def _noun_part(tree: Tree, index: int) -> Part:
    return _part(tree, index, phrase_of(tree, index, LONGEST_PHRASE))


def _grown(tree: Tree, indices: range) -> Part:
    """Return the replaced words as a part, grown to the noun phrase they belong to where that is short enough."""
    span, head = span_of(tree, tuple(indices)), head_of(tree, tuple(indices))
    while tree.tokens[head].dep.split(":")[0] in WITHIN and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    if tree.tokens[head].pos in NOUNS:
        whole = cover((phrase_of(tree, head, LONGEST_PHRASE - 10), span))
        return _part(tree, head, whole if len(whole) <= LONGEST_PHRASE + 10 else span)
    return _part(tree, head, span)


def _part(tree: Tree, head: int, span: Range) -> Part:
    inside = [t for t in tree.tokens if span.start <= t.start < span.end]
    numbers = frozenset(t.text for t in inside if t.pos == "NUM")
    return Part(tree.tokens[head], span, content_words(inside), numbers)
