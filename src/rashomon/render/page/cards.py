"""One finding as a card of the page: its verdict, its sides, and the words that bear them out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon import tables
from rashomon.model import Badge, Evidence, Finding, Report, Side, Verdict
from rashomon.render.json import finding_id
from rashomon.render.page.columns import Column
from rashomon.render.page.phrases import Phrases, origins_in_words, said_by
from rashomon.render.page.segments import segments
from rashomon.text import Range, cover

_THRESHOLDS = tables.thresholds("rashomon.render.page")

_LONGEST_CONTEXT = _THRESHOLDS.integer("longest_context")
_KEPT_AROUND = _THRESHOLDS.integer("kept_around")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report says it: the column's number and label, and the character its first marked piece begins at."""

    number: int
    label: str
    when: str
    start: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence with the evidence marked, and every report that has it word for word with the same attribution.

    `pieces` pair words with whether they are evidence.
    """

    pieces: tuple[tuple[str, bool], ...]
    places: tuple[Place, ...]
    attribution: str
    modality: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One side of a finding: the value in words and the sentences that give it."""

    value: str
    quotations: tuple[Quotation, ...]
    reports: int
    badge: Badge | None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it. `anchor` is its id in the page; `number` its place in the comparison.

    `spots` lists each piece of evidence once, in reading order: the report's number and where its pieces begin.
    """

    number: int
    anchor: str
    verdict: str
    reason: str
    about: str
    explanation: str
    answers: tuple[Answer, ...]
    origins: str
    why: str
    home: int
    spots: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def reports(self) -> int:
        """Return how many reports the finding draws on."""
        return len({number for number, _ in self.spots})


def anchors(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return an id for every finding: the one that the JSON gives it, told apart where two are alike."""
    taken: dict[str, int] = {}
    out = []
    for finding in findings:
        name = finding_id(finding)
        taken[name] = taken.get(name, 0) + 1
        out.append(f"finding-{name}" + (f"-{taken[name]}" if taken[name] > 1 else ""))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every card is written from: the reports and columns by report id, and the page's phrases."""

    reports: Mapping[str, Report]
    columns: Mapping[str, Column]
    phrases: Phrases

    def card(self, number: int, anchor: str, finding: Finding) -> Card:
        """Return the card of one finding."""
        everything = [evidence for side in finding.sides for evidence in side.evidence]
        spots = sorted({self._spot(evidence) for evidence in everything})
        return Card(
            number=number,
            anchor=anchor,
            verdict=finding.verdict.value,
            reason="" if finding.verdict is Verdict.SOLE else self.phrases.reason(finding.verdict, finding.reason),
            about=finding.about,
            explanation=finding.explanation.removeprefix(f"{finding.about}: "),
            answers=tuple(self._answer(side) for side in finding.sides),
            origins=origins_in_words(finding.origins),
            why=finding.origins.why,
            home=self.columns[everything[0].report].number if everything else 0,
            spots=tuple(spots),
        )

    def _spot(self, evidence: Evidence) -> tuple[int, tuple[int, ...]]:
        column, span = self.columns[evidence.report], evidence.range
        first, last = (bisect_left(column.starts, border) for border in (span.start, span.end))
        return column.number, column.starts[first:last]

    def _answer(self, side: Side) -> Answer:
        together: dict[tuple[str, Range, str, str], list[Range]] = {}
        for evidence in side.evidence:
            context = _context(self.reports[evidence.report].text, evidence)
            told = said_by(evidence.attribution), self.phrases.modality(evidence.modality)
            together.setdefault((evidence.report, context, *told), []).append(evidence.range)
        quotations: dict[tuple[tuple[tuple[str, bool], ...], str, str], list[Place]] = {}
        for (ident, context, said, put), ranges in together.items():
            pieces = _pieces(self.reports[ident].text, context, ranges)
            column = self.columns[ident]
            place = Place(column.number, column.label, column.when, min(r.start for r in ranges))
            quotations.setdefault((pieces, said, put), []).append(place)
        return Answer(
            side.value,
            tuple(Quotation(pieces, tuple(where), said, put) for (pieces, said, put), where in quotations.items()),
            len({evidence.report for evidence in side.evidence}),
            side.badge,
        )


def _context(text: str, evidence: Evidence) -> Range:
    """Return the sentence around the evidence, cut at spaces where it is very long."""
    whole, words = cover((evidence.sentence, evidence.range)), evidence.range
    if len(whole) <= _LONGEST_CONTEXT:
        return whole
    start, end = max(whole.start, words.start - _KEPT_AROUND), min(whole.end, words.end + _KEPT_AROUND)
    if start > whole.start:
        start = text.find(" ", start, words.start) + 1 or start
    if end < whole.end:
        end = max(text.rfind(" ", words.end, end), words.end) if " " in text[words.end : end] else end
    return Range(start, end)


def _pieces(text: str, context: Range, ranges: Sequence[Range]) -> tuple[tuple[str, bool], ...]:
    cut = segments(context, [(span, 0) for span in ranges])
    return tuple((segment.range.of(text), bool(segment.marks)) for segment in cut)
