"""Quantities of news sentences: the algebra of the design, a golden table, and laws over any text."""

from __future__ import annotations

import json
import tomllib
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lang.quantities import find_quantities
from rashomon.model import Mention, Ordinal, Precision, Quantity
from rashomon.text import Range

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "quantities.toml"
CASES = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]


def interval(value: Quantity) -> str:
    """Write an interval as mathematicians do."""
    low = "(-inf" if value.low is None else f"{'(' if value.low_open else '['}{value.low}"
    high = "inf)" if value.high is None else f"{value.high}{')' if value.high_open else ']'}"
    return f"{low}, {high}{' ' + value.unit if value.unit else ''}"


def shown(text: str, mention: Mention) -> str:
    """Write a mention as the golden table has it."""
    value = mention.value
    if isinstance(value, Ordinal):
        return f"{mention.range.of(text)} = ordinal {value.number}"
    assert isinstance(value, Quantity)
    also = f" also {interval(value.also)}" if value.also else ""
    return f"{mention.range.of(text)} = {mention.kind} {interval(value)} {value.precision}{also}"


def only(text: str) -> Quantity:
    """Return the one quantity of a text."""
    (mention,) = find_quantities(text)
    assert isinstance(mention.value, Quantity)
    return mention.value


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("six boats", "[6, 6]"),
        ("about 50 boats", "[45, 55]"),
        ("more than 40 boats", "(40, inf)"),
        ("at least 40 boats", "[40, inf)"),
        ("less than 40 boats", "(-inf, 40)"),
        ("up to 40 boats", "(-inf, 40]"),
        ("nearly $2bn", "[1800000000, 2000000000) dollar"),
        ("dozens of boats", "[24, 99]"),
        ("a week-long visit", "[11/2, 17/2] day"),
        ("5.9 meters", "[117/20, 119/20) meter"),
        ("between 3 and 5 boats", "[3, 5]"),
        ("two months", "[56, 62] day"),
        ("two years", "[730, 732] day"),
        ("two weeks", "[14, 14] day"),
        ("32 degrees Fahrenheit", "[0, 0] celsius"),
        ("a third of voters", "[100/3, 100/3] percent"),
        ("$3.50", "[7/2, 7/2] dollar"),
        ("half a kilometer", "[500, 500] meter"),
        ("three quarters of an hour", "[1/32, 1/32] day"),
    ],
)
def test_the_algebra(text: str, wanted: str) -> None:
    assert interval(only(text)) == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_golden(case: dict[str, list[str]]) -> None:
    text = str(case["text"])
    assert [shown(text, mention) for mention in find_quantities(text)] == case["gives"]


def test_accept_golden(accept: bool) -> None:
    if not accept:
        pytest.skip("only with --accept")
    comments = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*comments, ""]
    for case in CASES:
        gives = [shown(case["text"], mention) for mention in find_quantities(case["text"])]
        rows = [f"    {json.dumps(row, ensure_ascii=False)}," for row in gives]
        lines += ["[[case]]", f"text = {json.dumps(case['text'], ensure_ascii=False)}"]
        lines += ["gives = [", *rows, "]", ""] if rows else ["gives = []", ""]
    GOLDEN.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "an AK-47 and an F-16",
        "Flight 370 left from gate B12",
        "the COVID-19 ward in room 12",
        "the G20 met on Channel 16",
        "see section 4 of resolution 1701",
        "Apollo 11 and Windows 10 and No. 3",
        "call 555-0142 or +1-202-555-0142",
        "at 192.168.1.20",
        "at 10:30 p.m. in 1998",
        "since 9/11, around the clock, 24/7",
        "http://example.org/a/5/6 and a@b5.org and #5",
        "no one, this one, the other one",
        "the 1990s and the '80s",
        "the 5G network of a 737s",
        "1. Introduction"[:2] + " x",
        "9" * 5000,
    ],
)
def test_no_quantities(text: str) -> None:
    assert [m.range.of(text) for m in find_quantities(text) if not isinstance(m.value, Ordinal)] == []


def test_a_pair_is_one_quantity_said_twice() -> None:
    value = only("254 kilometers (159 miles)")
    assert value.also is not None
    assert (value.stated, value.written_unit) == (254, "kilometer")
    assert (value.also.stated, value.also.written_unit) == (159, "mile")
    assert value.also.unit == value.unit == "meter"


def test_masked_ranges_are_left_alone() -> None:
    text = "On the 5 of them 12 left"
    start = text.index("5")
    assert [m.range.of(text) for m in find_quantities(text, (Range(start, start + 1),))] == ["12"]


def test_stated_step_and_factor() -> None:
    value = only("more than 1,200 miles")
    assert (value.stated, value.step, value.written_unit) == (1200, 100, "mile")
    assert value.low == value.stated * value.factor == 1200 * Fraction("1609.344")
    assert value.precision is Precision.BOUND


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$5", "dollar"),
        ("US$5", "us-dollar"),
        ("C$5", "canadian-dollar"),
        ("A$5", "australian-dollar"),
        ("5 Australian dollars", "australian-dollar"),
        ("a $5 note", "dollar"),
        ("EUR 5", "euro"),
        ("20 million pounds", "pound-sterling"),
        ("20 pounds of rice", "kilogram"),
    ],
)
def test_whose_money(text: str, unit: str) -> None:
    assert only(text).unit == unit


PIECES = """about more than five 12 1,200 3.5 million km miles ( ) $ € - to and between per a an hour old year % half
dozen of point third 5th , . or so six- -day 47 aged feet 2 in ° C magnitude hundreds several won / ± AK bn m"""
NEWS = st.lists(st.sampled_from(PIECES.split()), max_size=25).map(" ".join)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(st.one_of(st.text(max_size=120), NEWS, NEWS.map(lambda words: words.replace(" ", ""))))
def test_laws(text: str) -> None:
    mentions = find_quantities(text)
    assert all(one.range.end <= other.range.start for one, other in pairwise(mentions))
    for mention in mentions:
        assert mention.range.end <= len(text)
        assert mention.range.of(text).strip() == mention.range.of(text)
        if isinstance(mention.value, Quantity):
            value = mention.value
            assert value.low is None or value.high is None or value.low <= value.high
            assert value.stated is not None
            assert value.step > 0
            assert value.factor > 0
