"""Lines and columns."""

from __future__ import annotations

from rashomon.read.paragraphs import blocks, ends_open, is_wrapped, paragraphs

COLUMN = """The kite club of the old harbour met on Monday for the first
time since the storm, and its forty members agreed to buy a new
winch before the spring fair, when visitors from nine countries
are expected to bring kites of every colour."""


def words(text: str) -> list[list[str]]:
    return [[line.of(text) for line in block] for block in blocks(text)]


def test_lines_are_grouped_by_the_empty_lines_between_them() -> None:
    assert words("  one \ntwo\n\n \t\nthree\n") == [["one", "two"], ["three"]]


def test_a_byte_order_mark_and_hard_blanks_are_no_words() -> None:
    assert words("\ufeff\u00a0one\n\ufeff\n") == [["one"]]
    assert words("") == []


def test_a_column_of_text_is_one_paragraph() -> None:
    (lines,) = blocks(COLUMN)
    assert is_wrapped(COLUMN, lines)
    assert [p.of(COLUMN) for p in paragraphs(COLUMN, lines)] == [COLUMN]


def test_a_list_of_sentences_is_a_paragraph_a_line() -> None:
    text = "The kite club met.\nIts forty members agreed to buy a new winch before the spring fair.\nIt was windy."
    (lines,) = blocks(text)
    assert len(paragraphs(text, lines)) == 3


def test_words_end_open_without_a_full_stop() -> None:
    assert ends_open("Kite club wins")
    assert ends_open("Kite club wins?")
    assert not ends_open("The kite club won.\u201d)")
    assert not ends_open("The kite club:")
    assert not ends_open(" \u201d ")
