"""Reports in JSON, and JSON that holds none."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from rashomon import Settings
from rashomon.errors import NotAReport, Unreadable
from rashomon.read.formats.records import read_json, read_json_lines
from rashomon.read.found import Found, Outcome, source_of
from rashomon.read.metadata import Metadata, parse_listing, parse_published


def records(content: str) -> list[Found]:
    found = list(read_json(source_of(content.encode("utf-8", "surrogatepass"), "x.json"), Settings()))
    assert all(isinstance(outcome, Found) for outcome in found)
    return found  # type: ignore[return-value]


def test_reads_one_object_a_list_and_a_wrapped_list() -> None:
    one = {
        "id": "a",
        "text": "Kites.",
        "title": "T",
        "outlet": "Weekly",
        "published": "2024-03-03",
        "url": "https://example.org",
    }
    for shape in (one, [one], {"reports": [one]}):
        (record,) = records(json.dumps(shape))
        assert (record.id, record.text) == ("a", "Kites.")
        assert record.metadata == Metadata("T", "Weekly", datetime(2024, 3, 3), "https://example.org")


def test_a_record_needs_no_more_than_its_text() -> None:
    (record,) = records('{"text": "Kites.", "id": null, "title": 4, "outlet": "  "}')
    assert (record.id, record.metadata) == (None, Metadata())


def test_a_number_may_be_an_id() -> None:
    assert records('{"text": "Kites.", "id": 7}')[0].id == "7"


@pytest.mark.parametrize("content", ["{}", "[]", "3", "null", '"text"', '{"points": []}', '{"text": 3}'])
def test_json_without_a_report_is_named(content: str) -> None:
    with pytest.raises(NotAReport, match=r"x\.json"):
        records(content)


@pytest.mark.parametrize("content", ["", "{", "{'text': 1}", "[" * 100_000, '{"text": ' + "1" * 5_000 + "}"])
def test_broken_json_is_unreadable(content: str) -> None:
    with pytest.raises(Unreadable, match=r"x\.json"):
        records(content)


def test_a_bad_line_harms_no_other() -> None:
    lines = '{"text": "one"}\n\nnot json\n{"points": 1}\n{"text": "two"}\n'
    found: list[Outcome] = list(read_json_lines(source_of(lines.encode(), "x.jsonl"), Settings()))
    assert [type(item).__name__ for item in found] == ["Found", "Unreadable", "NotAReport", "Found"]
    assert "x.jsonl, line 3" in str(found[1])


def test_surrogates_cannot_hide_in_escapes() -> None:
    assert records('{"text": "a\\ud800b"}')[0].text == "a\ufffdb"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-03-03", datetime(2024, 3, 3)),
        ("2024-03-03T23:30:00Z", datetime(2024, 3, 3, 23, 30)),
        ("2024-03-03T23:30:00+09:00", datetime(2024, 3, 3, 23, 30)),
        ("March 3, 2024", datetime(2024, 3, 3)),
        ("Sun, 03 Mar 2024 23:30:00 GMT", datetime(2024, 3, 3, 23, 30)),
        ("last week", None),
        ("2024-03-99999999999999999999", None),
        (None, None),
    ],
)
def test_reads_the_date_of_a_record(words: str | None, moment: datetime | None) -> None:
    assert parse_published(words) == moment


def test_a_listing_passes_over_what_it_does_not_know() -> None:
    listing = parse_listing(
        '{"event": "x", "reports": [{"id": "a", "outlet": "Weekly"}, {"outlet": "none"}, 3]}', "meta.json"
    )
    assert listing.reports == {"a": Metadata(outlet="Weekly")}
    assert parse_listing("3", "meta.json").reports == {}
