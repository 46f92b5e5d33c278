"""The comparison for a terminal: findings first, conflicts on top, each with its words and arithmetic."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rashomon import tables
from rashomon.model import Comparison, Finding, Report, Side, Verdict
from rashomon.render.json import moment
from rashomon.render.page.phrases import origins_in_words
from rashomon.render.page.visible import plain_line
from rashomon.render.wording import VERDICT_WORDS, counted, quoted, report_name

_THRESHOLDS = tables.thresholds("rashomon.render")

SHOWN_AT_MOST = _THRESHOLDS.integer("shown_at_most")
_SHORTENED = (Verdict.AGREE, Verdict.SOLE)
_COLOURS: Mapping[Verdict, str] = {
    Verdict.CONFLICT: "bold red",
    Verdict.UNCLEAR: "bold yellow",
    Verdict.COMPATIBLE: "bold cyan",
    Verdict.INTERNAL: "bold magenta",
    Verdict.AGREE: "bold green",
    Verdict.SOLE: "bold blue",
}


def comparison_as_terminal(comparison: Comparison, *, width: int = 100, colour: bool = False) -> str:
    """Return the comparison as lines of at most `width` columns; without `colour` they hold no control characters."""
    screen = io.StringIO()
    console = Console(
        file=screen,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    reports = {report.id: report for report in comparison.reports}
    _print_reports(console, comparison)
    for verdict in Verdict:
        findings = [finding for finding in comparison.findings if finding.verdict is verdict]
        if findings:
            _print_group(console, verdict, findings, reports)
    if not comparison.findings:
        console.print(Text("\nNothing that can be compared was found."))
    for rule in dict.fromkeys(_rules(comparison)):
        console.print()
        console.print(Text(rule, style="dim"))
    return "\n".join(line.rstrip() for line in screen.getvalue().splitlines()) + "\n"


def _rules(comparison: Comparison) -> Iterator[str]:
    """Yield the text of the house rule that the findings were held against, once for each badge."""
    for finding in comparison.findings:
        for side in finding.sides:
            if side.badge is not None:
                yield plain_line(f"House rule {side.badge.policy}: {side.badge.text}")


def _print_reports(console: Console, comparison: Comparison) -> None:
    console.print(Text(counted(len(comparison.reports), "report"), style="bold"))
    for report in comparison.reports:
        facts = [report_name(report), moment(report.published), plain_line(report.headline or "")]
        console.print(Padding(Text("  ".join(fact for fact in facts if fact)), (0, 0, 0, 2)))


def _print_group(console: Console, verdict: Verdict, findings: list[Finding], reports: Mapping[str, Report]) -> None:
    console.print()
    console.print(Text(f"{VERDICT_WORDS[verdict]} ({len(findings)})", style=_COLOURS[verdict]))
    shown = findings[:SHOWN_AT_MOST] if verdict in _SHORTENED else findings
    for finding in shown:
        _print_finding(console, finding, reports)
    if len(shown) < len(findings):
        rest = len(findings) - len(shown)
        console.print(
            Padding(Text(f"... and {rest} more: --format html, json, markdown or csv show all"), (0, 0, 0, 2))
        )


def _print_finding(console: Console, finding: Finding, reports: Mapping[str, Report]) -> None:
    console.print()
    head = Text(plain_line(finding.about), style="bold")
    if finding.reason and finding.verdict not in _SHORTENED:
        head.append(f"  [{finding.reason}]", style="not bold dim")
    console.print(Padding(head, (0, 0, 0, 2)))
    for side in finding.sides:
        _print_side(console, side, reports)
    if finding.verdict not in _SHORTENED:
        console.print(Padding(Text(plain_line(finding.explanation), style="italic"), (0, 0, 0, 4)))
    if finding.verdict is not Verdict.SOLE or finding.origins.why:
        console.print(Padding(Text(_origins(finding), style="dim"), (0, 0, 0, 4)))


def _origins(finding: Finding) -> str:
    """Return how many origins stand behind a finding, why, and which sides the house rule holds for."""
    counted_out = origins_in_words(finding.origins)
    told = f"{counted_out[0].upper()}{counted_out[1:]}. {finding.origins.why}".rstrip()
    badges = [side.badge for side in finding.sides if side.badge is not None]
    if not badges:
        return plain_line(told)
    met = [f"“{side.value}”" for side in finding.sides if side.badge is not None and side.badge.met]
    return plain_line(f"{told} {badges[0].policy}: {'met by ' + ', '.join(met) if met else 'not met'}.")


def _print_side(console: Console, side: Side, reports: Mapping[str, Report]) -> None:
    """Print the value and who states it; the words themselves only where they say more than the value."""
    line = Text(plain_line(side.value), style="bold")
    console.print(Padding(line, (0, 0, 0, 4)))
    for words, names in quoted(side, reports):
        said = Text(names)
        if words.casefold() != plain_line(side.value).casefold():
            said.append(f": \u201c{words}\u201d")
        console.print(Padding(said, (0, 0, 0, 6)))
