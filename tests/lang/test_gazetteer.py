"""The shipped gazetteer: its size, its keys, and that the declared tables fit it."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.steps import steps

from rashomon.lang.gazetteer import capitals, country_of_adjective, fold, load_gazetteer, state_of
from rashomon.lang.tables import load_table

LARGEST = 1_000_000  # bytes
MOST_STEPS = 40  # for each line of it; 25 are taken


def test_it_is_small() -> None:
    assert len(resources.files("rashomon.lang").joinpath("gazetteer.tsv.gz").read_bytes()) < LARGEST


def test_it_loads_in_few_steps() -> None:
    lines = len(load_gazetteer().lines)
    # What the cache wraps, so that all other tests keep the one they share.
    assert steps(load_gazetteer.__wrapped__) < MOST_STEPS * lines


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("U.S.", "us"),
        ("São Paulo", "sao paulo"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Jong-un", "jong un"),
        (" A  B ", "a b"),
    ],
)
def test_fold(words: str, key: str) -> None:
    assert fold(words) == key


@given(st.text(max_size=100))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_folding_twice_is_folding_once(words: str) -> None:
    assert fold(fold(words)) == fold(words)


def test_the_larger_place_of_a_name_comes_first() -> None:
    cities = [place for place in load_gazetteer().find("Paris") if place.kind == "city"]
    assert cities[0].country == "FR"
    assert [place.inhabitants for place in cities] == sorted((place.inhabitants for place in cities), reverse=True)


def test_containment_is_transitive() -> None:
    gazetteer = load_gazetteer()
    town = next(place for place in gazetteer.find("Healdsburg"))
    county = next(place for place in gazetteer.find("Sonoma County"))
    assert county.id in town.within
    assert county.within < town.within


def test_every_declared_spelling_finds_its_place() -> None:
    table = load_table("regions")
    gazetteer = load_gazetteer()
    for name, known, code in [*table["spellings"]["list"], *table["spellings"]["regions"]]:
        assert any(place.country == code for place in gazetteer.find(name)), (name, known)


def test_every_adjective_names_a_country() -> None:
    for words in load_table("nationalities")["of"].values():
        for word in words:
            assert country_of_adjective(word) is not None, word


def test_states_and_capitals() -> None:
    state = state_of("n y")
    assert state is not None
    assert state.name == "New York"
    assert state_of("zz") is None
    assert capitals()["moscow"] == "RU"
