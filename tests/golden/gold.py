"""Read what an editor marked in an example (gold.json), and hold a comparison against it.

A point is met by a finding whose evidence overlaps the marked words: of two sides for a difference, of two reports for
an agreement, of the one side for the rest. Evidence wider than 90 characters points at nothing and does not count
where a value is meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rashomon.model import Comparison, Finding, Verdict
from rashomon.text import Range

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("election", "ferry", "takeover")
DIFFERENCES = frozenset({Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.UNCLEAR})
WIDEST_VALUE = 90  # characters


@dataclass(frozen=True, slots=True)
class Place:
    """Marked words in one report."""

    report: str
    range: Range
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the editor marked; `reasons` are all that are accepted, none for agreements and soles."""

    id: str
    verdict: Verdict
    reasons: tuple[str, ...]
    must: bool
    sides: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """All marks of one example. `apart` are pairs that no conflict may join; `boilerplate` may never be evidence."""

    texts: dict[str, str]
    points: tuple[Point, ...]
    apart: tuple[tuple[Place, Place], ...]
    boilerplate: tuple[Place, ...]


def read_gold(name: str) -> Gold:
    """Return the marks of example `name`; raises `ValueError` where marked words are not in the report just once."""
    folder = EXAMPLES / name
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    marks = json.loads((folder / "gold.json").read_text(encoding="utf-8"))

    def place(mark: dict[str, str]) -> Place:
        text, words = texts[mark["report"]], mark["text"]
        if text.count(words) != 1:
            raise ValueError(f"{name}/{mark['report']} holds {words!r} {text.count(words)} times")
        start = text.index(words)
        return Place(mark["report"], Range(start, start + len(words)), words)

    points = tuple(
        Point(
            mark["id"],
            Verdict(mark["verdict"]),
            tuple(mark.get("reasons", [mark["reason"]] if "reason" in mark else [])),
            mark.get("must", False),
            tuple(tuple(place(each) for each in side["evidence"]) for side in mark["sides"]),
        )
        for mark in marks["points"]
    )
    apart = tuple((place(pair["a"]), place(pair["b"])) for pair in marks["never_conflict"])
    return Gold(texts, points, apart, tuple(place(mark) for mark in marks["boilerplate"]))


def touches(finding: Finding, places: Iterable[Place], widest: int | None = WIDEST_VALUE) -> bool:
    """Say whether evidence of `finding`, no wider than `widest` characters, overlaps one of `places`."""
    return any(
        evidence.report == place.report and evidence.range.overlaps(place.range)
        for side in finding.sides
        for evidence in side.evidence
        if widest is None or len(evidence.range) <= widest
        for place in places
    )


def joins(finding: Finding, point: Point) -> bool:
    """Say whether the finding shows two sides of a point against each other."""
    return sum(touches(finding, side) for side in point.sides) >= 2


def meets(finding: Finding, point: Point) -> bool:
    """Say whether the finding is about the same words as the point, whatever its verdict."""
    if point.verdict in DIFFERENCES:
        return joins(finding, point)
    if point.verdict is Verdict.AGREE:
        return len({place.report for place in point.sides[0] if touches(finding, [place], None)}) >= 2
    widest = WIDEST_VALUE if point.verdict is Verdict.INTERNAL else None
    return touches(finding, point.sides[0], widest)


def settles(finding: Finding, point: Point) -> bool:
    """Say whether a finding about the point's words has its verdict and reason (`unclear`: any difference will do)."""
    if point.verdict is Verdict.UNCLEAR:
        return finding.verdict in DIFFERENCES
    return finding.verdict is point.verdict and (not point.reasons or finding.reason in point.reasons)


def missed(gold: Gold, comparison: Comparison) -> list[str]:
    """Return a line for every point marked `must` that no finding settles, with what was said of it instead."""
    lines = []
    for point in gold.points:
        about = [finding for finding in comparison.findings if meets(finding, point)]
        if point.must and not any(settles(finding, point) for finding in about):
            instead = sorted({f"{finding.verdict}:{finding.reason}" for finding in about}) or ["nothing"]
            lines.append(f"{point.id}: {point.verdict}:{'|'.join(point.reasons)}, but got {', '.join(instead)}")
    return lines


def false_conflicts(gold: Gold, comparison: Comparison) -> list[str]:
    """Return a line for every conflict that the editor did not mark, or that joins a pair marked as two things."""
    real = [point for point in gold.points if point.verdict in (Verdict.CONFLICT, Verdict.UNCLEAR)]
    lines = []
    for finding in comparison.findings:
        if finding.verdict is Verdict.CONFLICT:
            if not any(joins(finding, point) for point in real):
                lines.append(f"not marked: {finding.about}: {finding.explanation}")
            lines += [
                f"two things: {a.words} × {b.words}"
                for a, b in gold.apart
                if touches(finding, [a]) and touches(finding, [b])
            ]
    return lines


def false_agreements(gold: Gold, comparison: Comparison) -> list[str]:
    """Return a line for every agreement that covers both sides of a marked conflict."""
    real = [point for point in gold.points if point.verdict is Verdict.CONFLICT]
    return [
        f"{point.id}: {finding.about}"
        for finding in comparison.findings
        if finding.verdict is Verdict.AGREE
        for point in real
        if joins(finding, point)
    ]


def boilerplate_used(gold: Gold, comparison: Comparison) -> list[str]:
    """Return the boilerplate that some finding rests on."""
    return [
        place.words
        for place in gold.boilerplate
        if any(touches(finding, [place], None) for finding in comparison.findings)
    ]
