"""How intervals are written: brackets hold their bound or leave it out, and units follow."""

from __future__ import annotations

import pytest

from rashomon.lang.quantities import find_quantities
from rashomon.model import Quantity
from rashomon.questions.intervals import rounded
from rashomon.questions.shown import shown


def quantity(words: str) -> Quantity:
    (mention,) = find_quantities(words, ())
    assert isinstance(mention.value, Quantity)
    return mention.value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("6 goats", "6"),
        ("about 50 goats", "[45, 55]"),
        ("more than 40 goats", "(40, ∞)"),
        ("at least 40 goats", "[40, ∞)"),
        ("fewer than 40 goats", "(-∞, 40)"),
        ("up to 40 goats", "(-∞, 40]"),
        ("24 to 30 goats", "[24, 30]"),
        ("5.9 metres", "[5.85, 5.95) meters"),
        ("55 km", "55 kilometers"),
        ("1 mile", "1 mile"),
        ("1,200 feet", "1,200 feet"),
        ("more than 3 weeks", "(3, ∞) weeks"),
        ("$40 million", "40,000,000 dollars"),
    ],
)
def test_intervals_as_written(words: str, expected: str) -> None:
    assert shown(quantity(words)) == expected


def test_another_interval_and_another_unit() -> None:
    miles = quantity("34 miles")
    assert shown(miles, rounded(miles)) == "[33.5, 34.5] miles"
    assert shown(miles, in_unit="kilometer") == "54.72 kilometers"
