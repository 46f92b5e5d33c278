"""The laws on every labelled event: what is found depends on what the reports say, on no file name and on no stranger.

Real events and invented ones; where they are not at hand (`RASHOMON_SHARED`), the examples that ship stand in.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.shipped import parser

from rashomon import read
from rashomon.comparing import findings_on
from rashomon.coreference.events import events_in
from rashomon.extract.account import build_account
from rashomon.model import Account, Finding
from rashomon.pseudonyms import named_findings, under_pseudonyms
from rashomon.settings import Settings

SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = tuple(sorted(p.parent for kind in ("reports", "invented/open") for p in (SHARED / kind).glob("*/gold.json")))
EVENTS = FOLDERS or tuple(sorted(p.parent for p in EXAMPLES.glob("*/gold.json")))

# Events of the same people at another meeting, undated, are one event by their words: here a stranger is no stranger.
LIKE = frozenset({frozenset({"kim-visit", "wcl-pompeo-kim"}), frozenset({"basil-emergency", "wcl-pompeo-kim"})})

Told = Counter[object]  # what a finding comes to, whatever the order of its sides and evidence


@cache
def accounts_of(folder: Path) -> tuple[Account, ...]:
    reports = read([str(file) for file in sorted(folder.glob("*.txt"))]).reports
    return tuple(build_account(report, parser()) for report in sorted(reports, key=lambda report: report.id))


def called(account: Account, name: str) -> Account:
    """Return the account of the same report under another id."""
    claims = tuple(replace(claim, report=name) for claim in account.claims)
    return replace(account, report=replace(account.report, id=name), claims=claims)


def compared(accounts: Iterable[Account]) -> tuple[Finding, ...]:
    """Return what the pipeline finds, from the accounts on."""
    by_id = {account.report.id: account for account in accounts}
    ordered, names = under_pseudonyms([account.report for account in by_id.values()])
    findings, _ = findings_on([called(by_id[names[r.id]], r.id) for r in ordered], Settings())
    return named_findings(findings, names)


@cache
def alone(folder: Path) -> Told:
    return told(compared(accounts_of(folder)))


def told(findings: Iterable[Finding], names: Mapping[str, str] | None = None, among: Sequence[str] = ()) -> Told:
    """Return verdict, reason, sides with evidence and origins; of the reports `among` alone, where any are named."""
    found: Told = Counter()
    for finding in findings:
        sides = set()
        for side in finding.sides:
            places = frozenset(
                ((names or {}).get(e.report, e.report), e.range.start, e.range.end)
                for e in side.evidence
                if not among or e.report in among
            )
            if places:
                sides.add((places, side.origins and (side.origins.at_least, side.origins.at_most)))
        if sides:
            found[finding.verdict, finding.reason, frozenset(sides)] += 1
    return found


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_no_file_name_changes_a_finding(folder: Path) -> None:
    ids = [account.report.id for account in accounts_of(folder)]
    turned = {name: f"{len(ids) - n:03}" for n, name in enumerate(ids)}
    renamed = compared(called(a, turned[a.report.id]) for a in reversed(accounts_of(folder)))
    assert told(renamed, {new: old for old, new in turned.items()}) == alone(folder)


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_a_copy_changes_no_finding_on_the_others(folder: Path) -> None:
    accounts = accounts_of(folder)
    ids = [account.report.id for account in accounts]
    assert told(compared([*accounts, called(accounts[-1], "a-copy")]), among=ids) == alone(folder)


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_a_report_of_another_event_changes_no_finding_on_the_others(folder: Path) -> None:
    """Every other event sends a stranger: each is told apart, and one is compared in full."""
    accounts = accounts_of(folder)
    ids = [account.report.id for account in accounts]
    own = events_in(accounts)
    strangers = {
        other.name: called(accounts_of(other)[0], "a-stranger")
        for other in EVENTS
        if other != folder and frozenset({folder.name, other.name}) not in LIKE
    }
    near = [name for name, stranger in strangers.items() if own[0] not in events_in([*accounts, stranger])]
    assert (len(own), near) == (1, [])
    stranger = strangers[sorted(strangers)[len(ids) % len(strangers)]]
    assert told(compared([*accounts, stranger]), among=ids) == alone(folder), stranger.report.source
