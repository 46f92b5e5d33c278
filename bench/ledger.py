"""What each rule brings: on how many events it fires, what is right and what noise, also with its best event left out.

    PYTHONPATH=src python bench/ledger.py ../shared [--cache FOLDER]      writes bench/results/ledger.json

A finding is right where it shows a labelled point with the right verdict, other where it shows one with another
verdict, and noise where it shows none, in the official scorer's sense of overlap. Real and invented events stand apart.
What is right on no event, or on one alone, is marked: it brings nothing, or only where it was born.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from rashomon.model import Finding
from rashomon.questions import QUESTIONS
from rashomon.questions.question import Case, Question, Rule, Ruling
from rashomon.settings import Settings
from results_file import write_result
from verdicts_sets import LabelledSet, as_compared, corpus_files, findings_of, load_scorer, load_sets

KINDS = MappingProxyType({"real": "reports", "invented": "invented/open"})
OUTCOMES = ("right", "other", "noise")
MARK = "\x00"


@dataclass(slots=True)
class Entry:
    """What one rule did: event -> outcome -> number of findings."""

    events: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def total(self, outcome: str, without: str = "") -> int:
        """Return the number of findings of one outcome, one event left out."""
        return sum(count[outcome] for event, count in self.events.items() if event != without)

    @property
    def best(self) -> str:
        """Return the event on which it is right most often."""
        return max(sorted(self.events), key=lambda event: self.events[event]["right"], default="")

    def row(self) -> dict[str, int]:
        """Return the figures: events, findings by outcome, events with a right one, and all without the best event."""
        left_out = {f"{outcome} without its best event": self.total(outcome, self.best) for outcome in OUTCOMES}
        right_on = sum(count["right"] > 0 for count in self.events.values())
        found = {outcome: self.total(outcome) for outcome in OUTCOMES}
        return {"events": len(self.events), **found, "events with a right one": right_on, **left_out}


@contextmanager
def named_rules() -> Iterator[None]:
    """Let every ruling carry the name of its kind and rule in front of its explanation."""
    marked = {q.kind: replace(q, rules=tuple(_marked(q, rule) for rule in q.rules)) for q in QUESTIONS}
    with patch("rashomon.findings.verdicts.BY_KIND", MappingProxyType(marked)):
        yield


def _marked(question: Question, rule: Rule) -> Rule:
    def asked(case: Case) -> Ruling | None:
        ruling = rule(case)
        return ruling and replace(ruling, explanation=f"{MARK}{question.kind}.{_name(rule)}{MARK}{ruling.explanation}")

    return asked


def _name(rule: Rule) -> str:
    """Return the name of a rule; of one that another wraps, the inner one's."""
    cells = getattr(rule, "__closure__", None) or ()
    inner = next((cell.cell_contents for cell in cells if callable(cell.cell_contents)), None)
    return getattr(inner or rule, "__name__", "rule")


def rule_of(finding: Finding) -> str:
    """Return kind and rule of a finding; of agreements and soles, which no rule judges, verdict and reason."""
    parts = finding.explanation.split(MARK)
    return parts[1] if len(parts) > 2 else f"{finding.verdict}.{finding.reason}"


def outcomes(event: LabelledSet, scorer: ModuleType) -> Iterator[tuple[str, str]]:
    """Yield for each finding on an event its rule and its outcome."""
    with named_rules():
        findings = findings_of(event, Settings())
    labelled = scorer.Set(event.folder)
    points = [(p, [[w for e in side["evidence"] for w in labelled.where(e)] for side in p["sides"]])
              for p in labelled.gold["points"]]  # fmt: skip
    for finding, written in zip(findings, as_compared(event, findings)["findings"], strict=True):
        shown = [point for point, sides in points if _shows(written, point, sides, scorer)]
        right = any(point["verdict"] in (finding.verdict, "unclear") for point in shown)
        yield rule_of(finding), "right" if right else "other" if shown else "noise"


def _shows(finding: Mapping[str, Any], point: Mapping[str, Any], sides: list[list[Any]], scorer: ModuleType) -> bool:
    """Say whether a finding shows a labelled point, whatever verdict it gives."""
    tight, loose = list(scorer.evidence(finding, scorer.WIDE)), list(scorer.evidence(finding))
    if point["verdict"] in scorer.DIFFER:
        return finding["verdict"] in scorer.DIFFER and sum(scorer.hit(tight, places) for places in sides) >= 2
    if point["verdict"] != finding["verdict"]:
        return False
    if point["verdict"] == "agree":
        reports = {report for report, _ in sides[0]}
        return sum(scorer.hit(loose, [w for w in sides[0] if w[0] == report]) for report in reports) >= 2
    return bool(scorer.hit(tight if point["verdict"] == "internal" else loose, sides[0]))


def ledger_of(events: tuple[LabelledSet, ...], scorer: ModuleType) -> dict[str, dict[str, int]]:
    """Return rule -> its figures over the events."""
    entries: dict[str, Entry] = defaultdict(Entry)
    for event in events:
        for rule, outcome in outcomes(event, scorer):
            entries[rule].events[event.name][outcome] += 1
    return {rule: entries[rule].row() for rule in sorted(entries)}


def main() -> int:
    """Print the ledger and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py, reports/ and invented/open/")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    asked = parser.parse_args()
    scorer = load_scorer(asked.shared)
    found = {
        part: ledger_of(load_sets(asked.shared, asked.cache, kinds=(kind,)), scorer) for part, kind in KINDS.items()
    }
    silent = sorted(f"{q.kind}.{_name(r)}" for q in QUESTIONS for r in q.rules)
    fired = {rule for rows in found.values() for rule in rows}
    figures = {**found, "never fires": [rule for rule in silent if rule not in fired]}
    write_result("ledger", figures, corpus_files(asked.shared, tuple(KINDS.values())))
    for rule in sorted(fired):
        rows = [found[part].get(rule, {}) for part in KINDS]
        told = " | ".join(
            f"{part} {row.get('events', 0)} events, {row.get('right', 0)} right, {row.get('other', 0)} other, "
            f"{row.get('noise', 0)} noise; left out {row.get('right without its best event', 0)} right"
            for part, row in zip(KINDS, rows, strict=True)
        )
        born = sum(row.get("events with a right one", 0) for row in rows) <= 1
        print(f"{rule}: {told}{'  retire?' if born else ''}")
    print("never fires:", ", ".join(figures["never fires"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
