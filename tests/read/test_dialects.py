"""Records as other tools write them."""

from __future__ import annotations

from datetime import datetime

import pytest

from rashomon.read.dialects import FIELDS, id_in, metadata_in, text_in
from rashomon.read.metadata import Metadata

DAY = datetime(2024, 3, 3)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(
            {
                "title": "Kites",
                "author": "Jane Doe; John Roe",
                "hostname": "post.example",
                "date": "2024-03-03",
                "text": "They flew.",
                "source": "https://post.example/kites",
                "source-hostname": "Harbour Post",
                "language": None,
            },
            Metadata("Kites", "Harbour Post", DAY, "https://post.example/kites", "Jane Doe; John Roe"),
            id="trafilatura",
        ),
        pytest.param(
            {
                "authors": ["Jane Doe", "John Roe"],
                "date_download": "2024-05-01 10:00:00",
                "date_publish": "2024-03-03 00:00:00",
                "language": "en",
                "maintext": "They flew.",
                "source_domain": "post.example",
                "title": "Kites",
                "url": "https://post.example/kites",
            },
            Metadata("Kites", "post.example", DAY, "https://post.example/kites", "Jane Doe, John Roe", "en"),
            id="news-please",
        ),
        pytest.param(
            {
                "headline": "Kites",
                "articleBody": "They flew.",
                "publisher": {"name": "Harbour Post"},
                "author": [{"name": "Jane Doe"}],
                "datePublished": "2024-03-03",
            },
            Metadata("Kites", "Harbour Post", DAY, byline="Jane Doe"),
            id="schema.org",
        ),
        pytest.param(
            {"text": "They flew.", "source": "https://www.post.example/kites?x=1"},
            Metadata(outlet="www.post.example", url="https://www.post.example/kites?x=1"),
            id="an address is a source and no name",
        ),
    ],
)
def test_a_record_is_read_whoever_wrote_it(record: dict[str, object], expected: Metadata) -> None:
    assert metadata_in(record) == expected
    assert text_in(record) == "They flew."


def test_named_columns_come_before_what_is_known() -> None:
    record = {"text": "no", "Der Text": "They flew.", "Blatt": "Harbour Post"}
    columns = (("text", "Der Text"), ("outlet", "Blatt"))
    assert (text_in(record, columns), metadata_in(record, columns).outlet) == ("They flew.", "Harbour Post")


@pytest.mark.parametrize("value", [None, True, 3, [], [[["x"]]], {}, {"name": {"name": "x"}}, "\ud800", " "])
def test_values_of_any_type_harm_nothing(value: object) -> None:
    record = {names[0]: value for names in FIELDS.values()}
    str(metadata_in(record)).encode()
    str(id_in(record)).encode()
    str(text_in(record)).encode()
