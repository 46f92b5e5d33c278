"""Do two claims answer the same question? A dozen features that a reader can check, and their weights.

Each feature is one small function of two items; most give a number between 0 and 1, and every one is symmetric. The
score is the logistic function of their weighted sum. The weights stand in `weights.toml`, which `training/alignment`
writes with each function's first line beside its weight. The score ranks and vetoes; it decides no verdict.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rashomon import tables
from rashomon.coreference.event import Item
from rashomon.coreference.weights import cosine
from rashomon.lang.lexicon import Relation, relation
from rashomon.model import Quantity

_THRESHOLDS = tables.thresholds("rashomon.coreference")

NEAR = frozenset({Relation.SYNONYM, Relation.KIND})
FARTHEST = _THRESHOLDS.number("same_question_farthest")

Feature = Callable[[Item, Item], float]


@cache
def load_weights(channel: str) -> MappingProxyType[str, float]:
    """Return feature -> weight for one channel of `weights.toml`; "bias" is the constant."""
    text = files("rashomon.coreference").joinpath("weights.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text)[channel])


def score(features: dict[str, float], weights: Mapping[str, float]) -> float:
    """Return the logistic function of the weighted sum of `features`: 0 to 1."""
    total = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    return (1 + math.tanh(total / 2)) / 2  # the logistic function, where no sum is too large


def same_question(one: Item, other: Item) -> dict[str, float]:
    """Return the features of two claims about quantities, by name. Symmetric in the two items."""
    return {name: feature(one, other) for name, feature in FEATURES.items()}


# ---------------------------------------------------------------- the features


def measure_same(one: Item, other: Item) -> float:
    """Both count or measure what one word names."""
    return float(_relation(one, other) is Relation.SAME)


def modifiers(one: Item, other: Item) -> float:
    """How many of the words that describe what they count are the same (cosine, weighted)."""
    return cosine(one.claim.about.modifiers, other.claim.about.modifiers)


def predicate_same(one: Item, other: Item) -> float:
    """Both hang on the same verb."""
    return float(one.claim.about.predicate == other.claim.about.predicate != "")


def near_letters(one: Item, other: Item) -> float:
    """How alike the telling words around them are in their letters, so that "sank" with "sinking" counts (cosine)."""
    both = len(one.letters) * len(other.letters)
    return len(one.letters & other.letters) / math.sqrt(both) if both else 0.0


def lone_values(one: Item, other: Item) -> float:
    """Each report gives one value alone for what they count, so there is no doubt which is meant."""
    named = _relation(one, other) is Relation.SAME or _relation(one, other) in NEAR
    return float(named and one.rivals == 0 and other.rivals == 0)


def unit_same(one: Item, other: Item) -> float:
    """Both are written in the same unit; 0 for bare counts."""
    a, b = one.claim.value, other.claim.value
    return float(isinstance(a, Quantity) and isinstance(b, Quantity) and a.written_unit == b.written_unit != "")


def counts(one: Item, other: Item) -> float:
    """They are bare counts, not measurements."""
    a, b = one.claim.value, other.claim.value
    return float(isinstance(a, Quantity) and isinstance(b, Quantity) and a.dimension == b.dimension == "count")


def bounded(one: Item, other: Item) -> float:
    """The share of the two that is no exact number: a bound, a range, or about."""
    return (2 - one.exact - other.exact) / 2


def ratio(one: Item, other: Item) -> float:
    """How many times one value exceeds the other, as a natural logarithm up to 3; 3 where it has no sense."""
    low, high = sorted((one.amount, other.amount))
    return min(FARTHEST, math.log(high / low)) if low > 0 else FARTHEST


def position(one: Item, other: Item) -> float:
    """How far apart they stand, one report laid beside the other: 0 for the same place, 1 for first and last."""
    return abs(one.place - other.place)


def modality_apart(one: Item, other: Item) -> float:
    """One is asserted, the other hedged, planned or denied."""
    return float(one.claim.modality is not other.claim.modality)


FEATURES: Mapping[str, Feature] = MappingProxyType(
    {
        feature.__name__: feature
        for feature in (
            measure_same,
            modifiers,
            predicate_same,
            near_letters,
            lone_values,
            unit_same,
            counts,
            bounded,
            ratio,
            position,
            modality_apart,
        )
    }
)


def _relation(one: Item, other: Item) -> Relation:
    first, second = one.claim.about.measure, other.claim.about.measure
    if not first or not second:
        return Relation.UNKNOWN
    return Relation.SAME if first == second else relation(first, second)
