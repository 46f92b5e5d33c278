"""Pairs of times for training: do two times of two reports, in other words, tell when one act was?

A pair is positive where its two claims stand on different sides of one marked difference.
"""

from __future__ import annotations

from itertools import combinations

from pairs import Pairs, pairs_of, places_in, point_of, sides_at

from rashomon.coreference.event import event_of
from rashomon.coreference.same_time import Dated, dated_in, same_time
from rashomon.lang.periods import Overlap, overlap
from rashomon.questions.time.candidates import UNPLACED
from rashomon.settings import Settings
from verdicts_sets import LabelledSet


def time_pairs(event: LabelledSet) -> Pairs:
    """Return the pairs of one labelled set."""
    dated = [d for d in dated_in(event_of(event.accounts, Settings())) if d.value.grain not in UNPLACED]
    places = places_in(event)
    sides = [sides_at(places, d.claim.report, d.claim.evidence) for d in dated]
    rows, points = [], []
    for i, j in combinations(range(len(dated)), 2):
        if _differ(dated[i], dated[j]):
            rows.append(same_time(dated[i], dated[j]))
            points.append(point_of(sides[i], sides[j]))
    return pairs_of(event.name, rows, points)


def _differ(one: Dated, other: Dated) -> bool:
    """Say whether two reports give two times, or one time in other fields of the calendar."""
    if one.claim.report == other.claim.report:
        return False
    return overlap(one.value, other.value) is not Overlap.SAME or one.value.fields != other.value.fields
