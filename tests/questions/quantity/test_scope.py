"""Are two values told of the same set, state and time? Cases of two sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.questions.two_reports import answer_of, case_of, swapped, told

from rashomon.model import Answer
from rashomon.questions.quantity.scope import one_date, one_point, other_dates, same_question, stated_by_one

TWELVE = "The bus held 12 pupils."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TWELVE, "The bus held 15 pupils. Then it held 12 pupils.", "b"),
        ("The bus held 12 pupils. Then it held 15 pupils.", "The bus held 15 pupils.", "a"),
        (TWELVE, "The bus held 15 pupils.", ""),
        (TWELVE, "The bus held 15 pupils. It also held 12 crates.", ""),  # another noun
        (TWELVE, "The bus held 15 pupils. The driver said it held 12 pupils.", ""),  # not for itself
        ("The blast killed 4 bakers.", "The blast killed 6 bakers and injured 4 bakers.", ""),  # another state
    ],
)
def test_a_report_that_states_both(one: str, other: str, expected: str) -> None:
    case = case_of(one, other)
    assert stated_by_one(case) == stated_by_one(swapped(case)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TWELVE, "The bus held 15 pupils.", True),
        ("The storm sank 4 ships.", "The storm sank 6 ships.", True),
        (TWELVE, "The bus held 15 crates.", False),
        ("The yard lost 4 of its 9 ferries.", "The yard lost 6 of its 30 ferries.", False),  # of another whole
        ("The yard lost 4 of its 9 ferries.", "The yard lost 6 of the 9 ferries.", True),
        ("The blast killed 4 bakers.", "The blast injured 6 bakers.", False),
        ("The blast killed 4 bakers.", "The blast shook 6 bakers.", False),  # of people, no state is another question
        ("The fire burned 30 barns.", "The fire burned 34 other barns.", False),  # narrowed on one side alone
        ("The mill lies 15 miles north of Dorn.", "The mill lies 50 miles north of Dorn.", True),
        ("The mill lies 15 miles north of Dorn.", "A tram crashed 50 miles north of Dorn.", False),
        ("Mayor Ada Kessling bought 4 goats.", "Sheriff Tom Brandel bought 6 goats.", False),
        ("Mayor Ada Kessling bought 4 goats.", "Mayor Kessling bought 6 goats.", True),
        # The point that a distance is taken from, and the way, say nothing of what is so far away.
        ("The mill is 15 miles north of Quillport.", "The wreck was found 50 miles north of Quillport.", False),
        ("The mill is 15 miles north of Quillport.", "The mill is 12 miles north of Quillport.", True),
        ("The mill is 15 miles north of Quillport.", "The mill is 12 miles northeast of Quillport.", True),
        ("The mill is 15 miles north of Quillport.", "The mill is 12 miles south of Quillport.", False),
    ],
)
def test_slots_that_agree(one: str, other: str, expected: bool) -> None:
    case = case_of(one, other)
    assert same_question(case) is same_question(swapped(case)) is expected


def test_most_of_the_counted_nouns_agree() -> None:
    nouns = {"c": "trams", "d": "trams", "e": "ferries"}
    accounts = {report: told(report, f"The yard built 40 {noun}.") for report, noun in nouns.items()}
    many = Answer(tuple(answer_of(account).claims[0] for account in accounts.values()))
    for noun, expected in (("ferries", False), ("trams", True)):
        case = case_of("The yard built 40 trams.", f"The yard built 43 {noun}.")
        case = replace(case, first=many)
        assert same_question(case) is same_question(swapped(case)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("In 2029 the plant built 40 trams.", "In 2030 the plant built 55 trams.", True),
        ("In March the plant built 40 trams.", "In April the plant built 55 trams.", True),
        ("In 2029 the plant built 40 trams.", "In 2029 the plant built 55 trams.", False),
        ("In 2029 the plant built 40 trams.", "The plant built 55 trams.", True),  # one side alone is dated
        ("The plant built 40 trams.", "The plant built 55 trams.", False),
    ],
)
def test_dates_that_differ(one: str, other: str, expected: bool) -> None:
    case = case_of(one, other)
    assert other_dates(case) is other_dates(swapped(case)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("In 2029 the plant built 40 trams.", "The plant built 55 trams in 2029.", True),
        ("In 2029 the plant built 40 trams.", "In 2030 the plant built 55 trams.", False),
        ("The plant built 40 trams in March.", "The plant built 55 trams in March.", False),  # any March
        ("The plant built 40 trams.", "The plant built 55 trams.", False),
    ],
)
def test_one_year_that_both_name(one: str, other: str, expected: bool) -> None:
    case = case_of(one, other)
    assert one_date(case) is one_date(swapped(case)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The mill lies 15 miles north of Dorn.", "The mill lies 50 miles north of Dorn.", True),
        ("The mill lies 15 miles north of Dorn.", "The mill lies 50 miles north of Quillport.", False),
        ("The mill lies 15 miles north of Dorn.", "A tram crashed 50 miles north of Dorn.", False),
        (TWELVE, TWELVE, False),
    ],
)
def test_distances_of_one_thing_from_one_point(one: str, other: str, expected: bool) -> None:
    case = case_of(one, other)
    assert one_point(case) is one_point(swapped(case)) is expected
