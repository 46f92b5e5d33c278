"""How two stated times relate, by the calendar and by words."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.lang.dates import find_periods
from rashomon.lang.periods import Overlap, overlap
from rashomon.model import Period

ANCHOR = date(2031, 3, 14)


def period(words: str, anchor: date | None) -> Period:
    (mention,) = find_periods(words, anchor)
    assert isinstance(mention.value, Period)
    return mention.value


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("March 3", "March 3", Overlap.SAME),
        ("March 3, 2031", "March 2031", Overlap.WITHIN),
        ("March 3", "March 4", Overlap.APART),
        ("4 p.m.", "the afternoon", Overlap.WITHIN),
        ("4 p.m.", "Monday afternoon", Overlap.WITHIN),
        ("1 a.m.", "Monday night", Overlap.WITHIN),
        ("9 a.m.", "Monday night", Overlap.APART),
        ("1000 GMT", "1:30 p.m. GMT", Overlap.APART),
    ],
)
@pytest.mark.parametrize("anchor", [ANCHOR, None])
def test_two_times(one: str, other: str, expected: Overlap, anchor: date | None) -> None:
    first, second = period(one, anchor), period(other, anchor)
    assert overlap(first, second) is expected
    assert overlap(second, first) is expected


def test_a_clock_does_not_settle_which_day() -> None:
    assert overlap(period("Monday at 4 p.m.", None), period("Tuesday afternoon", None)) is Overlap.APART
