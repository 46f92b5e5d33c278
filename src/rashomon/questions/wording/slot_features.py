"""How two phrases in one place of like sentences compare: what the scorer of wording looks at."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product
from types import MappingProxyType

from rapidfuzz.distance import Levenshtein

from rashomon import tables
from rashomon.coreference.stretches import Match, Stretch
from rashomon.coreference.terms import Reading
from rashomon.lang.lexicon import Relation, relation
from rashomon.questions.wording.slots import Line, Pair, Slot

_THRESHOLDS = tables.thresholds("rashomon.questions.wording")

CLOSENESS = MappingProxyType(
    {
        Relation.SAME: _THRESHOLDS.number("closeness_same"),
        Relation.SYNONYM: _THRESHOLDS.number("closeness_synonym"),
        Relation.KIND: _THRESHOLDS.number("closeness_kind"),
        Relation.SIBLING: _THRESHOLDS.number("closeness_sibling"),
    }
)
STRONGEST = _THRESHOLDS.integer("strongest")
MOST_TOLD = _THRESHOLDS.integer("most_told")
MOST_OWN = _THRESHOLDS.integer("most_own")
LONG = _THRESHOLDS.integer("long")
RAREST = _THRESHOLDS.number("rarest")


Told = Mapping[str, frozenset[str]]  # report id -> what its words stand for


def told_in(readings: Iterable[Reading]) -> Told:
    """Return which words each report has."""
    words: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        words[reading.report].update(w.key for w in reading.words)
    return MappingProxyType({report: frozenset(keys) for report, keys in words.items()})


def features_of(pair: Pair, slot: Slot, match: Match, told: Told) -> dict[str, float]:
    """Return the features of a slot of two sentences that match so; symmetric in the two."""
    one, other = pair.one, pair.other
    squares = _squares(pair)
    ours, theirs = slot.ours - slot.theirs, slot.theirs - slot.ours
    own = ours | theirs
    apart = min(_weight(own, squares), MOST_OWN) / MOST_OWN
    lengths = [len(line.range(s)) for line, s in ((one, slot.first), (other, slot.second))]
    return {
        "strength": min(match.strength, STRONGEST) / STRONGEST,
        "phrases": _cosine(slot.ours, slot.theirs, squares),
        "told_alike": min(_weight(slot.shared, squares), MOST_TOLD) / MOST_TOLD,
        "told_apart": apart,
        "much_apart": apart**2,
        "one_holds_other": float(not ours or not theirs),
        "elsewhere": max(_share(ours, other, told, squares), _share(theirs, one, told, squares)),
        "number": float(any(key.startswith("#") for key in own)),
        "rarest": max((math.sqrt(squares[k]) for k in slot.shared), default=0.0) / RAREST,
        "related": _closest(pair, slot, own),
        "spelling": max((_spelling(a, b) for a, b in product(ours, theirs)), default=0.0),
        "length": sum(lengths) / LONG,
        "position": abs(_place(one) - _place(other)),
        "by_role": float(slot.way == "role"),
        "by_noun": float(slot.way == "noun"),
    }


def _sides(pair: Pair, slot: Slot) -> tuple[tuple[Line, Stretch], tuple[Line, Stretch]]:
    return (pair.one, slot.first), (pair.other, slot.second)


def _share(own: frozenset[str], line: Line, told: Told, squares: Mapping[str, float]) -> float:
    """Return how much of what one side says alone the other's report says elsewhere."""
    return _weight(own & told[line.reading.report], squares) / _weight(own, squares) if own else 0.0


def _closest(pair: Pair, slot: Slot, own: frozenset[str]) -> float:
    """Return how close two words come that one side each has alone: synonyms, kinds of one another."""
    words = [
        [w for w in line.reading.words if s[0] <= w.at < s[1] and w.part and w.key in own]
        for line, s in _sides(pair, slot)
    ]
    return max(
        (CLOSENESS.get(relation(a.lemma, b.lemma, a.part), 0.0) for a, b in product(*words) if a.part == b.part),
        default=0.0,
    )


def _spelling(one: str, other: str) -> float:
    return float(Levenshtein.normalized_similarity(one, other)) ** 2


def _place(line: Line) -> float:
    return line.reading.sentence.range.start / max(len(line.reading.text), 1)


def _squares(pair: Pair) -> Mapping[str, float]:
    """Return how telling the words of both sentences are, squared: of one that both have, the geometric mean."""
    ours, theirs = pair.one.reading.squares, pair.other.reading.squares
    both = {key: math.sqrt(square * theirs[key]) for key, square in ours.items() if key in theirs}
    return {**theirs, **ours, **both}


def _weight(keys: Iterable[str], squares: Mapping[str, float]) -> float:
    """Return how much some words tell together, the same in whatever order they come."""
    return math.fsum(math.sqrt(squares[key]) for key in keys)


def _cosine(one: frozenset[str], other: frozenset[str], squares: Mapping[str, float]) -> float:
    """Return the cosine of two sets of words, 0 to 1."""
    shared, first, second = (math.fsum(squares[key] for key in keys) for keys in (one & other, one, other))
    return shared / math.sqrt(first * second) if shared else 0.0
