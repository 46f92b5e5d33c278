"""Tables of reports, whole, odd and hostile."""

from __future__ import annotations

import io
import sys
from datetime import datetime

import pytest

from rashomon import Settings
from rashomon.errors import NotAReport, TooLarge, Unreadable
from rashomon.read.formats import format_of
from rashomon.read.formats.tables import MOST_COLUMNS, read_csv, read_parquet
from rashomon.read.found import Found, Outcome, source_of
from rashomon.read.metadata import Metadata

TABLE = "id,Headline,Publisher,Date,URL,Body\n"
TABLE += '1,Kites,Harbour Post,2024-03-03,https://p.example/1,"They flew,\nand ""won""."\n'
KNOWN = Metadata("Kites", "Harbour Post", datetime(2024, 3, 3), "https://p.example/1")


def outcomes(content: str | bytes, settings: Settings | None = None) -> list[Outcome]:
    raw = content if isinstance(content, bytes) else content.encode()
    return list(read_csv(source_of(raw, "x.csv"), settings or Settings()))


def test_a_row_is_a_report() -> None:
    (found,) = outcomes(TABLE)
    assert isinstance(found, Found)
    assert found.text == 'They flew,\nand "won".'
    assert (found.metadata, found.id, found.part) == (KNOWN, "1", "row 1")


@pytest.mark.parametrize("mark", [";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings_are_told_by_the_content(mark: str, codec: str) -> None:
    (found,) = outcomes(f"title{mark}text\nCaf\u00e9, open{mark}They flew \u2013 caf\u00e9.\n".encode(codec))
    assert isinstance(found, Found)
    assert (found.metadata.title, found.text) == ("Caf\u00e9, open", "They flew \u2013 caf\u00e9.")


def test_columns_can_be_named() -> None:
    table = "was,wer,text\nThey flew.,Harbour Post,no\n"
    (found,) = outcomes(table, Settings(columns=(("text", "was"), ("outlet", "wer"))))
    assert isinstance(found, Found)
    assert (found.text, found.metadata.outlet) == ("They flew.", "Harbour Post")


@pytest.mark.parametrize("columns", [(), (("text", "nowhere"),)])
def test_a_table_without_a_text_says_what_to_do(columns: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(NotAReport, match="--column text=NAME"):
        outcomes("a,b\n1,2\n", Settings(columns=columns))


def test_a_row_without_text_harms_no_other() -> None:
    found = outcomes("title,text\nA,\n\nB\nC,They flew.,more\n")
    assert [type(one) for one in found] == [NotAReport, NotAReport, Found]


def test_the_content_tells_a_table_and_a_text_stays_one() -> None:
    assert format_of(source_of(TABLE.encode(), "x")).name == "CSV"
    for words in ("Text, title and body of the law.\nIt rained.", "They flew, and won.\n", "text\nThey flew.\n"):
        assert format_of(source_of(words.encode(), "x")).name == "text"
    assert format_of(source_of(TABLE.encode(), "x.txt")).name == "text"


def test_a_long_text_fits_in_a_cell_and_an_open_quote_is_named() -> None:
    (found,) = outcomes("title,text\nA," + "x" * 400_000 + "\n")
    assert isinstance(found, Found)
    with pytest.raises(Unreadable, match="quote"):
        outcomes('title,text\nA,"' + "x\n" * 40_000, Settings(largest_file=50_000))


def test_columns_are_bounded() -> None:
    with pytest.raises(TooLarge):
        outcomes("text," + ",".join("c" * (1_000_000)) + "\n")
    assert len(outcomes("text," + ",".join("c" * (MOST_COLUMNS - 1)) + "\nA\n")) == 1


def parquet(columns: dict[str, list[object]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as writer

    held = io.BytesIO()
    writer.write_table(pyarrow.table(columns), held, row_group_size=2)
    return held.getvalue()


def test_parquet_is_read_by_row_groups() -> None:
    days: list[object] = [datetime(2024, 3, 3)] * 5
    texts: list[object] = ["They flew.", None, "B", "C", "D"]
    content = parquet({"body": texts, "date": days, "source": ["Post"] * 5, "vector": [[1.0]] * 5})
    source = source_of(content, "x.parquet")
    assert format_of(source).name == "Parquet"
    found = list(read_parquet(source, Settings()))
    assert [type(one) for one in found] == [Found, NotAReport, Found, Found, Found]
    assert isinstance(found[0], Found)
    assert found[0].metadata == Metadata(outlet="Post", published=datetime(2024, 3, 3))


@pytest.mark.parametrize("keep", [4, 50, 200])
def test_torn_parquet_is_named(keep: int) -> None:
    with pytest.raises(Unreadable, match="Parquet"):
        list(read_parquet(source_of(parquet({"text": ["They flew."]})[:keep], "x.parquet"), Settings()))


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Unreadable, match=r"rashomon\[parquet\]"):
        list(read_parquet(source_of(b"PAR1", "x.parquet"), Settings()))
