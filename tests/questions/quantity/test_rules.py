"""The rules for two quantities on claims built by hand: what each looks at, one field at a time."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from tests.questions.hand_built import DATED, PUBLISHED, case_of, claim, quantity, said

from rashomon.model import About, Answer, Context, Counted, Stated, Topic
from rashomon.questions.quantity.parts import sum_of_parts
from rashomon.questions.quantity.rules import RULES
from rashomon.questions.question import Case
from rashomon.settings import Settings
from rashomon.text import Range

COMPATIBLE, CONFLICT, UNCLEAR = "compatible", "conflict", "unclear"
PUPILS = About(measure="pupil", kind="person", predicate="carry")
BOATS = About(measure="boat")
DEAD = About(measure="miner", kind="person", state="dead")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12", "15", (CONFLICT, "quantity")),
        ("12", "120", None),  # hardly of one thing
        ("about 50", "52", (COMPATIBLE, "rounding")),
        ("about 50", "57", (COMPATIBLE, "rounding")),  # "about" is loose
        ("1,200", "1,184", (COMPATIBLE, "rounding")),
        ("20", "21", (CONFLICT, "quantity")),  # small counts are given as they are
        ("dozens", "80", (COMPATIBLE, "granularity")),
        ("dozens", "3", None),
        ("at least 5", "7", (COMPATIBLE, "bound")),
        ("more than 40", "100", (UNCLEAR, "quantity")),
        ("more than 26,000", "more than 31,000", (CONFLICT, "quantity")),
        ("at least 26,000", "at least 31,000", (COMPATIBLE, "bound")),
        ("12", "12", None),
        # A bound is said of what is half as much again, and of no more.
        ("more than 40", "60", (COMPATIBLE, "bound")),
        ("more than 40", "62", (UNCLEAR, "quantity")),
        ("more than 40", "more than 60", (CONFLICT, "quantity")),
        ("more than 40", "more than 62", (UNCLEAR, "quantity")),
        # From a hundred on a count may be rounded.
        ("90", "91", (CONFLICT, "quantity")),
        ("100", "101", (COMPATIBLE, "rounding")),
    ],
)
def test_two_counts(one: str, other: str, expected: tuple[str, str] | None) -> None:
    assert said(case_of(claim(one, PUPILS), claim(other, PUPILS)), RULES) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("55 kilometers", "34 miles", (COMPATIBLE, "unit")),
        ("55 kilometers", "50 miles", (CONFLICT, "quantity")),
        ("10 million pounds", "$15 million", (COMPATIBLE, "unit")),
        ("10 million pounds", "$90 million", (UNCLEAR, "unit")),
        ("4 million euros", "4 million yen", (UNCLEAR, "unit")),
        ("aged 40", "aged 42", (COMPATIBLE, "update")),
        ("aged 60", "aged 63", (CONFLICT, "quantity")),
        ("40 percent", "60 percent", (CONFLICT, "quantity")),
    ],
)
def test_two_measurements(one: str, other: str, expected: tuple[str, str] | None) -> None:
    about = About(measure="tunnel", bearer=frozenset({"norland"}))
    assert said(case_of(claim(one, about), claim(other, about)), RULES) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (PUPILS, About(measure="crate"), (UNCLEAR, "quantity")),  # another noun
        (DEAD, About(measure="miner", kind="person", state="injured"), (UNCLEAR, "quantity")),
        (BOATS, About(measure="boat", subset=frozenset({"other"})), (COMPATIBLE, "scope")),
        (BOATS, About(measure="boat", period=frozenset({"annual"})), (COMPATIBLE, "scope")),
        (BOATS, BOATS, (CONFLICT, "quantity")),
    ],
)
def test_slots(one: About, other: About, expected: tuple[str, str]) -> None:
    assert said(case_of(claim("12", one), claim("15", other)), RULES) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Context(dates=frozenset({("year", 2029)})), Context(dates=frozenset({("year", 2030)})), (COMPATIBLE, "scope")),
        (Context(dates=frozenset({("year", 2029)})), Context(), (COMPATIBLE, "scope")),  # one alone is dated
        (Context(dates=frozenset({("year", 2029)})), Context(dates=frozenset({("year", 2029)})),
         (CONFLICT, "quantity")),
        (Context(whole="9"), Context(whole="30"), (UNCLEAR, "quantity")),  # parts of two wholes
        (Context(whole="9"), Context(whole="9"), (CONFLICT, "quantity")),
        (Context(whole="9"), Context(), (CONFLICT, "quantity")),
        (Context(people=frozenset({"kessling"})), Context(people=frozenset({"brandel"})), (UNCLEAR, "quantity")),
        (Context(people=frozenset({"kessling"})), Context(people=frozenset({"kessling"})), (CONFLICT, "quantity")),
        (Context(names=frozenset({"dorn"})), Context(names=frozenset({"oxley"})), (CONFLICT, "quantity")),  # a count
    ],
)  # fmt: skip
def test_what_stands_around_a_count(one: Context, other: Context, expected: tuple[str, str]) -> None:
    assert said(case_of(claim("4", BOATS, one), claim("6", BOATS, other)), RULES) == expected


def test_of_a_measurement_the_names_beside_it_count() -> None:
    about = About(measure="tunnel")
    one, other = (claim(w, about, Context(names=frozenset({n}))) for w, n in (("55 km", "dorn"), ("70 km", "oxley")))
    assert said(case_of(one, other), RULES) == (UNCLEAR, "quantity")
    assert said(case_of(one, claim("70 km", about, one.context)), RULES) == (CONFLICT, "quantity")


def test_a_report_that_states_both_for_itself_speaks_of_two_things() -> None:
    twelve = quantity("12")
    both = Context(stated=frozenset({Stated(twelve.low, twelve.high, twelve.unit, "pupil", "")}))
    assert said(case_of(claim("12", PUPILS), claim("15", PUPILS, both)), RULES) == (COMPATIBLE, "scope")
    other = Context(stated=frozenset({Stated(twelve.low, twelve.high, twelve.unit, "crate", "")}))
    assert said(case_of(claim("12", PUPILS), claim("15", PUPILS, other)), RULES) == (CONFLICT, "quantity")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((Counted(Fraction(1), About(measure="boat", modifiers=frozenset({"old"})), Range(50, 60)),), "5 + 1 = 6"),
        ((Counted(Fraction(1), About(measure="boat"), Range(50, 60), single=True),), "5 + 1 = 6"),
        ((Counted(Fraction(1), About(measure="lantern"), Range(50, 60), single=True),), None),
        ((Counted(Fraction(1), About(measure="boat"), Range(0, 1)),), None),  # the claim itself
        ((Counted(Fraction(2), About(measure="boat", state="damaged"), Range(50, 60)),), None),  # 7, not 6
        ((), None),
    ],
)
def test_parts_that_add_up(counts: tuple[Counted, ...], expected: str | None) -> None:
    case = case_of(claim("6", BOATS), claim("5", BOATS, Context(counts=counts)))
    assert sum_of_parts(case) == (expected and f"{expected}: the parts in b add up to the whole")
    assert said(case, RULES) == ((COMPATIBLE, "part-whole") if expected else (CONFLICT, "quantity"))


@pytest.mark.parametrize(("whole", "others", "expected"), [("9", (3, 2), "4 + 3 + 2 = 9"), ("16", (3, 2, 7), None)])
def test_no_more_than_three_parts_are_added_up(whole: str, others: tuple[int, ...], expected: str | None) -> None:
    old = About(measure="boat", modifiers=frozenset({"old"}))
    counts = tuple(Counted(Fraction(n), old, Range(50 * n, 50 * n + 9)) for n in others)
    case = case_of(claim(whole, BOATS), claim("4", BOATS, Context(counts=counts)))
    assert sum_of_parts(case) == (expected and f"{expected}: the parts in b add up to the whole")


def test_a_toll_of_a_later_report_is_an_update() -> None:
    later = Context(published=PUBLISHED + timedelta(days=1))
    assert said(case_of(claim("3", DEAD), claim("5", DEAD, later)), RULES) == (COMPATIBLE, "update")
    assert said(case_of(claim("3", DEAD), claim("5", DEAD, DATED)), RULES) == (CONFLICT, "quantity")
    assert said(case_of(claim("3", DEAD), claim("5", DEAD, Context())), RULES) == (UNCLEAR, "quantity")  # not dated
    assert said(case_of(claim("3", BOATS), claim("5", BOATS, later)), RULES) == (CONFLICT, "quantity")  # no toll


@pytest.mark.parametrize(
    ("reference", "direction", "expected"),
    [
        ("oxley", "east", (COMPATIBLE, "reference")),  # from another point
        ("dorn", "east", (CONFLICT, "quantity")),
        ("dorn", "west", (UNCLEAR, "quantity")),  # the other way
        ("dorn", "northeast", (CONFLICT, "quantity")),
    ],
)
def test_distances(reference: str, direction: str, expected: tuple[str, str]) -> None:
    one = About(measure="mile", predicate="sink", reference="dorn", direction="east")
    other = About(measure="mile", predicate="sink", reference=reference, direction=direction)
    assert said(case_of(claim("30 miles", one), claim("55 miles", other)), RULES) == expected


def test_a_weak_alignment_leaves_it_unclear() -> None:
    assert said(case_of(claim("12", PUPILS), claim("15", PUPILS), score=0.1), RULES) == (UNCLEAR, "quantity")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ada kessling", "ada kessling", (CONFLICT, "quantity")),
        ("ada marie kessling", "ada kessling", (CONFLICT, "quantity")),
        ("kessling", "ada kessling", (CONFLICT, "quantity")),
        ("ada kessling", "tom kessling", (UNCLEAR, "quantity")),  # of one family
        ("ada kessling", "ada brandel", (UNCLEAR, "quantity")),
    ],
)
def test_ages_are_at_odds_of_one_person(one: str, other: str, expected: tuple[str, str]) -> None:
    """Whatever else the sentences tell: one was rescued, the other is a pilot."""
    told = [
        claim(words, About(measure=measure, state=state, holder=frozenset(name.split())))
        for words, measure, state, name in (("41 years old", "pilot", "rescued", one), ("44 years old", "", "", other))
    ]
    assert said(case_of(*told), RULES) == expected


def test_a_figure_that_develops_is_an_update() -> None:
    later = Context(published=PUBLISHED + timedelta(hours=3))
    for about in (About(measure="firefighter"), About(measure="home", predicate="lose")):
        assert said(case_of(claim("148", about), claim("230", about, later)), RULES) == (COMPATIBLE, "update")
        assert said(case_of(claim("148", about), claim("230", about)), RULES) == (CONFLICT, "quantity")


def test_reports_without_a_date_leave_open_which_toll_is_the_later() -> None:
    """Of those that are dated all of one answer must be earlier than all of the other."""
    later = Context(published=PUBLISHED + timedelta(hours=3))
    three, five = claim("3", DEAD), claim("5", DEAD, later, report="c")
    undated = claim("5", DEAD, Context(), report="d")
    case = Case(Answer((three,)), Answer((five, undated)), Topic("", "", (), "", 1.0), Settings())
    assert said(case, RULES) == (COMPATIBLE, "update")
    both = Case(Answer((three, claim("3", DEAD, later, report="e"))), Answer((five,)), Topic("", "", ()), Settings())
    assert (said(both, RULES) or ("", ""))[0] != COMPATIBLE
    helpers = About(measure="firefighter")
    for about, expected in ((helpers, UNCLEAR), (BOATS, CONFLICT)):  # boats are no toll
        assert said(case_of(claim("3", about), claim("5", about, Context())), RULES) == (expected, "quantity")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (About(measure="person", predicate="sleep"), About(measure="person", predicate="ride"), UNCLEAR),
        (About(measure="person", predicate="sleep"), About(measure="person", predicate="sleep"), CONFLICT),
        (About(measure="person", predicate="gather"), About(measure="person", predicate="assemble"), CONFLICT),
        (About(measure="person", predicate="sleep"), About(measure="person"), CONFLICT),  # no verb is told
        (PUPILS, About(measure="pupil", kind="person", predicate="ride"), CONFLICT),  # which people, the noun says
        (About(measure="gilder", predicate="earmark"), About(measure="gilder", predicate="bring"), UNCLEAR),
    ],
)
def test_people_who_do_different_things_are_different_people(one: About, other: About, expected: str) -> None:
    assert said(case_of(claim("640", one), claim("400", other)), RULES) == (expected, "quantity")


def test_how_long_after_something_is_at_odds_with_nothing() -> None:
    for measure, expected in (("later", (UNCLEAR, "quantity")), ("flight", (CONFLICT, "quantity"))):
        about = About(measure=measure)
        assert said(case_of(claim("2 hours", about), claim("5 hours", about)), RULES) == expected
