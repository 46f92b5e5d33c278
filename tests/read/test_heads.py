"""Headlines, bylines and datelines, and sentences that begin like them."""

from __future__ import annotations

import pytest

from rashomon.read.heads import byline_words, headline_words, is_byline, is_headline, is_rubric, read_dateline

DATELINES = [
    ("SEOUL (Reuters) - The kite club met.", "SEOUL (Reuters) - ", "Seoul", "Reuters"),
    ("LONDON, March 3 - The kite club met.", "LONDON, March 3 - ", "London", None),
    ("LONDON, March 3, 2024 (AP) -- The club met.", "LONDON, March 3, 2024 (AP) -- ", "London", "AP"),
    ("LONDON, 3 March - The kite club met.", "LONDON, 3 March - ", "London", None),
    ("LONDON, 3 March 2024 (AP) — The kite club met.", "LONDON, 3 March 2024 (AP) — ", "London", "AP"),
    ("PARIS — The kite club met.", "PARIS — ", "Paris", None),
    ("NEW YORK — The kite club met.", "NEW YORK — ", "New York", None),
    ("KYIV, Ukraine (AP) — The kite club met.", "KYIV, Ukraine (AP) — ", "Kyiv", "AP"),
    ("WINSTON-SALEM, N.C. — The kite club met.", "WINSTON-SALEM, N.C. — ", "Winston-Salem", None),
    ("Seoul (Reuters) - The kite club met.", "Seoul (Reuters) - ", "Seoul", "Reuters"),
    ("MOSCOW/KYIV, Feb. 9 (Reuters) – The club met.", "MOSCOW/KYIV, Feb. 9 (Reuters) – ", "Moscow/kyiv", "Reuters"),
    ("(Reuters) - The kite club met.", "(Reuters) - ", None, "Reuters"),
]


@pytest.mark.parametrize(("words", "dateline", "place", "agency"), DATELINES)
def test_reads_a_dateline(words: str, dateline: str, place: str | None, agency: str | None) -> None:
    found = read_dateline(words, 40)
    assert found is not None
    assert found.range.shifted(-40).of(words) == dateline
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "words",
    [
        "The mayor - a keen kite flyer - opened the fair.",
        "Mayor Brown — who is 52 — opened the fair.",
        "AFL-CIO members opened the fair.",
        "FBI agents opened the fair.",
        "I — and I say this as a friend — disagree.",
        "Kites (and string) - that was all.",
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(words: str) -> None:
    assert read_dateline(words, 0) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and JOHN ROE, Staff Writers", "JANE DOE and JOHN ROE, Staff Writers"),
        ("By Jane Doe | Kite Weekly", "Jane Doe | Kite Weekly"),
        ("By Jane Doe, BBC News, Seoul", "Jane Doe, BBC News, Seoul"),
        ("By Anna van der Berg", "Anna van der Berg"),
        ("by Jane Doe", "Jane Doe"),
        ("By Jane Doe, March 3, 2024", "Jane Doe, March 3, 2024"),
    ],
)
def test_reads_a_byline(line: str, names: str) -> None:
    assert is_byline(line)
    assert byline_words(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday Kites Were Everywhere",
        "By the river they sat",
        "By 2030 Kites Will Fly Higher",
        "By Jane Doe's account the fair was full",
        "By Jane Doe the fair was opened.",
        "Bystanders Cheer Jane Doe",
        "By",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    assert not is_byline(line)


def test_a_headline_ends_without_a_full_stop() -> None:
    assert is_headline("Kite club wins cup, loses ground")
    assert is_headline("Who let the kites out?")
    assert is_headline("Kite club: \u201cwe were robbed\u201d")
    assert not is_headline("The kite club won the cup.")
    assert not is_headline("\u201cWe won the cup.\u201d")
    assert not is_headline("word " * 60)
    assert not is_headline("--- 42 ---")


def test_a_headline_sheds_the_marks_of_markdown() -> None:
    assert headline_words("## **Kite  club** ") == "Kite club"
    assert headline_words("#kites trend again") == "#kites trend again"


def test_a_rubric_is_a_few_capitals_without_figures() -> None:
    assert is_rubric("WORLD IN BRIEF")
    assert not is_rubric("4 DEAD IN FIRE")
    assert not is_rubric("Kites")
