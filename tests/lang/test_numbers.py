"""Numerals in words and digits: a table an editor can read, and the law that what is spelled out reads back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lang.numbers import read_numeral, words_of

UNDER_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
ONES = UNDER_TWENTY.split()
BY_TEN = "- - twenty thirty forty fifty sixty seventy eighty ninety"
TENS = BY_TEN.split()


def spelled(number: int) -> str:
    """Spell a number as agencies do; written apart from the reader, so that the two check one another."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = f" {spelled(number % size)}" if number % size else ""
            return f"{spelled(number // size)} {name}{rest}"
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@pytest.mark.parametrize(
    ("words", "value", "step"),
    [
        ("six", "6", "1"),
        ("twenty-three", "23", "1"),
        ("1,200", "1200", "100"),
        ("1,204.50", "1204.5", "1/100"),
        ("1.2 million", "1200000", "100000"),
        ("1.2bn", "1200000000", "100000000"),
        ("5k", "5000", "1000"),
        ("40 000", "40000", "10000"),
        ("two and a half million", "2500000", "100000"),
        ("half a million", "500000", "100000"),
        ("a quarter of a million", "250000", "100000"),
        ("a dozen", "12", "4"),
        ("three dozen", "36", "4"),
        ("two-thirds", "2/3", "1/10"),
        ("3/4", "3/4", "1/10"),
        ("3½", "7/2", "1/10"),
        ("2 1/4", "9/4", "1/10"),
        ("one hundred and three quarters", "403/4", "1/10"),
        ("five point nine", "5.9", "1/10"),
        ("nine point nought four", "9.04", "1/100"),
        ("three lakh crore", "3000000000000", "1000000000000"),
        ("two thousand and five", "2005", "1"),
    ],
)
def test_cardinals(words: str, value: str, step: str) -> None:
    numeral = read_numeral(words_of(words), 0)
    assert numeral is not None
    assert (numeral.value, numeral.step) == (Fraction(value), Fraction(step))
    assert numeral.last == len(words_of(words))


@pytest.mark.parametrize(
    ("words", "number"), [("third", 3), ("21st", 21), ("twenty-first", 21), ("two hundredth", 200), ("a third man", 3)]
)
def test_ordinals(words: str, number: int) -> None:
    numeral = read_numeral(words_of(words), 0)
    assert numeral is not None
    assert (numeral.kind, numeral.value) == ("ordinal", number)


@pytest.mark.parametrize("words", ["a man", "an", "and", "million-dollar's"[8:], "9" * 40])
def test_no_numerals(words: str) -> None:
    assert read_numeral(words_of(words), 0) is None


@settings(derandomize=True, max_examples=300)
@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_spelled_numbers_read_back(number: int) -> None:
    words = words_of(spelled(number))
    numeral = read_numeral(words, 0)
    assert numeral is not None
    assert (numeral.value, numeral.last) == (number, len(words))


@settings(derandomize=True, max_examples=300)
@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=4))
def test_written_numbers_read_back(number: int, decimals: int) -> None:
    value = Fraction(number, 10**decimals)
    text = f"{number // 10**decimals:,}" + (f".{number % 10**decimals:0{decimals}d}" if decimals else "")
    numeral = read_numeral(words_of(text), 0)
    assert numeral is not None
    assert numeral.value == value
    assert value % numeral.step == 0


@settings(derandomize=True, max_examples=200)
@given(st.text(max_size=80))
def test_words_are_exact(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in words_of(text))
