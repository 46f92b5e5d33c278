"""What a report says around its quantities: names, dates, wholes and other counts."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

import pytest
from tests.events import PUBLISHED, account_of

from rashomon.model import Context, Quantity, Stated


def around(text: str, published: datetime | None = PUBLISHED) -> Context:
    """Return the context of the first quantity of a text."""
    return next(c for c in account_of("r", text, published).claims if isinstance(c.value, Quantity)).context


def test_when_the_report_was_published() -> None:
    assert {c.context.published for c in account_of("r", "Ada Kessling sold 4 goats on Monday.").claims} == {PUBLISHED}
    assert around("Ada Kessling sold 4 goats.", None).published is None


def test_names_of_people_in_the_sentence_and_names_beside_the_value() -> None:
    found = around("Mayor Ada Kessling, who never liked the long road to Dorn, bought 4 goats near Quillport.")
    assert found.people == {"kessling"}
    assert "quillport" in found.names and "kessling" not in found.names


def test_a_source_is_no_name_around() -> None:
    assert around("The bus held 12 pupils, Ada Kessling said.").people == frozenset()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In March 2029 the plant built 40 trams.", {("year", 2029), ("month", 3)}),
        ("The plant built 40 trams. It closed in 2029.", set()),  # another sentence
    ],
)
def test_years_and_months_of_the_sentence(text: str, dates: set[tuple[str, int]]) -> None:
    assert around(text).dates == dates


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The yard lost 4 of its 9 ferries.", "9"),
        ("The yard lost 4 of the 9 ferries.", "9"),
        ("The yard lost 4 ferries.", ""),
    ],
)
def test_the_whole_of_a_part(text: str, whole: str) -> None:
    assert around(text).whole == whole


def test_counts_of_the_sentences_around() -> None:
    near = around("The navy sank 5 boats and a raft. It rained. It sank 2 dhows. Gulls cried. It sank 7 rafts.").counts
    assert [(c.number, c.about.measure, c.single) for c in near] == [
        (Fraction(5), "boat", False),
        (Fraction(2), "dhow", False),
        (Fraction(1), "raft", True),
    ]


def test_what_the_report_states_for_itself() -> None:
    stated = around("The bus held 15 pupils. The driver said it held 12 pupils.").stated
    assert stated == {Stated(Fraction(15), Fraction(15), "", "pupil", "")}
