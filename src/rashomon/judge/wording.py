"""How intervals and answers are written in explanations."""

from __future__ import annotations

from fractions import Fraction

from rashomon.judge.intervals import Interval, interval_of
from rashomon.lang.units import from_canonical, show_number, show_quantity
from rashomon.model import Quantity


def shown(quantity: Quantity, interval: Interval | None = None) -> str:
    """Return the interval that a quantity allows in its own unit: "6", "[45, 55]", "more than 40 kilometers"."""
    allowed = interval or interval_of(quantity)
    low, high = _written(quantity, allowed.low), _written(quantity, allowed.high)
    if low is not None and low == high:
        return show_quantity(low, quantity.written_unit)
    left = "(-∞" if low is None else ("(" if allowed.low_open else "[") + show_number(low)
    right = "∞)" if high is None else show_number(high) + (")" if allowed.high_open else "]")
    unit = show_quantity(Fraction(2), quantity.written_unit).partition(" ")[2] if quantity.written_unit else ""
    return f"{left}, {right} {unit}".rstrip()


def _written(quantity: Quantity, value: Fraction | None) -> Fraction | None:
    if value is None:
        return None
    return from_canonical(value, quantity.written_unit) if quantity.written_unit else value
