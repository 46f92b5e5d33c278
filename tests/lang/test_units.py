"""Units convert exactly, there and back, and are shown as a reader expects."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lang.units import convert, from_canonical, show_number, show_quantity, unit_named, unit_table

NAMES = sorted(unit_table().by_name)


@pytest.mark.parametrize(
    ("value", "unit", "into", "result"),
    [
        ("1", "mile", "kilometer", "1.609344"),
        ("1", "foot", "inch", "12"),
        ("1", "pound", "ounce", "16"),
        ("100", "celsius", "fahrenheit", "212"),
        ("-40", "fahrenheit", "celsius", "-40"),
        ("0", "kelvin", "celsius", "-273.15"),
        ("1", "week", "hour", "168"),
        ("36", "kilometer-per-hour", "meter-per-second", "10"),
        ("1", "barrel", "gallon", "42"),
        ("1", "square-mile", "acre", "640"),
        ("250", "cent", "dollar", "2.5"),
        ("5", "dollar/gallon", "dollar/quart", "1.25"),
    ],
)
def test_conversions(value: str, unit: str, into: str, result: str) -> None:
    assert convert(Fraction(value), unit, into) == Fraction(result)


def test_what_does_not_measure_the_same_is_refused() -> None:
    with pytest.raises(ValueError, match="do not measure the same"):
        convert(Fraction(1), "us-dollar", "euro")
    with pytest.raises(KeyError):
        convert(Fraction(1), "smoot", "meter")


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_leads_to_its_canonical_one(name: str) -> None:
    unit = unit_named(name)
    canonical = unit_named(unit.canonical)
    assert (canonical.factor, canonical.offset, canonical.dimension) == (1, 0, unit.dimension)
    assert 0 < unit.low <= unit.factor <= unit.high


@settings(derandomize=True, max_examples=200)
@given(st.sampled_from(NAMES), st.fractions(max_denominator=1000))
def test_there_and_back_is_the_identity(name: str, value: Fraction) -> None:
    unit = unit_named(name)
    canonical = convert(value, name, unit.canonical)
    assert from_canonical(canonical, name) == value
    assert convert(canonical, unit.canonical, name) == value


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Fraction(254000) / Fraction("1609.344"), "mile", "157.8 miles"),
        (Fraction(1), "mile", "1 mile"),
        (Fraction(6), "", "6"),
        (Fraction(1250000), "us-dollar", "1,250,000 US dollars"),
        (Fraction(1, 3), "percent", "0.3333 percent"),
        (Fraction(-5, 2), "celsius", "-2.5 degrees Celsius"),
        (Fraction(37), "year-of-age", "37 years old"),
        (Fraction(5), "dollar/barrel", "5 dollars per barrel"),
    ],
)
def test_shown(value: Fraction, unit: str, shown: str) -> None:
    assert show_quantity(value, unit) == shown


@settings(derandomize=True, max_examples=200)
@given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6))
def test_a_shown_number_is_close(value: Fraction) -> None:
    shown = Fraction(show_number(value).replace(",", ""))
    assert abs(shown - value) <= abs(value) / 1000
