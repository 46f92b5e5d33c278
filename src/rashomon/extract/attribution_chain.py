"""Links sources: pronouns to the person they stand for, and a speaker to the agency or document the words came through."""

from __future__ import annotations

from dataclasses import replace

from rashomon.extract.attribution_frames import Frame
from rashomon.extract.attribution_sources import named, proper_name
from rashomon.extract.attribution_tree import Tree
from rashomon.lang.cues import ReportingCues, SourceCues
from rashomon.model import Attribution, Source

PERSONAL = frozenset(("he", "she", "him", "her", "his"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


def antecedent(tree: Tree, frame: Frame, cues: SourceCues) -> str:
    """Return the name that a relative pronoun stands for, from the noun that its clause hangs on, or ""."""
    index = frame.head
    for _ in range(4):
        token = tree.tokens[index]
        if token.dep == "acl:relcl":
            words = tree.range(tree.first[token.head], token.head)
            return proper_name(tree, token.head, cues) or " ".join(
                t.text for t in tree.tokens if words.start <= t.start < words.end and t.pos not in ("DET", "PUNCT", "ADP")
            )
        index = token.head
    return ""


def person_subjects(tree: Tree, cues: SourceCues) -> tuple[tuple[int, str], ...]:
    """Return the names of persons that are subjects in a sentence, each with the position of its head."""
    found = []
    for index, token in enumerate(tree.tokens):
        if token.dep.startswith("nsubj") and token.pos == "PROPN":
            name = proper_name(tree, index, cues)
            if name and named(name, tree, index, tree.range(index, index), cues)[1] == "person":
                found.append((token.start, name))
    return tuple(found)


def referent(source: Source, recent: tuple[tuple[int, str], ...]) -> str:
    """Return the person whom a pronoun most likely stands for: the last person subject before it, or ""."""
    if source.name.lower() not in PERSONAL:
        return ""
    before = [name for start, name in recent if start < source.range.start]
    return before[-1] if before else ""


def channel(text: str, tree: Tree, frame: Frame, reporting: ReportingCues, cues: SourceCues) -> Source | None:
    """Return the agency or outlet through which a speaker's words came: "told Reuters", "in replies to the AP"."""
    hearer = tree.one(frame.head, "obj", "iobj")
    candidates = [(hearer, frame.head)] if hearer is not None and hearer != frame.source else []
    for phrase in tree.below(frame.head, "obl", "nmod"):
        lemma = tree.tokens[phrase].lemma.lower()
        candidates.append((phrase, phrase))
        if lemma in reporting.channels or lemma.removesuffix("s") in reporting.channels:
            candidates.extend((child, phrase) for child in tree.below(phrase, "nmod", "obl"))
    for head, cue in candidates:
        place = tree.range(tree.first[head], tree.last[head])
        case = tree.one(head, "case")
        if case is not None and case < head:
            place = tree.range(max(case + 1, tree.first[head]), tree.last[head])
        name, kind = named(text, tree, head, place, cues)
        if kind in ("agency", "outlet"):
            first = tree.first[cue] if cue != frame.head else cue
            last = case if case is not None else cue
            cue_range = tree.range(min(first, last), last)
            return Source(name, cue_range.of(text), place, cue_range, kind)
    return None


def nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions with the chain of each that lies in the content of others prolonged by theirs, nearest first."""
    found = []
    for inner in attributions:
        around = [a for a in attributions if a is not inner and inner.cue and any(p.contains(inner.cue) for p in a.contents)]
        around.sort(key=lambda attribution: len(attribution.content))
        chain = inner.chain
        for outer in around:
            chain += tuple(source for source in outer.chain[:2] if source not in chain)
        found.append(replace(inner, chain=chain))
    return tuple(found)
