"""Do the parts that one report lists add up to the whole that another gives?"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from rashomon import tables
from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.units import show_number
from rashomon.model import About, Claim, Counted, Precision, Quantity
from rashomon.questions.question import Case

_THRESHOLDS = tables.thresholds("rashomon.questions.quantity")

MOST_PARTS = _THRESHOLDS.integer("most_parts")


def sum_of_parts(case: Case) -> str | None:
    """Return the sum in words where a report that states the smaller number also states parts that complete the larger.

    Parts are exact counts of the same noun, or of the same class with another state (one killed + two injured = three
    shot), within two sentences of one another; "a reconnaissance drone" counts as one drone.
    """
    small, large = sorted((case.first, case.second), key=lambda answer: _exact(answer.claims[0]) or Fraction(0))
    whole = _exact(large.claims[0])
    if whole is None or any(_exact(c) is None for c in small.claims):
        return None
    for claim in small.claims:
        for total in _sums(claim, whole):
            added = f"{' + '.join(show_number(n) for n in total)} = {show_number(whole)}"
            return f"{added}: the parts in {claim.report} add up to the whole"
    return None


def _sums(claim: Claim, whole: Fraction) -> list[tuple[Fraction, ...]]:
    """Return the sums that begin with the claim and reach the whole."""
    first = _exact(claim)
    if first is None:
        return []
    others = [c.number for c in claim.context.counts if c.range != claim.evidence and _is_part(claim, c)]
    found = []
    for size in range(1, MOST_PARTS):
        found += [(first, *rest) for rest in combinations(others, size) if first + sum(rest) == whole]
    return found


def _is_part(claim: Claim, other: Counted) -> bool:
    """Say whether a count near a claim may be another part of the same whole."""
    if not other.single:
        return _alike(claim.about, other.about)
    if not claim.about.measure or claim.evidence.start <= other.range.start < claim.evidence.end:
        return False
    return relation(other.about.measure, claim.about.measure) in {Relation.SAME, Relation.SYNONYM}


def _alike(first: About, second: About) -> bool:
    """Say whether two counts may be parts of one whole: the same noun told apart, or people in different states."""
    if first.measure and first.measure == second.measure:
        return first.modifiers != second.modifiers or first.state != second.state or first.subset != second.subset
    if first.state and second.state and first.state != second.state:
        return True
    return bool(first.kind) and first.kind == second.kind == "person"


def _exact(claim: Claim) -> Fraction | None:
    """Return the number of an exact count, or None."""
    value = claim.value
    if isinstance(value, Quantity) and value.precision is Precision.EXACT and value.dimension == "count":
        return value.low
    return None
