"""Pronouns that are safely one person's, and those that are not."""

from __future__ import annotations

import pytest
from tests.shipped import parser

from rashomon.extract.pronouns import link_pronouns
from rashomon.lang.names import report_names
from rashomon.lang.sentences import split_sentences
from rashomon.model import Name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peter Holm resigned on Monday. He gave no reason.", [("He", "Peter Holm")]),
        ("Peter Holm said he was ill.", [("he", "Peter Holm")]),
        ("Peter Holm met Ruth Ellery. He gave no reason and she left.", []),
        ("The dam broke in May. He gave no reason.", []),
    ],
)
def test_pronouns(text: str, expected: list[tuple[str, str]]) -> None:
    sentences = parser().parse(text, split_sentences(text, 0, len(text)))
    linked = link_pronouns(sentences, report_names(text, sentences))
    names = [each.name.value for each in linked]
    found = [name.words for name in names if isinstance(name, Name)]
    assert [(each.range.of(text), words) for each, words in zip(linked, found, strict=True)] == expected
