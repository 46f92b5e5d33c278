"""How common words relate, and what class a counted thing falls into."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lang.lexicon import CLASSES, Relation, load_lexicon, noun_class, relation


@pytest.mark.parametrize(
    ("one", "other", "pos", "expected"),
    [
        ("boat", "boat", "n", Relation.SAME),
        ("Boat", "boat", "n", Relation.SAME),
        ("car", "automobile", "n", Relation.SYNONYM),
        ("fire", "blaze", "n", Relation.KIND),
        ("boat", "vessel", "n", Relation.KIND),
        ("ferry", "boat", "n", Relation.KIND),
        ("cat", "dog", "n", Relation.NONE),
        ("knife", "spoon", "n", Relation.NONE),
        ("aunt", "uncle", "n", Relation.OPPOSITE),
        ("rise", "fall", "v", Relation.OPPOSITE),
        ("hot", "cold", "a", Relation.OPPOSITE),
        ("begin", "start", "v", Relation.SYNONYM),
        ("large", "big", "a", Relation.SYNONYM),
        ("spoon", "fork", "n", Relation.SIBLING),
        ("qwzx", "boat", "n", Relation.UNKNOWN),
        ("qwzx", "qwzx", "n", Relation.SAME),
    ],
)
def test_relations(one: str, other: str, pos: str, expected: Relation) -> None:
    assert relation(one, other, pos) is expected
    assert relation(other, one, pos) is expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("baker", "person"), ("sailor", "person"), ("boat", "artifact"), ("goat", "animal"), ("village", "group"),
        ("island", "place"), ("week", "time"), ("explosion", "event"), ("Baker", "person"), ("qwzx", ""), ("", ""),
    ],
)  # fmt: skip
def test_classes(noun: str, expected: str) -> None:
    assert noun_class(noun) == expected


WORDS = st.sampled_from(sorted(word for pos, word in load_lexicon().words if pos == "n")[::97])


@given(WORDS, WORDS)
def test_relations_have_no_direction(one: str, other: str) -> None:
    assert relation(one, other) is relation(other, one)
    assert relation(one, one) is Relation.SAME
    assert noun_class(one) in {*CLASSES.values(), ""}


def test_every_sense_that_a_word_names_is_there() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.words) > 50_000
    missing = [
        (pos, word)
        for (pos, word), senses in lexicon.words.items()
        if any((pos, s) not in lexicon.synsets for s in senses)
    ]
    assert missing == []
