"""Words that tell something, and how telling each is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from rashomon.model import Account, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Words of telling and being: they stand in every sentence and tell sentences apart in none.
EMPTY = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "tell",
        "report",
        "accord",
        "will",
        "would",
        "make",
        "get",
        "take",
        "go",
        "come",
        "also",
        "%",
    }
)
UNSEEN = 3.0  # the weight of a word that the event's sentences lack (a rare word, so a telling one)


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling a word is within the event: its inverse sentence frequency, natural logarithm."""

    of: MappingProxyType[str, float]

    def weight(self, word: str) -> float:
        """Return the weight of a word in base form; never negative."""
        return self.of.get(word, UNSEEN)

    def total(self, words: Iterable[str]) -> float:
        """Return the sum of the squared weights of `words`, the same to the last bit in whatever order they come."""
        weight = self.of.get
        return math.fsum(weight(word, UNSEEN) ** 2 for word in words)

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the cosine of two sets of words, 0 to 1. Symmetric."""
        if one.isdisjoint(other):
            return 0.0
        shared = self.total(one & other)
        return shared / math.sqrt(self.total(one) * self.total(other)) if shared else 0.0


def weights_of(accounts: tuple[Account, ...]) -> Weights:
    """Return how telling each word is: log((sentences + 1) / (sentences with the word + 1/2)).

    A sentence that several reports print counts once: a copy makes no word less telling.
    """
    printed = {
        tuple(t.lemma.lower() for t in sentence.tokens) for account in accounts for sentence in account.sentences
    }
    count = Counter(word for words in printed for word in set(words))
    return Weights(MappingProxyType({word: math.log((len(printed) + 1) / (n + 0.5)) for word, n in count.items()}))


def content_words(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the base forms of the words that carry content."""
    return frozenset(
        lemma for t in tokens if t.pos in CONTENT and (lemma := t.lemma.lower()) not in EMPTY and len(lemma) > 1
    )
