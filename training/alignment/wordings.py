"""Candidates of the wording channel for training: does what stands in one place of two like sentences differ by intent?

A candidate is what alignment would show; it is positive where it covers two sides of a marked difference.
"""

from __future__ import annotations

from collections.abc import Mapping

from pairs import Pairs, Places, pairs_of, places_in, sides_at

from rashomon.coreference.event import event_of
from rashomon.questions.wording.candidates import Group, candidates
from rashomon.settings import Settings
from verdicts_sets import LabelledSet

MEANINGS: Mapping[str, str] = {
    "strength": "How strongly the two sentences match, up to 8.",
    "phrases": "How alike the two phrases are (cosine, weighted).",
    "told_alike": "How telling the words in common are, up to 12.",
    "told_apart": "How telling the words are that one has alone, up to 20.",
    "much_apart": "The same, squared.",
    "one_holds_other": "All words of one phrase stand in the other.",
    "elsewhere": "How much of what one says alone the other's report says elsewhere.",
    "number": "One has a number that the other lacks.",
    "rarest": "How telling the most telling word in common is.",
    "related": "How close two words come that each has alone: synonyms, kinds of one another.",
    "spelling": "How alike two such words are in their letters.",
    "length": "How long both are, in hundreds of characters.",
    "position": "How far apart they stand, one report laid beside the other.",
    "by_role": "They hang on one act in the same role.",
    "by_noun": "They are phrases around one noun.",
    "times": "In how many pairs of places the same two phrases stand against each other, up to 5.",
}


def wording_pairs(event: LabelledSet) -> Pairs:
    """Return the candidates of one labelled set; each counts alike."""
    groups = candidates(event_of(event.accounts, Settings()))
    places = places_in(event)
    rows = [dict(group.features) for group in groups]
    return pairs_of(event.name, rows, [_point(places, group) for group in groups])


def _point(places: Places, group: Group) -> str:
    """Return the marked difference of which the candidate covers two sides, or ""."""
    shown: dict[str, set[int]] = {}
    for candidate in group.members:
        for report, range_ in candidate.places:
            for point, sides in sides_at(places, report, range_).items():
                shown.setdefault(point, set()).update(sides)
    return min((point for point, sides in shown.items() if len(sides) > 1), default="")
