"""Lines that say when a report appeared, and lines that only look like it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rashomon.read.published import is_timestamp, stated_date, stated_hour

STATED = [
    ("Published 3 March 2024", datetime(2024, 3, 3)),
    ("March 3, 2024 10:15 a.m.", datetime(2024, 3, 3, 10, 15)),
    ("MARCH 3, 2024 | UPDATED 11:40 PM EST", datetime(2024, 3, 3, 23, 40)),
    ("Posted: Mar 3,2024 12:05 AM ET", datetime(2024, 3, 3, 0, 5)),
    ("Last Updated: Sunday, 3 March 2024, 02:24 GMT", datetime(2024, 3, 3, 2, 24)),
    ("on March 3rd, 2024", datetime(2024, 3, 3)),
    ("Sun, 3rd of March 2024", datetime(2024, 3, 3)),
    ("2024-03-03", datetime(2024, 3, 3)),
    ("2024-03-03T17:45Z", datetime(2024, 3, 3, 17, 45)),
    ("3/21/2024 @ 1:19PM", datetime(2024, 3, 21, 13, 19)),
    ("21/3/2024", datetime(2024, 3, 21)),
    ("3/4/2024 6:04 PM", datetime(2024, 3, 4, 18, 4)),
    ("21.03.24", datetime(2024, 3, 21)),
    ("Sept. 9, 2024", datetime(2024, 9, 9)),
    ("Septmeber 9, 2024", datetime(2024, 9, 9)),
    ("Kite Weekly, Oslo, Sunday, 3 March 2024", datetime(2024, 3, 3)),
    ("KPN, Oslo, 3 March 2024, 10:15 a.m.", datetime(2024, 3, 3, 10, 15)),
]


@pytest.mark.parametrize(("line", "moment"), STATED)
def test_reads_the_date_that_a_line_states(line: str, moment: datetime) -> None:
    assert is_timestamp(line)
    assert stated_date(line) == moment


@pytest.mark.parametrize(
    "line",
    [
        "",
        "March 2024",
        "3 March",
        "10:15 a.m.",
        "The bridge opened on 3 March 2024",
        "Kite Weekly Opens New Harbour Bridge, 3 March 2024",
        "Kites Fall, 3 March 2024, Oslo",  # names behind the date may tell of it
        "March 3, 2024: the bridge falls",
        "31 June 2024",
        "3/4/2024",  # the day and the month cannot be told apart
        "2024",
        "1 2 3 4 5",
        "Marching bands 3, 2024 played",
        "\u0663 March 2024",  # a digit that is no ASCII digit
    ],
)
def test_leaves_lines_that_state_no_full_date_or_more_than_one(line: str) -> None:
    assert not is_timestamp(line)


def test_a_bare_date_in_the_middle_of_a_text_is_no_timestamp() -> None:
    assert not is_timestamp("3 March 2024", labelled=True)
    assert is_timestamp("Updated 3 March 2024", labelled=True)


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("Kite Weekly, 3 March 2024, 19:45 GMT", datetime(2024, 3, 3, 19, 45)),
        ("KPN, Oslo, Sunday, March 3, 2024, 8.05 p.m.", datetime(2024, 3, 3, 20, 5)),
        ("Updated 3 March, 9.30pm", datetime(2024, 3, 3, 21, 30)),
        ("Kite Weekly, 4 March 2024, 19:45 GMT", None),  # another day
        ("Bridge fell at 9.15 p.m.", None),  # when it happened
        ("Kite Weekly, 3 March 2024", None),
    ],
)
def test_reads_the_hour_that_stands_beside_the_day(line: str, hour: datetime | None) -> None:
    assert stated_hour(line, date(2024, 3, 3)) == hour
