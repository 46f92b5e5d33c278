"""The rules for two wordings of one quotation on claims built by hand."""

from __future__ import annotations

import pytest
from tests.questions.hand_built import case_of, claim, said

from rashomon.model import Quote
from rashomon.questions.quotation.rules import RULES

CONFLICT, COMPATIBLE = "conflict", "compatible"
TOLD = "we will rebuild the old harbour wall before the next winter comes"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (TOLD, None),
        (TOLD.replace("winter", "summer"), (CONFLICT, "quote")),
        (TOLD.replace("we will", "we would"), None),  # a small word alone
        (TOLD.replace("rebuild", "rebuilding"), (COMPATIBLE, "wording")),  # a form of the word
        (TOLD.removesuffix(" before the next winter comes"), None),  # cut shorter
        (TOLD.replace("old harbour wall", "long stone pier of Dorn"), (COMPATIBLE, "wording")),  # more than a slip
    ],
)
def test_two_wordings(other: str, expected: tuple[str, str] | None) -> None:
    assert said(case_of(claim(Quote(TOLD)), claim(Quote(other))), RULES) == expected


def test_of_two_things_said_in_like_words_none_is_wrong() -> None:
    case = case_of(claim(Quote(TOLD)), claim(Quote(TOLD.replace("winter", "summer"))), score=0.7)
    assert said(case, RULES) == (COMPATIBLE, "wording")
