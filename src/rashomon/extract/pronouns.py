"""Who "he" and "she" are, where that is safe: the last person who was a subject in this or the previous sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon import tables
from rashomon.model import Mention, Name, Sentence, Token
from rashomon.text import Range

_WORDS = tables.words("rashomon.extract")

_SINGULAR = _WORDS.set("pronouns_singular")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


@dataclass(frozen=True, slots=True)
class InferredName:
    """A pronoun and the name it most likely stands for: inferred, never stated."""

    range: Range
    name: Mention


def link_pronouns(sentences: tuple[Sentence, ...], names: tuple[Mention, ...]) -> tuple[InferredName, ...]:
    """Return the pronouns of one report that stand for a person, in text order.

    `names` are the report's name mentions in text order. A pronoun is linked to the person who was the subject last in
    its own sentence, before it, or in the sentence before; where two people were subjects there, or "he" and "she" both
    stand in these sentences, nothing is linked.
    """
    found: list[InferredName] = []
    previous: tuple[Mention, ...] = ()
    spoken: frozenset[str] = frozenset()
    for sentence in sentences:
        subjects = tuple(_subjects(sentence, names))
        genders = frozenset(_gender(token) for token in sentence.tokens if token.text.lower() in _SINGULAR)
        linked: list[Mention] = []
        for token in sentence.tokens:
            if token.text.lower() not in _SINGULAR or len(genders | spoken) > 1:
                continue
            before = tuple(mention for mention in subjects if mention.range.end <= token.start)
            people = before or previous
            if len({mention.value for mention in people}) == 1:
                found.append(InferredName(Range(token.start, token.end), people[-1]))
                linked.append(people[-1])
        # A sentence that speaks of the person by pronoun alone hands the person on.
        previous = subjects or tuple(linked[-1:])
        spoken = genders
    return tuple(found)


def _gender(token: Token) -> str:
    return "he" if token.text.lower() in ("he", "his", "him") else "she"


def _subjects(sentence: Sentence, names: tuple[Mention, ...]) -> Iterator[Mention]:
    """Return the people that are a subject in the sentence, in text order."""
    for mention in names:
        if not (sentence.range.contains(mention.range) and isinstance(mention.value, Name)):
            continue
        tokens = [token for token in sentence.tokens if mention.range.start <= token.start < mention.range.end]
        # The name's own head may be a title before it: its governor is looked at too.
        heads = [sentence.tokens[token.head] for token in tokens]
        if mention.value.kind == "person" and any(token.dep in _SUBJECTS for token in tokens + heads):
            yield mention
