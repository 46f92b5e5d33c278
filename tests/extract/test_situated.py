"""Where a named place lies by what is said of it."""

from __future__ import annotations

import pytest
from tests.events import account_of

from rashomon.extract.situated import situated_in
from rashomon.model import Name


def found(text: str) -> list[tuple[str, str, str, str]]:
    account = account_of("a", text)
    names = tuple(c.evidence for c in account.claims if isinstance(c.value, Name))
    return [
        (s.of, s.reference, s.words, s.evidence.of(text))
        for sentence in account.sentences
        for s in situated_in(sentence, names)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rhodes, a rocky island off the coast of Turkey, was evacuated.",
            ("rhodes", "off", "Turkey", "off the coast of Turkey"),
        ),
        (
            "Rhodes, a rocky island off the coast southwest of Marmaris, was evacuated.",
            ("rhodes", "southwest of", "Marmaris", "off the coast southwest of Marmaris"),
        ),
        (
            "The mayor flew to Luton, which is 30 miles from London.",
            ("luton", "from", "London", "which is 30 miles from London"),
        ),
        (
            "The mayor flew to Luton, which is 30 miles north of London.",
            ("luton", "north of", "London", "which is 30 miles north of London"),
        ),
    ],
)
def test_where_a_place_lies(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Reyes, a baker in Leeds, was charged.",  # a person lies nowhere
        "The mayor flew to Luton, which is short of staff.",
        "Rhodes, a rocky island off the coast, was evacuated.",
    ],
)
def test_nothing_is_placed(text: str) -> None:
    assert found(text) == []
