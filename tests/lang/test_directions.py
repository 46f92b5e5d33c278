"""Parts of a place by direction, read from coordinates."""

from __future__ import annotations

import pytest

from rashomon.lang.directions import lies_in_part, opposite_sides
from rashomon.lang.places import place_of


@pytest.mark.parametrize(
    ("side", "whole", "town", "inside"),
    [
        ("south", "Florida, United States", "Miami, Florida", True),
        ("north", "Florida, United States", "Miami, Florida", False),
        ("northeast", "France", "Strasbourg", True),
        ("southwest", "France", "Strasbourg", False),
        ("central", "Spain", "Madrid", True),
        ("downtown", "France", "Lyon", None),
    ],
)
def test_lies_in_part(side: str, whole: str, town: str, inside: bool | None) -> None:
    assert lies_in_part(side, place_of(whole)[0].id, place_of(town)[0]) is inside


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("north", "south", True),
        ("northeast", "southeast", True),
        ("central", "southeast", True),
        ("north", "east", None),
        ("downtown", "north", None),
    ],
)
def test_opposite_sides(one: str, other: str, apart: bool | None) -> None:
    assert opposite_sides(one, other) is apart
    assert opposite_sides(other, one) is apart
