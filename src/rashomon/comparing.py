"""From accounts to findings: reports of one event are compared, and the origins behind each side are counted."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.coreference.event import event_of
from rashomon.coreference.events import events_in
from rashomon.findings.verdicts import in_order, judge
from rashomon.group.copies import find_copies
from rashomon.group.reprints import once_each, reprints_in, with_reprints
from rashomon.model import Account, Finding, OriginEdge
from rashomon.origins.graph import OriginGraph, as_counted_once, origin_graph, with_origins
from rashomon.questions import find_topics
from rashomon.settings import Settings


def findings_on(accounts: Sequence[Account], settings: Settings) -> tuple[tuple[Finding, ...], tuple[OriginEdge, ...]]:
    """Return what the reports say together, with the origins behind it, and who has it from whom.

    The accounts stand in the order by which ties are broken: that of their contents (`pseudonyms.under_pseudonyms`).
    """
    reprints = reprints_in(accounts)
    compared = once_each(accounts, reprints)
    found = (judge(event, find_topics(event_of(event, settings)), settings) for event in events_in(compared))
    findings = in_order(finding for one in found for finding in one)
    graph = _graph(accounts)
    if not reprints:
        return with_origins(findings, graph), graph.edges
    shown = with_origins(with_reprints(findings, reprints), graph)
    return as_counted_once(shown, with_origins(findings, _graph(compared))), graph.edges


def _graph(accounts: Sequence[Account]) -> OriginGraph:
    return origin_graph(accounts, find_copies([account.report for account in accounts]))
