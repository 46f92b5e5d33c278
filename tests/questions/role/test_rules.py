"""The rules for two roles of one person: a table of two phrases, and the verdict on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.questions.hand_built import case_of, claim, said, said_of_phrases

from rashomon.model import Phrase
from rashomon.questions.role.rules import RULES

CONFLICT, COMPATIBLE = "conflict", "compatible"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("navy captain", "commander", (CONFLICT, "role")),
        ("lieutenant", "police sergeant", (CONFLICT, "role")),
        ("rear admiral", "admiral", (CONFLICT, "role")),
        ("Sgt.", "sergeant of the Dorn police", (COMPATIBLE, "granularity")),  # short for the same
        ("chief executive", "chief executive officer of Norda", (COMPATIBLE, "granularity")),
        ("CEO", "chief executive of Norda", (COMPATIBLE, "wording")),
        ("finance chief", "chief financial officer", (COMPATIBLE, "wording")),  # one office in two words
        ("mayor", "mayor of Dorn", (COMPATIBLE, "granularity")),
        ("former harbour pilot", "pilot", (COMPATIBLE, "granularity")),
        ("baker", "father of three", (COMPATIBLE, "wording")),
    ],
)
def test_two_roles(one: str, other: str, expected: tuple[str, str]) -> None:
    assert said_of_phrases(one, other, RULES) == expected


ROLES = st.sampled_from(
    ["captain", "navy captain", "Commander", "Cmdr.", "mayor", "mayor of Dorn", "CEO", "finance chief", "baker", "Mr."]
)


@given(ROLES, ROLES)
def test_the_order_of_two_roles_changes_nothing(one: str, other: str) -> None:
    assert said_of_phrases(one, other, RULES) is not None


@given(ROLES)
def test_a_role_is_not_at_odds_with_itself(role: str) -> None:
    assert said_of_phrases(role, role, RULES) == (COMPATIBLE, "wording")


def test_claims_beyond_the_first_change_nothing() -> None:
    case = case_of(claim(Phrase("captain")), claim(Phrase("commander")))
    more = replace(case.first, claims=(*case.first.claims, claim(Phrase("baker"), report="c")))
    assert said(replace(case, first=more), RULES) == said(case, RULES) == (CONFLICT, "role")
