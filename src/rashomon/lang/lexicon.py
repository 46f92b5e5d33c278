"""What common words have to do with one another: the same, a kind of, the opposite of.

The lexicon is derived from WordNet 3.0 by `training/wordnet/derive.py`; its licence is `WORDNET_LICENSE`. It is a hint
for alignment and never settles a verdict alone.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rashomon import tables

_THRESHOLDS = tables.thresholds("rashomon.lang")

PEOPLE = frozenset({"person", "people"})  # whom any count of people counts; WordNet takes a people for a group
MAXIMUM_DEPTH = _THRESHOLDS.integer("maximum_depth")

# WordNet's lexicographer files, grouped into the classes that counted things fall into.
CLASSES = MappingProxyType(
    {"18": "person", "14": "group", "06": "artifact", "05": "animal", "15": "place", "17": "place", "28": "time",
     "04": "act", "11": "event", "21": "money", "23": "quantity", "10": "words", "26": "state"}
)  # fmt: skip


class Relation(StrEnum):
    """How two words of one part of speech relate."""

    SAME = "same"
    SYNONYM = "synonym"
    KIND = "kind"  # one is a kind of the other
    SIBLING = "sibling"  # both are kinds of one thing
    OPPOSITE = "opposite"
    NONE = "none"
    UNKNOWN = "unknown"  # a word that the lexicon lacks


@dataclass(frozen=True, slots=True)
class Synset:
    """One sense: its lexicographer file, the senses above it, its opposites, and those similar to it."""

    file: str
    above: tuple[str, ...]
    opposite: tuple[str, ...]
    similar: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The senses of words: `words[pos, word]` lists sense ids, most frequent first; pos is n, v or a."""

    words: MappingProxyType[tuple[str, str], tuple[str, ...]]
    synsets: MappingProxyType[tuple[str, str], Synset]


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon that ships (about 80,000 words; read once)."""
    packed = files("rashomon.lang").joinpath("lexicon.tsv.gz").read_bytes()
    words: dict[tuple[str, str], tuple[str, ...]] = {}
    synsets: dict[tuple[str, str], Synset] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        kind, pos, name, *rest = line.split("\t")
        if kind == "w":
            words[pos, name] = tuple(rest[0].split(","))
        else:
            above, opposite, similar = (tuple(x.split(",")) if x else () for x in rest[1:4])
            synsets[pos, name] = Synset(rest[0], above, opposite, similar)
    return Lexicon(MappingProxyType(words), MappingProxyType(synsets))


@cache
def noun_class(noun: str) -> str:
    """Return the class of a noun in base form by its most frequent sense ("person", "artifact", ...), or ""."""
    lexicon = load_lexicon()
    senses = lexicon.words.get(("n", noun.lower()), ())
    for sense in senses[:2]:
        if found := CLASSES.get(lexicon.synsets["n", sense].file, ""):
            return found
    return ""


@cache
def relation(one: str, other: str, pos: str = "n") -> Relation:
    """Return how two words in base form relate, over all their kept senses; symmetric. `pos` is n, v or a."""
    one, other = one.lower(), other.lower()
    if one == other:
        return Relation.SAME
    lexicon = load_lexicon()
    first, second = lexicon.words.get((pos, one), ()), lexicon.words.get((pos, other), ())
    if not first or not second:
        return Relation.UNKNOWN
    if set(first) & set(second):
        return Relation.SYNONYM
    if _touch(lexicon, pos, first, second, "opposite"):
        return Relation.OPPOSITE
    above_first, above_second = _above(lexicon, pos, first), _above(lexicon, pos, second)
    if set(first) & above_second.keys() or set(second) & above_first.keys():
        return Relation.KIND
    if _touch(lexicon, pos, first, second, "similar"):
        return Relation.SYNONYM
    near = {s for s, depth in above_first.items() if depth == 1} & {s for s, d in above_second.items() if d == 1}
    return Relation.SIBLING if near else Relation.NONE


def _above(lexicon: Lexicon, pos: str, senses: tuple[str, ...]) -> dict[str, int]:
    """Return the senses up to `MAXIMUM_DEPTH` steps above the first two `senses`, with the number of steps."""
    steps: dict[str, int] = {}
    edge = set(senses[:2])
    for depth in range(1, MAXIMUM_DEPTH + 1):
        edge = {a for sense in edge for a in lexicon.synsets[pos, sense].above}
        for sense in edge:
            steps.setdefault(sense, depth)
    return steps


def _touch(lexicon: Lexicon, pos: str, first: tuple[str, ...], second: tuple[str, ...], field: str) -> bool:
    targets = {t for sense in first for t in getattr(lexicon.synsets[pos, sense], field)}
    return bool(targets & set(second))
