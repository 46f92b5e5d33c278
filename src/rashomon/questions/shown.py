"""How intervals and answers are written in explanations."""

from __future__ import annotations

from fractions import Fraction

from rashomon.lang.units import from_canonical, show_number, show_quantity
from rashomon.model import Quantity
from rashomon.questions.intervals import Interval, interval_of


def shown(quantity: Quantity, interval: Interval | None = None, in_unit: str = "") -> str:
    """Return the interval that a quantity allows in its own unit, or in `in_unit` of the same dimension.

    "6", "[45, 55]", "(40, ∞) kilometers": a square bracket holds its bound, a round one leaves it out. `interval`
    stands in for what the words allow, in the canonical unit.
    """
    unit = in_unit or quantity.written_unit
    allowed = interval or interval_of(quantity)
    low, high = (_written(unit, bound) for bound in (allowed.low, allowed.high))
    if low is not None and low == high:
        return show_quantity(low, unit)
    left = "(-∞" if low is None else ("(" if allowed.low_open else "[") + show_number(low)
    right = "∞)" if high is None else show_number(high) + (")" if allowed.high_open else "]")
    name = show_quantity(Fraction(2), unit).partition(" ")[2] if unit else ""
    return f"{left}, {right} {name}".rstrip()


def _written(unit: str, value: Fraction | None) -> Fraction | None:
    return from_canonical(value, unit) if unit and value is not None else value
