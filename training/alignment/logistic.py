"""Logistic regression by Newton's method, with a penalty on the squared weights: a page of numpy, and deterministic.

Source of the method: iteratively reweighted least squares, as in Hastie, Tibshirani and Friedman, "The Elements of
Statistical Learning", section 4.4.1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
MOST_STEPS = 100
CONVERGED = 1e-10


def fit(rows: Array, labels: Array, importance: Array, penalty: float) -> Array:
    """Return the bias and the weights that maximise the penalised likelihood of `labels` (0 or 1).

    `rows` holds one pair a row; `importance` is how much each row counts. The penalty is `penalty` / 2 times the sum of
    the squared weights, the bias left free. Raises `numpy.linalg.LinAlgError` where a step has no solution.
    """
    design = np.column_stack([np.ones(len(rows)), rows])
    held = np.diag([1e-9, *([penalty] * rows.shape[1])])
    weights = np.zeros(design.shape[1])
    for _ in range(MOST_STEPS):
        likely = probability(design @ weights)
        slope = design.T @ (importance * (labels - likely)) - held @ weights
        curve = (design * (importance * likely * (1 - likely))[:, None]).T @ design + held
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < CONVERGED:
            break
    return weights


def probability(total: Array) -> Array:
    """Return the logistic function of each number; far-off numbers are cut so that nothing overflows."""
    cut: Array = np.clip(total, -30, 30)
    return 1 / (1 + np.exp(-cut))


def predict(rows: Array, weights: Array) -> Array:
    """Return the score of each row, 0 to 1."""
    return probability(rows @ weights[1:] + weights[0])


def average_precision(labels: Array, scores: Array) -> float:
    """Return the mean precision at each positive, best scores first; 0 without positives.

    Rows of one score count together, at the end of their run.
    """
    order = np.argsort(-scores, kind="stable")
    ranked, hits = scores[order], np.cumsum(labels[order])
    last = np.append(ranked[1:] != ranked[:-1], True)
    reached = hits[last]
    precision = reached / (np.flatnonzero(last) + 1)
    gained = np.diff(np.concatenate([[0.0], reached]))
    return float((precision * gained).sum() / labels.sum()) if labels.sum() else 0.0
