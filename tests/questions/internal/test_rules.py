"""The rules for one report at odds with itself on claims built by hand."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.questions.hand_built import case_of, claim

from rashomon.model import Calendar, Name, Period, Value
from rashomon.questions.internal.rules import RULES
from rashomon.questions.question import first_ruling

DAY = Period(datetime(2031, 3, 14), datetime(2031, 3, 15), "day", Calendar(2031, 3, 14, weekday=3))


def told(one: Value | str, other: Value | str, why: str, about: str = "") -> str | None:
    """Return what is explained of two claims of one report, the first before the second."""
    found = first_ruling(case_of(claim(one), claim(other), why=why, about=about), RULES)
    assert found is None or found.verdict.value == "internal"
    return found and found.explanation


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("310 kilometers", "204 miles", "310 kilometers is 192.6 in the other unit, not 204 miles"),
        ("310 kilometers", "193 miles", None),
        ("300 kilometers", "190 miles", None),  # rounded to tens
        ("about 310 kilometers", "204 miles", "310 kilometers is 192.6 in the other unit, not 204 miles"),
    ],
)
def test_two_units(one: str, other: str, expected: str | None) -> None:
    assert told(one, other, "unit") == expected


def test_two_spellings() -> None:
    assert told(Name("Kessing"), Name("Kessling"), "name") == (
        "“Kessing” stands once, elsewhere “Kessling”: one letter apart"
    )


def test_a_date_and_its_weekday() -> None:
    assert told(DAY, DAY, "weekday", "Friday") == "2031-03-14 is a Friday"


@pytest.mark.parametrize(
    ("reckoned", "stated", "expected"),
    [
        ("6 hours", "7 hours", "length: 6 hours, not 7 hours"),
        ("6 hours", "6 hours", None),
        ("6 hours", "about 7 hours", "length: 6 hours, not [6.3, 7.7] hours"),
        ("6 hours", "about 6 hours", None),
        ("5 to 6 percent", "6 percent", None),
        ("5 to 6 percent", "9 percent", "length: [5, 6] percent, not 9 percent"),
    ],
)
def test_a_figure_and_what_it_is_reckoned_from(reckoned: str, stated: str, expected: str | None) -> None:
    assert told(reckoned, stated, "sum", "length") == expected


def test_two_clocks() -> None:
    explained = told(DAY, DAY, "time", "local time, elsewhere 210 minutes from Greenwich")
    assert explained == "the two clocks do not tell one moment: local time, elsewhere 210 minutes from Greenwich"


@pytest.mark.parametrize("why", ["unit", "name", "time", "weekday", "sum"])
def test_values_of_another_type_are_no_slip(why: str) -> None:
    other: Value = Name("Kessling") if why != "name" else DAY
    assert told(other, other, why) is None
