"""Words that the terminal, Markdown and tables share: names of verdicts and reports, and text made safe to show."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model import Evidence, Report, Side, Verdict
from rashomon.render.page.visible import plain_line

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.CONFLICT: "Conflicts: these cannot all be true",
    Verdict.UNCLEAR: "Unclear: these differ, and the reports do not settle how",
    Verdict.COMPATIBLE: "Compatible: these differ, and can all be true",
    Verdict.INTERNAL: "Internal: a report at odds with itself",
    Verdict.AGREE: "Agreements",
    Verdict.SOLE: "Said by one report alone",
}


def report_name(report: Report) -> str:
    """Return what a reader calls a report: its outlet and id, or its id alone."""
    return plain_line(f"{report.outlet} ({report.id})" if report.outlet else report.id)


def said_by(evidence: Evidence) -> str:
    """Return whom the words are attributed to, nearest first, or nothing."""
    return plain_line(", ".join(source.name for source in evidence.attribution))


def counted(number: int, thing: str) -> str:
    """Return a number with its noun: "1 report", "3 reports"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def quoted(side: Side, reports: Mapping[str, Report]) -> tuple[tuple[str, str], ...]:
    """Return the words of a side's evidence, each with the reports that hold it and whom they cite."""
    names: dict[str, list[str]] = {}
    for evidence in side.evidence:
        report = reports[evidence.report]
        # The nearest source is whom the reader would ask first; the page and the tables have the whole chain.
        nearest = plain_line(evidence.attribution[0].name) if evidence.attribution else ""
        name = f"{report_name(report)}, citing {nearest}" if nearest else report_name(report)
        names.setdefault(plain_line(evidence.range.of(report.text)), []).append(name)
    return tuple((words, "; ".join(dict.fromkeys(found))) for words, found in names.items())
