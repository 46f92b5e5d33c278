"""What is said of two claims of states, built by hand: no report is read and no sentence parsed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.events import event_about
from tests.questions.hand_built import case_of, claim, said

from rashomon.lang.families import families
from rashomon.model import About, Claim, Happening, Phrase
from rashomon.questions.question import first_ruling
from rashomon.questions.state.candidates import assertion_topics
from rashomon.questions.state.opposition import alikeness, excluding, opposed
from rashomon.questions.state.rules import RULES


def states(*words: str) -> frozenset[str]:
    return frozenset(words)


def stated(family: str, state: str, about: About, positive: bool = True) -> Claim:
    """Return the claim of a state of a family."""
    return replace(claim(Phrase(state), replace(about, measure="state", kind=family, state=state)), positive=positive)


def told(predicate: str, about: About, positive: bool = True, part: frozenset[str] = frozenset()) -> Claim:
    """Return the claim of a plain statement: what is told of the mayor unless `about` says otherwise."""
    happening = Happening(predicate, True, states(), states(), part, about.place, about.bearer | part)
    made = claim(Phrase(predicate), replace(about, measure="assertion", predicate=predicate))
    return replace(made, happening=happening, positive=positive)


MAYOR = About(bearer=states("mayor"))
QUELL = About(bearer=states("quell"))
LINES = About(bearer=states("line"))
TARNBY = About(bearer=states("mill"), place=states("tarnby"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (told("resign", MAYOR), told("resign", MAYOR, False), ("conflict", "negation")),
        (told("resign", MAYOR), told("resign", replace(MAYOR, period=states("yet")), False), ("compatible", "update")),
        (told("resign", MAYOR), told("resign", replace(MAYOR, period=states("May")), False), ("conflict", "negation")),
        (
            told("hurt", About(bearer=states("person"))),
            told("hurt", About(bearer=states("person")), False),
            ("unclear", "negation"),
        ),
        (
            told("rise", replace(LINES, kind="figures", state="up")),
            told("fall", replace(LINES, kind="figures", state="down")),
            ("unclear", "negation"),
        ),
        (stated("harm", "harmed", LINES), stated("harm", "whole", LINES), ("unclear", "negation")),
        (stated("harm", "harmed", TARNBY), stated("harm", "whole", TARNBY), ("conflict", "negation")),
        (stated("court_case", "caught", QUELL), stated("court_case", "charged", QUELL), ("compatible", "update")),
        (stated("court_case", "tried", QUELL), stated("court_case", "judged", QUELL, False), ("compatible", "update")),
    ],
)
def test_the_rules(one: Claim, other: Claim, expected: tuple[str, str]) -> None:
    assert said(case_of(one, other), RULES) == expected


def test_the_explanation_says_which_steps() -> None:
    first, second = stated("court_case", "charged", QUELL, False), stated("court_case", "sentenced", QUELL)
    ruling = first_ruling(case_of(first, second, about="stage of the case quell"), RULES)
    assert ruling is not None
    assert "not yet charged" in ruling.explanation and "sentenced" in ruling.explanation


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (told("resign", MAYOR), told("resign", MAYOR, False), "one denies what the other says"),
        (told("open", MAYOR), told("close", MAYOR), "the two words are opposites"),
        (stated("harm", "harmed", TARNBY), stated("harm", "whole", TARNBY), "one denies what the other says"),
    ],
)
def test_the_explanation_says_how_they_are_at_odds(one: Claim, other: Claim, expected: str) -> None:
    ruling = first_ruling(case_of(one, other), RULES)
    assert ruling is not None and ruling.explanation.endswith(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (told("resign", MAYOR), told("resign", MAYOR, False), True),
        (told("resign", MAYOR), told("resign", MAYOR), False),
        (told("damage", MAYOR), told("undamaged", MAYOR), True),
        (told("open", replace(MAYOR, kind="open_or_shut", state="open")), told("close", MAYOR), True),  # the lexicon
        (
            told("confirm", replace(MAYOR, kind="confirmed_or_denied", state="confirmed"), part=states("deal")),
            told("deny", replace(MAYOR, kind="confirmed_or_denied", state="denied"), part=states("deal")),
            True,
        ),
        (
            told("confirm", replace(MAYOR, kind="confirmed_or_denied", state="confirmed"), part=states("deal")),
            told("deny", replace(MAYOR, kind="confirmed_or_denied", state="denied"), part=states("rumour")),
            False,
        ),
        (
            told("resign", replace(MAYOR, period=states("May"))),
            told("resign", replace(MAYOR, period=states("June")), False),
            False,
        ),
        (
            told("resign", replace(MAYOR, place=states("velm"))),
            told("resign", replace(MAYOR, place=states("dorn")), False),
            False,
        ),
        (told("pass", MAYOR), told("pass", replace(MAYOR, subset=states("clean")), False), False),
    ],
)
def test_which_statements_are_opposed(one: Claim, other: Claim, expected: bool) -> None:
    assert opposed(one, other) is opposed(other, one) is expected
    assert alikeness(one, other) == alikeness(other, one) > 0.5


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("mayor", "island"), ("mayor", "village"), True),  # 0.57 alike
        (("mayor", "grocer"), ("mayor", "miller"), False),  # 0.48, as rarer words tell more
    ],
)
def test_statements_less_than_half_alike_are_not_said_and_denied(
    one: tuple[str, ...], other: tuple[str, ...], expected: bool
) -> None:
    claims = (told("resign", About(bearer=states(*one))), told("resign", About(bearer=states(*other)), False))
    silent = event_about({"a": "!", "b": "?"})
    accounts = tuple(
        replace(account, claims=(replace(made, report=account.report.id),))
        for account, made in zip(silent.accounts, claims, strict=True)
    )
    assert bool(tuple(assertion_topics(replace(silent, accounts=accounts)))) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (stated("harm", "harmed", TARNBY), stated("harm", "whole", TARNBY), True),
        (stated("harm", "harmed", TARNBY), stated("harm", "harmed", TARNBY, False), False),  # said as a statement
        (stated("harm", "harmed", TARNBY), stated("harm", "whole", TARNBY, False), False),
        (stated("harm", "harmed", TARNBY), stated("harm", "whole", LINES), False),
        (
            stated("harm", "harmed", replace(TARNBY, modifiers=states("island"))),
            stated("harm", "whole", replace(TARNBY, modifiers=states("town"))),
            False,
        ),
        (stated("harm", "harmed", replace(LINES, reference="in")), stated("harm", "whole", LINES), False),
        (stated("harm", "harmed", replace(TARNBY, reference="in")), stated("harm", "whole", TARNBY), True),
    ],
)
def test_which_states_exclude_one_another(one: Claim, other: Claim, expected: bool) -> None:
    first = replace(one, about=replace(one.about, predicate=one.about.state))
    second = replace(other, about=replace(other.about, predicate=other.about.state))
    assert excluding(first, second) is excluding(second, first) is expected


def test_hand_built_states_are_states_of_the_tables() -> None:
    assert {"harm", "court_case", "figures", "open_or_shut", "confirmed_or_denied"} <= set(families())
