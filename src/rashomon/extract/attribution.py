"""Who said it: each stretch of a report that is given for a source, with the cue and the chain of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.extract.attribution_chain import RELATIVE, antecedent, channel, nested, person_subjects, referent
from rashomon.extract.attribution_contents import SPEECH_KINDS, content_runs
from rashomon.extract.attribution_cues import Frame
from rashomon.extract.attribution_frames import frames_of, manner_of
from rashomon.extract.attribution_quotes import carried, fitted
from rashomon.extract.attribution_sources import source_of, source_tokens
from rashomon.extract.attribution_tree import Tree, tree_of
from rashomon.lang.cues import reporting_cues, source_cues
from rashomon.lang.quotations import Quotation, find_quotations
from rashomon.model import Attribution, Sentence, Source
from rashomon.text import Range, cover

# Person subjects kept in mind for the pronouns that follow.
REMEMBERED = 6


def find_attributions(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of a report in the order of their cues; nested ones carry the chain of those around them.

    The chain is nearest first. An attribution without a chain names nobody ("reportedly"). A pronoun keeps its own span
    and bears the name of the person it most likely stands for. Offsets are into `text`.
    """
    quotations = tuple(quotation for quotation in find_quotations(text) if quotation.depth == 0)
    found: list[Attribution] = []
    recent: tuple[tuple[int, str], ...] = ()
    for sentence in sentences:
        tree = tree_of(sentence)
        near = tuple(q for q in quotations if q.range.overlaps(sentence.range))
        recent = (*recent, *person_subjects(tree, source_cues()))[-REMEMBERED:]
        through: dict[int, Source] = {}
        for frame in frames_of(tree, reporting_cues()):
            attribution = _attribution(text, tree, frame, near)
            if attribution is None:
                continue
            outlet = channel(text, tree, frame, reporting_cues(), source_cues())
            if outlet is not None and frame.source is not None:
                through[frame.source] = outlet
            found.append(_linked(tree, frame, attribution, recent, None if frame.source is None else through.get(frame.source)))
    return nested(tuple(carried(text, found, quotations, sentences)))


def _linked(
    tree: Tree,
    frame: Frame,
    attribution: Attribution,
    recent: tuple[tuple[int, str], ...],
    through: Source | None,
) -> Attribution:
    """Return the attribution with its pronoun named and the agency or outlet it came through in the chain."""
    if not attribution.chain:
        return attribution
    first = attribution.chain[0]
    relative = first.name.lower() in RELATIVE
    name = antecedent(tree, frame, source_cues()) if relative else referent(first, recent)
    chain: tuple[Source, ...] = (replace(first, name=name) if name else first,)
    if through is not None and not through.range.overlaps(first.range):
        chain = (*chain, through)
    return replace(attribution, chain=chain)


def _attribution(text: str, tree: Tree, frame: Frame, near: tuple[Quotation, ...]) -> Attribution | None:
    cue = tree.range(*frame.cue)
    outside = tuple(q for q in near if not q.range.contains(cue))
    source = source_of(text, tree, frame, source_cues())
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
    chain = (source,) if source is not None else ()
    manner = manner_of(tree, frame, direct, reporting_cues())
    return Attribution(cover(contents), chain, direct, contents=contents, cue=cue, manner=manner)


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
        before = frame.kind in SPEECH_KINDS and tree.tokens[frame.head].tag != "VBG" and place.end <= start and not text[place.end : start].strip(" ,\n")
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
