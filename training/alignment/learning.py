"""From pairs to weights: all events together, and each event with the weights that the others teach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from logistic import Array, average_precision, fit, predict
from pairs import Pairs, joined

PENALTY = 2.0  # chosen by leave-one-set-out among 0.5, 2, 8, 20 and 50
DIGITS = 2


@dataclass(frozen=True, slots=True)
class Score:
    """How well pairs are ranked: average precision over all pairs together, and its mean over the events."""

    together: float
    mean: float


def learn(parts: Iterable[Pairs], penalty: float = PENALTY) -> dict[str, float]:
    """Return "bias" and the weight of each feature, rounded as they ship."""
    pairs = joined(parts)
    found = fit(pairs.rows, pairs.labels, pairs.importance, penalty)
    return {name: round(float(w), DIGITS) + 0.0 for name, w in zip(("bias", *pairs.names), found, strict=True)}


def left_out(parts: Sequence[Pairs], also: Sequence[Pairs] = ()) -> dict[str, dict[str, float]]:
    """Return event -> the weights that all the other events teach, with `also` in each."""
    return {part.source: learn([*(p for p in parts if p is not part), *also]) for part in parts}


def rank(parts: Sequence[Pairs], also: Sequence[Pairs] = ()) -> Score:
    """Return how well each event's pairs are ranked by the weights of the others."""
    return ranked_by(parts, left_out(parts, also))


def ranked_by(parts: Sequence[Pairs], weights: Mapping[str, dict[str, float]]) -> Score:
    """Return how well each event's pairs are ranked by the weights given for it."""
    parts = [part for part in parts if len(part.labels)]
    scores = [predict(part.rows, _array(weights[part.source])) for part in parts]
    single = [average_precision(p.labels, s) for p, s in zip(parts, scores, strict=True) if p.labels.sum()]
    together = average_precision(np.concatenate([p.labels for p in parts]), np.concatenate(scores))
    return Score(round(together, 4), round(float(np.mean(single)), 4))


def _array(weights: dict[str, float]) -> Array:
    return np.array(list(weights.values()), dtype=float)
