"""Do two claims answer the same question? A dozen features that a reader can check, and their weights.

Each feature is a number, mostly between 0 and 1, of two items; the score is the logistic function of their weighted
sum. The weights stand in `weights.toml`, with how they were found. The score ranks and vetoes; it decides no verdict.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rashomon.align.event import Item, Weights
from rashomon.lang.lexicon import Relation, relation
from rashomon.model import Precision, Quantity

NEAR = frozenset({Relation.SYNONYM, Relation.KIND})


@cache
def load_weights(channel: str) -> MappingProxyType[str, float]:
    """Return feature -> weight for one channel of `weights.toml`; "bias" is the constant."""
    text = files("rashomon.align").joinpath("weights.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text)[channel])


def score(features: dict[str, float], weights: MappingProxyType[str, float]) -> float:
    """Return the logistic function of the weighted sum of `features`: 0 to 1."""
    total = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


def same_question(one: Item, other: Item, weights: Weights) -> dict[str, float]:
    """Return the features of two claims about quantities or times. Symmetric in the two items."""
    first, second = one.claim.about, other.claim.about
    measure = _measure(first.measure, second.measure)
    return {
        "measure_same": float(measure == "same"),
        "measure_near": float(measure == "near"),
        "measure_missing": float(measure == "missing"),
        "class_same": float(bool(first.kind) and first.kind == second.kind),
        "modifiers": weights.cosine(first.modifiers, second.modifiers),
        "modifiers_apart": _apart(first.modifiers, second.modifiers),
        "state_same": float(bool(first.state) and first.state == second.state),
        "state_apart": float(bool(first.state) and bool(second.state) and first.state != second.state),
        "predicate_same": float(bool(first.predicate) and first.predicate == second.predicate),
        "bearer": weights.cosine(first.bearer, second.bearer),
        "place": weights.cosine(first.place, second.place),
        "place_apart": _apart(first.place, second.place),
        "subset_apart": float(first.subset != second.subset),
        "near": weights.cosine(one.near, other.near),
        "sentence": weights.cosine(one.sentence, other.sentence),
        "names": weights.cosine(one.names, other.names),
        "names_near": weights.cosine(one.names_near, other.names_near),
        "names_near_apart": _apart(one.names_near, other.names_near),
        "dates_apart": _dates_apart(one, other),
        "measure_telling": min(weights.weight(first.measure), 6.0) / 6 if measure == "same" else 0.0,
        "lone_values": float(one.rivals == 0 and other.rivals == 0 and measure in {"same", "near"}),
        "rivals": min(3.0, float(max(one.rivals, other.rivals))),
        "unit_same": _same_unit(one, other),
        "bounded": _bounded(one, other),
        "ratio": _ratio(one, other),
        "position": abs(one.place - other.place),
    }


def _measure(first: str, second: str) -> str:
    if not first or not second:
        return "missing"
    if first == second:
        return "same"
    return "near" if relation(first, second) in NEAR else "apart"


def _apart(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one) and bool(other) and not one & other)


def _dates_apart(one: Item, other: Item) -> float:
    """Say whether both sentences give a year or month, and none in common: they tell of different times."""
    first, second = _months(one), _months(other)
    return float(bool(first) and bool(second) and not first & second)


def _months(item: Item) -> frozenset[tuple[str, int]]:
    given = {("year", p.fields.year) for p in item.times} | {("month", p.fields.month) for p in item.times}
    return frozenset((kind, number) for kind, number in given if number is not None)


def _same_unit(one: Item, other: Item) -> float:
    a, b = one.claim.value, other.claim.value
    return float(isinstance(a, Quantity) and isinstance(b, Quantity) and a.written_unit == b.written_unit != "")


def _bounded(one: Item, other: Item) -> float:
    """Return the share of the two that is no exact number."""
    values = [item.claim.value for item in (one, other)]
    return sum(isinstance(v, Quantity) and v.precision is not Precision.EXACT for v in values) / 2


def _ratio(one: Item, other: Item) -> float:
    """Return the natural logarithm of how many times one value exceeds the other, at most 3; 3 where it has no sense."""
    values = [_middle(item.claim.value) for item in (one, other) if isinstance(item.claim.value, Quantity)]
    if len(values) != 2 or min(values) <= 0:
        return 3.0
    return min(3.0, math.log(max(values) / min(values)))


def _middle(quantity: Quantity) -> float:
    if quantity.stated is not None:
        return float(quantity.stated * quantity.factor)
    bounds = [float(b) for b in (quantity.low, quantity.high) if b is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0
