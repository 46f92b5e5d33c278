"""Words that carry content: not those that only hold a sentence together, and none of telling and being."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon import tables
from rashomon.model import Token

_WORDS = tables.words("rashomon.lang")

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
EMPTY = _WORDS.set("content_words_empty")


def content_words(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the base forms of the words that carry content."""
    return frozenset(
        lemma for t in tokens if t.pos in CONTENT and (lemma := t.lemma.lower()) not in EMPTY and len(lemma) > 1
    )
