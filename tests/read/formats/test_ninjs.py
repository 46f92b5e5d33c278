"""News items of agencies in JSON, whatever the version."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from rashomon import Settings
from rashomon.errors import NotAReport
from rashomon.read.formats.records import read_json, read_json_lines
from rashomon.read.found import Found, Outcome, source_of

FIRST = {
    "uri": "http://wire.example/items/1",
    "type": "text",
    "versioncreated": "2024-03-03T10:37:00Z",
    "byline": "Jane Doe",
    "located": "Harrow Bay",
    "headline": "Kites",
    "copyrightholder": "Northwire",
    "usageterms": "Not for use in print.",
    "language": "en",
    "body_text": "They flew. They won.",
    "body_xhtml": "<p>They flew.</p><p>They won.</p>",
}
SECOND = {
    "uri": "urn:newsml:wire.example:1",
    "versionCreated": "2024-03-03T10:37:00Z",
    "by": "Jane Doe",
    "located": {"name": "Harrow Bay"},
    "headlines": [{"role": "short", "value": "K"}, {"role": "main", "value": "Kites"}],
    "infoSources": [{"name": "Northwire"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "They flew. They won."},
        {"role": "rich", "contentType": "text/html", "value": "<p>They flew.</p><p>They won.</p>"},
    ],
}


def outcomes(*records: object) -> list[Outcome]:
    return list(read_json(source_of(json.dumps(records).encode(), "x.json"), Settings()))


@pytest.mark.parametrize("record", [FIRST, SECOND], ids=["version 1", "version 2"])
def test_an_item_is_a_report(record: dict[str, object]) -> None:
    (found,) = outcomes(record)
    assert isinstance(found, Found)
    assert found.text == "They flew.\n\nThey won."
    known = found.metadata
    assert (known.title, known.outlet, known.byline, known.place) == ("Kites", "Northwire", "Jane Doe", "Harrow Bay")
    assert known.published == datetime(2024, 3, 3, 10, 37)
    assert found.id == record["uri"]


def test_terms_of_use_are_said() -> None:
    (found,) = outcomes(FIRST)
    assert isinstance(found, Found)
    assert "Not for use in print." in found.remark


def test_a_withdrawn_item_and_a_picture_are_no_reports() -> None:
    withdrawn, picture, whole = outcomes(
        {**FIRST, "pubstatus": "canceled"}, {"uri": "x", "type": "picture", "versioncreated": "2024"}, FIRST
    )
    assert isinstance(withdrawn, NotAReport)
    assert "picture" in str(picture)
    assert isinstance(whole, Found)


def test_items_may_stand_one_a_line() -> None:
    lines = f"{json.dumps(FIRST)}\n{json.dumps(SECOND)}\n"
    assert [type(one) for one in read_json_lines(source_of(lines.encode(), "x.jsonl"), Settings())] == [Found, Found]


@pytest.mark.parametrize("name", ["bodies", "headlines", "located", "pubstatus", "versioncreated", "by", "type"])
@pytest.mark.parametrize("value", [None, 3, [], {}, [{}], [None], {"value": 3}, [{"value": []}], "\ud800"])
def test_fields_of_any_type_harm_nothing(name: str, value: object) -> None:
    for outcome in outcomes({**SECOND, name: value}):
        str(outcome.metadata if isinstance(outcome, Found) else outcome).encode()
