"""Links sources: a pronoun to the person it stands for, a speaker to the agency or outlet the words came through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon import tables
from rashomon.extract.attribution.cues import Frame, agent_of
from rashomon.extract.attribution.sources import Known, named, phrase_tokens, proper_name
from rashomon.lang.cues import ReportingCues, SourceCues
from rashomon.lang.tree import Tree
from rashomon.model import Attribution, Source
from rashomon.text import Range

_WORDS = tables.words("rashomon.extract.attribution")

PERSONAL = _WORDS.set("personal")
THROUGH = _WORDS.set("through")
RELATIVE = _WORDS.set("relative")


PRONOUNS = PERSONAL | RELATIVE | _WORDS.set("pronouns")


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that a pronoun may stand for: where it was named, its name, whether it is a person."""

    start: int
    name: str
    human: bool


def antecedent(tree: Tree, frame: Frame, known: Known) -> str:
    """Return the name that a relative pronoun stands for, from the noun that its clause hangs on, or ""."""
    index = frame.head
    for _ in range(4):
        token = tree.tokens[index]
        if token.dep == "acl:relcl":
            words = tree.range(tree.first[token.head], token.head)
            return proper_name(tree, token.head, known) or " ".join(
                t.text
                for t in tree.tokens
                if words.start <= t.start < words.end and t.pos not in ("DET", "PUNCT", "ADP")
            )
        index = token.head
    return ""


def person_subjects(tree: Tree, known: Known) -> tuple[Referent, ...]:
    """Return the persons that are subjects in a sentence, by name."""
    found = []
    for token in tree.tokens:
        name = known.names.get(token.start) if token.dep.startswith("nsubj") else None
        if name is not None and name.kind == "person":
            found.append(Referent(token.start, name.words, True))
    return tuple(found)


def speaker(attribution: Attribution) -> tuple[Referent, ...]:
    """Return the source of speech that a pronoun may take up afterwards; () for a pronoun or for several people."""
    source = attribution.chain[0] if attribution.chain else None
    if source is None or attribution.manner != "speech" or source.name.lower() in PRONOUNS:
        return ()
    human = source.kind in ("person", "official")
    plural = source.kind == "official" and source.name.lower().endswith("s")
    return () if plural or source.kind == "anonymous" else (Referent(source.range.start, source.name, human),)


def referent(source: Source, recent: tuple[Referent, ...]) -> str:
    """Return whom a pronoun most likely stands for: the last person before it, for "it" the last body or paper."""
    word = source.name.lower()
    if word not in PERSONAL and word != "it":
        return ""
    before = [place for place in recent if place.start < source.range.start and place.human is (word in PERSONAL)]
    return max(before, key=lambda place: place.start).name if before else ""


def channel(text: str, tree: Tree, frame: Frame, reporting: ReportingCues, known: Known) -> Source | None:
    """Return the agency or outlet through which a speaker's words came: "told Reuters", "in replies to the AP"."""
    for head, cue in _channel_heads(tree, frame, reporting, known.cues):
        first, last = phrase_tokens(tree, head, frame)
        place = tree.range(first, last)
        name, kind = named(text, tree, head, place, known)
        if kind in ("agency", "outlet") and first > cue[0]:
            cue_range = tree.range(cue[0], max(cue[0], first - 1) if cue[1] is None else cue[1])
            return Source(name, cue_range.of(text), place, cue_range, kind)
    return None


def _channel_heads(
    tree: Tree, frame: Frame, reporting: ReportingCues, cues: SourceCues
) -> Iterator[tuple[int, tuple[int, int | None]]]:
    """Return the nouns that may name a channel, each with its cue: the verb, or what stands before it in its phrase."""
    hearer = tree.one(frame.head, "obj", "iobj")
    if hearer is not None and hearer != frame.source and tree.tokens[frame.head].lemma in reporting.tell:
        yield hearer, frame.cue
    agent = agent_of(tree, frame.head)
    if agent is not None and agent != frame.source:
        yield agent, (tree.first[agent], None)
    for phrase in tree.below(frame.head, "obl"):
        if tree.tokens[phrase].lemma in reporting.channels:
            for child in tree.below(phrase, "nmod", "obl"):
                yield child, (tree.first[phrase], None)
        if tree.case(phrase) in THROUGH and (
            tree.tokens[phrase].pos == "PROPN" or tree.tokens[phrase].lemma in cues.outlets
        ):
            yield phrase, (tree.first[phrase], None)


def nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions, those that lie in the content of others with the chains of these behind their own."""
    pieces = sorted(
        ((piece, outer) for outer, attribution in enumerate(attributions) for piece in attribution.contents),
        key=lambda entry: entry[0],
    )
    found = list(attributions)
    active: list[tuple[Range, int]] = []
    place = 0
    for inner in sorted(range(len(found)), key=lambda index: _position(attributions[index])):
        cue = attributions[inner].cue
        if cue is None:
            continue
        while place < len(pieces) and pieces[place][0].start <= cue.start:
            active.append(pieces[place])
            place += 1
        active = [entry for entry in active if entry[0].end >= cue.end]
        around = sorted({outer for _, outer in active if outer != inner}, key=lambda o: len(attributions[o].content))
        chain = attributions[inner].chain
        for outer in around:
            names = {source.name for source in chain}
            chain += tuple(source for source in attributions[outer].chain if source.name not in names)
        found[inner] = replace(attributions[inner], chain=chain)
    return tuple(found)


def _position(attribution: Attribution) -> int:
    return attribution.cue.start if attribution.cue is not None else attribution.content.start
