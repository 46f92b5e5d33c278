"""Pairs of claims for training: do they answer the same question?

A pair is two quantities of different reports of one event that alignment would compare and whose values differ. It is
positive where two different sides of one marked difference cover them. A difference that many pairs show counts for
less by the pair, so that no single difference teaches the whole.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from logistic import Array

from rashomon.coreference.event import Item, event_of
from rashomon.coreference.same_question import same_question
from rashomon.model import Quantity
from rashomon.questions.quantity.candidates import may_compare
from rashomon.settings import Settings
from rashomon.text import Range
from verdicts_sets import DIFFERENCES, LabelledSet

IMPORTANT = 3.0  # how much more one difference counts than one pair of two questions; chosen by leave-one-set-out

Sides = dict[str, set[int]]  # difference -> the sides of it
Places = dict[str, list[tuple[Range, str, int]]]  # report -> characters, difference, side


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of one event: features by row, their names, labels, how much each counts, the difference it shows."""

    source: str
    names: tuple[str, ...]
    rows: Array
    labels: Array
    importance: Array
    points: tuple[str, ...]

    def only(self, names: Iterable[str]) -> Pairs:
        """Return the pairs with the features `names` alone, in that order."""
        kept = tuple(names)
        at = [self.names.index(name) for name in kept]
        return Pairs(self.source, kept, self.rows[:, at], self.labels, self.importance, self.points)


def labelled_pairs(event: LabelledSet) -> Pairs:
    """Return the pairs of one labelled set."""
    seen = event_of(event.accounts, Settings())
    items = tuple(item for item in seen.items if isinstance(item.claim.value, Quantity))
    places = places_in(event)
    sides = [sides_at(places, item.claim.report, item.claim.evidence) for item in items]
    rows, points = [], []
    for i, j in combinations(range(len(items)), 2):
        if comparable(items[i], items[j]):
            rows.append(same_question(items[i], items[j]))
            points.append(point_of(sides[i], sides[j]))
    return pairs_of(event.name, rows, points)


def comparable(one: Item, other: Item) -> bool:
    """Say whether two claims of different reports may be compared and give different values."""
    a, b = one.claim.value, other.claim.value
    if one.claim.report == other.claim.report or not may_compare(one, other):
        return False
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    return (a.low, a.high, a.low_open, a.high_open, a.written_unit) != (
        b.low,
        b.high,
        b.low_open,
        b.high_open,
        b.written_unit,
    )


def pairs_of(source: str, features: list[dict[str, float]], points: list[str]) -> Pairs:
    """Return pairs from their features and the difference that each shows ("" for none)."""
    shown = Counter(point for point in points if point)
    importance = [IMPORTANT / shown[point] ** 0.5 if point else 1.0 for point in points]
    names = tuple(features[0]) if features else ()
    rows = np.array([list(f.values()) for f in features], dtype=float).reshape(len(features), len(names))
    labels = np.array([bool(point) for point in points], dtype=float)
    return Pairs(source, names, rows, labels, np.array(importance, dtype=float), tuple(points))


def joined(parts: Iterable[Pairs]) -> Pairs:
    """Return the pairs of several events as one; the names of the differences carry the event's.

    Raises `IndexError` where no event has any.
    """
    wanted = [part for part in parts if len(part.labels)]
    return Pairs(
        "+".join(part.source for part in wanted),
        wanted[0].names,
        np.concatenate([part.rows for part in wanted]),
        np.concatenate([part.labels for part in wanted]),
        np.concatenate([part.importance for part in wanted]),
        tuple(f"{part.source}:{point}" if point else "" for part in wanted for point in part.points),
    )


def sides_at(places: Places, report: str, evidence: Range) -> Sides:
    """Return difference -> the sides of it that characters of a report overlap."""
    found: Sides = defaultdict(set)
    for place, point, side in places.get(report, ()):
        if place.overlaps(evidence):
            found[point].add(side)
    return found


def places_in(event: LabelledSet) -> Places:
    """Return every place that a side of a marked difference covers, by report."""
    found: Places = defaultdict(list)
    texts = event.texts
    for point in event.gold["points"]:
        if point["verdict"] in DIFFERENCES:
            for number, side in enumerate(point["sides"]):
                for e in side["evidence"]:
                    for m in re.finditer(re.escape(e["text"]), texts[e["report"]]):
                        found[e["report"]].append((Range(m.start(), m.end()), point["id"], number))
    return found


def point_of(one: Sides, other: Sides) -> str:
    """Return the difference that the two show on different sides, or ""."""
    shown = [p for p in one.keys() & other.keys() if one[p] != other[p] and len(one[p] | other[p]) > 1]
    return min(shown, default="")
