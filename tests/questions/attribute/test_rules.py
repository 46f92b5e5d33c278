"""The rules for two descriptions of one named thing: a table of two phrases, and the verdict on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.questions.hand_built import said_of_phrases

from rashomon.questions.attribute.rules import RULES

CONFLICT, COMPATIBLE = "conflict", "compatible"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("central town", "southeastern town", (CONFLICT, "place")),
        ("western suburb", "eastern suburb", (CONFLICT, "place")),
        ("northern port", "northeastern port", (COMPATIBLE, "wording")),  # north-east is in the north
        ("western suburb", "suburb", (COMPATIBLE, "granularity")),
        ("port city", "northern port city", (COMPATIBLE, "granularity")),
        ("fishing village", "port", (COMPATIBLE, "wording")),
    ],
)
def test_two_descriptions(one: str, other: str, expected: tuple[str, str]) -> None:
    assert said_of_phrases(one, other, RULES) == expected


DESCRIPTIONS = st.sampled_from(
    ["central town", "southeastern town", "northern port", "port", "port city", "village", "old fishing village"]
)


@given(DESCRIPTIONS, DESCRIPTIONS)
def test_the_order_of_two_descriptions_changes_nothing(one: str, other: str) -> None:
    assert said_of_phrases(one, other, RULES) is not None


@given(DESCRIPTIONS)
def test_a_description_is_not_at_odds_with_itself(words: str) -> None:
    assert said_of_phrases(words, words, RULES) == (COMPATIBLE, "wording")
