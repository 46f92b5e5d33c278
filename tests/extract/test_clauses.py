"""The clauses of a sentence: what hangs on one verb."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shipped import parser

from rashomon.extract.clauses import clauses_of
from rashomon.lang.tree import tree_of
from rashomon.text import Range


def clauses(words: str) -> list[str]:
    found = parser().parse(words, (Range(0, len(words)),))
    return [clause.of(words) for sentence in found for clause in clauses_of(tree_of(sentence))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The bridge collapsed in the storm.", ["The bridge collapsed in the storm"]),
        (
            "The bridge collapsed in the storm, and divers recovered a cannon.",
            ["The bridge collapsed in the storm", "divers recovered a cannon"],
        ),
        (
            "The mayor said that the old bridge had collapsed in the storm.",
            ["The mayor said that the old bridge had collapsed in the storm"],  # "The mayor said" is no statement
        ),
        (
            "The bridge, which had stood for a hundred years, collapsed in the storm on Monday.",
            ["The bridge, which had stood for a hundred years", "collapsed in the storm on Monday"],
        ),
        ("Kites over the harbour", ["Kites over the harbour"]),
    ],
)
def test_a_clause_hangs_on_one_verb(words: str, expected: list[str]) -> None:
    assert clauses(words) == expected


@given(st.text(st.sampled_from("Ada said,.and bridge fell that who ;“”()—7é\n"), max_size=120))
def test_clauses_lie_in_their_sentence_in_text_order_and_never_overlap(words: str) -> None:
    for sentence in parser().parse(words, (Range(0, len(words)),) if words.strip() else ()):
        found = clauses_of(tree_of(sentence))
        assert all(sentence.range.contains(clause) for clause in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
