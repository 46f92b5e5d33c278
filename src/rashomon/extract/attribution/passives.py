"""Frames with a passive cue: "was told that", "as reported by", "was quoted as saying", "in a video released by"."""

from __future__ import annotations

from dataclasses import replace

from rashomon.extract.attribution.cues import NOMINAL, Frame, about_frame, agent_of, cue_span, without
from rashomon.lang.cues import ReportingCues
from rashomon.lang.tree import Tree, subtree

QUOTING = frozenset(("quote", "cite"))


def passive_frame(tree: Tree, index: int, cues: ReportingCues) -> Frame | None:
    """Return the frame of a passive: the subject is judged, hears, is quoted, or holds the view."""
    lemma = tree.tokens[index].lemma
    agent = agent_of(tree, index)
    subject = tree.one(index, "nsubj", "csubj")
    base = Frame("passive", index, cue_span(tree, index, cues), agent, ())
    clause = tree.one(index, "ccomp", "xcomp")
    if tree.tokens[index].dep == "advcl" and agent is not None and lemma in cues.say | cues.show:
        return replace(base, kind="around", content=without(tree, tree.tokens[index].head, index), speech=True)
    if lemma in QUOTING and subject is not None:
        return quoted_frame(tree, replace(base, source=subject))
    if lemma in cues.passive_hold and agent is None and subject is not None:
        return holding(tree, replace(base, source=subject))
    if lemma in cues.passive_hear:
        asked = next((p for p in tree.below(index, "obl") if tree.case(p) == "about" and p > index), None)
        if asked is not None:
            return about_frame(tree, base, asked)
        return replace(base, content=subtree(tree, clause)) if clause is not None else None
    if subject is None:
        return None
    if tree.tokens[subject].text.lower() == "it" and agent is not None and lemma in cues.say | cues.show:
        return _impersonal(tree, base, agent, clause)
    if lemma in cues.passive_view and clause is not None:
        content = () if tree.tokens[subject].text.lower() == "it" else subtree(tree, subject)
        return replace(base, content=tuple(sorted({*content, *subtree(tree, clause)})), speech=lemma in cues.say)
    if agent is not None and lemma in cues.judge | cues.say:
        return replace(base, content=subtree(tree, subject))
    return None


def quoted_frame(tree: Tree, base: Frame) -> Frame | None:
    """Return the frame of "X was quoted (by Y) as saying ...": X is the source, a verb of speech belongs to the cue."""
    tokens = tree.tokens
    start = next((i for i in range(base.head + 1, len(tokens)) if tokens[i].text.lower() == "as"), None)
    if start is None or start + 1 >= len(tokens):
        return None
    if tokens[start + 1].lemma in ("say", "tell", "write"):
        start += 1
    near = start <= base.cue[1] + 2
    cue = (base.cue[0], start) if near else base.cue
    end = max(tree.last[base.head], start)
    while end > start and tokens[end].pos == "PUNCT" and tokens[end].text in (".", ",", ";"):
        end -= 1
    return replace(base, kind="quoted", cue=cue, content=tuple(range(start + 1, end + 1)), speech=True)


def _impersonal(tree: Tree, base: Frame, agent: int, clause: int | None) -> Frame | None:
    """Return the frame of "it was reported by X that ...", whose clause the parse may have hung on X."""
    for child in (clause, *tree.children[agent]):
        if child is not None and child > base.head and tree.tokens[tree.first[child]].text.lower() == "that":
            return replace(base, kind="clause", content=subtree(tree, child), speech=True)
    return None


def holding(tree: Tree, base: Frame) -> Frame | None:
    """Return the frame of a predicate of a view with the clause or the phrase that says what the view is."""
    for child in tree.below(base.head, "ccomp", "xcomp", "advcl"):
        if child > base.head:
            return replace(base, kind="clause", content=subtree(tree, child))
    for child in tree.below(base.head, "obl"):
        if child > base.head and tree.case(child) in ("about", "of", "with", "over", "by", "to"):
            return about_frame(tree, base, child)
    return None


def as_reported_frame(tree: Tree, index: int, cues: ReportingCues) -> Frame | None:
    """Return the frame of "as reported by X" at its "as": what stands before, or after, is the content."""
    tokens = tree.tokens
    if index + 3 >= len(tokens) or tokens[index + 2].text.lower() != "by":
        return None
    if tokens[index + 1].tag != "VBN" or tokens[index + 1].lemma not in cues.say | cues.show:
        return None
    head = noun_after(tree, index + 2)
    if head is None:
        return None
    end = tree.last[head]
    content = tuple(range(index)) if index else tuple(range(end + 1, len(tokens)))
    return Frame("as", index + 1, (index, index + 2), head, content, True)


def released_frame(tree: Tree, index: int, cues: ReportingCues) -> Frame | None:
    """Return the frame of "in a video released by X": the clause that the phrase belongs to is the content."""
    tokens = tree.tokens
    if tokens[index].tag != "VBN" or tokens[index].lemma not in cues.release or index + 2 >= len(tokens):
        return None
    noun = index - 1
    if noun < 1 or tokens[noun].lemma not in cues.channels or tokens[index + 1].text.lower() != "by":
        return None
    head = noun_after(tree, index + 1)
    case = next((m for m in tree.below(noun, "case") if tokens[m].text.lower() in ("in", "on", "from", "with")), None)
    if head is None or case is None:
        return None
    end = max(tree.last[head], index + 1)
    content = range(case) if case > 0 else range(end + 1, len(tokens))
    return Frame("released", index, (index, index + 1), head, tuple(content))


def noun_after(tree: Tree, position: int) -> int | None:
    """Return the head of the widest noun phrase that begins right after `position`, or None."""
    below = [
        i
        for i in range(position + 1, len(tree.tokens))
        if tree.tokens[i].pos in NOMINAL and position <= tree.first[i] <= position + 1
    ]
    return max(below, key=lambda noun: (tree.last[noun], -noun), default=None)
