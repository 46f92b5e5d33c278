"""Who said what, through whom: invented reports read with the shipped parser."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shipped import parser

from rashomon.extract.attribution import find_attributions
from rashomon.lang.sentences import split_sentences
from rashomon.model import Attribution, Sentence, Token
from rashomon.text import Range

GOLDEN = Path(__file__).parent.parent / "golden" / "attribution.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]


def attributions(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, parser().parse(text, split_sentences(text, 0, len(text))))


def shown(text: str, attribution: Attribution) -> list[str]:
    cue = attribution.cue.of(text) if attribution.cue is not None else ""
    names = " < ".join(source.name for source in attribution.chain)
    return [names, cue, " // ".join(piece.of(text) for piece in attribution.contents)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_who_says_what(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [shown(text, attribution) for attribution in attributions(text)] == case["says"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tass said the ferry sank.", "agency"),
        ("The Harbour Times reported that the ferry sank.", "outlet"),
        ("The defence ministry said the ferry sank.", "organisation"),
        ("France said the ferry sank.", "organisation"),
        ("A police spokeswoman said the ferry sank.", "official"),
        ("The report said the ferry sank.", "document"),
        ("Sources said the ferry sank.", "anonymous"),
        ("An official familiar with the search said the ferry sank.", "anonymous"),
        ("Maria Delgado said the ferry sank.", "person"),
    ],
)
def test_kinds_of_sources(text: str, kind: str) -> None:
    assert [attribution.chain[0].kind for attribution in attributions(text)] == [kind]


@pytest.mark.parametrize("who", ["Nobody", "No one", "None of the guards", "No official"])
def test_nobody_is_no_source(who: str) -> None:
    (attribution,) = attributions(f"{who} said that the ferry sank.")
    assert attribution.chain == ()


def test_a_pronoun_keeps_its_own_characters() -> None:
    text = "Ines Okafor visited the dam. She said that it was safe."
    source = attributions(text)[0].chain[0]
    assert source.range.of(text) == "She"
    assert source.name == "Ines Okafor"


def test_direct_quotations_are_marked() -> None:
    assert attributions('"It leaks," Ruiz said.')[0].direct
    assert not attributions("Ruiz said that it leaked.")[0].direct


WORDS = st.sampled_from(
    [
        "said",
        "told",
        "according",
        "to",
        "as",
        "reported",
        "by",
        "he",
        '"',
        "“",
        "”",
        ",",
        "that",
        "Reuters",
        "9" * 40,
        "да",
        "\u200b",
    ]
)


@st.composite
def broken_sentences(draw: st.DrawFn) -> tuple[str, tuple[Sentence, ...]]:
    """Return words in any order under a tree that no grammar would give, cycles included."""
    words = draw(st.lists(WORDS, min_size=1, max_size=14))
    relations = st.sampled_from(
        ["nsubj", "nsubj:pass", "obj", "ccomp", "obl", "case", "aux:pass", "punct", "parataxis", "acl"]
    )
    tokens, position = [], 0
    for word in words:
        pos = draw(st.sampled_from(["VERB", "NOUN", "PROPN", "PUNCT", "PRON", "ADP"]))
        tag = draw(st.sampled_from(["VBN", "VBD", "VBG", "NN", "IN"]))
        head = draw(st.integers(0, len(words) - 1))
        tokens.append(Token(position, position + len(word), word, word, pos, tag, head, draw(relations)))
        position += len(word) + 1
    text = " ".join(words)
    return text, (Sentence(Range(0, len(text)), tuple(tokens)),)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(broken_sentences())
def test_any_tree_gives_ranges_within_the_text(given_sentences: tuple[str, tuple[Sentence, ...]]) -> None:
    text, sentences = given_sentences
    for attribution in find_attributions(text, sentences):
        assert attribution.contents
        assert attribution.content.end <= len(text)
        assert all(attribution.content.contains(piece) for piece in attribution.contents)
        for source in attribution.chain:
            assert source.range.end <= len(text)
            assert source.cue
