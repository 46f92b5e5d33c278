"""Whether stretches state something and say the same: by how many words they share, and by what stands near them."""

from __future__ import annotations

import pytest
from tests.questions.hand_built import quantity
from tests.readings import Written, reading

from rashomon.coreference.sameness import apart_beside, says_the_same, states
from rashomon.coreference.stretches import Match
from rashomon.coreference.terms import Given, Reading

FIRST_TWO = (0, 2)


@pytest.mark.parametrize(
    ("one", "other", "stated"),
    [
        ("ada shoot/v", "ada shoot/v", True),
        ("ada dorn shoot/v", "ada dorn shoot", False),  # "Ada of Dorn shot", "the shooting of Ada of Dorn"
        ("ada dorn barn shoot/v", "ada dorn barn shoot", True),  # a fourth word
        ("shoot/v flee/v", "shoot/v flee/v", False),  # no word says who or what
    ],
)
def test_a_verb_here_and_a_noun_there_state_nothing_among_three_words(one: str, other: str, stated: bool) -> None:
    words = [word.partition("/")[0] for word in one.split()]
    whole = (0, len(words))
    match = Match(whole, whole, tuple((word, word) for word in words), 1.0, 9.0)
    assert states((reading("a", one), whole), (reading("b", other), whole), match) == stated


def with_number(report: str, number: str, behind: int) -> Reading:
    """Return "Ada flees", with a number of barns so many words behind."""
    place = 2 + behind
    return reading(report, Written(f"ada flee/v {behind} barn", given=(Given(place, place + 1, quantity(number)),)))


@pytest.mark.parametrize(("behind", "same"), [(0, False), (3, False), (4, True)])
def test_another_number_counts_only_beside_what_is_said(behind: int, same: bool) -> None:
    one, other = with_number("a", "30 barns", behind), with_number("b", "40 barns", 0)
    assert says_the_same((one, FIRST_TWO), (other, FIRST_TWO)) == same
    assert says_the_same((other, FIRST_TWO), (one, FIRST_TWO)) == same


def test_the_same_number_is_never_at_odds() -> None:
    one, other = with_number("a", "30 barns", 0), with_number("b", "30 barns", 0)
    assert says_the_same((one, FIRST_TWO), (other, FIRST_TWO))


def test_four_words_on_either_side_of_another_number_are_kept_out() -> None:
    one, other = with_number("a", "30 barns", 3), with_number("b", "40 barns", 0)
    kept_out = apart_beside((one, FIRST_TWO), (other, FIRST_TWO))
    assert (min(kept_out[0]), max(kept_out[0])) == (5 - 4, 5 + 4)


@pytest.mark.parametrize(
    ("words", "stretch", "same"),
    [
        ("not ada flee/v", (1, 3), False),
        ("not 1 ada flee/v", (2, 4), False),
        ("not 2 ada flee/v", (3, 5), True),  # two words between: it is taken to deny something else
    ],
)
def test_a_denial_stands_right_before_what_it_denies(words: str, stretch: tuple[int, int], same: bool) -> None:
    denied = reading("a", Written(words, governed={"not": "flee"}, denials=(0,)))
    assert says_the_same((denied, stretch), (reading("b", "ada flee/v"), FIRST_TWO)) == same
