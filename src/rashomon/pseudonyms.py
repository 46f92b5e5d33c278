"""Reports under pseudonyms: nothing but what a report says decides what is said of it, not its file name.

While reports are compared, each goes by its place in an order of their contents. Every tie below is broken by that
order, so that renaming the files, or handing them over in another order, changes nothing. In the end each finding gets
the reports' own names back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.model import Evidence, Finding, OriginEdge, Origins, Report, Side

# Characters for private use around a number: no text of a report is taken for one in what is explained.
FORM = "\ue000{:05d}\ue001"
PSEUDONYM = re.compile("\ue000\\d{5}\ue001")


def under_pseudonyms(reports: Iterable[Report]) -> tuple[tuple[Report, ...], Mapping[str, str]]:
    """Return the reports in the order of their contents, each under a pseudonym, and pseudonym -> id.

    Reports that agree in all that they say and say of themselves stand in the order of their ids.
    """
    ordered = sorted(reports, key=_content)
    names = {FORM.format(number): report.id for number, report in enumerate(ordered)}
    return tuple(replace(report, id=name) for name, report in zip(names, ordered, strict=True)), names


def named_findings(findings: Iterable[Finding], names: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings with the reports' ids, evidence of one side in the order of ids and text."""
    return tuple(
        replace(
            finding,
            about=_named(finding.about, names),
            explanation=_named(finding.explanation, names),
            sides=tuple(_side(side, names) for side in finding.sides),
            origins=_origins(finding.origins, names),
        )
        for finding in findings
    )


def named_edges(edges: Iterable[OriginEdge], names: Mapping[str, str]) -> tuple[OriginEdge, ...]:
    """Return the edges with the reports' ids, in the order of where they begin and lead."""
    return tuple(
        replace(
            edge,
            origin_from=_named(edge.origin_from, names),
            origin_to=_named(edge.origin_to, names),
            reason=_named(edge.reason, names),
            evidence=tuple(_evidence(one, names) for one in edge.evidence),
        )
        for edge in edges
    )


def _content(report: Report) -> tuple[str, ...]:
    told = (report.published, report.headline, report.outlet, report.byline, report.place, report.agency, report.url)
    return (report.text, *(str(one or "") for one in told), report.id)


def _named(words: str, names: Mapping[str, str]) -> str:
    return PSEUDONYM.sub(lambda found: names.get(found[0], found[0]), words)


def _evidence(evidence: Evidence, names: Mapping[str, str]) -> Evidence:
    return replace(evidence, report=names[evidence.report])


def _side(side: Side, names: Mapping[str, str]) -> Side:
    evidence = sorted((_evidence(one, names) for one in side.evidence), key=lambda e: (e.report, e.range))
    badge = side.badge and replace(side.badge, why=_named(side.badge.why, names))
    return replace(side, evidence=tuple(evidence), badge=badge, origins=side.origins and _origins(side.origins, names))


def _origins(origins: Origins, names: Mapping[str, str]) -> Origins:
    return replace(origins, why=_named(origins.why, names))
