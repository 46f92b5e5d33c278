"""Passages that two texts share, across small edits."""

from __future__ import annotations

import pytest

from rashomon.group.runs import passages
from rashomon.group.words import words_of

PASSAGE = "the harbour master closed both gates at noon because the tide was two feet above the mark"


def shared(first: str, second: str) -> list[tuple[str, str]]:
    one, other = words_of(first), words_of(second)
    return [
        (one.range(run.first, run.first_end - 1).of(first), other.range(run.second, run.second_end - 1).of(second))
        for run in passages(one, other)
    ]


def test_a_passage_within_other_words() -> None:
    first, second = f"Alpha beta gamma. {PASSAGE}. Delta.", f"Quite different words here. {PASSAGE}, so it is told."
    assert shared(first, second) == [(PASSAGE, PASSAGE)]


@pytest.mark.parametrize(
    "edited",
    [
        PASSAGE.replace("both", "all three"),
        PASSAGE.replace(" at noon", ""),
        PASSAGE.replace("gates at", "gates of the outer basin at"),
        PASSAGE.replace("closed", "shut").replace("tide", "sea"),
    ],
)
def test_an_edit_does_not_end_a_passage(edited: str) -> None:
    ((one, other),) = shared(f"Alpha beta. {PASSAGE}", f"{edited}. Gamma delta.")
    assert one == PASSAGE
    assert other == edited


def test_two_passages_in_another_order() -> None:
    other = "a crane fell on the empty quay and broke the lamps of the western mole"
    filler = "nothing of this stands in the second text whatever one may look for in it"
    assert {one for one, _ in shared(f"{PASSAGE}. {filler}. {other}.", f"{other}. {PASSAGE}.")} == {PASSAGE, other}


def test_nothing_in_common() -> None:
    assert shared("one two three four", "five six seven eight") == []
    assert shared("", "one") == []
