"""Trees of sentences: drawn by hand where the parser must not matter, and laws over any tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lang.tree import (
    Tree,
    ancestors,
    governing_verb,
    head_of,
    indices_in,
    phrase_of,
    preposition_of,
    span_of,
    subtree,
    tree_of,
)
from rashomon.model import Sentence, Token
from rashomon.text import Range

Row = tuple[str, str, int, str]  # word, part of speech, governor, relation
ROWS: tuple[Row, ...] = (
    ("The", "DET", 2, "det"), ("old", "ADJ", 2, "amod"), ("pilot", "NOUN", 6, "nsubj"), ("of", "ADP", 5, "case"),
    ("the", "DET", 5, "det"), ("harbour", "NOUN", 2, "nmod"), ("saw", "VERB", 6, "root"), ("two", "NUM", 8, "nummod"),
    ("goats", "NOUN", 6, "obj"), ("near", "ADP", 10, "case"), ("Dorn", "PROPN", 6, "obl:unmarked"),
    (".", "PUNCT", 6, "punct"),
)  # fmt: skip


def drawn(rows: tuple[Row, ...]) -> Tree:
    """Return a tree of words that stand with one space between them."""
    tokens, at = [], 0
    for word, pos, head, relation in rows:
        tokens.append(Token(at, at + len(word), word, word, pos, "", head, relation))
        at += len(word) + 1
    return tree_of(Sentence(Range(0, at), tuple(tokens)))


TREE = drawn(ROWS)
TEXT = " ".join(row[0] for row in ROWS)


def words(indices: tuple[int, ...]) -> str:
    return " ".join(TREE.tokens[i].text for i in indices)


def test_children_and_branches() -> None:
    assert TREE.children[2] == (0, 1, 5)
    assert words(subtree(TREE, 2)) == "The old pilot of the harbour"
    assert words(subtree(TREE, 2, frozenset({"nmod", "det"}))) == "old pilot"
    assert words(subtree(TREE, 6)) == TEXT
    assert tuple(ancestors(TREE, 4)) == (5, 2, 6)


def test_characters_and_tokens() -> None:
    assert words(indices_in(TREE, Range(5, 9))) == "old pilot"  # half a word is a word
    assert span_of(TREE, (7, 8)).of(TEXT) == "two goats"
    assert words((head_of(TREE, (3, 4, 5)),)) == "harbour"
    assert words((head_of(TREE, (7, 8, 9)),)) == "near"


def test_relations_and_prepositions() -> None:
    assert words(tuple(TREE.below(6, "nsubj", "obj"))) == "pilot goats"
    assert words(tuple(TREE.below(6, "obl"))) == "Dorn"  # its subtypes too
    assert (preposition_of(TREE, 5), preposition_of(TREE, 10), preposition_of(TREE, 8)) == ("of", "near", "")
    assert governing_verb(TREE, 4) == 6
    assert governing_verb(TREE, 6) is None


@pytest.mark.parametrize(
    ("index", "longest", "expected"),
    [(2, 80, "old pilot of the harbour"), (2, 20, "old pilot"), (2, 3, "pilot"), (8, 80, "two goats")],
)
def test_phrases_leave_out_what_does_not_fit(index: int, longest: int, expected: str) -> None:
    assert phrase_of(TREE, index, longest).of(TEXT) == expected


def test_a_copula_makes_a_predicate() -> None:
    tree = drawn(
        (("She", "PRON", 3, "nsubj"), ("is", "AUX", 3, "cop"), ("the", "DET", 3, "det"), ("mayor", "NOUN", 3, "root"))
    )
    assert governing_verb(tree, 0) == 3


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Draw a tree of up to twelve words: each hangs on an earlier one or on the first, which is the root."""
    count = draw(st.integers(1, 12))
    order = draw(st.permutations(range(count)))
    heads = {order[0]: order[0]}
    for n in range(1, count):
        heads[order[n]] = order[draw(st.integers(0, n - 1))]
    pos = st.sampled_from(["NOUN", "VERB", "ADJ", "PUNCT", "ADP", "PROPN"])
    relation = st.sampled_from(["nmod", "amod", "obj", "case", "conj", "acl:relcl", "punct", "compound"])
    rows = tuple(("w" * (i % 3 + 1), draw(pos), heads[i], draw(relation)) for i in range(count))
    return drawn(rows)


@given(trees(), st.integers(1, 40))
def test_laws_of_any_tree(tree: Tree, longest: int) -> None:
    for index, token in enumerate(tree.tokens):
        branch = subtree(tree, index)
        assert index in branch and list(branch) == sorted(set(branch))
        assert all(index in (i, *ancestors(tree, i)) for i in branch)
        assert head_of(tree, branch) == index or len(branch) > 1
        phrase = phrase_of(tree, index, longest)
        assert phrase.contains(Range(token.start, token.end))
        assert len(phrase) <= max(longest, len(token.text))
        verb = governing_verb(tree, index)
        assert verb is None or verb in tuple(ancestors(tree, index))
