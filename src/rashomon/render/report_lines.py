"""One report as one line of JSON, whole: `rashomon/report/1`, which is read again with nothing lost."""

from __future__ import annotations

import json

from rashomon.model import Report
from rashomon.read.kept import SCHEMA
from rashomon.render.json import moment


def report_as_line(report: Report) -> str:
    """Return the report as one line of JSON with a newline at its end; the same report gives the same characters.

    Passages are (start, end, role, reason), offsets (start in the text, start in the source, length), in code points.
    """
    at = report.published
    exact = at.isoformat() if at and (at.second or at.microsecond) else moment(at)
    record = {
        "schema": SCHEMA,
        "id": report.id,
        "title": report.headline,
        "outlet": report.outlet,
        "byline": report.byline,
        "place": report.place,
        "agency": report.agency,
        "published": exact,
        "url": report.url,
        "language": report.language,
        "source": report.source,
        "sha256": report.sha256,
        "text": report.text,
        "passages": [[p.range.start, p.range.end, p.role.value, p.why] for p in report.passages],
    }
    if report.offsets is not None:
        record["offsets"] = [list(run) for run in report.offsets.runs]
    return json.dumps(record, ensure_ascii=False) + "\n"
