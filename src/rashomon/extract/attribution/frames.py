"""Finds, in one parsed sentence, each cue with the head of its source and the tokens of its content."""

from __future__ import annotations

from dataclasses import replace

from rashomon.extract.attribution.cues import (
    Frame,
    about_frame,
    bare_subject,
    cue_span,
    inverted_subject,
    is_passive,
    span_from,
    subject_of,
    without,
)
from rashomon.extract.attribution.passives import as_reported_frame, passive_frame, released_frame
from rashomon.extract.attribution.phrases import according_frame, adjective_frame, adverb_frame, colon_frame, noun_frame
from rashomon.lang.cues import ReportingCues
from rashomon.lang.tree import Tree, subtree

REPORTING_KINDS = frozenset(("according", "as", "released", "quoted", "adverb", "colon"))
CLAUSE_KINDS = frozenset(("clause", "around", "bare"))
BEFORE_FURTHER = frozenset((",", '"', "”", "''", "’", "'", ";"))


def frames_of(tree: Tree, cues: ReportingCues) -> tuple[Frame, ...]:
    """Return the frames of a sentence in the order of their cues; none shares its head with another."""
    found: dict[int, Frame] = {}
    for index, token in enumerate(tree.tokens):
        frame = _frame(tree, index, token.pos, cues)
        if frame is not None and frame.head not in found and not _idle(tree, frame, cues):
            found[frame.head] = frame
    alone = [
        f for f in found.values() if not any(o is not f and o.cue[0] <= f.head <= o.cue[1] for o in found.values())
    ]
    return parted(tree, tuple(sorted(alone, key=lambda frame: frame.cue)))


def _idle(tree: Tree, frame: Frame, cues: ReportingCues) -> bool:
    """Say whether a frame attributes nothing: an order to the reader, "I think", "you know"."""
    token = tree.tokens[frame.head]
    if frame.source is None:
        return token.tag == "VB" and frame.cue[0] == frame.cue[1]
    return tree.tokens[frame.source].text.lower() in ("i", "you") and token.lemma in cues.think - cues.say


def manner_of(tree: Tree, frame: Frame, direct: bool, cues: ReportingCues) -> str:
    """Return how a frame gives its content: as speech (a document's too), as thought, or as a mere attitude."""
    lemma = tree.tokens[frame.head].lemma
    if frame.kind in REPORTING_KINDS or (frame.kind in CLAUSE_KINDS and lemma in cues.say | cues.tell | cues.show):
        return "speech"
    if frame.kind == "passive" and lemma in cues.say:
        return "speech"
    if direct and frame.kind in ("object", *CLAUSE_KINDS):
        return "speech"
    if frame.kind in CLAUSE_KINDS:
        return "thought"
    return "speech" if frame.kind == "object" and lemma in cues.say & cues.judge else "attitude"


def parted(tree: Tree, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Return the frames with contents that end before a further "adding that ..." of the same source."""
    found = list(frames)
    for later, frame in enumerate(frames):
        before = tree.tokens[frame.cue[0] - 1].text if frame.cue[0] else ""
        if tree.tokens[frame.head].tag != "VBG" or not frame.speech or before not in BEFORE_FURTHER:
            continue
        for earlier in range(later):
            held = found[earlier]
            if held.cue[0] < frame.cue[0] and frame.head in held.content:
                kept = tuple(token for token in held.content if token < frame.cue[0])
                found[earlier] = replace(held, content=kept)
                found[later] = replace(found[later], source=held.source)
    return tuple(found)


def _frame(tree: Tree, index: int, pos: str, cues: ReportingCues) -> Frame | None:
    lowered = tree.tokens[index].text.lower()
    if lowered == "according":
        return according_frame(tree, index)
    if lowered == ":":
        return colon_frame(tree, index)
    if lowered == "as":
        return as_reported_frame(tree, index, cues)
    if pos == "VERB":
        released = released_frame(tree, index, cues)
        if released is not None:
            return released
        return passive_frame(tree, index, cues) if is_passive(tree, index) else verb_frame(tree, index, cues)
    if pos == "ADJ" and tree.tokens[index].lemma in cues.adjectives:
        return adjective_frame(tree, index)
    if pos == "NOUN" and tree.tokens[index].lemma in cues.nouns:
        return noun_frame(tree, index)
    if pos == "ADV" and lowered in cues.adverbs:
        return adverb_frame(tree, index)
    return None


def verb_frame(tree: Tree, index: int, cues: ReportingCues) -> Frame | None:
    """Return the frame of an active verb: a clause, an infinitive, an object or a phrase with its preposition."""
    lemma = tree.tokens[index].lemma
    speech = lemma in cues.say or lemma in cues.tell or lemma in cues.quoting
    base = Frame("", index, cue_span(tree, index, cues), subject_of(tree, index), (), speech)
    if base.source is None and speech:
        base = replace(base, source=inverted_subject(tree, index) or bare_subject(tree, base.cue))
    if lemma in cues.seem:
        return seeming_frame(tree, base)
    if speech or lemma in cues.think or lemma in cues.show:
        frame = clause_frame(tree, base)
        if frame is not None:
            return replace(frame, quoting=lemma in cues.quoting)
    return _phrase_frame(tree, base, lemma, cues) or (
        replace(base, kind="bare", quoting=lemma in cues.quoting) if speech else None
    )


def clause_frame(tree: Tree, base: Frame) -> Frame | None:
    """Return the frame with a clause as content: below the verb, or around it where the verb stands in parenthesis."""
    index = base.head
    clauses = [child for child in tree.below(index, "ccomp", "parataxis") if child != base.source]
    if clauses:
        proper = [clause for clause in clauses if tree.tokens[clause].dep.startswith("ccomp")]
        content = tuple(token for clause in (proper or clauses)[:2] for token in subtree(tree, clause))
        return replace(base, kind="clause", content=content)
    token = tree.tokens[index]
    likened = any(tree.tokens[mark].text.lower() == "as" for mark in tree.below(index, "mark"))
    if (token.dep == "parataxis" and base.source is not None) or (token.dep == "advcl" and likened):
        return replace(base, kind="around", content=without(tree, token.head, index))
    return None


def seeming_frame(tree: Tree, base: Frame) -> Frame | None:
    """Return the frame of "seems to": nobody is named, and the subject belongs to the content."""
    clause = tree.one(base.head, "xcomp", "ccomp")
    if clause is None:
        return None
    subject = () if base.source is None else subtree(tree, base.source)
    content = tuple(sorted({*subject, *subtree(tree, clause)}))
    return replace(base, kind="seeming", source=None, content=content)


def _phrase_frame(tree: Tree, base: Frame, lemma: str, cues: ReportingCues) -> Frame | None:
    index = base.head
    infinitive = tree.one(index, "xcomp")
    thing = tree.one(index, "obj")
    if thing == base.source:
        thing = None
    if infinitive is not None and thing is None and lemma in cues.intend:
        return replace(base, kind="infinitive", content=subtree(tree, infinitive))
    if infinitive is not None and thing is not None and lemma in cues.urge:
        return replace(base, kind="urge", content=span_from(tree, thing, index))
    prepositions = cues.about.get(lemma, frozenset())
    for phrase in tree.below(index, "obl", "advcl"):
        if thing is None and tree.case(phrase) in prepositions and phrase > index:
            return about_frame(tree, base, phrase)
    if thing is not None and thing > index and lemma in cues.judge:
        return replace(base, kind="object", content=span_from(tree, thing, index))
    return None
