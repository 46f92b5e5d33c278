"""Words that tell something, and how telling each is: by how rare it is in English, whatever reports are at hand.

A weight is an inverse sentence frequency (Spärck Jones, "A statistical interpretation of term specificity", 1972):
log((S + 1) / (S x share of sentences with the word + 1/2)) for S sentences. The shares come from a frozen table
(`lang/word_sentences.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from rashomon import tables
from rashomon.lang.content_words import CONTENT as CONTENT
from rashomon.lang.content_words import EMPTY as EMPTY
from rashomon.lang.content_words import content_words as content_words
from rashomon.lang.stems import stem_of
from rashomon.lang.word_sentences import load_word_sentences, share_of_sentences

_THRESHOLDS = tables.thresholds("rashomon.coreference")

SENTENCES = _THRESHOLDS.integer("weights_sentences")


@cache
def weight(word: str) -> float:
    """Return how telling a word in base form is: 0.5 for what stands in most sentences, 6.7 for what is rare."""
    return _weight(share_of_sentences(word))


@cache
def square_of(key: str) -> float:
    """Return how telling a term is, squared: a stem counts for all words that share it, a name or number as rare."""
    return _weight(_shares_of_stems().get(key, 0.0)) ** 2


def total(words: Iterable[str]) -> float:
    """Return the sum of the squared weights of `words`, the same to the last bit in whatever order they come."""
    return math.fsum(weight(word) ** 2 for word in words)


def cosine(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the cosine of two sets of words, 0 to 1. Symmetric."""
    if one.isdisjoint(other):
        return 0.0
    return total(one & other) / math.sqrt(total(one) * total(other))


def _weight(share: float) -> float:
    return max(math.log((SENTENCES + 1) / (SENTENCES * share + 0.5)), 0.05)


@cache
def _shares_of_stems() -> MappingProxyType[str, float]:
    shares: dict[str, float] = {}
    for word in load_word_sentences()[1]:
        key = stem_of(word) if word.replace("-", "").isalpha() else word
        shares[key] = shares.get(key, 0.0) + share_of_sentences(word)
    return MappingProxyType(shares)
