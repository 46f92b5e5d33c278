"""How telling a word is in its report: what every sentence says tells its sentences apart in little."""

from __future__ import annotations

import pytest
from tests.readings import account_in_nouns

from rashomon.coreference.terms import readings_of


def left_of_a_word_in_all(sentences: int) -> float:
    """Return the share of what "Varnholm" tells that is left where each of so many sentences has it."""
    once, often = account_in_nouns("a", "varnholm"), account_in_nouns("b", *["varnholm"] * sentences)
    alone, repeated = readings_of((once, often), ())[:2]
    (key,) = alone.squares
    return repeated.squares[key] / alone.squares[key]


@pytest.mark.parametrize(
    ("sentences", "left"),
    [
        (1, 1.0),
        (2, 0.263),
        (3, 0.136),
        (4, 0.1),  # it would be 0.087
        (40, 0.1),
    ],
)
def test_a_tenth_is_left_of_what_every_sentence_says(sentences: int, left: float) -> None:
    assert left_of_a_word_in_all(sentences) == pytest.approx(left, abs=0.001)
