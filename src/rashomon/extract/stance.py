"""How a sentence puts a stretch of it: asserted, hedged, planned or denied, and whether a negation turns it round.

Both readings climb the parse from the stretch to the predicates over it, as far as these take it in: a relative or an
adverbial clause ends the climb, since the main clause does not hedge or negate what it presupposes.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lang.cues import StanceCues, stance_cues
from rashomon.lang.tree import Tree
from rashomon.model import Modality
from rashomon.text import Range

BOUNDARIES = frozenset(("acl:relcl", "advcl", "advcl:relcl", "parataxis", "appos"))
GOVERNED = frozenset(("xcomp", "ccomp", "acl", "csubj"))


def modality_of(tree: Tree, range: Range) -> Modality:
    """Return how a sentence puts the characters of `range`: denial wins, then the nearest cue; no cue is asserted."""
    cues = stance_cues()
    found = [mode for index in climb(tree, range) for mode in _modes(tree, index, cues)]
    if Modality.DENIED in found:
        return Modality.DENIED
    return found[0] if found else Modality.ASSERTED


def is_positive(tree: Tree, range: Range) -> bool:
    """Return whether an even number of negations, "failed to" and its like included, has `range` in its scope."""
    cues = stance_cues()
    return sum(_negations(tree, index, cues, range) for index in climb(tree, range)) % 2 == 0


def climb(tree: Tree, place: Range) -> Iterator[int]:
    """Return the head token of a stretch and the tokens over it, nearest first, up to the border of its clauses."""
    inside = {i for i, token in enumerate(tree.tokens) if token.start < place.end and place.start < token.end}
    heads = [i for i in sorted(inside) if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    words = [i for i in heads if tree.tokens[i].pos != "PUNCT"] or heads
    if not words:
        return
    index = words[0]
    seen: set[int] = set()
    while index not in seen:
        seen.add(index)
        yield index
        token = tree.tokens[index]
        if token.dep in BOUNDARIES or not 0 <= token.head < len(tree.tokens):
            return
        index = token.head


def _modes(tree: Tree, index: int, cues: StanceCues) -> Iterator[Modality]:
    """Return the cues that a token's own words, then its governor, give to what it heads."""
    for child in tree.children[index]:
        token = tree.tokens[child]
        lemma, form = token.lemma.lower(), token.text.lower()
        if token.dep in ("aux", "aux:pass"):
            if lemma in cues.possible or form in cues.possible:
                yield Modality.HEDGED
            elif lemma in cues.future or form in cues.future:
                yield Modality.PLANNED
        elif (
            (token.dep == "advmod" and form in cues.adverbs)
            or (token.dep == "amod" and form in cues.adjectives)
            or (token.dep == "mark" and form in cues.conditions)
        ):
            yield Modality.HEDGED
    token = tree.tokens[index]
    if token.dep in GOVERNED and token.head != index:
        yield from _governor_modes(tree, token.head, token.dep, cues)
    elif token.dep == "obj" and tree.tokens[token.head].lemma in cues.denial_verbs:
        yield Modality.DENIED


def _governor_modes(tree: Tree, governor: int, relation: str, cues: StanceCues) -> Iterator[Modality]:
    lemma = tree.tokens[governor].lemma.lower()
    going = lemma == "go" and tree.tokens[governor].text.lower() in ("going", "gon")
    if (relation in ("ccomp", "acl", "xcomp") and lemma in cues.denial_verbs | cues.denial_nouns) or (
        relation == "csubj" and lemma in cues.denial_adjectives
    ):
        yield Modality.DENIED
    elif (relation == "xcomp" and (going or lemma in cues.plan or lemma in cues.plan_adjectives)) or (
        relation == "acl" and lemma in cues.plan_nouns
    ):
        yield Modality.PLANNED
    elif lemma in cues.doubt or lemma in cues.adjectives:
        yield Modality.HEDGED


def _negations(tree: Tree, index: int, cues: StanceCues, place: Range) -> int:
    """Return how many negations stand right below a token, or in its governor, that take in what it heads."""
    count = 0
    for child in tree.children[index]:
        token = tree.tokens[child]
        form = token.text.lower().replace("’", "'")
        if token.start < place.end and place.start < token.end:
            continue
        if token.dep.startswith("nsubj") and form in cues.negations:
            count += 1
        elif form in cues.negations and token.dep in ("advmod", "det", "mark", "case", "cc:preconj", "neg", "cc"):
            following = tree.tokens[child + 1].text.lower() if child + 1 < len(tree.tokens) else ""
            count += following not in cues.asserting
        elif (
            token.dep == "advmod" and any(tree.tokens[below].text.lower() == "no" for below in tree.children[child])
        ) or (
            token.dep.startswith("nsubj")
            and any(tree.tokens[below].text.lower() in cues.determiners for below in tree.below(child, "det"))
        ):
            count += 1
    token = tree.tokens[index]
    if token.dep in ("xcomp", "obj") and token.head != index and tree.tokens[token.head].lemma in cues.failing:
        count += 1
    return count
