"""Whether two roles of one person say the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.align.aliases import Sameness
from rashomon.align.role_match import same_role

SAME, VARIANT, DIFFERENT, UNKNOWN = Sameness.SAME, Sameness.VARIANT, Sameness.DIFFERENT, Sameness.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "sameness"),
    [
        ("general manager", "General Manager", SAME),
        ("general manager", "GM", VARIANT),
        ("spokeswoman", "spokesperson", VARIANT),
        ("president of Norda", "president", VARIANT),
        ("U.S. attorney", "United States attorney for the Southern District", VARIANT),
        ("head of the seismic lab", "director of the lab for earthquakes", VARIANT),
        ("Russian president", "president of Russia", VARIANT),
        ("Commander", "Commodore", DIFFERENT),
        ("navy spokesman Commander", "Commodore", DIFFERENT),
        ("major general", "lieutenant general", DIFFERENT),
        ("attorney general", "Commander", UNKNOWN),
        ("vice president", "president", UNKNOWN),
        ("former mayor", "mayor", UNKNOWN),
        ("geologist", "mayor", UNKNOWN),
        ("", "mayor", UNKNOWN),
    ],
)
def test_same_role(one: str, other: str, sameness: Sameness) -> None:
    assert same_role(one, other).sameness is sameness
    assert same_role(other, one) == same_role(one, other)


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_words_are_taken(role: str) -> None:
    assert same_role(role, "mayor").sameness in Sameness
