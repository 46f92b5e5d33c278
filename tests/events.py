"""Invented reports, read and parsed as the pipeline does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from tests.shipped import parser

from rashomon.coreference.event import Event, event_of
from rashomon.extract.account import build_account
from rashomon.findings.verdicts import judge
from rashomon.model import Account, Finding, Passage, Report, Role, Topic
from rashomon.settings import Settings
from rashomon.text import Range

PUBLISHED = datetime(2031, 3, 14)  # a Friday


def account_of(report: str, text: str, published: datetime | None = PUBLISHED) -> Account:
    """Return what a report of one body says."""
    passages = (Passage(Range(0, len(text)), Role.BODY),)
    return build_account(Report(report, text, report, "", passages, published=published), parser())


def event_about(texts: Mapping[str, str], published: datetime | None = PUBLISHED) -> Event:
    """Return the event that the reports tell of, in the order of their ids."""
    return event_of(tuple(account_of(name, texts[name], published) for name in sorted(texts)), Settings())


def judged(event: Event, topics: tuple[Topic, ...]) -> tuple[Finding, ...]:
    """Return what the judge says of the topics."""
    return judge(event.accounts, topics, event.settings)


def words_of(event: Event, finding: Finding) -> set[frozenset[str]]:
    """Return the words of each side of a finding."""
    text = {a.report.id: a.report.text for a in event.accounts}
    return {frozenset(e.range.of(text[e.report]) for e in side.evidence) for side in finding.sides}


def found(finder: Callable[[Event], Iterable[Topic]], *texts: str) -> list[tuple[str, str, set[frozenset[str]]]]:
    """Return verdict, reason and the words of each side of what a finder's topics come to over reports "r0", "r1"."""
    event = event_about({f"r{i}": text for i, text in enumerate(texts)})
    return [(f.verdict.value, f.reason, words_of(event, f)) for f in judged(event, tuple(finder(event)))]


def sides(*words: str) -> set[frozenset[str]]:
    """Return sides of one passage each, as `found` gives them."""
    return {frozenset({word}) for word in words}
