"""Reports that are one text printed twice: they are compared once, and every finding shows both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from rashomon.model import Account, Evidence, Finding, Side


def reprints_in(accounts: Sequence[Account]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the reports with one text, in order: by the first, the others; a text printed once has none."""
    by_text: dict[str, list[str]] = defaultdict(list)
    for account in accounts:
        by_text[account.report.text].append(account.report.id)
    return MappingProxyType({ids[0]: tuple(ids[1:]) for ids in by_text.values() if len(ids) > 1})


def once_each(accounts: Sequence[Account], reprints: Mapping[str, tuple[str, ...]]) -> tuple[Account, ...]:
    """Return the accounts without those of reprints: a copy adds no evidence, and must move no verdict."""
    again = {copy for copies in reprints.values() for copy in copies}
    return tuple(account for account in accounts if account.report.id not in again)


def with_reprints(findings: Sequence[Finding], reprints: Mapping[str, tuple[str, ...]]) -> tuple[Finding, ...]:
    """Return the findings with the evidence of a text shown in each of its reprints, at the same characters."""
    if not reprints:
        return tuple(findings)
    return tuple(replace(f, sides=tuple(_reprinted(side, reprints) for side in f.sides)) for f in findings)


def _reprinted(side: Side, reprints: Mapping[str, tuple[str, ...]]) -> Side:
    found: list[Evidence] = []
    for evidence in side.evidence:
        found += [evidence, *(replace(evidence, report=copy) for copy in reprints.get(evidence.report, ()))]
    return replace(side, evidence=tuple(sorted(found, key=lambda e: (e.report, e.range))))
