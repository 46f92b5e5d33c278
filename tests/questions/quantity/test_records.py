"""Records of one person behind the name: where two cannot be one contest apart."""

from __future__ import annotations

import pytest
from tests.questions.two_reports import case_of, swapped

from rashomon.questions.quantity.records import two_records


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tom Brandel (43-1) won again.", "Brandel (45-1) won on points.", True),
        ("Tom Brandel (43-1) won again.", "Brandel (44-2) won on points.", True),
        ("Tom Brandel (43-1) won again.", "Brandel (44-1) won on points.", False),  # before and after the fight
        ("Tom Brandel (43-1) won again.", "Brandel (43-1) won on points.", False),
        ("Tom Brandel (43-1) won again.", "Ada Kessling (45-1) won on points.", False),  # of another
        ("Tom Brandel (6-3) won again.", "Tom Brandel (1-6) lost a set.", False),  # sets, not records
        ("The yard built 40 trams.", "The yard built 43 trams.", False),  # no record at all
    ],
)
def test_two_records(one: str, other: str, expected: bool) -> None:
    case = case_of(one, other)
    for told in (case, swapped(case)):
        ruling = two_records(told)
        assert (ruling is not None) is expected
        assert ruling is None or (ruling.verdict.value, ruling.reason) == ("conflict", "quantity")
