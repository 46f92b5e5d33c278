"""Headlines are read in plain case; ordinary sentences and names stay as they are."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from rashomon.lang.casing import plain_case
from rashomon.lang.lemmas import Lemmas

LEMMAS = Lemmas(
    frozenset(
        {"storm/noun", "kill/verb", "nine/NUM", "in/ADP", "coastal/degree", "town/noun", "after/ADP", "press/verb"}
    ),
    MappingProxyType({}),
)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Storm Kills Nine in Coastal Town", "Storm kills nine in coastal town"),
        ("Storm Kills Nine in Okafor Town", "Storm kills nine in Okafor town"),
        ("STORM KILLS NINE IN OKAFOR", "Storm kills nine in Okafor"),
        ("STORM KILLS U.N. AFTER", "Storm kills U.N. after"),
        ("White House Press Office", "White House Press Office"),
        ("Storm kills Nine in Coastal Town", "Storm kills Nine in Coastal Town"),
        ("U.N. NATO", "U.N. NATO"),
        ("Ada Holt and Ben Lind Town", "Ada Holt and Ben Lind Town"),
    ],
)
def test_headlines_become_plain(printed: str, read: str) -> None:
    assert " ".join(plain_case(printed.split(), LEMMAS)) == read


def test_no_words_stay_no_words() -> None:
    assert plain_case([], LEMMAS) == []
