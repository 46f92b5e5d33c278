"""The rules for names, roles and descriptions: one table of two phrases, and the verdict on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import About, Answer, Claim, Name, Phrase, Topic, Value
from rashomon.questions.attribute.rules import RULES as DESCRIPTION_RULES
from rashomon.questions.name.rules import RULES as NAME_RULES
from rashomon.questions.question import Case, Rule, Ruling, first_ruling
from rashomon.questions.role.rules import RULES as ROLE_RULES

CONFLICT, COMPATIBLE = "conflict", "compatible"


def answer(value: Value, report: str) -> Answer:
    return Answer((Claim(value, About(), report=report),))


def case(one: Answer, other: Answer, why: str = "") -> Case:
    return Case(one, other, Topic("name", "who", (one, other), why))


def both_ways(one: Answer, other: Answer, rules: tuple[Rule, ...]) -> Ruling | None:
    """Return what the rules say, and make sure that the order of the two plays no part in it."""
    found, turned = first_ruling(case(one, other), rules), first_ruling(case(other, one), rules)
    assert (found and (found.verdict, found.reason)) == (turned and (turned.verdict, turned.reason))
    return found


def said(one: str, other: str, rules: tuple[Rule, ...]) -> tuple[str, str] | None:
    kind = Name if rules is NAME_RULES else Phrase
    found = both_ways(answer(kind(one), "a"), answer(kind(other), "b"), rules)
    return (found.verdict.value, found.reason) if found else None


@pytest.mark.parametrize(
    ("one", "other"), [("Ada Al-Sarim", "Ada Al Sarim"), ("Tom DeMora", "Tom Demora"), ("Norda Foods", "Norda")]
)
def test_two_forms_write_one_name(one: str, other: str) -> None:
    assert said(one, other, NAME_RULES) == (COMPATIBLE, "wording")


def test_the_reason_for_one_name_is_shown() -> None:
    one, other = answer(Name("Ada Kessling"), "a"), answer(Name("Ada M. Kessling"), "b")
    found = first_ruling(case(one, other, "initial left out"), NAME_RULES)
    assert found is not None
    assert found.explanation == "“Ada Kessling” and “Ada M. Kessling” write one name (initial left out)"


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
    assert said(one, other, ROLE_RULES) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("central town", "southeastern town", (CONFLICT, "place")),
        ("northern port", "northeastern port", (COMPATIBLE, "wording")),  # north-east is in the north
        ("port city", "northern port city", (COMPATIBLE, "granularity")),
        ("fishing village", "port", (COMPATIBLE, "wording")),
    ],
)
def test_two_descriptions(one: str, other: str, expected: tuple[str, str]) -> None:
    assert said(one, other, DESCRIPTION_RULES) == expected


def test_of_what_is_no_name_nothing_is_said() -> None:
    assert both_ways(answer(Phrase("Karen Kessling"), "a"), answer(Phrase("Karin Kessling"), "b"), NAME_RULES) is None


ROLES = st.sampled_from(
    ["captain", "navy captain", "Commander", "Cmdr.", "mayor", "mayor of Dorn", "CEO", "finance chief", "baker", "Mr."]
)


@given(ROLES, ROLES)
def test_the_order_of_two_roles_changes_nothing(one: str, other: str) -> None:
    assert said(one, other, ROLE_RULES) is not None
    assert said(one, other, DESCRIPTION_RULES) is not None


@given(ROLES)
def test_a_role_is_not_at_odds_with_itself(role: str) -> None:
    assert said(role, role, ROLE_RULES) == (COMPATIBLE, "wording")


def test_claims_beyond_the_first_change_nothing() -> None:
    one, other = answer(Phrase("captain"), "a"), answer(Phrase("commander"), "b")
    more = replace(one, claims=(*one.claims, *answer(Phrase("baker"), "c").claims))
    assert both_ways(more, other, ROLE_RULES) == both_ways(one, other, ROLE_RULES)
