"""The comparison as a table: one row for each piece of evidence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from rashomon.model import Comparison, Finding, Report
from rashomon.render.json import finding_id, moment
from rashomon.render.page.visible import plain_line
from rashomon.render.wording import said_by

COLUMNS = (
    *("finding", "verdict", "reason", "about", "explanation", "side", "value", "report", "outlet", "published"),
    *("start", "end", "exact", "sentence", "attribution", "modality", "origins_at_least", "origins_at_most"),
)
# A spreadsheet takes a cell that begins so for a formula, and would run what a report's author put there.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def comparison_as_csv(comparison: Comparison) -> str:
    """Return the comparison as CSV with a header; cells that a spreadsheet would run are quoted with an apostrophe."""
    reports = {report.id: report for report in comparison.reports}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in comparison.findings:
        writer.writerows([inert(cell) for cell in row] for row in _rows(finding, reports))
    return table.getvalue()


def inert(cell: str | int) -> str | int:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def _rows(finding: Finding, reports: Mapping[str, Report]) -> Iterator[tuple[str | int, ...]]:
    about = (
        finding_id(finding),
        finding.verdict.value,
        finding.reason,
        plain_line(finding.about),
        plain_line(finding.explanation),
    )
    for number, side in enumerate(finding.sides, start=1):
        for evidence in side.evidence:
            report = reports[evidence.report]
            where = (plain_line(report.id), plain_line(report.outlet or ""), moment(report.published) or "")
            yield (
                *about,
                number,
                plain_line(side.value),
                *where,
                evidence.range.start,
                evidence.range.end,
                plain_line(evidence.range.of(report.text)),
                plain_line(evidence.sentence.of(report.text)),
                said_by(evidence),
                evidence.modality.value,
                finding.origins.at_least,
                finding.origins.at_most,
            )
