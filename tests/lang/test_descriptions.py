"""What a role or description says: its telling words, the rank it names, the office that one person holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lang.descriptions import described_as, rank_of, single_office


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the mayor of Dorn", {"mayor", "dorn"}),
        ("Mayor of Dorn", {"mayor", "dorn"}),
        ("CEO", {"chief", "executive", "officer"}),
        ("Sgt.", {"sergeant"}),
        ("vice-chairman of its board", {"vice", "chairman", "board"}),
        ("Mr.", set()),
        ("Dame", set()),
        ("", set()),
        ("the", set()),
    ],
)
def test_telling_words(words: str, expected: set[str]) -> None:
    assert described_as(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("navy commander", ("navy", "commander")),
        ("lieutenant commander", ("navy", "lieutenant commander")),
        ("Maj. Gen.", ("army", "major general")),
        ("police superintendent of Dorn", ("police", "superintendent")),
        ("CEO of Norda", ("company", "chief executive officer")),
        ("baker", ("", "")),
        ("generally late", ("", "")),
        ("", ("", "")),
    ],
)
def test_ranks(words: str, expected: tuple[str, str]) -> None:
    assert rank_of(words) == expected


@pytest.mark.parametrize(
    ("words", "office", "body"),
    [
        ("mayor of Dorn", "mayor", {"dorn"}),
        ("the Dorn police chief", "police chief", {"dorn"}),
        ("CEO of Norda Foods", "chief executive officer", {"norda", "foods"}),
        ("former mayor of Dorn", "", set()),
        ("acting mayor of Dorn", "", set()),
        ("vice president of Norda Foods", "", set()),
        ("mayor", "mayor", set()),
        ("baker in Dorn", "", set()),
    ],
)
def test_offices_that_one_person_holds(words: str, office: str, body: set[str]) -> None:
    assert single_office(words) == (office, body)


@given(st.text(max_size=200))
def test_any_text_is_borne(words: str) -> None:
    assert all(described_as(words))
    assert len(rank_of(words)) == len(single_office(words)) == 2


@given(st.lists(st.sampled_from(["mayor", "of", "the", "Dorn", "harbour", "Mr.", "CEO"]), max_size=6))
def test_courtesies_and_joints_say_nothing(words: list[str]) -> None:
    assert described_as(" ".join(words)) == described_as(" ".join(["the", *words, "of", "Mr."]))
