"""The comparison as Markdown, for a note, an issue or a mail."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rashomon.model import Comparison, Finding, Report, Side, Verdict
from rashomon.render.json import moment
from rashomon.render.page.visible import plain_line
from rashomon.render.wording import VERDICT_WORDS, counted, quoted, report_name

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def comparison_as_markdown(comparison: Comparison) -> str:
    """Return the comparison as Markdown; marks within the words of reports are escaped and show as they stand."""
    reports = {report.id: report for report in comparison.reports}
    lines = [f"# {counted(len(comparison.reports), 'report')} compared", ""]
    lines += [f"- {_report_line(report)}" for report in comparison.reports]
    for verdict in Verdict:
        findings = [finding for finding in comparison.findings if finding.verdict is verdict]
        if findings:
            lines += ["", f"## {VERDICT_WORDS[verdict]} ({len(findings)})"]
            lines += [line for finding in findings for line in _finding_lines(finding, reports)]
    if not comparison.findings:
        lines += ["", "Nothing that can be compared was found."]
    return "\n".join(lines) + "\n"


def escaped(words: str) -> str:
    """Return the words on one line, so that Markdown shows them and does not obey them."""
    return _SPECIAL.sub(r"\\\1", plain_line(words))


def _report_line(report: Report) -> str:
    parts = [f"**{escaped(report_name(report))}**", moment(report.published), escaped(report.headline or "")]
    return ", ".join(part for part in parts if part)


def _finding_lines(finding: Finding, reports: Mapping[str, Report]) -> list[str]:
    reason = f" ({finding.reason})" if finding.reason else ""
    lines = ["", f"### {escaped(finding.about)}{reason}", ""]
    for side in finding.sides:
        lines += _side_lines(side, reports)
    return [*lines, "", escaped(finding.explanation)] if finding.explanation else lines


def _side_lines(side: Side, reports: Mapping[str, Report]) -> list[str]:
    said = [f"  - {escaped(names)}: \u201c{escaped(words)}\u201d" for words, names in quoted(side, reports)]
    return [f"- **{escaped(side.value)}**", *said]
