"""One report as a column of the page: its labels, and its text cut into blocks and marked pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon import tables
from rashomon.lang.language import SPOKEN, language_name
from rashomon.model import Passage, Report, Role
from rashomon.render.page.phrases import Phrases, day_and_time
from rashomon.render.page.segments import Segment, segments
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.render.page")

_WRAPPED_AT = _THRESHOLDS.integer("wrapped_at")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks. `marks` are the numbers of findings, most useful first; `start` names the anchor.

    `aside` says in plain words why the piece is boilerplate; empty where it is not.
    """

    words: str
    start: int
    marks: tuple[int, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a report. `role` is set where all of it has it; `tight` where it goes on from the line before."""

    pieces: tuple[Piece, ...]
    role: str = ""
    aside: str = ""
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A report as the page shows it. `number` counts from 1; `label` is unique within the page.

    `starts` are where the marked pieces begin, ascending:
    each is the anchor `r{number}-{start}`.
    """

    number: int
    label: str
    headline: str
    opens_with_headline: bool
    when: str
    credits: tuple[str, ...]
    address: str
    language: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    source: str
    sha256: str


def labels(reports: Sequence[Report]) -> dict[str, str]:
    """Return a label for every report id: its outlet, else its headline, else its id; alike ones get the id added."""
    plain = {report.id: (report.outlet or report.headline or report.id).strip() or report.id for report in reports}
    seen = Counter(plain.values())
    return {ident: label if seen[label] == 1 else f"{label} ({ident})" for ident, label in plain.items()}


def column(number: int, report: Report, label: str, marked: Sequence[tuple[Range, int]], words: Phrases) -> Column:
    """Return the column of one report, its text cut at every border of a marked range and of a passage."""
    blocks = _blocks(report, marked, words)
    return Column(
        number=number,
        label=label,
        headline=report.headline or "",
        opens_with_headline=bool(report.headline) and report.text.lstrip().startswith(report.headline or " "),
        when=day_and_time(report.published),
        credits=tuple(part for part in (report.byline, report.place, report.agency, _unread(report)) if part),
        address=_open_address(report.url),
        language=report.language,
        blocks=blocks,
        starts=tuple(piece.start for block in blocks for piece in block.pieces if piece.marks),
        source=report.source,
        sha256=report.sha256,
    )


def _unread(report: Report) -> str:
    """Return what keeps a report from being compared: its silence is not to be taken for one."""
    return "" if report.language in SPOKEN else f"in {language_name(report.language)}: what it says is not compared"


def _open_address(url: str | None) -> str:
    """Return an address that may be linked to; only the web's own schemes are, never `javascript:` and its like."""
    address = (url or "").strip()
    return address if re.match(r"https?://[^\s]", address, re.IGNORECASE) else ""


def _blocks(report: Report, marked: Sequence[tuple[Range, int]], words: Phrases) -> tuple[Block, ...]:
    if not report.text:
        return ()
    lines = [Range(*match.span()) for match in _LINE.finditer(report.text) if match.group().strip()]
    passages = sorted(report.passages, key=lambda passage: passage.range)
    cuts = [border for line in lines for border in (line.start, line.end)]
    cuts += [border for passage in passages for border in (passage.range.start, passage.range.end)]
    cut = segments(Range(0, len(report.text)), marked, cuts)
    wrapped = max((len(line) for line in lines), default=0) <= _WRAPPED_AT
    blocks: list[Block] = []
    position = passed = last_end = 0
    for line in lines:
        inside = []
        while position < len(cut) and cut[position].range.end <= line.end:
            if cut[position].range.start >= line.start:
                inside.append(cut[position])
            position += 1
        while passed < len(passages) and passages[passed].range.end <= line.start:
            passed += 1
        until = passed
        while until < len(passages) and passages[until].range.start < line.end:
            until += 1
        tight = wrapped and bool(blocks) and report.text.count("\n", last_end, line.start) == 1
        blocks.append(_block(report.text, inside, passages[passed:until], tight, words))
        last_end = line.end
    return tuple(blocks)


def _block(text: str, cut: list[Segment], passages: list[Passage], tight: bool, words: Phrases) -> Block:
    pieces: list[Piece] = []
    roles: set[tuple[Role, str]] = set()
    position = 0
    for segment in cut:
        while position < len(passages) and passages[position].range.end <= segment.range.start:
            position += 1
        here = passages[position] if position < len(passages) else None
        passage = here if here and here.range.contains(segment.range) else None
        role = passage.role if passage else Role.BODY
        aside = words.boilerplate_reason(passage.why) if passage and role is Role.BOILERPLATE else ""
        shown = segment.range.of(text)
        if shown.strip():
            roles.add((role, aside))
        pieces.append(Piece(shown, segment.range.start, segment.marks, aside))
    if len(roles) != 1:
        return Block(_merged(pieces), tight=tight)
    ((role, aside),) = roles
    if role is Role.BOILERPLATE:
        pieces = [Piece(piece.words, piece.start, piece.marks) for piece in pieces]
    return Block(_merged(pieces), role.value, aside, tight)


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join neighbours without marks, which were cut apart by passages of the same kind."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and not (last.marks or piece.marks) and last.aside == piece.aside:
            merged[-1] = Piece(last.words + piece.words, last.start, (), last.aside)
        else:
            merged.append(piece)
    return tuple(merged)
