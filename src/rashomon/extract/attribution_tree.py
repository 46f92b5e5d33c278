"""One parsed sentence as a tree that can be asked for children, spans and relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Sentence, Token
from rashomon.text import Range

VERBAL = frozenset(("VERB", "AUX"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "nsubj:outer"))
CLAUSES = frozenset(("ccomp", "xcomp", "parataxis", "advcl"))

QUOTES = frozenset(('"', "“", "”", "''", "``", "‘", "’", "'"))


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with, for each token, its children and the first and last token below it."""

    sentence: Sentence
    children: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    last: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence."""
        return self.sentence.tokens

    def below(self, index: int, *relations: str) -> Iterator[int]:
        """Return the children of a token that bear one of `relations` (subtypes included), left to right."""
        for child in self.children[index]:
            if self.tokens[child].dep.partition(":")[0] in relations:
                yield child

    def one(self, index: int, *relations: str) -> int | None:
        """Return the first such child, or None."""
        return next(self.below(index, *relations), None)

    def subtree(self, index: int) -> list[int]:
        """Return the indices of a token and all below it, in order."""
        found, queue, seen = [], [index], {index}
        while queue:
            current = queue.pop()
            found.append(current)
            for child in self.children[current]:
                if child not in seen:
                    seen.add(child)
                    queue.append(child)
        return sorted(found)

    def range(self, first: int, last: int) -> Range:
        """Return the characters from token `first` to token `last`, both included."""
        return Range(self.tokens[first].start, self.tokens[last].end)

    def case(self, index: int) -> str:
        """Return the preposition of a phrase, lower-cased, or ""."""
        mark = self.one(index, "case")
        return self.tokens[mark].text.lower() if mark is not None else ""


def tree_of(sentence: Sentence) -> Tree:
    """Return the tree of a parsed sentence, in linear time; a token whose head lies outside is its own root."""
    size = len(sentence.tokens)
    children: list[list[int]] = [[] for _ in range(size)]
    pending = [0] * size
    for index, token in enumerate(sentence.tokens):
        if token.head != index and 0 <= token.head < size:
            children[token.head].append(index)
            pending[token.head] += 1
    first, last = list(range(size)), list(range(size))
    ready = [index for index in range(size) if not pending[index]]
    while ready:
        index = ready.pop()
        head = sentence.tokens[index].head
        if head == index or not 0 <= head < size:
            continue
        first[head], last[head] = min(first[head], first[index]), max(last[head], last[index])
        pending[head] -= 1
        if not pending[head]:
            ready.append(head)
    return Tree(sentence, tuple(map(tuple, children)), tuple(first), tuple(last))
