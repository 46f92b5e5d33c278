"""Every position of the document leads to its words: from the document alone, or from the file that it names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.samples import TEXT, samples

from rashomon import compare
from rashomon.errors import NotAReport
from rashomon.pipeline import read
from rashomon.read.files import read_files
from rashomon.read.formats import read_source
from rashomon.read.found import source_of
from rashomon.render.json import comparison_as_json
from rashomon.settings import Settings

OTHER = "Rope breaks at pier\n\nFive ferries were held at the north pier on Sunday, the harbour office said.\n"


def document(*paths: Path, standard_input: bytes = b"") -> dict[str, Any]:
    named = [*map(str, paths), *(["-"] if standard_input else [])]
    reading = read(named, Settings(), standard_input)
    assert not reading.failed
    written: dict[str, Any] = json.loads(comparison_as_json(compare(reading.reports)))
    return written


def places(written: Mapping[str, Any]) -> Iterator[tuple[str, int, int, str | None]]:
    """Yield every range of the document: the report, start, end, and the words where the document gives them."""
    for report in written["reports"]:
        for marked in report["boilerplate"]:
            yield report["id"], marked["start"], marked["end"], None
    sides = [side for finding in written["findings"] for side in finding["sides"]]
    for one in [e for holder in (*sides, *written["origins"]) for e in holder["evidence"]]:
        yield one["report"], one["start"], one["end"], one["exact"]
        yield one["report"], one["sentence"]["start"], one["sentence"]["end"], None


@pytest.mark.parametrize("name", sorted(samples()))
def test_positions_are_found_from_the_document_alone(name: str, tmp_path: Path) -> None:
    sample, other = tmp_path / name, tmp_path / "other.txt"
    sample.write_bytes(samples()[name])
    other.write_text(OTHER, encoding="utf-8")
    written = document(sample, other)
    texts = {}
    for report in written["reports"]:
        of_file = name == "report.txt" or report["source"] == str(other)
        assert ("text" in report) != of_file
        texts[report["id"]] = Path(report["source"]).read_text("utf-8") if of_file else report["text"]
    found = list(places(written))
    assert {ident for ident, *_ in found} >= {"other"}
    assert len({ident for ident, *_ in found}) > 1
    for ident, start, end, exact in found:
        assert 0 <= start < end <= len(texts[ident])
        assert exact is None or texts[ident][start:end] == exact


@pytest.mark.parametrize(
    ("content", "held"),
    [
        (TEXT.encode(), False),
        (b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), False),
        (TEXT.encode("utf-16"), True),
        (TEXT.encode("cp1252"), True),
    ],
)
def test_a_text_that_does_not_read_as_utf_8_is_in_the_document(tmp_path: Path, content: bytes, held: bool) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (report,) = document(tmp_path / "a.txt")["reports"]
    assert report.get("text") == (TEXT if held else None)


def test_the_text_of_standard_input_is_in_the_document() -> None:
    (report,) = document(standard_input=TEXT.encode())["reports"]
    assert report["text"] == TEXT


def test_a_comparison_is_not_read_as_the_reports_that_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(samples()["page.html"])
    written = comparison_as_json(compare(read_files([tmp_path], Settings()).reports))
    assert '"text": ' in written
    ((_, outcome),) = read_source(source_of(written.encode(), "a.json"), Settings())
    assert isinstance(outcome, NotAReport)
