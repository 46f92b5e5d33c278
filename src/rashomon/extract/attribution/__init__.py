"""Who said it: each stretch of a report that is given for a source, with the cue and the chain of sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from rashomon import tables
from rashomon.extract.attribution.chain import (
    RELATIVE,
    Referent,
    antecedent,
    channel,
    nested,
    person_subjects,
    referent,
    speaker,
)
from rashomon.extract.attribution.contents import SPEECH_KINDS, content_runs
from rashomon.extract.attribution.cues import Frame
from rashomon.extract.attribution.frames import frames_of, manner_of
from rashomon.extract.attribution.quotes import carried, fitted
from rashomon.extract.attribution.sources import Known, known_names, source_of, source_tokens
from rashomon.lang.cues import reporting_cues
from rashomon.lang.names import report_names
from rashomon.lang.quotations import Quotation, find_quotations
from rashomon.lang.tree import Tree, tree_of
from rashomon.model import Attribution, Mention, Sentence, Source
from rashomon.text import Range, cover

_THRESHOLDS = tables.thresholds("rashomon.extract.attribution")
_WORDS = tables.words("rashomon.extract.attribution")

REMEMBERED = _THRESHOLDS.integer("remembered")
FIRST_PERSON = _WORDS.set("first_person")
NOBODY = _WORDS.set("nobody")
LONGEST = _THRESHOLDS.integer("longest")
NEAREST = _THRESHOLDS.integer("nearest")


def find_attributions(
    text: str, sentences: tuple[Sentence, ...], names: tuple[Mention, ...] | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions of a report in the order of their cues; nested ones carry the chain of those around them.

    The chain is nearest first. An attribution without a chain names nobody ("reportedly"). A pronoun keeps its own span
    and bears the name of the person it most likely stands for. Offsets are into `text`. `names` are the report's
    name mentions where the caller has them already; they are read here otherwise.
    """
    known = known_names(report_names(text, sentences) if names is None else names, sentences)
    quotations = tuple(quotation for quotation in find_quotations(text) if quotation.depth == 0)
    ends = [quotation.range.end for quotation in quotations]
    found: list[Attribution] = []
    recent: tuple[Referent, ...] = ()
    for sentence in sentences:
        first = bisect_right(ends, sentence.range.start)
        near = tuple(q for q in quotations[first : first + NEAREST] if q.range.start < sentence.range.end)
        tree = tree_of(sentence)
        recent = (*recent, *person_subjects(tree, known))[-REMEMBERED:]
        spoken = _in_sentence(text, tree, near, known, recent)
        found.extend(spoken)
        recent = (*recent, *(place for attribution in spoken for place in speaker(attribution)))[-REMEMBERED:]
    return nested(tuple(carried(text, found, quotations, sentences)))


def _in_sentence(
    text: str, tree: Tree, near: tuple[Quotation, ...], known: Known, recent: tuple[Referent, ...]
) -> list[Attribution]:
    """Return the attributions of one sentence, pronouns named and the agencies they came through in their chains."""
    if len(tree.tokens) > LONGEST:
        return []
    found: list[Attribution] = []
    through: dict[int | None, Source] = {}
    for frame in frames_of(tree, reporting_cues()):
        attribution = _attribution(text, tree, frame, near, known)
        if attribution is None:
            continue
        outlet = channel(text, tree, frame, reporting_cues(), known)
        if outlet is not None and frame.source is not None:
            through[frame.source] = outlet
        if attribution.chain:
            first = attribution.chain[0]
            relative = first.name.lower() in RELATIVE
            name = antecedent(tree, frame, known) if relative else referent(first, recent)
            attribution = _linked(attribution, name, through.get(frame.source))
        found.append(attribution)
    return found


def _linked(attribution: Attribution, name: str, through: Source | None) -> Attribution:
    """Return the attribution with its first source named and the agency or outlet it came through behind it."""
    first = attribution.chain[0]
    chain: tuple[Source, ...] = (replace(first, name=name) if name else first,)
    if through is not None and not through.range.overlaps(first.range):
        chain = (*chain, through)
    return replace(attribution, chain=chain)


def _attribution(text: str, tree: Tree, frame: Frame, near: tuple[Quotation, ...], known: Known) -> Attribution | None:
    cue = tree.range(*frame.cue)
    outside = tuple(q for q in near if not q.range.contains(cue))
    source = source_of(text, tree, frame, known)
    if len(outside) < len(near) and source is not None and source.name.lower() in FIRST_PERSON:
        return None
    runs = content_runs(tree, frame, source_tokens(tree, frame))
    pieces = [fitted(text, tree.range(*run), outside) for run in runs]
    kept = [piece for piece in pieces if piece is not None]
    if frame.speech:
        kept.extend(_beside(text, tree, frame, outside, kept))
    if not kept:
        return None
    contents = _merged(kept)
    direct = any(piece.contains(q.range) and (q.range == piece or frame.speech) for q in outside for piece in contents)
    if frame.quoting and not direct:
        return None
    chain = (source,) if source is not None and not _nobody(source) else ()
    manner = manner_of(tree, frame, direct, reporting_cues())
    return Attribution(cover(contents), chain, direct, contents=contents, cue=cue, manner=manner)


def _nobody(source: Source) -> bool:
    """Say whether the source is named as nobody ("no one", "none of the officials")."""
    return source.name.lower().replace("-", " ").split()[:1] in ([word] for word in NOBODY)


def _beside(text: str, tree: Tree, frame: Frame, outside: tuple[Quotation, ...], kept: list[Range]) -> Iterable[Range]:
    """Return the quotations that end just before, or begin just after, source and cue."""
    span = source_tokens(tree, frame)
    first = min(frame.cue[0], span[0]) if span else frame.cue[0]
    last = max(frame.cue[1], span[1]) if span else frame.cue[1]
    start, end = tree.tokens[first].start, tree.tokens[last].end
    for quotation in outside:
        place = quotation.range
        if any(place.overlaps(piece) for piece in kept):
            continue
        before = (
            frame.kind in SPEECH_KINDS
            and tree.tokens[frame.head].tag != "VBG"
            and place.end <= start
            and not text[place.end : start].strip(" ,\n")
        )
        gap = text[end : place.start]
        after = place.start >= end and not gap.strip(" ,:\n") and (not kept or "," in gap or ":" in gap)
        if before or after:
            yield place


def _merged(pieces: list[Range]) -> tuple[Range, ...]:
    found: list[Range] = []
    for piece in sorted(pieces):
        if found and piece.start <= found[-1].end:
            found[-1] = cover((found[-1], piece))
        else:
            found.append(piece)
    return tuple(found)
