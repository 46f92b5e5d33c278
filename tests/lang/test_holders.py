"""Whose a figure is, and whether two belong to things named apart."""

from __future__ import annotations

import pytest
from tests.extract.invented_claims import account

from rashomon.lang.holders import holder_of, named_alike, named_apart
from rashomon.model import Quantity


def holders(text: str) -> list[set[str]]:
    """Return the holder of each figure of a text of one sentence."""
    told = account(text)
    return [set(holder_of(m, told.mentions, told.sentences[0])) for m in told.mentions if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 65 percent of traffic to Peru was down.", [{"peru"}]),
        ("It lost 59 percent of calls with Peru, 44 percent with Kenya.", [{"peru"}, {"kenya"}]),
        ("Traffic in Peru was down by 80 percent, in Kenya by 65 percent.", [{"peru"}, {"kenya"}]),
        ("Peru lost 40 percent of its traffic.", [{"peru"}]),
        ("It lost 40 percent of its traffic.", [set()]),
        ("In Peru, 40 percent of homes were dark.", [set()]),  # a comma lies between
    ],
)
def test_the_name_beside_a_figure(text: str, expected: list[set[str]]) -> None:
    assert holders(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"peru"}, {"peru"}, True),
        ({"peru"}, {"peruvian"}, True),
        ({"peru", "lima"}, {"lima"}, True),
        ({"peru"}, {"kenya"}, False),
        ({"us"}, {"usk"}, False),
    ],
)
def test_alike_and_apart_are_opposites_where_both_are_named(one: set[str], other: set[str], alike: bool) -> None:
    first, second = frozenset(one), frozenset(other)
    assert named_alike(first, second) is named_alike(second, first) is alike
    assert named_apart(first, second) is named_apart(second, first) is not alike


def test_what_is_not_named_is_neither_alike_nor_apart() -> None:
    named, unnamed = frozenset({"peru"}), frozenset[str]()
    assert not named_apart(named, unnamed) and not named_apart(unnamed, unnamed)
    assert not named_alike(named, unnamed) and not named_alike(unnamed, unnamed)
