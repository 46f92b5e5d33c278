"""Do sums in two currencies lie within the usual rates of exchange? A sane rate: the day's is not known offline."""

from __future__ import annotations

from fractions import Fraction

from rashomon.lang.tables import load_table
from rashomon.model import Quantity
from rashomon.questions.intervals import middle


def exchange(one: Quantity, other: Quantity) -> tuple[Fraction, Fraction, Fraction] | None:
    """Return the lowest and highest usual rate of two currencies, and the one that the sums imply; None if unknown.

    Rates are units of the second currency of the table's pair for one of the first.
    """
    first, second = middle(one), middle(other)
    if not first or not second:
        return None
    for row in load_table("exchange")["pairs"]:
        for (a, x), (b, y) in (((one.unit, first), (other.unit, second)), ((other.unit, second), (one.unit, first))):
            if a in row["one"] and b in row["other"]:
                return Fraction(str(row["low"])), Fraction(str(row["high"])), y / x
    return None
