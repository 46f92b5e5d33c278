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
        (TOLD.replace("rebuild", "reconstruct"), (COMPATIBLE, "wording")),  # its synonym
        (TOLD.removesuffix(" before the next winter comes"), None),  # cut shorter
        (TOLD.replace("old harbour wall", "long stone pier of Dorn"), (COMPATIBLE, "wording")),  # more than a slip
    ],
)
def test_two_wordings(other: str, expected: tuple[str, str] | None) -> None:
    assert said(case_of(claim(Quote(TOLD)), claim(Quote(other))), RULES) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("bucks", "dollars", COMPATIBLE), ("cars", "automobiles", COMPATIBLE), ("dollars", "crowns", CONFLICT)],
)
def test_a_synonym_is_how_an_editor_smooths_speech(one: str, other: str, expected: str) -> None:
    told = "nobody in this town gets more than nine {} a week"
    found = said(case_of(claim(Quote(told.format(one))), claim(Quote(told.format(other)))), RULES)
    assert found and found[0] == expected


def test_of_two_things_said_in_like_words_none_is_wrong() -> None:
    case = case_of(claim(Quote(TOLD)), claim(Quote(TOLD.replace("winter", "summer"))), score=0.7)
    assert said(case, RULES) == (COMPATIBLE, "wording")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # Four words around the replaced one: less may be another sentence.
        ("they found empty boats today", "they found wooden boats today", (CONFLICT, "quote")),
        ("found empty boats today", "found wooden boats today", None),
        # Six words where they stand on one side alone: there a quotation may be cut.
        ("the flood took every roof in varnholm", "the flood took every roof in oxley", (CONFLICT, "quote")),
        ("the flood took roofs in varnholm", "the flood took roofs in oxley", None),
        ("varnholm lost every roof in the flood", "oxley lost every roof in the flood", (CONFLICT, "quote")),
        ("varnholm lost roofs in the flood", "oxley lost roofs in the flood", None),
        # Two words replaced are a slip, three are put in other words.
        (TOLD, TOLD.replace("harbour wall", "river bridge"), (CONFLICT, "quote")),
        (TOLD, TOLD.replace("old harbour wall", "long river bridge"), (COMPATIBLE, "wording")),
    ],
)
def test_as_much_as_a_slip_may_change(one: str, other: str, expected: tuple[str, str] | None) -> None:
    assert said(case_of(claim(Quote(one)), claim(Quote(other))), RULES) == expected
