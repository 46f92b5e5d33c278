"""What a report is read to say of states: of whom, which, whether so, and how it is put."""

from __future__ import annotations

import pytest
from tests.events import account_of

from rashomon.lang.families import ASSERTION, STATE
from rashomon.model import Claim, Modality


def states(text: str) -> list[Claim]:
    return [c for c in account_of("a", text).claims if c.about.measure == STATE]


def assertions(text: str) -> list[Claim]:
    return [c for c in account_of("a", text).claims if c.about.measure == ASSERTION]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doris Quell was arrested on Friday.", ("caught", {"quell"}, True)),
        ("Police searched for Doris Quell.", ("sought", {"quell"}, True)),
        ("Doris Quell surrendered to police on Friday.", ("caught", {"quell"}, True)),
        ("Doris Quell is in custody.", ("caught", {"quell"}, True)),
        ("Prosecutors have filed charges.", ("charged", set(), True)),
        ("No charges have been filed.", ("charged", set(), False)),
        ("Nobody was arrested.", ("caught", set(), False)),
        ("The gunman was arrested.", ("caught", set(), True)),
        ("The storm flooded the mill.", ("harmed", {"mill"}, True)),
        ("No homes were damaged.", ("harmed", {"home"}, False)),
        ("There was no damage to the mill.", ("harmed", {"mill"}, False)),
        ("The mill escaped unscathed.", ("whole", {"mill"}, True)),
    ],
)
def test_a_state_and_its_bearer(text: str, expected: tuple[str, set[str], bool]) -> None:
    (claim,) = states(text)
    assert (claim.about.state, set(claim.about.bearer), claim.positive) == expected
    assert claim.evidence.of(text) and claim.report == "a"


@pytest.mark.parametrize(
    "text",
    [
        "The mill may have been damaged.",
        "The storm threatened to destroy the mill.",
        "Was the mill damaged?",
        "The company was charged for water.",
        "They caught the train.",
    ],
)
def test_no_state_where_none_is_told(text: str) -> None:
    assert states(text) == []


def test_what_is_in_a_place_is_harm_to_something_in_it() -> None:
    within = [c for c in states("Roofs were smashed in Tarnby.") if c.about.reference == "in"]
    assert [set(c.about.place) for c in within] == [{"tarnby"}]


def test_a_planned_step_is_not_taken() -> None:
    (claim,) = states("Doris Quell will be charged with arson.")
    assert (claim.about.state, claim.positive, claim.modality) == ("charged", False, Modality.PLANNED)


def test_a_pronoun_is_whom_it_stands_for() -> None:
    claims = states("Doris Quell was arrested in May. She has been charged with arson.")
    assert [(c.about.state, set(c.about.bearer)) for c in claims] == [("caught", {"quell"}), ("charged", {"quell"})]


def test_a_plain_statement_with_its_subject_object_and_polarity() -> None:
    (claim,) = assertions("The council in Velm has not passed a balanced budget on Tuesday.")
    about, told = claim.about, claim.happening
    assert (about.predicate, about.bearer >= {"council"}, claim.positive) == ("pass", True, False)
    assert about.period == {"yet", "Tuesday"} and about.subset == {"balance"} and about.place == {"velm"}
    assert (about.kind, about.state) == ("decided", "passed")
    assert told is not None and told.verbal and "budget" in told.part


@pytest.mark.parametrize(
    "text",
    [
        "The council may pass the budget.",
        "The council will pass the budget.",
        "The council barely passed the budget.",
        "Did the council pass the budget?",
        "It passed.",
    ],
)
def test_what_is_not_plainly_said_is_no_statement(text: str) -> None:
    assert assertions(text) == []


def test_the_claims_of_states_come_last() -> None:
    claims = account_of("a", "Six people were hurt in Tarnby on Friday. The town was damaged.").claims
    measures = [c.about.measure in {ASSERTION, STATE} for c in claims]
    assert measures == sorted(measures) and True in measures and False in measures
