"""What two like sentences put in the same place: the candidates for other wording and finer grain.

The words that both sentences have, or have synonyms of, tie them together. Five ways lead from a tie to a slot: the
phrases around one noun, what hangs on one act in the same role, the clauses of one act, one noun with other acts on it,
and the stretches in which the sentences say the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from rashomon import tables
from rashomon.coreference.stretches import Stretch, at_odds, synonyms_of
from rashomon.coreference.terms import Reading, Word
from rashomon.lang.tree import CLAUSES, Tree, indices_in, phrase_of, preposition_of, subtree, tree_of
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.wording")

LONGEST = _THRESHOLDS.integer("longest")
NOUNS = frozenset({"NOUN", "PROPN"})
ACTS = frozenset({"NOUN", "VERB"})
ROLES = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "advcl", "advmod", "acl"})
# Clauses and sentence parts that state something of their own beside the act.
BESIDE = frozenset({"conj", "cc", "parataxis", "advcl", "acl:relcl", "ccomp", "punct"})
EDGES = frozenset({"PUNCT", "CCONJ", "SCONJ"})
TRAILING = EDGES | {"ADP", "DET"}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its telling words, its tree, and the phrase around each of its nouns, by the noun's place."""

    reading: Reading
    tree: Tree
    phrases: Mapping[int, Stretch]

    def keys(self, stretch: Stretch) -> frozenset[str]:
        """Return what the telling words of some tokens stand for."""
        return frozenset(w.key for w in self.words(stretch))

    def words(self, stretch: Stretch) -> Iterator[Word]:
        """Yield the telling words of some tokens."""
        words = self.reading.words
        low, high = (bisect_left(words, edge, key=_at) for edge in stretch)
        return iter(words[low:high])

    def range(self, stretch: Stretch) -> Range:
        """Return the characters of some tokens."""
        return self.reading.range_of(*stretch)


@dataclass(frozen=True, slots=True)
class Slot:
    """Tokens of two sentences in the same place, and the way they were found.

    `ours` and `theirs` are what their telling words stand for, a word and its synonym being one.
    """

    first: Stretch
    second: Stretch
    way: str  # noun, role, clause, act or stretch
    ours: frozenset[str]
    theirs: frozenset[str]

    @property
    def shared(self) -> frozenset[str]:
        """Return what both sides say."""
        return self.ours & self.theirs


@dataclass(frozen=True, slots=True)
class Pair:
    """Two like sentences, the stretches in which they say the same, and the words of the first that the second has."""

    one: Line
    other: Line
    stretches: tuple[Stretch, Stretch]
    same: dict[str, str]

    def turned(self) -> Pair:
        """Return the pair with its sentences in the other order."""
        return Pair(self.other, self.one, self.stretches[::-1], {b: a for a, b in self.same.items()})

    def ties(self) -> list[tuple[int, int]]:
        """Return the pairs of tokens that say the same."""
        at = defaultdict(list)
        for word in self.other.reading.words:
            at[word.key].append(word.at)
        words = self.one.reading.words
        return [(w.at, other) for w in words if w.key in self.same for other in at[self.same[w.key]]]


def _at(word: Word) -> int:
    return word.at


def line_of(reading: Reading) -> Line:
    """Return a sentence with its tree."""
    tree = tree_of(reading.sentence)
    nouns = (w.at for w in reading.words if tree.tokens[w.at].pos in NOUNS)
    return Line(reading, tree, MappingProxyType({at: _noun_phrase(tree, at) for at in nouns}))


def pair_of(one: Line, other: Line, stretches: tuple[Stretch, Stretch]) -> Pair:
    """Return two sentences as a pair, tied by the words and synonyms that both have."""
    return Pair(one, other, stretches, synonyms_of(one.reading, other.reading))


def slots_of(pair: Pair) -> Iterator[Slot]:
    """Yield the slots of two sentences whose words say something and not the same, with no value at odds in them."""
    ties = pair.ties()
    for way, first, second in _places(pair, ties):
        slot = _slot(pair, way, first, second)
        if slot.ours and slot.theirs and slot.ours != slot.theirs and not _at_odds(pair, slot):
            yield slot


def _places(pair: Pair, ties: list[tuple[int, int]]) -> Iterator[tuple[str, Stretch, Stretch]]:
    one, other, tied = pair.one.tree, pair.other.tree, set(ties)
    for i, j in ties:
        parts = one.tokens[i].pos, other.tokens[j].pos
        if NOUNS.issuperset(parts):
            first, second = pair.one.phrases[i], pair.other.phrases[j]
            yield "noun", first, second
            acts = one.tokens[i].head, other.tokens[j].head
            if acts not in tied and _governs(one, acts[0], i) and _governs(other, acts[1], j):
                yield "act", _grown(one, first, (acts[0], i)), _grown(other, second, (acts[1], j))
        if "VERB" in parts and parts[0] in ACTS | {"ADJ"} and parts[1] in ACTS | {"ADJ"}:
            ours, theirs = _roles(pair.one, i), _roles(pair.other, j)
            met = {(a, b) for a, b in product(ours, theirs) if (a, b) in tied}
            for a, b in product(ours, theirs):
                if _role(one, a) == _role(other, b) and not any(a == m or b == n for m, n in met):
                    yield "role", _phrase(one, a, CLAUSES), _phrase(other, b, CLAUSES)
            yield "clause", _phrase(one, i, BESIDE), _phrase(other, j, BESIDE)
    first, second = (_trimmed(line.tree, s) for line, s in zip((pair.one, pair.other), pair.stretches, strict=True))
    yield "stretch", first, second


def _slot(pair: Pair, way: str, first: Stretch, second: Stretch) -> Slot:
    ours = frozenset(pair.same.get(key, key) for key in pair.one.keys(first))
    fits = all(len(line.range(s)) <= LONGEST for line, s in ((pair.one, first), (pair.other, second)))
    return Slot(first, second, way, ours if fits else frozenset(), pair.other.keys(second))


def _at_odds(pair: Pair, slot: Slot) -> bool:
    """Say whether numbers stand against numbers, times against times, or one side denies: words do not settle that."""
    if all(any(key.startswith("#") for key in own) for own in (slot.ours - slot.theirs, slot.theirs - slot.ours)):
        return True
    one, other = pair.one.reading, pair.other.reading
    if _denies(one, slot.first) != _denies(other, slot.second):
        return True
    return bool(at_odds(one, slot.first, other, slot.second)[0])


def _denies(reading: Reading, stretch: Stretch) -> bool:
    return any(stretch[0] <= at < stretch[1] for at in reading.denials)


def _governs(tree: Tree, act: int, noun: int) -> bool:
    return act != noun and tree.tokens[act].pos in ACTS


def _roles(line: Line, act: int) -> list[int]:
    """Return what hangs on an act and says something."""
    telling = {w.at for w in line.reading.words}
    return [
        c for c in line.tree.children[act] if _role(line.tree, c) in ROLES and (c in telling or _is_phrase(line, c))
    ]


def _is_phrase(line: Line, index: int) -> bool:
    return _role(line.tree, index) == "obl" and preposition_of(line.tree, index) != ""


def _role(tree: Tree, index: int) -> str:
    return tree.tokens[index].dep.partition(":")[0]


def _noun_phrase(tree: Tree, index: int) -> Stretch:
    inside = indices_in(tree, phrase_of(tree, index, LONGEST))
    return inside[0], inside[-1] + 1


def _phrase(tree: Tree, index: int, without: frozenset[str]) -> Stretch:
    """Return the words below a token, without some branches, as far as they are near it and short enough."""
    return _spread(tree, frozenset(subtree(tree, index, without)), (index, index))


def _grown(tree: Tree, phrase: Stretch, ends: tuple[int, int]) -> Stretch:
    """Return the words between two tokens, with what belongs to the noun phrase."""
    return _spread(tree, frozenset(range(*phrase)), (min(ends), max(ends)))


def _spread(tree: Tree, inside: frozenset[int], ends: tuple[int, int]) -> Stretch:
    low, high = ends
    grown = len(tree.range(low, high)) <= LONGEST
    while grown:
        grown = False
        for left, right in ((low - 1, high), (low, high + 1)):
            added = left if left < low else right
            if added in inside and len(tree.range(left, right)) <= LONGEST:
                low, high, grown = left, right, True
    return _trimmed(tree, (low, high + 1))


def _trimmed(tree: Tree, stretch: Stretch) -> Stretch:
    low, high = stretch
    while low < high - 1 and tree.tokens[low].pos in EDGES:
        low += 1
    while low < high - 1 and tree.tokens[high - 1].pos in TRAILING:
        high -= 1
    return low, high
