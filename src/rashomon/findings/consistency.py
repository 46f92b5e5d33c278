"""Findings that fit together: no words are said to agree and to differ, and no agreement is shown twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.findings.agreement import explained
from rashomon.model import Evidence, Finding, Side, Verdict
from rashomon.text import Range

# Differences of which two sides never say the same: words on both sides of one are no agreement.
APART = frozenset({"scope", "update", "part-whole", "reference"})
SAME_WORDS, SAME_VALUE = "same-words", "same-value"

Places = Mapping[str, tuple[tuple[Range, int, int], ...]]  # report -> ranges with the numbers of their finding and side


def consistent(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings without the agreements, or the parts of them, that other findings belie or repeat.

    Agreements keep the reports that stand on one side of every difference; equal values are shown with the statement
    that two reports make of them. The order of the findings is kept.
    """
    differences = [f for f in findings if _parts_its_sides(f)]
    places = _places(
        (n, s, e) for n, f in enumerate(differences) for s, side in enumerate(f.sides) for e in side.evidence
    )
    return tuple(_kept(_shown_once(_kept(findings, places)), places))


def _kept(findings: Iterable[Finding], places: Places) -> list[Finding]:
    """Return the findings with every agreement narrowed to one side of the differences that it touches."""
    narrowed = [_narrowed(f, places) if f.verdict is Verdict.AGREE else f for f in findings]
    return [f for f in narrowed if f is not None]


def _parts_its_sides(finding: Finding) -> bool:
    if finding.verdict is Verdict.COMPATIBLE:
        return finding.reason in APART
    return finding.verdict in {Verdict.CONFLICT, Verdict.UNCLEAR}


def _places(evidence: Iterable[tuple[int, int, Evidence]]) -> Places:
    found: dict[str, list[tuple[Range, int, int]]] = defaultdict(list)
    for number, side, one in evidence:
        found[one.report].append((one.range, number, side))
    return {report: tuple(rows) for report, rows in found.items()}


def _narrowed(finding: Finding, places: Places) -> Finding | None:
    """Return the agreement with one side of every difference that it touches, or None where too little is left."""
    evidence = finding.sides[0].evidence
    touched: dict[int, dict[int, set[Evidence]]] = defaultdict(lambda: defaultdict(set))
    for one in evidence:
        for range_, number, side in places.get(one.report, ()):
            if range_.overlaps(one.range):
                touched[number][side].add(one)
    for _, sides in sorted(touched.items()):
        if len(sides) > 1:
            largest = min(sides, key=lambda s: (-len({e.report for e in sides[s]}), s))
            dropped = {e for s, held in sides.items() if s != largest for e in held}
            evidence = tuple(e for e in evidence if e not in dropped)
    return _with_evidence(finding, evidence)


def _with_evidence(finding: Finding, evidence: tuple[Evidence, ...]) -> Finding | None:
    """Return the agreement with this evidence; None where it is no longer that of two reports."""
    if len(evidence) == len(finding.sides[0].evidence):
        return finding
    reports = {e.report for e in evidence}
    if len(reports) < 2:
        return None
    side = Side(finding.sides[0].value, evidence)
    return replace(finding, sides=(side,), explanation=explained(len(reports)))


def _shown_once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings with each agreement on a value added to the statement that says it, where one does."""
    statements = [n for n, f in enumerate(findings) if _is_agreement(f, SAME_WORDS)]
    places = _places((n, 0, e) for n in statements for e in findings[n].sides[0].evidence)
    shown = list(findings)
    merged: set[int] = set()
    for n, finding in enumerate(findings):
        if not _is_agreement(finding, SAME_VALUE):
            continue
        shared: dict[int, set[str]] = defaultdict(set)
        for one in finding.sides[0].evidence:
            for range_, number, _ in places.get(one.report, ()):
                if range_.overlaps(one.range):
                    shared[number].add(one.report)
        home = min(shared, key=lambda k: (-len(shared[k]), k), default=None)
        if home is not None and len(shared[home]) > 1:
            shown[home] = _joined(shown[home], finding)
            merged.add(n)
    return tuple(f for n, f in enumerate(shown) if n not in merged)


def _is_agreement(finding: Finding, reason: str) -> bool:
    return finding.verdict is Verdict.AGREE and finding.reason == reason


def _joined(statement: Finding, value: Finding) -> Finding:
    """Return the statement with the evidence of the value from reports that it lacks, in text order."""
    had = {e.report for e in statement.sides[0].evidence}
    new = [e for e in value.sides[0].evidence if e.report not in had]
    evidence = tuple(sorted((*statement.sides[0].evidence, *new), key=lambda e: (e.report, e.range)))
    return _with_evidence(statement, evidence) or statement
