"""What place names mean and how places lie to one another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lang.places import (
    PlaceRelation,
    contains,
    distance,
    government_of,
    place_of,
    relate_places,
    same_place,
)

SAME, CONTAINS, WITHIN = PlaceRelation.SAME, PlaceRelation.CONTAINS, PlaceRelation.WITHIN
APART, BESIDE, UNKNOWN = PlaceRelation.APART, PlaceRelation.BESIDE, PlaceRelation.UNKNOWN


@pytest.mark.parametrize(
    ("words", "kind", "country"),
    [
        ("Somalia", "country", "SO"),
        ("Somalian", "country", "SO"),
        ("the U.S.", "country", "US"),
        ("Ivory Coast", "country", "CI"),
        ("Primorsky Krai", "region", "RU"),
        ("Sonoma County", "county", "US"),
        ("Healdsburg", "city", "US"),
        ("Springfield, Ill.", "city", "US"),
        ("Philly", "city", "US"),
        ("Washington, D.C.", "city", "US"),
        ("NJ", "region", "US"),
        ("Calif.", "region", "US"),
        ("the city of Leeds", "city", "GB"),
        ("the Middle East", "area", ""),
        ("Gulf of Aden", "water", ""),
        ("northeast Philadelphia", "part", "US"),
        ("the outskirts of Lyon", "part", "FR"),
        ("Africa", "continent", ""),
    ],
)
def test_place_of(words: str, kind: str, country: str) -> None:
    place = place_of(words)[0]
    assert (place.kind, place.country) == (kind, country)


@pytest.mark.parametrize("words", ["", ",", "Xyzzyburg", "in", "me", "The", "'s"])
def test_no_place(words: str) -> None:
    assert place_of(words) == ()


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("California", "Sonoma County", CONTAINS),
        ("Sonoma County", "Healdsburg", CONTAINS),
        ("Florida", "southern Florida", CONTAINS),
        ("southern Florida", "South Florida", SAME),
        ("southern Florida", "Miami", CONTAINS),
        ("northern Florida", "Miami", APART),
        ("Middle East", "Egypt", CONTAINS),
        ("Texas", "Paris", CONTAINS),
        ("Berlin", "Paris", APART),
        ("Kyiv", "Kiev", SAME),
        ("U.S.", "America", SAME),
        ("Philadelphia", "Philly", SAME),
        ("Primorye", "Artyom", CONTAINS),
        ("New York", "Harlem", CONTAINS),
        ("Gulf of Aden", "Somalia", BESIDE),
        ("Indian Ocean", "Gulf of Aden", CONTAINS),
        ("central Iran", "southeastern Iran", APART),
        ("southern Iran", "southeastern Iran", CONTAINS),
        ("Ivory Coast", "Djibouti", APART),
        ("Kenya", "Somalia", APART),
        ("Indonesia", "Aceh", CONTAINS),
        ("Sumatra", "Aceh", UNKNOWN),
        ("Xyzzyburg", "Paris", UNKNOWN),
    ],
)
def test_relations_in_both_directions(one: str, other: str, relation: PlaceRelation) -> None:
    assert relate_places(one, other) is relation
    turned = {CONTAINS: WITHIN, WITHIN: CONTAINS}.get(relation, relation)
    assert relate_places(other, one) is turned


def test_contains_and_same_place_say_when_they_do_not_know() -> None:
    assert contains("California", "Sonoma County") is True
    assert contains("Sonoma County", "California") is False
    assert contains("Sumatra", "Aceh") is None
    assert same_place("Kyiv", "Kiev") is True
    assert same_place("Kyiv", "Xyzzyburg") is None


@pytest.mark.parametrize(
    ("words", "country"),
    [("Moscow", "Russia"), ("the Kremlin", "Russia"), ("Washington", "United States"), ("France", "France")],
)
def test_capitals_stand_for_governments(words: str, country: str) -> None:
    place = government_of(words)
    assert place is not None
    assert place.name == country


def test_a_town_that_is_no_capital_stands_for_no_government() -> None:
    assert government_of("Healdsburg") is None


def test_distance_in_kilometres() -> None:
    london, paris = place_of("London, England")[0], place_of("Paris, France")[0]
    measured = distance(london, paris)
    assert measured is not None
    assert 340 < measured < 348
    assert distance(london, place_of("Somalia")[0]) is None


NAMES = st.sampled_from(
    [
        "Paris",
        "Texas",
        "southern Florida",
        "Miami",
        "U.S.",
        "Georgia",
        "Asia",
        "Gulf of Aden",
        "Yemen",
        "Sumatra",
        "Xyzzy",
        "Leeds",
    ]
)


@given(NAMES, NAMES)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_the_relation_turned_round_is_the_relation_of_the_turned(one: str, other: str) -> None:
    turned = {CONTAINS: WITHIN, WITHIN: CONTAINS}
    relation = relate_places(one, other)
    assert relate_places(other, one) is turned.get(relation, relation)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_words_are_taken(words: str) -> None:
    place_of(words)
    assert relate_places(words, "Paris") in PlaceRelation
