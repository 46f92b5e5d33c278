"""What two like sentences put in the same place."""

from __future__ import annotations

from functools import cache

import pytest
from tests.events import event_about

from rashomon.questions.wording.slots import LONGEST, Pair, line_of, pair_of, slots_of

Found = set[tuple[str, str, str]]

BOAT = "The guards seized the boat near the harbour of Dorn on Monday."
VESSEL = "The guards seized the vessel near the harbour of Dorn on Monday."
FERRY = "A large ferry hit a pier in Dorn."


@cache
def pairs(one: str, other: str) -> tuple[Pair, ...]:
    """Return the two sentences as the event lays them side by side: one pair, or none."""
    alike = event_about({"a": one, "b": other}).similar
    lines = [line_of(reading) for reading in alike.readings]
    return tuple(pair_of(lines[a.first], lines[a.second], (a.match.first, a.match.second)) for a in alike.likenesses)


def found(one: str, other: str) -> Found:
    """Return the slots of two sentences as the words of both sides and the way that led to them."""
    return {
        (pair.one.range(s.first).of(one), pair.other.range(s.second).of(other), s.way)
        for pair in pairs(one, other)
        for s in slots_of(pair)
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The guards seized the wooden boat.", "The guards seized the old boat.", ("wooden boat", "old boat", "noun")),
        ("The guards seized the boat in Dorn.", "The guards seized a piano in Dorn.", ("the boat", "a piano", "role")),
        ("The ferry hit a pier in Dorn.", "The ferry hit a stone pier in Dorn.", ("a pier", "a stone pier", "noun")),
        ("Strong winds wrecked the old jetty.", "Strong winds spared the old jetty.",
         ("wrecked the old jetty", "spared the old jetty", "act")),
        ("Divers found the bell in May.", "Divers found the bell near the lighthouse.",
         ("found the bell in May", "found the bell near the lighthouse", "clause")),
    ],
)  # fmt: skip
def test_words_in_the_same_place_are_found(one: str, other: str, expected: tuple[str, str, str]) -> None:
    shown = {(a.partition("Divers ")[2] or a, b.partition("Divers ")[2] or b, way) for a, b, way in found(one, other)}
    assert expected in shown | found(one, other)


@pytest.mark.parametrize("text", [BOAT, VESSEL, FERRY])
def test_identical_sentences_have_no_slots(text: str) -> None:
    assert pairs(text, text)
    assert found(text, text) == set()


def test_words_and_their_synonyms_are_no_slot() -> None:
    other = BOAT.replace("near", "close to")
    assert not any({first, second} == {"the boat"} for first, second, _ in found(BOAT, other))


def test_sentences_without_common_words_are_no_pair() -> None:
    assert pairs(BOAT, "A choir sang hymns at noon.") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire burned 30 barns near Dorn.", "The fire burned 40 barns near Dorn."),
        ("The guards seized the boat near Dorn on Monday.", "The guards seized the boat near Dorn on Friday."),
        ("The guards seized the boat near Dorn.", "The guards never seized the boat near Dorn."),
    ],
)
def test_values_at_odds_and_denials_are_not_a_matter_of_words(one: str, other: str) -> None:
    assert pairs(one, other)
    assert found(one, other) == set()


def test_a_number_that_one_side_lacks_is_more_detail() -> None:
    slots = found("The fire burned old barns near Dorn.", "The fire burned 40 barns near Dorn.")
    assert any("old barns" in first and "40 barns" in second for first, second, _ in slots)


@pytest.mark.parametrize(("one", "other"), [(BOAT, VESSEL), (BOAT, "The guards seized a rusty boat in Dorn.")])
def test_the_order_of_the_sentences_only_turns_the_sides(one: str, other: str) -> None:
    turned = {(b, a, way) for pair in pairs(one, other) for a, b, way in _words(pair.turned(), other, one)}
    assert turned == found(one, other) != set()


def _words(pair: Pair, one: str, other: str) -> Found:
    return {(pair.one.range(s.first).of(one), pair.other.range(s.second).of(other), s.way) for s in slots_of(pair)}


def test_no_side_is_longer_than_a_value_with_its_words() -> None:
    long = " and the tired keeper of the small white lighthouse beyond the northern sandbanks of the bay"
    slots = found(f"The guards seized the boat{long}.", f"The guards seized the vessel{long}.")
    assert slots
    assert all(len(side) <= LONGEST for first, second, _ in slots for side in (first, second))


@pytest.mark.parametrize(("place", "length"), [("Dornhus", 85), ("Dornholm", 79)])
def test_a_side_of_85_characters_is_whole_and_one_of_86_loses_its_last_words(place: str, length: int) -> None:
    long = f"The guards seized the boat with the tired keeper of the small white lighthouse at {place}."
    slots = found(long, "The guards seized the vessel with the bell.")
    assert max(len(first) for first, _, _ in slots) == length
