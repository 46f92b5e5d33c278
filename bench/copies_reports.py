"""Makes reports for measuring the search for copies: seeded, the same everywhere, in an invented language.

About two in five stand alone, a quarter tell an event that another tells and share a quotation with it; the rest are
wire stories and their copies, each kind of copy as often as the others.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

KINDS = ("headline", "edited_3", "edited_10", "cut", "embedded")
VOCABULARY, MEAN_WORDS = 40_000, 450
_CONSONANTS, _VOWELS = "bcdfghjklmnpqrstvwz", "aeiou"


@dataclass(frozen=True, slots=True)
class Made:
    """The texts, the pairs that are copies with the kind of copy, and all other pairs that share wire text."""

    texts: tuple[str, ...]
    copies: dict[tuple[int, int], str]
    siblings: frozenset[tuple[int, int]]


class Writer:
    """Writes reports of invented words, whose frequencies fall as those of a language do."""

    def __init__(self, seed: int) -> None:
        """Make the vocabulary and its frequencies."""
        self.chance = random.Random(seed)  # noqa: S311 - no secret: the same reports for everybody
        self.words = [self._word() for _ in range(VOCABULARY)]
        total, self.weights = 0.0, []
        for rank in range(1, VOCABULARY + 1):
            total += 1 / (rank + 2.7)
            self.weights.append(total)

    def _word(self) -> str:
        size = self.chance.randint(1, 4)
        return "".join(self.chance.choice(_CONSONANTS) + self.chance.choice(_VOWELS) for _ in range(size))

    def some(self, count: int) -> list[str]:
        """Return `count` words."""
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def report(self) -> list[str]:
        """Return the words of a new report of about `MEAN_WORDS`, with the marks and capitals of its sentences."""
        words = self.some(max(120, int(self.chance.gauss(MEAN_WORDS, 110))))
        start, sentences = 0, 0
        while start < len(words):
            last = min(start + self.chance.randint(12, 28), len(words)) - 1
            sentences += 1
            words[start] = words[start].capitalize()
            words[last] += ".\n\n" if sentences % 3 == 0 else "."
            start = last + 1
        return words

    def edited(self, words: list[str], share: float) -> list[str]:
        """Return the words with `share` of them replaced, dropped or followed by another."""
        out: list[str] = []
        for word in words:
            if self.chance.random() >= share:
                out.append(word)
                continue
            act = self.chance.random()
            out.extend(self.some(1) if act < 0.6 else [] if act < 0.8 else [word, *self.some(1)])
        return out

    def copy(self, wire: list[str], kind: str) -> list[str]:
        """Return a copy of a wire story of one of `KINDS`."""
        if kind == "headline":
            return [*self.some(9), *wire]
        if kind.startswith("edited"):
            return self.edited(wire, 0.03 if kind == "edited_3" else 0.10)
        half = int(len(wire) * self.chance.uniform(0.45, 0.6))
        if kind == "cut":
            return wire[:half]
        start = self.chance.randint(0, len(wire) - half)
        new = self.report()
        place = self.chance.randint(0, len(new))
        return [*new[:place], *wire[start : start + half], *new[place:]]


def typeset(words: list[str]) -> str:
    """Return words as a text."""
    return " ".join(words).strip()


def make_reports(count: int, seed: int) -> Made:
    """Return about `count` reports with the pairs that are copies."""
    writer = Writer(seed)
    texts: list[str] = []
    copies: dict[tuple[int, int], str] = {}
    siblings: set[tuple[int, int]] = set()
    while len(texts) < count:
        draw = writer.chance.random()
        if draw < 0.64:
            texts.append(typeset(writer.report()))
        elif draw < 0.82:
            quotation = writer.some(writer.chance.randint(12, 30))
            for _ in range(2):
                words = writer.report()
                place = writer.chance.randint(0, len(words))
                texts.append(typeset([*words[:place], *quotation, *words[place:]]))
        else:
            wire, first = writer.report(), len(texts)
            texts.append(typeset(wire))
            for kind in writer.chance.sample(KINDS, writer.chance.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]):
                copies[first, len(texts)] = kind
                texts.append(typeset(writer.copy(wire, kind)))
            siblings |= {(a, b) for a in range(first + 1, len(texts)) for b in range(a + 1, len(texts))}
    return Made(tuple(texts), copies, frozenset(siblings))
