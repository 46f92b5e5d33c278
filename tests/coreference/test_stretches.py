"""Which stretches of two sentences match: how far off a word may stand, and how often stretches are shrunk.

Words are written by hand: "ada flees 9 barn" is three words with nine others, that the other sentence lacks, before the
third. Each tells 1 where nothing else is said.
"""

from __future__ import annotations

import pytest
from tests.readings import Written, reading

from rashomon.coreference.stretches import Match, best_match


def match_of(one: str, other: str, **tells: float) -> Match | None:
    return best_match(reading("a", Written(one, tells)), reading("b", Written(other, tells)))


def shared(one: str, other: str, **tells: float) -> set[str]:
    """Return the words of the first sentence that the match holds; none where there is no match."""
    found = match_of(one, other, **tells)
    return set(found.shared) if found else set()


@pytest.mark.parametrize(("both", "matched"), [("ada", False), ("ada flee", True), ("ada flee barn", True)])
def test_one_word_in_common_states_nothing(both: str, matched: bool) -> None:
    assert bool(match_of(f"{both} 2", f"2 {both}")) == matched


@pytest.mark.parametrize(
    ("one", "reached"),
    [
        # Two words that stand together: each further word that is the first sentence's own costs a tenth.
        ("ada flee 9 barn", True),
        ("ada flee 11 barn", False),
        # No two words stand within that, so that a further word costs a twentieth.
        ("ada 15 flee 19 barn", True),
        ("ada 15 flee 21 barn", False),
        # Not even within that: a fiftieth.
        ("ada 30 flee 49 barn", True),
        ("ada 30 flee 51 barn", False),
    ],
)
def test_how_far_off_the_third_word_may_stand(one: str, reached: bool) -> None:
    assert shared(one, "ada flee barn") == ({"ada", "flee", "barn"} if reached else {"ada", "flee"})


def test_two_words_fifty_words_apart_are_no_statement() -> None:
    assert shared("ada 49 flee", "ada flee") == {"ada", "flee"}
    assert shared("ada 51 flee", "ada flee") == set()


@pytest.mark.parametrize(("one", "reached"), [("ada flee 6 physician", True), ("ada flee 8 physician", False)])
def test_a_synonym_reaches_less_far(one: str, reached: bool) -> None:
    assert shared(one, "ada flee doctor") == ({"ada", "flee", "physician"} if reached else {"ada", "flee"})


def test_a_synonym_is_worth_less_than_the_word_itself() -> None:
    same, synonym = match_of("ada doctor", "ada doctor"), match_of("ada doctor", "ada physician")
    assert same and synonym
    assert (same.likeness, synonym.likeness) == pytest.approx((1, (1 + 0.7) / 2))


@pytest.mark.parametrize(("between", "reached"), [(5, True), (7, False)])
def test_a_word_that_comes_again_reaches_less_far_still(between: int, reached: bool) -> None:
    found = match_of(f"ada flee {between} ada", "ada flee", ada=2.0)
    assert found is not None
    assert found.first == (0, between + 3 if reached else 2)


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        # "barn" stands too far off in the other sentence; without it, "cow" does in the one, then "elm" in the other.
        ("elm 8 ada flee 8 barn 8 cow", "barn 20 ada flee 8 cow 8 elm", {"ada", "flee"}),
        # And without "elm", "dorn" in the one: now it is left to a less strict look, which all words pass.
        (
            "dorn 8 elm 8 ada flee 8 barn 8 cow",
            "barn 12 dorn 8 ada flee 8 cow 8 elm",
            {"ada", "flee", "barn", "cow", "elm", "dorn"},
        ),
    ],
)
def test_stretches_are_cut_three_times_at_most(one: str, other: str, held: set[str]) -> None:
    assert shared(one, other) == held
