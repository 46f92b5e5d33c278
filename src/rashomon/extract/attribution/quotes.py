"""Fits contents to quotation marks: whole quotations, and those that go on after the cue's sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from rashomon.lang.quotations import Quotation
from rashomon.model import Attribution, Sentence
from rashomon.text import Range, cover

TRAILING = frozenset(" \t\n\r\u00a0.,;:!?—–-")
LEADING = frozenset(" \t\n\r\u00a0,;:.—–-")


def fitted(text: str, piece: Range, quotations: tuple[Quotation, ...]) -> Range | None:
    """Return a content with every quotation it touches whole, and no punctuation around it; None if nothing is left.

    `quotations` are those that may belong to the content: the ones around its cue are left out by the caller.
    """
    start, end = piece.start, piece.end
    for quotation in quotations:
        inside = quotation.range
        if start < inside.end and inside.start < end:
            start, end = min(start, inside.start), max(end, inside.end)
    return trimmed(text, start, end, quotations)


def trimmed(text: str, start: int, end: int, quotations: tuple[Quotation, ...]) -> Range | None:
    """Return the stretch without punctuation at its ends, but for what stands inside a quotation."""
    ends = {q.range.end for q in quotations}
    starts = {q.range.start for q in quotations}
    while start < end and text[start] in LEADING and start not in starts:
        start += 1
    while end > start and text[end - 1] in TRAILING and end not in ends:
        end -= 1
    return Range(start, end) if start < end else None


def carried(
    text: str, attributions: list[Attribution], quotations: tuple[Quotation, ...], sentences: tuple[Sentence, ...]
) -> list[Attribution]:
    """Return the attributions, each quoted one prolonged by the quotations that stand alone right behind its sentence.

    A quotation stands alone where it fills whole sentences: '"A," she said. "B. C."'. It may begin the next paragraph.
    """
    found = list(attributions)
    starts = [quotation.range.start for quotation in quotations]
    speaking = [index for index in range(len(found)) if not _within(found[index], quotations, starts)]
    claimed = sorted((piece.start, piece.end) for index in speaking for piece in found[index].contents)
    ends = {sentence.range.end for sentence in sentences}
    order = sorted(speaking, key=lambda index: _extent(found[index])[1])
    last: int | None = None
    reached = place = 0
    for quotation in quotations:
        start, end = quotation.range.start, quotation.range.end
        while place < len(order) and _extent(found[order[place]])[1] <= start:
            if found[order[place]].direct:
                last = order[place]
                reached = _sentence_end(_extent(found[last])[1], sentences)
            place += 1
        taken = bisect_left(claimed, (end, 0))
        if last is None or (taken and claimed[taken - 1][1] > start) or text[reached:start].strip():
            continue
        if end in ends or not quotation.closed or text[end : end + 1] in ("", "\n"):
            contents = (*found[last].contents, quotation.range)
            found[last] = replace(found[last], content=cover(contents), contents=contents)
            reached = end
    return found


def _within(attribution: Attribution, quotations: tuple[Quotation, ...], starts: list[int]) -> bool:
    """Say whether the cue itself is quoted: somebody's speech about speech."""
    if attribution.cue is None:
        return False
    index = bisect_right(starts, attribution.cue.start) - 1
    return index >= 0 and quotations[index].range.contains(attribution.cue)


def _extent(attribution: Attribution) -> tuple[int, int]:
    places = [*attribution.contents, *([attribution.cue] if attribution.cue else [])]
    places.extend(source.range for source in attribution.chain[:1])
    whole = cover(tuple(places))
    return whole.start, whole.end


def _sentence_end(position: int, sentences: tuple[Sentence, ...]) -> int:
    """Return the end of the sentence that holds the character before `position`."""
    index = bisect_left(sentences, position, key=lambda sentence: sentence.range.end)
    return max(position, sentences[index].range.end) if index < len(sentences) else position
