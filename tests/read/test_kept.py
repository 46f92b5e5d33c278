"""Reports that were written down and are read again: nothing is lost, and nothing is believed that does not fit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from rashomon import Settings
from rashomon.errors import InputError, Unreadable
from rashomon.model import Report
from rashomon.read.build import build_report
from rashomon.read.formats import format_of, read_source
from rashomon.read.found import Found, source_of
from rashomon.read.metadata import Metadata
from rashomon.render.report_lines import report_as_line
from rashomon.text import OffsetMap

TEXT = "Kite club wins cup\n\nBy Ada Wren\n\nVARNHOLM (Norpress) - They won.\n\nShare: Kites\u2028\n\n\x00."


def report(**changes: Any) -> Report:  # noqa: ANN401
    metadata = Metadata(outlet="Kite \u202eWeekly", published=datetime(2024, 3, 3), url="https://example.org/1")
    built = build_report("kites", "a folder/crawl.warc.gz, record 7", Found(TEXT, metadata, content=b"<p>page"))
    return replace(built, **({"offsets": OffsetMap(((0, 30, 18), (20, 400, 11)))} | changes))


def again(content: str, name: str = "reports.jsonl") -> list[Report | InputError]:
    found = [outcome for _, outcome in read_source(source_of(content.encode(), name), Settings())]
    return [f if isinstance(f, InputError) else f.report for f in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"published": datetime(2024, 3, 3, 14, 5), "offsets": None},
        {"published": datetime(2024, 3, 3, 14, 5, 6, 7)},
        {
            "published": None,
            "headline": None,
            "outlet": None,
            "byline": None,
            "place": None,
            "agency": None,
            "url": None,
        },
        {"language": "de"},
    ],
)
def test_nothing_is_lost(changes: dict[str, Any]) -> None:
    kept = report(**changes)
    assert kept.passages[-1].range.end == len(TEXT)
    assert again(report_as_line(kept) * 2) == [kept, kept]
    assert report_as_line(kept).count("\n") == 1


def test_it_is_told_by_its_content_even_where_the_first_line_is_long() -> None:
    long = replace(report(), outlet="Weekly " * 1_000)
    assert again(report_as_line(long) * 2, "<stdin>") == [long, long]
    assert format_of(source_of(report_as_line(long).encode(), "x")).name == "JSON lines"


def test_a_list_of_kept_reports_is_read_too() -> None:
    line = report_as_line(report())
    assert again(f"[{line}, {line}]", "reports.json") == [report(), report()]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", 3),
        ("id", " "),
        ("text", TEXT + "longer"),
        ("text", ""),
        ("source", None),
        ("sha256", "abc"),
        ("sha256", "G" * 64),
        ("published", "yesterday"),
        ("published", 3),
        ("url", 3),
        ("passages", []),
        ("passages", None),
        ("passages", [[0, 10**9, "body", ""]]),
        ("passages", [[0, 5, "body", ""]]),
        ("passages", [[0, 0, "body", ""]]),
        ("passages", [[0, len(TEXT), "gossip", ""]]),
        ("passages", [[0, len(TEXT), ["body"], ""]]),
        ("passages", [[0, float(len(TEXT)), "body", ""]]),
        ("passages", [[0, len(TEXT), "body"]]),
        ("offsets", [[0, 0, 10**9]]),
        ("offsets", [[5, 0, 3], [2, 0, 3]]),
        ("offsets", [[0, -1, 3]]),
        ("offsets", [[0, 0, True]]),
        ("offsets", [[0, 0, 0]]),
        ("offsets", "no"),
    ],
)
def test_what_does_not_hold_together_is_named_and_the_others_are_read(name: str, value: object) -> None:
    broken = json.loads(report_as_line(report())) | {name: value}
    found = again(json.dumps(broken) + "\n" + report_as_line(report()))
    assert isinstance(found[0], Unreadable)
    assert "reports.jsonl, line 1" in str(found[0])
    assert found[1] == report()


@pytest.mark.parametrize("name", ["id", "source", "passages", "published", "language"])
def test_a_field_that_is_missing_is_named(name: str) -> None:
    broken = json.loads(report_as_line(report()))
    del broken[name]
    assert f"'{name}'" in str(again(json.dumps(broken))[0])


def test_half_signs_do_not_come_in_by_escapes() -> None:
    fields = json.loads(report_as_line(report())) | {"text": "\ud800" * len(TEXT), "outlet": "a\ud800"}
    (found,) = again(json.dumps(fields))
    assert isinstance(found, Report)
    assert (found.text[:2], found.outlet) == ("\ufffd\ufffd", "a\ufffd")
