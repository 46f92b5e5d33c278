"""The comparison as JSON: the contract `rashomon/comparison/1` that docs/output.md describes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, time
from typing import Any

from rashomon.model import Comparison, Evidence, Finding, OriginEdge, Origins, Report, Role, Side, Source
from rashomon.read.kept import COMPARISON

SCHEMA = COMPARISON

_Texts = Mapping[str, str]


def comparison_as_json(comparison: Comparison) -> str:
    """Return the comparison as JSON with a newline at its end; the same comparison gives the same characters.

    Positions are half-open ranges of Unicode code points into the text of the report that `report` names. A report
    whose text is not its file as it stands has the text besides: the words are found from the document alone.
    """
    texts = {report.id: report.text for report in comparison.reports}
    document = {
        "schema": SCHEMA,
        "reports": [_report(report) for report in comparison.reports],
        "findings": [_finding(finding, texts) for finding in comparison.findings],
        "origins": [_edge(edge, texts) for edge in comparison.origins],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def finding_id(finding: Finding) -> str:
    """Return the id of a finding: twelve hexadecimal digits made from its verdict, its question and its places."""
    places = [(e.report, e.range.start, e.range.end) for side in finding.sides for e in side.evidence]
    key = json.dumps([finding.verdict, finding.reason, finding.about, sorted(places)])
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def moment(published: datetime | None) -> str | None:
    """Return a date in ISO 8601, with the time of day where one is known; midnight is taken for an unknown time."""
    if published is None:
        return None
    return published.date().isoformat() if published.time() == time() else published.isoformat(timespec="minutes")


def _report(report: Report) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": report.id,
        "title": report.headline,
        "outlet": report.outlet,
        "byline": report.byline,
        "place": report.place,
        "agency": report.agency,
        "published": moment(report.published),
        "url": report.url,
        "language": report.language,
        "source": report.source,
        "sha256": report.sha256,
        "boilerplate": [
            {"start": passage.range.start, "end": passage.range.end, "reason": passage.why}
            for passage in report.passages
            if passage.role is Role.BOILERPLATE
        ],
    }
    if report.offsets is not None:
        written["text"] = report.text
    return written


def _finding(finding: Finding, texts: _Texts) -> dict[str, Any]:
    return {
        "id": finding_id(finding),
        "verdict": finding.verdict.value,
        "reason": finding.reason,
        "about": finding.about,
        "explanation": finding.explanation,
        "sides": [_side(side, texts) for side in finding.sides],
        "origins": _origins(finding.origins),
        "score": round(finding.score, 4),
    }


def _side(side: Side, texts: _Texts) -> dict[str, Any]:
    written: dict[str, Any] = {"value": side.value, "evidence": [_evidence(one, texts) for one in side.evidence]}
    if side.origins is not None:
        written["origins"] = _origins(side.origins)
    if side.badge is not None:
        written["badge"] = asdict(side.badge)
    return written


def _origins(origins: Origins) -> dict[str, Any]:
    return {"at_least": origins.at_least, "at_most": origins.at_most, "why": origins.why}


def _evidence(evidence: Evidence, texts: _Texts) -> dict[str, Any]:
    return {
        "report": evidence.report,
        "start": evidence.range.start,
        "end": evidence.range.end,
        "exact": evidence.range.of(texts[evidence.report]),
        "sentence": {"start": evidence.sentence.start, "end": evidence.sentence.end},
        "attribution": [_source(source) for source in evidence.attribution],
        "modality": evidence.modality.value,
    }


def _source(source: Source) -> dict[str, Any]:
    return {"name": source.name, "cue": source.cue, "kind": source.kind}


def _edge(edge: OriginEdge, texts: _Texts) -> dict[str, Any]:
    return {
        "from": edge.origin_from,
        "to": edge.origin_to,
        "reason": edge.reason,
        "kind": edge.kind,
        "directed": edge.directed,
        "evidence": [_evidence(evidence, texts) for evidence in edge.evidence],
    }
