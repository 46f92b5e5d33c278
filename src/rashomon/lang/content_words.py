"""Words that carry content: not those that only hold a sentence together, and none of telling and being."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Words of telling and being: they stand in every sentence and tell sentences apart in none.
EMPTY = frozenset(
    {"be", "have", "do", "say", "tell", "report", "accord", "will", "would", "make", "get", "take", "go", "come",
     "also", "%"}
)  # fmt: skip


def content_words(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the base forms of the words that carry content."""
    return frozenset(
        lemma for t in tokens if t.pos in CONTENT and (lemma := t.lemma.lower()) not in EMPTY and len(lemma) > 1
    )
