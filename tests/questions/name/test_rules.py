"""The rule for two forms of one name: a table of two names, and the verdict on them."""

from __future__ import annotations

import pytest
from tests.questions.hand_built import case_of, claim, said, said_of_phrases

from rashomon.model import Name
from rashomon.questions.name.rules import RULES
from rashomon.questions.question import first_ruling


@pytest.mark.parametrize(
    ("one", "other"), [("Ada Al-Sarim", "Ada Al Sarim"), ("Tom DeMora", "Tom Demora"), ("Norda Foods", "Norda")]
)
def test_two_forms_write_one_name(one: str, other: str) -> None:
    assert said(case_of(claim(Name(one)), claim(Name(other))), RULES) == ("compatible", "wording")


def test_the_reason_for_one_name_is_shown() -> None:
    case = case_of(claim(Name("Ada Kessling")), claim(Name("Ada M. Kessling")), why="initial left out")
    found = first_ruling(case, RULES)
    assert found is not None
    assert found.explanation == "“Ada Kessling” and “Ada M. Kessling” write one name (initial left out)"


def test_of_what_is_no_name_nothing_is_said() -> None:
    assert said_of_phrases("Karen Kessling", "Karin Kessling", RULES) is None
