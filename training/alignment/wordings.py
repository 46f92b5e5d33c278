"""Candidates of the wording channel for training: does what stands in one place of two like sentences differ by intent?

A candidate is what alignment would show; it is positive where it covers two sides of a marked difference.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from pairs import Pairs, Places, pairs_of, places_in, sides_at

from rashomon.align.event import event_of
from rashomon.align.wording import Candidate, candidates
from rashomon.settings import Settings
from verdicts_sets import LabelledSet

MEANINGS: Mapping[str, str] = {
    "sentences": "How alike the two sentences are (cosine, weighted within the event).",
    "phrases": "How alike the two phrases are (cosine).",
    "heads": "How close their head words are: synonyms, kinds of one another.",
    "same_relation": "Both heads have the same grammatical relation.",
    "shared_around": "How many words of both frames are the same, up to 6.",
    "one_holds_other": "All words of one phrase stand in the other.",
    "by_argument": "They were found as arguments of one verb.",
    "by_modifier": "They were found as modifiers of one noun.",
    "numbers_apart": "Both hold numbers, and other ones.",
    "context": "How alike the rest of both sentences is (cosine).",
    "told_alike": "How telling the words in common are, up to 15.",
    "told_apart": "How telling the words are that one has alone, up to 30.",
    "proper": "One head is a proper name.",
    "act": "The phrase is an act.",
    "times": "How often the same two phrases stand against each other, up to 5.",
}


def wording_pairs(event: LabelledSet) -> Pairs:
    """Return the candidates of one labelled set; each counts alike."""
    groups = candidates(event_of(event.accounts, Settings()))
    places = places_in(event)
    rows = [dict(group[0].features) for group in groups]
    made = pairs_of(event.name, rows, [_point(places, group) for group in groups])
    return Pairs(made.source, made.names, made.rows, made.labels, np.ones(len(rows)), made.points)


def _point(places: Places, group: list[Candidate]) -> str:
    """Return the marked difference of which the candidate covers two sides, or ""."""
    shown: dict[str, set[int]] = {}
    for candidate in group:
        for line, part in ((candidate.first, candidate.slot.first), (candidate.second, candidate.slot.second)):
            for point, sides in sides_at(places, line.report, part.range).items():
                shown.setdefault(point, set()).update(sides)
    return min((point for point, sides in shown.items() if len(sides) > 1), default="")
