"""Pairs made by rule, without a reader: equal values across reports, and different values within one report.

Positive: two reports give the same telling value for what may be compared; its ratio is then set as if it had differed.
Negative: one report gives two values for what may be compared, and so speaks of two things.
Tried and not used for the weights that ship (see README.md).
"""

from __future__ import annotations

from itertools import combinations, cycle

from pairs import Pairs, pairs_of

from rashomon.coreference.event import Item, event_of
from rashomon.coreference.same_question import same_question
from rashomon.model import Account, Quantity
from rashomon.questions.intervals import same_value
from rashomon.questions.quantity.candidates import may_compare
from rashomon.settings import Settings

TELLING = 10  # smaller bare counts are equal by chance
RATIOS = (0.05, 0.1, 0.2, 0.4, 0.7)  # natural logarithms, as the marked differences have them


def made_pairs(source: str, accounts: tuple[Account, ...]) -> Pairs:
    """Return the pairs that the rules make of one event."""
    seen = event_of(accounts, Settings())
    items = [item for item in seen.items if isinstance(item.claim.value, Quantity)]
    rows, points = [], []
    ratios = cycle(RATIOS)
    for one, other in combinations(items, 2):
        if not may_compare(one, other):
            continue
        features = same_question(one, other, seen.weights)
        equal = _equal(one, other)
        if one.claim.report == other.claim.report and not equal:
            rows.append(features)
            points.append("")
        elif one.claim.report != other.claim.report and equal and one.amount >= TELLING:
            rows.append(features | {"ratio": next(ratios)})
            points.append(f"{one.amount:g}")
    return pairs_of(source, rows, points)


def _equal(one: Item, other: Item) -> bool:
    a, b = one.claim.value, other.claim.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and same_value(a, b)
