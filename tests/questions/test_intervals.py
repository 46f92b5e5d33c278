"""The laws of intervals: meeting has no direction, containing is an order, and conversion loses nothing."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lang.quantities import find_quantities
from rashomon.lang.units import from_canonical, unit_named
from rashomon.model import Quantity
from rashomon.questions.intervals import (
    Interval,
    apart,
    contains,
    interval_of,
    is_point,
    loosened,
    meets,
    middle,
    rounded,
    same_direction_bounds,
    same_value,
)

NUMBERS = st.integers(-4, 4).map(lambda n: Fraction(n, 2))  # few, so that ends often coincide


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval that holds a number: a closed point, or bounds in order, open, closed or missing."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    if low == high:
        return Interval(low, high)
    return Interval(
        draw(st.sampled_from((low, None))),
        draw(st.sampled_from((high, None))),
        draw(st.booleans()),
        draw(st.booleans()),
    )


def holds(interval: Interval, number: Fraction) -> bool:
    """Say whether a number lies in the interval, by the definition of the brackets."""
    above = interval.low is None or number > interval.low or (number == interval.low and not interval.low_open)
    below = interval.high is None or number < interval.high or (number == interval.high and not interval.high_open)
    return above and below


@cache
def quantity(words: str) -> Quantity:
    """Return the one quantity that the words give."""
    (mention,) = find_quantities(words, ())
    assert isinstance(mention.value, Quantity)
    return mention.value


WORDS = ("6 goats", "about 50 goats", "more than 40 goats", "up to 12 goats", "dozens of goats", "24 to 30 goats",
         "1,200 goats", "5.9 metres", "55 km", "34 miles", "nearly 60 km", "about 200 metres")  # fmt: skip
QUANTITIES = st.sampled_from(WORDS).map(quantity)


@given(intervals(), intervals())
def test_meeting_has_no_direction(one: Interval, other: Interval) -> None:
    assert meets(one, other) == meets(other, one)


@given(intervals(), intervals(), NUMBERS)
def test_intervals_that_share_a_number_meet(one: Interval, other: Interval, number: Fraction) -> None:
    if holds(one, number) and holds(other, number):
        assert meets(one, other)


@given(intervals(), intervals())
def test_intervals_that_meet_share_a_number(one: Interval, other: Interval) -> None:
    ends = [end for i in (one, other) for end in (i.low, i.high) if end is not None] or [Fraction(0)]
    tries = {*ends, *(end + step for end in ends for step in (-1, 1)), *((a + b) / 2 for a in ends for b in ends)}
    assert meets(one, other) == any(holds(one, number) and holds(other, number) for number in tries)


@given(intervals(), intervals(), NUMBERS)
def test_what_is_contained_lies_within(one: Interval, other: Interval, number: Fraction) -> None:
    assert contains(one, one)
    if contains(one, other):
        assert meets(one, other)
        assert holds(one, number) or not holds(other, number)
    if contains(one, other) and contains(other, one):
        assert all(holds(one, n) == holds(other, n) for n in (number, one.low or number, one.high or number))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Interval(Fraction(1), Fraction(2)), Interval(Fraction(2), Fraction(3)), True),
        (Interval(Fraction(1), Fraction(2), high_open=True), Interval(Fraction(2), Fraction(3)), False),
        (Interval(Fraction(1), Fraction(2)), Interval(Fraction(2), Fraction(3), low_open=True), False),
        (Interval(None, Fraction(2)), Interval(Fraction(3), None), False),
        (Interval(None, None), Interval(Fraction(3), Fraction(3)), True),
    ],
)
def test_meeting_at_the_ends(one: Interval, other: Interval, expected: bool) -> None:
    assert meets(one, other) is expected


def test_containing_at_the_ends() -> None:
    closed = Interval(Fraction(1), Fraction(2))
    open_ended = Interval(Fraction(1), Fraction(2), low_open=True)
    assert contains(closed, open_ended)
    assert not contains(open_ended, closed)
    assert contains(Interval(None, Fraction(2)), closed)
    assert not contains(closed, Interval(None, Fraction(2)))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("159 miles", "158.5", "159.5"),
        ("10 metres", "9.5", "10.5"),  # a twentieth, not half of ten
        ("1,200 metres", "1150", "1250"),  # half of the hundreds
        ("5.9 metres", "5.8", "6"),  # a decimal is an interval already, [5.85, 5.95), and grows by half a step
        ("7 metres", "6.65", "7.35"),
        ("90 percent", "87.5", "92.5"),  # a share to the nearest five, no wider
    ],
)
def test_a_number_is_rounded_to_its_last_digit(words: str, low: str, high: str) -> None:
    found, unit = rounded(quantity(words)), quantity(words).written_unit
    assert found.low is not None and found.high is not None
    assert (from_canonical(found.low, unit), from_canonical(found.high, unit)) == (Fraction(low), Fraction(high))


@given(QUANTITIES)
def test_rounding_and_looseness_only_add_room(one: Quantity) -> None:
    assert contains(rounded(one), interval_of(one))
    assert contains(loosened(one), interval_of(one))


def test_only_about_is_loose() -> None:
    assert loosened(quantity("about 50 goats")) == Interval(Fraction(40), Fraction(60))
    assert loosened(quantity("almost 50 goats")) == Interval(Fraction(40), Fraction(50))
    assert loosened(quantity("50 goats")) == Interval(Fraction(50), Fraction(50))


UNITS = ("mile", "foot", "kilometer", "fahrenheit", "celsius", "hour", "week", "acre", "pound", "knot")


@given(st.sampled_from(UNITS), st.fractions(min_value=-10_000, max_value=10_000, max_denominator=1000))
def test_converting_there_and_back_is_the_identity(name: str, number: Fraction) -> None:
    unit = unit_named(name)
    assert from_canonical(number * unit.factor + unit.offset, name) == number


@pytest.mark.parametrize(
    ("words", "expected"), [("6 goats", 6), ("about 50 goats", 50), ("24 to 30 goats", 27), ("more than 40 goats", 40)]
)
def test_one_number_stands_for_a_quantity(words: str, expected: int) -> None:
    assert middle(quantity(words)) == expected


@given(QUANTITIES, QUANTITIES)
def test_two_quantities_have_no_order(one: Quantity, other: Quantity) -> None:
    assert same_value(one, other) == same_value(other, one)
    assert same_direction_bounds(one, other) == same_direction_bounds(other, one)
    ratio = apart(one, other)
    assert ratio == apart(other, one)
    assert ratio is None or ratio >= 1
    assert same_value(one, one)


def test_bounds_of_one_direction_leave_the_same_end_open() -> None:
    assert same_direction_bounds(quantity("more than 26,000 goats"), quantity("at least 31,000 goats"))
    assert not same_direction_bounds(quantity("more than 26,000 goats"), quantity("up to 31,000 goats"))
    assert not same_direction_bounds(quantity("more than 26,000 goats"), quantity("31,000 goats"))


def test_a_point_is_one_number() -> None:
    assert is_point(interval_of(quantity("6 goats")))
    assert not is_point(interval_of(quantity("about 50 goats")))
    assert not is_point(Interval(None, None))


def test_how_many_times_has_no_sense_for_nothing() -> None:
    assert apart(quantity("6 goats"), quantity("12 goats")) == 2
    assert apart(quantity("6 goats"), Quantity(Fraction(0), Fraction(0))) is None
