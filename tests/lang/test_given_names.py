"""Given names that are easily taken for one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lang.given_names import like_given_names


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Karen Kessling", "Karin Kessling", True),
        ("Marie Kessling", "Maria Kessling", True),
        ("KAREN KESSLING", "Karin Kessling", True),
        ("Karen B. Kessling", "Karin Kessling", True),
        ("Karen Kessling", "Karen Kessling", False),
        ("Karen Kessling", "Karen Brandel", False),  # another surname
        ("Karen Kessling", "Sharon Kessling", False),  # another first letter
        ("Karen Kessling", "Katherine Kessling", False),  # too far apart
        ("Zorvo Kessling", "Zorva Kessling", False),  # not known as given names
        ("Karen", "Karin", False),  # no surname
        ("", "", False),
    ],
)
def test_pairs(one: str, other: str, expected: bool) -> None:
    assert like_given_names(one, other) is expected
    assert like_given_names(other, one) is expected


GIVEN = st.sampled_from(["Karen", "Karin", "Maria", "Marie", "Paul", "Paula", "Zorvo", "", "K."])
SURNAMES = st.sampled_from(["Kessling", "Brandel", ""])
FULL = st.builds(lambda first, last: f"{first} {last}".strip(), GIVEN, SURNAMES)


@given(FULL, FULL)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert like_given_names(one, other) == like_given_names(other, one)
    assert not like_given_names(one, one)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_borne(one: str, other: str) -> None:
    assert like_given_names(one, other) in (True, False)
