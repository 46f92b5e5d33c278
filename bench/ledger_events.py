"""What the rules do on one labelled event: which finding is whose and what it is worth, and what is lost without each.

A finding is right where it shows a labelled point with the right verdict, other where it shows one with another
verdict, and noise where it shows none, in the official scorer's sense of overlap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any
from unittest.mock import patch

import verdicts_sets
from rashomon import comparing
from rashomon.model import Account, Finding
from rashomon.questions import QUESTIONS
from rashomon.questions.question import Case, Question, Rule, Ruling
from rashomon.settings import Settings
from verdicts_sets import LabelledSet, as_compared, findings_of, load_scorer, load_sets

MARK = "\x00"
# What does not depend on the rules: found once an event, however many rules are taken out in turn.
WITHOUT_RULES = ("reprints_in", "once_each", "events_in", "event_of", "find_topics", "_graph")


@dataclass(frozen=True, slots=True)
class EventLedger:
    """What is entered of one event: rule -> outcome -> findings, the scorer's counts, and rule -> what they gain by it.

    A rule that ruled on nothing in the event has no gain there.
    """

    name: str
    found: Mapping[str, Counter[str]]
    counts: Counter[str]
    gains: Mapping[str, Counter[str]]


@contextmanager
def named_rules(without: str = "", ruled: Counter[str] | None = None) -> Iterator[None]:
    """Let every ruling carry the name of its kind and rule in front of its explanation.

    The rule named `without` is out of the register; how often each of the others ruled is added to `ruled`.
    """
    register = {}
    for question in QUESTIONS:
        kept = [rule for rule in question.rules if rule_name(question, rule) != without]
        register[question.kind] = replace(
            question, rules=tuple(_marked(rule_name(question, rule), rule, ruled) for rule in kept)
        )
    with patch("rashomon.findings.verdicts.BY_KIND", MappingProxyType(register)):
        yield


def _marked(name: str, rule: Rule, ruled: Counter[str] | None) -> Rule:
    def asked(case: Case) -> Ruling | None:
        ruling = rule(case)
        if ruling is not None and ruled is not None:
            ruled[name] += 1
        return ruling and replace(ruling, explanation=f"{MARK}{name}{MARK}{ruling.explanation}")

    return asked


def rule_name(question: Question, rule: Rule) -> str:
    """Return kind and name of a rule; of one that another wraps, the inner one's."""
    cells = getattr(rule, "__closure__", None) or ()
    inner = next((cell.cell_contents for cell in cells if callable(cell.cell_contents)), None)
    return f"{question.kind}.{getattr(inner or rule, '__name__', 'rule')}"


def every_rule() -> list[str]:
    """Return the names of the rules in the register, by kind."""
    return sorted({rule_name(question, rule) for question in QUESTIONS for rule in question.rules})


def rule_of(finding: Finding) -> str:
    """Return kind and rule of a finding; of agreements and soles, which no rule judges, verdict and reason."""
    parts = finding.explanation.split(MARK)
    return parts[1] if len(parts) > 2 else f"{finding.verdict}.{finding.reason}"


@contextmanager
def found_once() -> Iterator[None]:
    """Let comparisons of the same accounts share what does not depend on the rules: events, topics, origins."""
    with ExitStack() as replaced:
        for name in WITHOUT_RULES:
            replaced.enter_context(patch.object(comparing, name, _once(getattr(comparing, name))))
        yield


def _once(function: Callable[..., Any]) -> Callable[..., Any]:
    found: dict[Any, tuple[Any, tuple[Any, ...]]] = {}

    def asked(*given: Any) -> Any:  # noqa: ANN401 - stands for functions of several types
        key = tuple(_identity(one) for one in given)
        if key not in found:
            made = function(*given)
            found[key] = (tuple(made) if isinstance(made, Iterator) else made, given)  # what is known by id stays alive
        return found[key][0]

    return asked


def _identity(given: object) -> object:
    """Return what tells a value apart: the reports of accounts, else the value's own identity."""
    accounts = isinstance(given, list | tuple) and all(isinstance(one, Account) for one in given)
    return tuple(one.report.id for one in given) if accounts and isinstance(given, list | tuple) else id(given)


def outcomes(event: LabelledSet, scorer: ModuleType) -> Iterator[tuple[str, str]]:
    """Yield for each finding on an event its rule and its outcome."""
    with named_rules():
        findings = findings_of(event, Settings())
    yield from _outcomes(event, findings, as_compared(event, findings), scorer)


def _outcomes(
    event: LabelledSet, findings: tuple[Finding, ...], compared: Mapping[str, Any], scorer: ModuleType
) -> Iterator[tuple[str, str]]:
    labelled = scorer.Set(event.folder)
    points = [(p, [[w for e in side["evidence"] for w in labelled.where(e)] for side in p["sides"]])
              for p in labelled.gold["points"]]  # fmt: skip
    for finding, written in zip(findings, compared["findings"], strict=True):
        shown = [point for point, sides in points if _shows(written, point, sides, scorer)]
        right = any(point["verdict"] in (finding.verdict, "unclear") for point in shown)
        yield rule_of(finding), "right" if right else "other" if shown else "noise"


def _shows(finding: Mapping[str, Any], point: Mapping[str, Any], sides: list[list[Any]], scorer: ModuleType) -> bool:
    """Say whether a finding shows a labelled point, whatever verdict it gives."""
    tight, loose = list(scorer.evidence(finding, scorer.WIDE)), list(scorer.evidence(finding))
    if point["verdict"] in scorer.DIFFER:
        return bool(finding["verdict"] in scorer.DIFFER and sum(scorer.hit(tight, places) for places in sides) >= 2)
    if point["verdict"] != finding["verdict"]:
        return False
    if point["verdict"] == "agree":
        reports = {report for report, _ in sides[0]}
        return bool(sum(scorer.hit(loose, [w for w in sides[0] if w[0] == report]) for report in reports) >= 2)
    return bool(scorer.hit(tight if point["verdict"] == "internal" else loose, sides[0]))


def entered(event: LabelledSet, scorer: ModuleType) -> EventLedger:
    """Return what is entered of one event, each rule that rules in it taken out once."""
    ruled: Counter[str] = Counter()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    settings = Settings()
    with found_once():
        with named_rules(ruled=ruled):
            findings = findings_of(event, settings)
        compared = as_compared(event, findings)
        for rule, outcome in _outcomes(event, findings, compared, scorer):
            found[rule][outcome] += 1
        labelled = scorer.Set(event.folder)
        counts = Counter(scorer.score(labelled, compared)[0])
        gains = {}
        for rule in sorted(ruled):
            with named_rules(without=rule):
                left, _ = scorer.score(labelled, as_compared(event, findings_of(event, settings)))
            gains[rule] = Counter({name: counts[name] - left[name] for name in {*counts, *left}})
    return EventLedger(event.name, dict(found), counts, gains)


def enter_folder(folder: Path, shared: Path, kept: Path | None) -> EventLedger:
    """Return what is entered of the set in a folder of `shared`; `kept` is a folder with parsed reports."""
    kind = str(folder.parent.relative_to(shared))
    return entered(load_sets(shared, kept, only=folder.name, kinds=(kind,))[0], load_scorer(shared))


def load_parser_once() -> None:
    """Let all sets of this process that are not kept be parsed by one parser."""
    verdicts_sets.load_parser = cache(verdicts_sets.load_parser)
