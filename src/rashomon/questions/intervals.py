"""The algebra of quantities: intervals of what words allow, compared exactly.

A quantity is an interval [low, high] in a canonical unit; a bound may be open or missing. `meets` is symmetric. A
number given with a unit is read as rounded to its last stated digit only where two units are compared
(34 miles is 54.7 km, which rounds to 55).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rashomon import tables
from rashomon.model import Precision, Quantity

_THRESHOLDS = tables.thresholds("rashomon.questions")

LOOSE = _THRESHOLDS.ratio("loose")
FIVE = _THRESHOLDS.ratio("five")
MOST_ROUNDING = _THRESHOLDS.ratio("most_rounding")


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None is no bound, `*_open` leaves the bound itself out."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


def interval_of(quantity: Quantity) -> Interval:
    """Return what the words of `quantity` allow, in its canonical unit."""
    return Interval(quantity.low, quantity.high, quantity.low_open, quantity.high_open)


def rounded(quantity: Quantity) -> Interval:
    """Return the numbers that round to `quantity` as written, in its canonical unit.

    Half a step to both sides of the stated number, the step being the place value of its last non-zero digit, and at
    most a twentieth of the number: 159 miles is [158.5, 159.5] miles, 10 metres is [9.5, 10.5] metres. Words that are
    an interval already only grow by half a step.
    """
    half = quantity.step * abs(quantity.factor) / 2
    if quantity.stated:
        half = min(half, abs(quantity.stated * quantity.factor) * MOST_ROUNDING)
    if quantity.dimension == "share":
        half = min(half, FIVE / 2)
    low = None if quantity.low is None else quantity.low - half
    high = None if quantity.high is None else quantity.high + half
    return Interval(low, high, quantity.low_open, quantity.high_open)


def loosened(quantity: Quantity) -> Interval:
    """Return what an approximate quantity allows where writers are loose: a fifth to each side of the stated number.

    "Almost 90" is loose downwards alone, up to 90 itself.
    """
    if quantity.precision is not Precision.ABOUT or quantity.stated is None:
        return interval_of(quantity)
    value = quantity.stated * quantity.factor
    low, high = sorted((value * (1 - LOOSE), value * (1 + LOOSE)))
    if quantity.high_open and quantity.high == value:
        return Interval(low, value)
    return Interval(low, high)


def meets(one: Interval, other: Interval) -> bool:
    """Say whether some number lies in both intervals. Symmetric."""
    return not (_below(one, other) or _below(other, one))


def contains(one: Interval, other: Interval) -> bool:
    """Say whether every number of `other` lies in `one`."""
    low_fits = one.low is None or (
        other.low is not None
        and (other.low > one.low or (other.low == one.low and (not one.low_open or other.low_open)))
    )
    high_fits = one.high is None or (
        other.high is not None
        and (other.high < one.high or (other.high == one.high and (not one.high_open or other.high_open)))
    )
    return low_fits and high_fits


def is_point(one: Interval) -> bool:
    """Say whether the interval holds one number alone."""
    return one.low is not None and one.low == one.high


def middle(quantity: Quantity) -> Fraction | None:
    """Return the number that stands for the quantity: as stated, else the middle or the one bound it has."""
    if quantity.stated is not None:
        return quantity.stated * quantity.factor
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high


def same_direction_bounds(one: Quantity, other: Quantity) -> bool:
    """Say whether both are bounds that leave the same end open ("more than 26,000" and "more than 31,000")."""
    if one.precision is not Precision.BOUND or other.precision is not Precision.BOUND:
        return False
    return (one.high is None and other.high is None) or (one.low is None and other.low is None)


def same_value(one: Quantity, other: Quantity) -> bool:
    """Say whether both allow the same numbers in the same unit."""
    return one.unit == other.unit and interval_of(one) == interval_of(other)


def apart(one: Quantity, other: Quantity) -> Fraction | None:
    """Return how many times the larger middle exceeds the smaller (1 for equal), or None where that has no sense."""
    first, second = middle(one), middle(other)
    if first is None or second is None or first <= 0 or second <= 0:
        return None
    return max(first, second) / min(first, second)


def _below(one: Interval, other: Interval) -> bool:
    """Say whether all of `one` lies below all of `other`."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))
