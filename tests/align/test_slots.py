"""What two like sentences put in the same place."""

from __future__ import annotations

from functools import cache

import pytest
from tests.align.invented import account_of

from rashomon.align.slots import slots_of
from rashomon.lang.tree import Tree, tree_of

told = cache(account_of)
Found = set[tuple[str, str, str]]

BOAT = "The guards seized the boat near the harbour of Dorn on Monday."
VESSEL = "The guards seized the vessel near the harbour of Dorn on Monday."


def tree(text: str) -> Tree:
    (sentence,) = told("a", text).sentences
    return tree_of(sentence)


def found(one: str, other: str) -> Found:
    """Return the slots of two sentences as the words of both phrases and the way that led to them."""
    return {(s.first.range.of(one), s.second.range.of(other), s.way) for s in slots_of(tree(one), tree(other))}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BOAT, VESSEL, ("boat", "vessel", "argument")),
        ("Divers found the ship's bell near the lighthouse.", "Divers found the bronze bell near the lighthouse.",
         ("ship's bell", "bronze bell", "argument")),
        ("The large ferry hit a pier in Dorn.", "The ferry hit a stone pier in Dorn.",
         ("large ferry", "ferry", "argument")),
        ("A large ferry hit a pier.", "Sailors watched a wooden ferry.", ("large ferry", "wooden ferry", "modifier")),
        # The verbs differ, so only the words around them show the place.
        ("Strong winds wrecked the jetty at Dorn.", "Strong winds spared the jetty at Dorn.",
         ("wrecked", "spared", "replaced")),
    ],
)  # fmt: skip
def test_phrases_in_the_same_place_are_found(one: str, other: str, expected: tuple[str, str, str]) -> None:
    first, second, way = expected
    strip = {(a.removeprefix("A ").removeprefix("a "), b.removeprefix("a "), w) for a, b, w in found(one, other)}
    assert (first, second, way) in strip


@pytest.mark.parametrize("text", [BOAT, VESSEL, "Divers found the ship's bell near the lighthouse."])
def test_identical_sentences_have_no_slots(text: str) -> None:
    assert found(text, text) == set()


def test_identical_phrases_are_no_slot() -> None:
    assert {first for first, *_ in found(BOAT, VESSEL)} == {"boat"}


def test_sentences_without_a_common_place_have_no_slots() -> None:
    assert found(BOAT, "A choir sang hymns at noon.") == set()


@pytest.mark.parametrize(("one", "other"), [(BOAT, VESSEL), (BOAT, "The large ferry hit a pier in Dorn on Monday.")])
def test_the_order_of_the_sentences_only_turns_the_sides(one: str, other: str) -> None:
    turned = {(b, a, way) for a, b, way in found(other, one) if way != "replaced"}
    assert turned == {slot for slot in found(one, other) if slot[2] != "replaced"}


def test_numbers_of_a_phrase_are_kept_apart() -> None:
    one, other = "The fire burned 30 barns near Dorn.", "The fire burned 40 barns near Dorn."
    numbers = {(tuple(s.first.numbers), tuple(s.second.numbers)) for s in slots_of(tree(one), tree(other))}
    assert (("30",), ("40",)) in numbers


def test_more_agreement_around_counts_more() -> None:
    near = next(s for s in slots_of(tree(BOAT), tree(VESSEL)) if s.way == "argument")
    far_text = "The guards seized the vessel."
    far = next(s for s in slots_of(tree(BOAT), tree(far_text)) if s.way == "argument")
    assert near.shared > far.shared
