"""Lines of a page put together."""

from __future__ import annotations

import pytest

from rashomon.read.printed import running_text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("The infor-\nmation was late.", "The information was late."),
        ("A long-\nterm plan was late.", "A long-term plan was late."),
        ("The re-\nelection, a re-election, came.", "The re-election, a re-election, came."),
        ("The Hargrove-\nlane and Hargrovelane are one.", "The Hargrovelane and Hargrovelane are one."),
        ("Born in Baden-\nBaden in spring.", "Born in Baden- Baden in spring."),
        ("It cost 3-\n4 pounds.", "It cost 3- 4 pounds."),
    ],
)
def test_a_word_is_mended_only_where_the_hyphen_is_the_printers(lines: str, text: str) -> None:
    assert running_text([lines]) == text


def test_a_short_line_ends_a_paragraph_and_a_full_one_does_not() -> None:
    page = "Kites\nBy Jane Doe\nThe kite club of Harrow Bay won the cup on Sunday, as\nits members had hoped.\n"
    page += "Nobody else had come to the bay for the third time in a\nrow, the club said."
    assert running_text([page]).split("\n\n") == [
        "Kites",
        "By Jane Doe",
        "The kite club of Harrow Bay won the cup on Sunday, as its members had hoped.",
        "Nobody else had come to the bay for the third time in a row, the club said.",
    ]


def test_a_page_breaks_no_sentence_and_its_number_is_no_text() -> None:
    assert (
        running_text(["The kite club won the\n- 1 -", "2\ncup on Sunday.\n"]) == "The kite club won the cup on Sunday."
    )
