"""The parts of a text, in the shapes that reports come in."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Role
from rashomon.read.boilerplate import shipped_rules
from rashomon.read.plain import Layout, read_plain

FULL = """Kite club wins cup
A first since 1990

By Jane Doe
Published 3 March 2024 10:15 GMT

OSLO (Reuters) - The kite club won the cup on Sunday.

"We flew well," said its captain.

Read also: String prices soar

Kites over Oslo. (Photo by John Roe)

\u00a9 2024 Kite Weekly
"""


def layout(text: str, title: str | None = None) -> Layout:
    return read_plain(text, shipped_rules(), title)


def parts(text: str) -> list[tuple[str, str]]:
    return [(passage.role.value, passage.range.of(text).strip()) for passage in layout(text).passages]


def test_reads_every_part_of_a_full_report() -> None:
    found = layout(FULL)
    assert (found.headline, found.byline, found.place, found.agency) == (
        "Kite club wins cup",
        "Jane Doe",
        "Oslo",
        "Reuters",
    )
    assert found.published == datetime(2024, 3, 3, 10, 15)
    assert parts(FULL) == [
        ("headline", "Kite club wins cup"),
        ("headline", "A first since 1990"),
        ("byline", "By Jane Doe"),
        ("boilerplate", "Published 3 March 2024 10:15 GMT"),
        ("dateline", "OSLO (Reuters) -"),
        ("lede", "The kite club won the cup on Sunday."),
        ("body", '"We flew well," said its captain.'),
        ("boilerplate", "Read also: String prices soar"),
        ("caption", "Kites over Oslo."),
        ("boilerplate", "(Photo by John Roe)"),
        ("boilerplate", "\u00a9 2024 Kite Weekly"),
    ]


def test_boilerplate_names_its_reason() -> None:
    reasons = [p.why for p in layout(FULL).passages if p.role is Role.BOILERPLATE]
    assert reasons == ["timestamp", "related-link", "image-credit", "copyright"]
    assert all(not p.why for p in layout(FULL).passages if p.role is not Role.BOILERPLATE)


def test_a_report_without_a_headline_begins_with_its_lede() -> None:
    text = "The kite club won the cup on Sunday.\nIt was windy.\n"
    assert layout(text).headline is None
    assert parts(text) == [("lede", "The kite club won the cup on Sunday."), ("body", "It was windy.")]


def test_a_headline_needs_something_to_head() -> None:
    assert layout("Kite club wins cup").headline is None
    assert parts("Kite club wins cup\nTen hurt in gale") == [
        ("headline", "Kite club wins cup"),
        ("lede", "Ten hurt in gale"),
    ]


def test_the_first_line_of_a_column_is_no_headline() -> None:
    text = (
        "The kite club of the old harbour won the cup on Sunday after a long\n"
        "night of rain, and its forty members carried the captain home over\n"
        "the bridge.\n\nIt was windy.\n"
    )
    assert layout(text).headline is None
    assert [role for role, _ in parts(text)] == ["lede", "body"]


def test_a_timestamp_may_stand_above_the_headline() -> None:
    text = "3/21/2024 1:19 PM\nKite club wins cup\nThe kite club won.\n"
    assert layout(text).headline == "Kite club wins cup"
    assert layout(text).published == datetime(2024, 3, 21, 13, 19)


def test_a_date_beside_the_byline_counts() -> None:
    assert layout("Kites win\nBy Jane Doe, March 3, 2024\nThe club won.\n").published == datetime(2024, 3, 3)


def test_a_date_that_heads_a_part_of_the_story_stays() -> None:
    text = "Kites\n" + "The club won.\n" * 10 + "3 March 2024\nThe club lost.\n"
    assert ("body", "3 March 2024") in parts(text)
    assert layout(text).published is None


def test_a_rubric_is_not_taken_for_the_headline() -> None:
    assert layout("WORLD IN BRIEF\n\nKite club wins cup\n\nThe kite club won.\n").headline == "Kite club wins cup"


def test_a_title_that_is_known_is_a_headline_whatever_it_looks_like() -> None:
    text = "We won. At last.\n\nThe kite club won the cup.\n"
    assert layout(text).headline is None
    assert layout(text, "We won. At last.").headline == "We won. At last."


STORY = ["The club won.", "It was windy.", "Four kites fell.", "Nobody was hurt.", "The mayor came.", "He clapped."]


@pytest.mark.parametrize("line", ["Windy night", "\u2018We flew\u2019", "The mayor claps for the winners"])
def test_a_short_line_without_a_stop_among_sentences_is_a_crosshead(line: str) -> None:
    text = "\n".join([*STORY[:3], line, *STORY[3:]])
    assert ("boilerplate", line) in parts(text)


@pytest.mark.parametrize(
    "line",
    [
        "\u201cWe flew,\u201d the captain said",
        "- Four dead in Oslo",
        "4 dead in Oslo",
        "\u201cWho won the cup?\u201d",
        "Who won?!.",
        "The mayor came late and clapped for the winners of the cup and left",
    ],
)
def test_a_list_or_a_sentence_that_lost_its_stop_stays(line: str) -> None:
    text = "\n".join([*STORY[:3], line, *STORY[3:]])
    assert ("body", line) in parts(text)


def test_open_lines_stay_where_they_are_common_or_last() -> None:
    assert ("body", "Windy night") in parts("\n".join([*STORY, "Windy night"]))
    assert ("body", "Windy night") in parts("\n".join([*STORY[:2], "Windy night", "Kite fair", *STORY[2:4]]))


def test_markdown_headings_are_read_without_their_marks() -> None:
    assert layout("# Kite club wins\n\nThe kite club won.\n").headline == "Kite club wins"


SCRAPS = st.sampled_from(
    [
        "Kite club wins",
        "The club won.",
        "By Jane Doe",
        "OSLO (AP) - The club won.",
        "3 March 2024",
        "Read also: x",
        "(Photo by J)",
        *(
            "",
            " ",
            "\ufeff",
            "\u201cWe won,",
            "# Kites",
            "Related stories",
            "4 min read",
            "lorem ipsum dolor amet elit",
        ),
    ]
)


@given(st.lists(SCRAPS | st.text(max_size=20)).map("\n".join))
@settings(derandomize=True, deadline=None, database=None, max_examples=300)
def test_passages_tile_the_text(text: str) -> None:
    passages = layout(text).passages
    edges = [0, *(passage.range.end for passage in passages)]
    assert [passage.range.start for passage in passages] == edges[:-1]
    assert edges[-1] == len(text)


@pytest.mark.parametrize(
    "text", ["", "\n \n", "!!!", "\ufeff", "1" * 10_000, "( " * 5_000, "日本語の報道。\nقال المسؤول\n"]
)
def test_odd_texts_have_a_layout(text: str) -> None:
    assert "".join(passage.range.of(text) for passage in layout(text).passages) == text
