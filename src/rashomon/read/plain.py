"""The parts of a plain text: headline, byline, timestamp, dateline, lede, body, captions and boilerplate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from rashomon import tables
from rashomon.model import Passage, Role
from rashomon.read.boilerplate import Rules, find_boilerplate, find_crossheads
from rashomon.read.heads import Dateline, byline_words, headline_words, is_byline, is_headline, is_rubric, read_dateline
from rashomon.read.paragraphs import blocks, paragraphs
from rashomon.read.published import is_timestamp, stated_date
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.read")

_HEAD_LINES = _THRESHOLDS.integer("head_lines")
_MOST_HEADLINES = _THRESHOLDS.integer("most_headlines")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a plain text says of itself: its passages, which tile it, and what stands at its head."""

    passages: tuple[Passage, ...]
    headline: str | None = None
    byline: str | None = None
    place: str | None = None
    agency: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    role: Role
    why: str = ""


def read_plain(text: str, rules: Rules, title: str | None = None) -> Layout:
    """Return the layout of a text: nothing is taken out of it, every character lies in exactly one passage.

    `title` is the headline that a record beside the text gives: a first line equal to it is the headline whatever
    it looks like.
    """
    pieces = tuple(piece for block in blocks(text) for piece in _pieces(text, block))
    labels = _boilerplate(text, pieces, rules)
    labels |= _head(text, [p for p in pieces[: _HEAD_LINES * 2] if p.start not in labels], pieces, title)
    body = [p for p in pieces if p.start not in labels]
    lede = body[0] if body else None
    labels |= {m.range.start: _Label(Role.BOILERPLATE, m.reason) for m in find_crossheads(text, body, rules)}
    dateline = read_dateline(lede.of(text), lede.start) if lede else None
    if lede:
        labels |= _opening(lede, dateline)
    return Layout(
        passages=_tiled(text, labels | {p.start: _Label(Role.BODY) for p in pieces if p.start not in labels}),
        headline=_first(text, pieces, labels, Role.HEADLINE),
        byline=_first(text, pieces, labels, Role.BYLINE),
        place=dateline.place if dateline else None,
        agency=dateline.agency if dateline else None,
        published=_published(text, pieces, labels),
    )


def _pieces(text: str, block: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the paragraphs of a block; lines down to its last date or byline are never joined to a column."""
    top = [n for n, line in enumerate(block[:4]) if is_timestamp(line.of(text)) or is_byline(line.of(text))]
    split = top[-1] + 1 if top else 0
    return block[:split] + (paragraphs(text, block[split:]) if split < len(block) else ())


def _boilerplate(text: str, pieces: tuple[Range, ...], rules: Rules) -> dict[int, _Label]:
    """Return the labels of everything that is no part of the story, by where it starts."""
    labels = {}
    for number, piece in enumerate(pieces):
        if is_timestamp(piece.of(text), labelled=number >= _HEAD_LINES):
            labels[piece.start] = _Label(Role.BOILERPLATE, "timestamp")
    starts = [piece.start for piece in pieces]
    for mark in find_boilerplate(text, pieces, rules):
        labels.setdefault(mark.range.start, _Label(Role.BOILERPLATE, mark.reason))
        before = bisect_left(starts, mark.range.start)
        if mark.reason == "image-credit" and starts[before : before + 1] != [mark.range.start]:
            labels.setdefault(starts[before - 1], _Label(Role.CAPTION))
    return labels


def _head(text: str, top: list[Range], pieces: tuple[Range, ...], title: str | None) -> dict[int, _Label]:
    """Return the labels of headline, decks and byline; a headline needs something below it to head."""
    labels: dict[int, _Label] = {}
    headlines = 0
    for piece in top:
        words = piece.of(text)
        if is_byline(words):
            labels[piece.start] = _Label(Role.BYLINE)
        elif (
            headlines < _MOST_HEADLINES and piece is not pieces[-1] and (is_headline(words) or _is_title(words, title))
        ):
            labels[piece.start] = _Label(Role.HEADLINE)
            headlines += 1
        else:
            return labels
    # Nothing but open lines: the last of them is what the others head.
    last = max(labels, default=-1)
    return {start: label for start, label in labels.items() if start != last or label.role is not Role.HEADLINE}


def _is_title(words: str, title: str | None) -> bool:
    return title is not None and headline_words(words) == headline_words(title)


def _opening(lede: Range, dateline: Dateline | None) -> dict[int, _Label]:
    if dateline is None:
        return {lede.start: _Label(Role.LEDE)}
    return {lede.start: _Label(Role.DATELINE), dateline.range.end: _Label(Role.LEDE)}


def _first(text: str, pieces: Iterable[Range], labels: Mapping[int, _Label], role: Role) -> str | None:
    """Return the words of the first passage in that role, without what marks it as one.

    Of several headlines a short one in capitals that opens them is the name of a column ("WORLD IN BRIEF").
    """
    inside = [piece.of(text) for piece in pieces if piece.start in labels and labels[piece.start].role is role]
    if not inside:
        return None
    if role is Role.BYLINE:
        return byline_words(inside[0])
    return headline_words(inside[1] if len(inside) > 1 and is_rubric(inside[0]) else inside[0])


def _published(text: str, pieces: tuple[Range, ...], labels: Mapping[int, _Label]) -> datetime | None:
    """Return the first date that the head of the report states in a timestamp or beside the byline."""
    for piece in pieces:
        label = labels.get(piece.start, _Label(Role.BODY))
        if label.why == "timestamp" or label.role is Role.BYLINE:
            day = stated_date(piece.of(text))
            if day is not None:
                return day
    return None


def _tiled(text: str, labels: Mapping[int, _Label]) -> tuple[Passage, ...]:
    """Return passages from each label's start to the next: the blanks between belong to the passage before them."""
    if not text:
        return ()
    starts = sorted(labels)
    if not starts:
        return (Passage(Range(0, len(text)), Role.BODY),)
    edges = [0, *starts[1:], len(text)]
    return tuple(
        Passage(Range(edges[n], edges[n + 1]), labels[start].role, labels[start].why) for n, start in enumerate(starts)
    )
