"""Small invented reports for the tests of origins, and what a reader needs to look at their counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rashomon import compare
from rashomon.model import Comparison, Finding, Report
from rashomon.read.build import build_report
from rashomon.read.found import Found

FIRE = (
    "A fire in the old mill at Tarnby destroyed nine barns on Monday. The flames could be seen from the coast. "
    "Crews from four villages fought them until noon, and a bridge was closed to traffic for the whole day."
)


def report(name: str, text: str, outlet: str | None = None, published: datetime | None = None) -> Report:
    """Return a report as it would be read from a file."""
    return replace(build_report(name, name, Found(text)), outlet=outlet, published=published)


def compared(*reports: Report) -> Comparison:
    """Return the comparison of the reports."""
    return compare(reports)


def on(comparison: Comparison, words: str) -> list[Finding]:
    """Return the findings of several reports with evidence that holds the words."""
    texts = {one.id: one.text for one in comparison.reports}
    return [finding for finding in comparison.findings if len(reports(finding)) > 1 and _holds(finding, words, texts)]


def reports(finding: Finding) -> set[str]:
    """Return the reports that a finding draws on."""
    return {evidence.report for side in finding.sides for evidence in side.evidence}


def _holds(finding: Finding, words: str, texts: dict[str, str]) -> bool:
    return any(words in e.range.of(texts[e.report]) for side in finding.sides for e in side.evidence)


def edges(comparison: Comparison) -> set[tuple[str, str, str]]:
    """Return who has it from whom, and why."""
    return {(edge.origin_from, edge.origin_to, edge.reason) for edge in comparison.origins}
