"""Frames whose cue is no verb: "is sure that", "her claim that", "reportedly", "according to"."""

from __future__ import annotations

from rashomon import tables
from rashomon.extract.attribution.cues import Frame, leading
from rashomon.extract.attribution.passives import holding, noun_after
from rashomon.lang.cues import source_cues
from rashomon.lang.places import place_of
from rashomon.lang.tree import QUOTES, VERBAL, Tree, subtree

_THRESHOLDS = tables.thresholds("rashomon.extract.attribution")

LONGEST_SPEAKER = _THRESHOLDS.integer("longest_speaker")
SPEAKING = frozenset(("PROPN", "NOUN", "ADJ", "DET"))
# Relations of words in front of a noun: the parse sometimes hangs "according to" on a first name or a title.
BEFORE_NOUN = frozenset(("nmod", "compound", "amod", "det", "flat", "nummod"))


def adjective_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of a predicate such as "is sure that": copula and adjective are the cue."""
    subject = tree.one(index, "nsubj")
    copula = tree.one(index, "cop")
    if subject is None or copula is None or subject > index:
        return None
    if tree.tokens[subject].text.lower() in ("it", "this", "that"):
        return None
    return holding(tree, Frame("adjective", index, leading(tree, index), subject, ()))


def noun_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of a noun with its owner: "her claim that ...", "his decision to ..."."""
    owner = tree.one(index, "nmod")
    if owner is None or tree.tokens[owner].dep != "nmod:poss":
        return None
    for child in tree.below(index, "ccomp", "acl", "xcomp", "advcl"):
        if child > index:
            return Frame("noun", index, (index, index), owner, subtree(tree, child))
    for child in tree.below(index, "nmod"):
        if child > index and tree.case(child) in ("of", "for", "about", "to", "against", "on", "with"):
            mark = tree.one(child, "case")
            last = mark if mark == index + 1 else index
            return Frame("noun", index, (index, last), owner, tuple(t for t in subtree(tree, child) if t > last))
    return None


def adverb_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of "reportedly" and its like, which name nobody: the clause is the content."""
    token = tree.tokens[index]
    if token.dep != "advmod" or token.head == index:
        return None
    return Frame("adverb", index, (index, index), None, tuple(t for t in subtree(tree, token.head) if t != index))


def according_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of "according to" with the phrase after it; the words around the phrase are the content.

    At the start of a sentence the rest of it is the content, between commas both sides are, at the end what stands
    before: the clause that the phrase depends on where another clause precedes it, else all of it.
    """
    tokens = tree.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].text.lower() != "to":
        return None
    head = tokens[index].head
    if tokens[index].dep != "case" or head <= index + 1:
        head = noun_after(tree, index + 1) or index + 2
    while tokens[head].dep.partition(":")[0] in BEFORE_NOUN and tokens[head].head > head:
        head = tokens[head].head
    end = _phrase_end(tree, head)
    end = _with_apposition(tree, end) if index == 0 else end
    content = [*range(index), *range(end + 1, len(tokens))]
    return Frame("according", index, (index, index + 1), head, tuple(content))


def _phrase_end(tree: Tree, head: int) -> int:
    """Return the last token of a phrase; a sentence that the parse hangs on it is no part of it."""
    clause = next((c for c in tree.below(head, "parataxis") if tree.first[c] > head), None)
    if clause is None:
        return max(tree.last[head], head)
    end = tree.first[clause] - 1
    return end - 1 if end > head and tree.tokens[end].text == "," else end


def _with_apposition(tree: Tree, end: int) -> int:
    """Return the end of a phrase together with what stands between two commas behind it, if that holds no verb."""
    tokens = tree.tokens
    if end + 1 >= len(tokens) or tokens[end + 1].text != ",":
        return end
    second = next((i for i in range(end + 2, len(tokens)) if tokens[i].text == "," or tokens[i].pos in VERBAL), None)
    return second if second is not None and tokens[second].text == "," else end


def colon_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of a colon behind a speaker that opens the sentence: "Police: Two boats sank".

    A speaker is a noun that tells a source, a name of two words and more, or a single name before a quotation. Places
    are datelines and no speakers.
    """
    tokens, cues = tree.tokens, source_cues()
    if not 1 <= index <= LONGEST_SPEAKER or index + 3 >= len(tokens):
        return None
    words = tokens[:index]
    if any(token.pos not in SPEAKING for token in words) or not words[0].text[:1].isupper():
        return None
    noun = words[-1].lemma.lower() in cues.officials | cues.bodies | cues.outlets | cues.documents | cues.anonymous
    name = all(token.pos == "PROPN" for token in words) and not place_of(" ".join(token.text for token in words))
    quoted = tokens[index + 1].text in QUOTES
    if not noun and not (name and (len(words) > 1 or quoted)):
        return None
    return Frame("colon", index, (index, index), index - 1, tuple(range(index + 1, len(tokens))), True)
