"""Two currencies: the rate that two sums imply, beside the usual ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Quantity
from rashomon.questions.quantity.exchange import exchange


def money(amount: int, unit: str) -> Quantity:
    value = Fraction(amount)
    return Quantity(value, value, unit, "money", stated=value, written_unit=unit)


@pytest.mark.parametrize(
    ("one", "other", "rate"),
    [
        ((10, "pound-sterling"), (15, "dollar"), Fraction(3, 2)),
        ((10, "euro"), (12, "us-dollar"), Fraction(6, 5)),
        ((2, "us-dollar"), (300, "yen"), 150),
        ((10, "euro"), (12, "yen"), None),  # no pair in the table
        ((0, "euro"), (12, "dollar"), None),
        ((10, "groat"), (12, "dollar"), None),
    ],
)
def test_the_rate_that_two_sums_imply(one: tuple[int, str], other: tuple[int, str], rate: Fraction | None) -> None:
    found = exchange(money(*one), money(*other))
    assert (found and found[2]) == rate
    assert exchange(money(*other), money(*one)) == found  # always of the table's first currency


AMOUNTS = st.integers(1, 10**12)


@given(AMOUNTS, AMOUNTS, st.sampled_from([("euro", "dollar"), ("pound-sterling", "euro"), ("us-dollar", "yuan")]))
def test_rates_are_sane_and_have_no_order(first: int, second: int, pair: tuple[str, str]) -> None:
    found = exchange(money(first, pair[0]), money(second, pair[1]))
    assert found is not None
    low, high, rate = found
    assert 0 < low < high and rate == Fraction(second, first)
    assert exchange(money(second, pair[1]), money(first, pair[0])) == found
