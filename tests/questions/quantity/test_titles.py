"""How a question is put into words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import About, Claim, Quantity
from rashomon.questions.quantity.titles import plural, question_of


def claim(dimension: str, measure: str, state: str = "", *bearers: str) -> Claim:
    value = Quantity(Fraction(6), Fraction(6), dimension=dimension)
    return Claim(value, About(measure=measure, state=state, bearer=frozenset(bearers)))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("count", "goat")], "number of goats"),
        ([claim("count", "baker", "dead")], "number of bakers killed"),
        ([claim("count", "", "injured")], "number of people injured"),
        (
            [claim("count", "person", "dead"), claim("count", "baker", "dead"), claim("count", "baker")],
            "number of bakers killed",
        ),
        ([claim("count", "barn", "damaged")], "number of barns damaged or destroyed"),
        ([claim("duration", "strike")], "how long: strike"),
        (
            [claim("length", "depth", "", "quake"), claim("length", "depth", "", "quake")],
            "distance or length: depth quake",
        ),
        ([claim("length", "depth", "", "quake")], "distance or length: depth"),  # one claim alone names no bearer
        ([claim("money", "")], "amount"),
        ([claim("brightness", "lamp")], "brightness: lamp"),
    ],
)
def test_questions(claims: list[Claim], expected: str) -> None:
    assert question_of(claims) == expected
    assert question_of(reversed(claims)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("goat", "goats"), ("ferry", "ferries"), ("tray", "trays"), ("box", "boxes"), ("church", "churches"),
        ("fireman", "firemen"), ("child", "children"), ("aircraft", "aircraft"), ("foot", "feet"), ("boats", "boats"),
    ],
)  # fmt: skip
def test_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@given(st.text(max_size=50))
def test_any_noun_is_borne(noun: str) -> None:
    assert plural(plural(noun)) in {plural(noun), plural(noun) + "s"}
    assert question_of([claim("count", noun)]).startswith("number of")
