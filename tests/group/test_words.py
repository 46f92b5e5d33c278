"""Texts as rows of words, and how much of one stands in the other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.group.words import containment, words_of
from rashomon.text import Range

few = settings(max_examples=60, derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Four ferries, 1,200 people.", ("four", "ferries", "1", "200", "people")),
        ("“Don’t go,” she said", ("don", "t", "go", "she", "said")),
        ("Don't go", ("don", "t", "go")),
        ("STRASSE Straße", ("strasse", "strasse")),
        ("", ()),
        ("...", ()),
    ],
)
def test_marks_and_case_are_left_out(text: str, forms: tuple[str, ...]) -> None:
    assert words_of(text).forms == forms


def test_words_stand_where_they_stand() -> None:
    text = "One – two\nthree"
    words = words_of(text)
    assert [words.range(i, i).of(text) for i in range(len(words))] == ["One", "two", "three"]
    assert words.range(0, 1).of(text) == "One – two"


def test_what_is_left_out_has_no_words() -> None:
    assert words_of("one two three", (Range(4, 7),)).forms == ("one", "three")


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        ("a b c d e f", "a b c d e f", 1.0),
        ("a b c d e f", "x a b c d e f y", 1.0),
        ("a b c d e f", "a b c d e x", 0.5),
        ("a b c", "a b c", 1.0),
        ("a b c", "a b c d e f", 0.0),
        ("", "a b c d e", 0.0),
    ],
)
def test_containment_is_counted_over_the_shorter(first: str, second: str, share: float) -> None:
    assert containment(words_of(first), words_of(second)) == share


@few
@given(st.text(max_size=80), st.text(max_size=80))
def test_containment_is_symmetric_and_a_share(first: str, second: str) -> None:
    one, other = words_of(first), words_of(second)
    assert containment(one, other) == containment(other, one)
    assert 0 <= containment(one, other) <= 1
    assert containment(one, one) == (1.0 if len(one) else 0.0)
