"""Fingerprints of many texts, and the pairs that share them."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.group.candidates import COMMON, similar_pairs
from rashomon.group.fingerprints import fingerprints
from rashomon.group.words import containment, words_of

few = settings(max_examples=80, derandomize=True, deadline=None, database=None)


def invented(seed: int, size: int = 400) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices("abcdefghij", k=chance.randint(2, 7))) for _ in range(size)]


def test_every_run_of_three_words_has_a_hash_at_its_place() -> None:
    text = "Één “twee” drie – vier; FÜNF"
    prints = fingerprints([text], every=1)
    hashes, places = prints.of(0)
    assert [text[place:][:4] for place in places] == ["Één ", "twee", "drie"]
    assert len(set(hashes.tolist())) == 3


@few
@given(st.lists(st.text(max_size=60), max_size=6))
def test_places_are_words_and_neighbours_change_nothing(texts: list[str]) -> None:
    together = fingerprints(texts, every=1)
    assert len(together) == len(texts)
    for number, text in enumerate(texts):
        alone, places = fingerprints([text], every=1).of(0)
        hashes, where = together.of(number)
        assert hashes.tolist() == alone.tolist()
        assert where.tolist() == places.tolist()
        assert all(place < len(text) for place in where)


def test_case_and_marks_change_no_hash() -> None:
    one, other = fingerprints(["The old, grey tower fell"], 1), fingerprints(["the OLD «grey» tower… fell"], 1)
    assert np.array_equal(one.hashes, other.hashes)


def test_the_kept_hashes_are_some_of_all() -> None:
    text = " ".join(invented(1, 3000))
    every, eighth = (set(fingerprints([text], every).hashes.tolist()) for every in (1, 8))
    assert eighth < every
    assert 0.09 < len(eighth) / len(every) < 0.16


@pytest.mark.parametrize("kind", ["whole", "cut", "embedded", "edited"])
def test_copies_are_found_and_strangers_are_not(kind: str) -> None:
    wire, own = invented(2), invented(3)
    copy = {
        "whole": wire,
        "cut": wire[:200],
        "embedded": [*own[:150], *wire[100:300], *own[150:]],
        "edited": ["new" if n % 12 == 0 else word for n, word in enumerate(wire)],
    }[kind]
    texts = [" ".join(words) for words in (wire, invented(4), copy, invented(5))]
    assert [(pair.first, pair.second) for pair in similar_pairs(texts)] == [(0, 2)]


def test_the_share_is_counted_not_estimated() -> None:
    wire = invented(6)
    first, second = " ".join(wire), " ".join([*wire[:250], *invented(7, 300)])
    (pair,) = similar_pairs([first, second])
    assert pair.share == containment(words_of(first), words_of(second), 3)


def test_a_hundred_copies_hang_together() -> None:
    texts = [" ".join([f"desk{n}", *invented(8)]) for n in range(COMMON + 36)]
    joined = {0}
    for pair in similar_pairs(texts):
        if pair.first in joined:
            joined.add(pair.second)
    assert len(joined) == len(texts)


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one two"], ["one two three"] * 2])
def test_few_words_are_no_copy(texts: list[str]) -> None:
    assert similar_pairs(texts) == ()
