"""Agencies by name, alias and credit."""

from __future__ import annotations

import pytest

from rashomon.lang.agencies import agency_named, find_agencies
from rashomon.model import Name

CASES = [
    ("HARBOUR CITY (Reuters) - A crane fell.", "Reuters", True),
    ("HARBOUR CITY, May 3 (UPI) — A crane fell.", "United Press International", True),
    ("The crane fell at noon. (AP)", "Associated Press", True),
    ("Additional reporting by Agence France-Presse.", "Agence France-Presse", True),
    ("The mayor told the Associated Press that the crane was new.", "Associated Press", False),
    ("KCNA said the crane was new.", "KCNA", False),
    ("Tass, the Russian agency, saw no crane.", "Tass", False),
    ("the Xinhua news agency reported", "Xinhua", False),
]


@pytest.mark.parametrize(("text", "name", "credit"), CASES)
def test_agencies(text: str, name: str, credit: bool) -> None:
    mention = next(iter(find_agencies(text)))
    assert isinstance(mention.value, Name)
    assert mention.value.words == name
    assert ("credit" in mention.value.titles) is credit


@pytest.mark.parametrize(
    "text", ["The APP store", "Japan's MAP", "RIAA sued", "He took a nap.", "the bus to Petrapolis", ""]
)
def test_other_words_are_no_agencies(text: str) -> None:
    assert find_agencies(text) == ()


def test_state_media_bear_their_state() -> None:
    agency = agency_named("KCNA")
    assert agency is not None
    assert agency.state == "North Korea"
    assert agency_named("Nobody News") is None
