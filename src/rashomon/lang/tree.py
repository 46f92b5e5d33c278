"""A parsed sentence as a tree: who governs whom, and which words make a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Sentence, Token
from rashomon.text import Range

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
VERBAL = frozenset({"VERB", "AUX"})
QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
# Relations that belong to the core of a noun phrase; clauses and loose parts hang outside it.
CORE = frozenset(
    {"amod", "compound", "nummod", "det", "nmod:poss", "poss", "case", "flat", "fixed", "advmod", "nmod:npmod",
     "nmod:unmarked", "goeswith", "punct", "det:predet", "obl:npmod", "obl:unmarked", "nmod:desc"}
)  # fmt: skip
CLAUSES = frozenset(
    {"acl", "acl:relcl", "appos", "parataxis", "conj", "cc", "advcl", "ccomp", "list", "dep", "discourse"}
)


Children = tuple[tuple[int, ...], ...]  # for each token of a sentence, those that hang on it


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with, for each token, its children and the first and last token below it: indices in the sentence."""

    sentence: Sentence
    children: Children
    first: tuple[int, ...]
    last: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens in text order."""
        return self.sentence.tokens

    def below(self, index: int, *relations: str) -> Iterator[int]:
        """Yield the children of a token by their relations, left to right ("nsubj" covers "nsubj:pass")."""
        for child in self.children[index]:
            if self.tokens[child].dep.partition(":")[0] in relations:
                yield child

    def one(self, index: int, *relations: str) -> int | None:
        """Return the first such child, or None."""
        return next(self.below(index, *relations), None)

    def range(self, first: int, last: int) -> Range:
        """Return the characters from token `first` to token `last`, both included."""
        return Range(self.tokens[first].start, self.tokens[last].end)

    def case(self, index: int) -> str:
        """Return the first word of the preposition in front of a phrase, lower-cased, or ""."""
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


def indices_in(tree: Tree, range_: Range) -> tuple[int, ...]:
    """Return the indices of the tokens that share a character with `range_`."""
    return tuple(i for i, t in enumerate(tree.tokens) if t.start < range_.end and range_.start < t.end)


def head_of(tree: Tree, indices: tuple[int, ...]) -> int:
    """Return the token of `indices` (at least one) whose governor lies outside them; the last where several do."""
    inside = set(indices)
    outer = [i for i in indices if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    wordy = [i for i in outer if tree.tokens[i].pos != "PUNCT"]
    return (wordy or outer or list(indices))[-1]


def subtree(tree: Tree, index: int, stop: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """Return the indices of `index` and all it governs, in text order, without branches whose relation is in `stop`."""
    found, waiting = {index}, [index]
    while waiting:
        for child in tree.children[waiting.pop()]:
            if child not in found and tree.tokens[child].dep not in stop:
                found.add(child)
                waiting.append(child)
    return tuple(sorted(found))


def ancestors(tree: Tree, index: int) -> Iterator[int]:
    """Yield the governors of `index`, nearest first, to the root."""
    seen = {index}
    while (above := tree.tokens[index].head) not in seen:
        yield above
        seen.add(above)
        index = above


def span_of(tree: Tree, indices: tuple[int, ...]) -> Range:
    """Return the characters from the first to the last token of `indices`."""
    return Range(min(tree.tokens[i].start for i in indices), max(tree.tokens[i].end for i in indices))


def phrase_of(tree: Tree, index: int, longest: int = 80) -> Range:
    """Return the noun phrase around the noun `index`: its modifiers and, if it fits, what follows "of" or "from".

    Never longer than `longest` characters unless the bare noun is.
    """
    full = subtree(tree, index, CLAUSES)
    core = tuple(i for i in full if i == index or _reaches_through_core(tree, i, index))
    for candidate in (full, core, (index,)):
        kept = _contiguous(tree, _trimmed(tree, candidate), index)
        if len(span := span_of(tree, kept)) <= longest:
            return span
    return span_of(tree, (index,))


def governing_verb(tree: Tree, index: int) -> int | None:
    """Return the nearest verb (or predicate with a copula) above `index`, or None in a sentence without one."""
    for above in ancestors(tree, index):
        if tree.tokens[above].pos in VERBAL or any(tree.tokens[c].dep == "cop" for c in tree.children[above]):
            return above
    return None


def preposition_of(tree: Tree, index: int) -> str:
    """Return the lower-case preposition in front of the nominal `index`, or ""."""
    cases = tree.below(index, "case")
    return " ".join(tree.tokens[c].text.lower() for c in cases if tree.tokens[c].text not in {"'s", "’s", "'", "’"})


def _reaches_through_core(tree: Tree, index: int, top: int) -> bool:
    while index != top:
        if tree.tokens[index].dep not in CORE:
            return False
        index = tree.tokens[index].head
    return True


def _trimmed(tree: Tree, indices: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out punctuation and a leading preposition or article at the edges: evidence is the words that matter."""
    kept = list(indices)
    while len(kept) > 1 and (
        tree.tokens[kept[0]].pos in {"PUNCT", "ADP", "SCONJ"} or _is_article(tree.tokens[kept[0]])
    ):
        kept.pop(0)
    while len(kept) > 1 and tree.tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    return tuple(kept)


def _is_article(token: Token) -> bool:
    return token.text.lower() == "the"


def _contiguous(tree: Tree, indices: tuple[int, ...], anchor: int) -> tuple[int, ...]:
    """Keep the unbroken run of tokens around `anchor`: a phrase shown as evidence has no holes."""
    inside = set(indices) | {anchor}
    low = high = anchor
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    return tuple(range(low, high + 1))
