"""How many independent origins stand behind each finding, and who has it from whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Account, Copy, Evidence, Finding, OriginEdge, Origins, Side
from rashomon.origins.count import count_origins
from rashomon.origins.credits import find_credits
from rashomon.origins.edges import edges_of
from rashomon.origins.ties import Ground
from rashomon.origins.voices import Sourcing, voice_of
from rashomon.origins.words import in_words


@dataclass(frozen=True, slots=True)
class OriginGraph:
    """Who has it from whom: the edges that are shown, and what origins are counted from."""

    edges: tuple[OriginEdge, ...]
    ground: Ground


def origin_graph(accounts: Iterable[Account], copies: Sequence[Copy]) -> OriginGraph:
    """Return the origin graph of reports that were understood and compared for copies."""
    sources = {account.report.id: Sourcing(account, find_credits(account.report)) for account in accounts}
    return OriginGraph(
        edges_of(sources, copies), Ground(sources, {frozenset((copy.first, copy.second)): copy for copy in copies})
    )


def with_origins(findings: Iterable[Finding], graph: OriginGraph) -> tuple[Finding, ...]:
    """Return the findings with the number of independent origins behind each, and behind each of its sides."""
    return tuple(_counted(finding, graph.ground) for finding in findings)


def as_counted_once(findings: Iterable[Finding], once: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with the numbers of origins that they have without reprints: a copy is no other voice.

    `once` are the same findings, in the same order, without the evidence of reprints.
    """
    return tuple(
        replace(
            finding,
            origins=_numbered(finding.origins, alone.origins),
            sides=tuple(
                replace(side, origins=_numbered(side.origins, own.origins)) if side.origins and own.origins else side
                for side, own in zip(finding.sides, alone.sides, strict=True)
            ),
        )
        for finding, alone in zip(findings, once, strict=True)
    )


def _numbered(origins: Origins, once: Origins) -> Origins:
    return replace(origins, at_least=once.at_least, at_most=once.at_most)


def _counted(finding: Finding, ground: Ground) -> Finding:
    everything = [evidence for side in finding.sides for evidence in side.evidence]
    if not everything:
        return finding
    sides = tuple(replace(side, origins=_origins(side.evidence, ground)) for side in finding.sides)
    return replace(finding, sides=sides, origins=_together(sides, everything, ground))


def _origins(evidence: Iterable[Evidence], ground: Ground) -> Origins:
    count = count_origins((voice_of(one, ground.sources) for one in evidence), ground)
    return Origins(count.at_least, count.at_most, in_words(count, ground.sources))


def _together(sides: tuple[Side, ...], everything: list[Evidence], ground: Ground) -> Origins:
    return sides[0].origins or _origins(everything, ground) if len(sides) == 1 else _origins(everything, ground)
