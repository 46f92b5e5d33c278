"""Each feature of the scorer of wording ranks the likelier slot first: `better` before `worse`, in our own words."""

from __future__ import annotations

from functools import cache

import pytest
from tests.events import event_about
from tests.questions.wording.test_candidates import AROUND, BOAT, FERRY, STONE, VESSEL

from rashomon.coreference.event import Event
from rashomon.coreference.same_question import load_weights
from rashomon.questions.wording.candidates import Group, candidates

WOODEN = "The ferry hit a wooden pier in Dorn on Monday morning."
OLD = "The ferry hit an old wooden pier in Dorn on Monday morning."
NEW = "The ferry hit a new stone pier in Dorn on Monday morning."
TESSEL = "The ferry hit the Tessel pier in Dorn on Monday morning."
BRINMOOR = "The ferry hit the Brinmoor pier in Dorn on Monday morning."
TWO = "The ferry hit two piers in Dorn on Monday morning."
SOME = "The ferry hit piers in Dorn on Monday morning."

Seen = tuple[str, str, str]  # what two reports say, and the way that leads to the slot
# feature -> the likelier slot, and one that it ranks below
RANKINGS: dict[str, tuple[Seen, Seen]] = {
    "strength": ((FERRY, STONE, "noun"), (OLD, NEW, "noun")),
    "phrases": ((OLD, NEW, "noun"), (FERRY, STONE, "noun")),
    "told_alike": ((FERRY, STONE, "clause"), (FERRY, STONE, "noun")),
    "told_apart": ((OLD, NEW, "noun"), (FERRY, STONE, "noun")),
    "much_apart": ((FERRY, STONE, "noun"), (OLD, NEW, "noun")),
    "one_holds_other": ((WOODEN, STONE, "noun"), (FERRY, STONE, "noun")),
    "elsewhere": ((WOODEN, STONE, "noun"), (OLD, NEW, "noun")),
    "number": ((TWO, SOME, "noun"), (FERRY, STONE, "noun")),
    "rarest": ((FERRY, STONE, "noun"), (BOAT, VESSEL, "role")),
    "related": ((BOAT, VESSEL, "role"), (FERRY, STONE, "noun")),
    "spelling": ((WOODEN, STONE, "noun"), (TESSEL, BRINMOOR, "noun")),
    "length": ((FERRY, STONE, "clause"), (FERRY, STONE, "noun")),
    "position": ((FERRY, STONE, "noun"), (FERRY, f"{AROUND} {STONE}", "noun")),
    "by_role": ((BOAT, VESSEL, "role"), (FERRY, STONE, "noun")),
    "by_noun": ((FERRY, STONE, "noun"), (FERRY, STONE, "clause")),
    "times": ((FERRY, f"{STONE} {STONE}", "noun"), (FERRY, STONE, "noun")),
}


@cache
def told(one: str, other: str) -> Event:
    return event_about({"a": f"{one} {AROUND}", "b": f"{other} {AROUND}"})


def feature(name: str, seen: Seen) -> float:
    """Return what a feature says of the slot of two reports that one way leads to: that of the ferry or the boat."""
    one, other, way = seen
    found = [
        group
        for group in candidates(told(one, other))
        if group.members[0].slot.way == way and any(w in _words(told(one, other), group) for w in ("pier", "boat"))
    ]
    assert found, seen
    return found[0].features[name]


def _words(event: Event, group: Group) -> str:
    text = {a.report.id: a.report.text for a in event.accounts}
    return " ".join(range_.of(text[report]) for report, range_ in group.members[0].places)


def test_every_feature_is_ranked() -> None:
    assert set(RANKINGS) == set(load_weights("wording")) - {"bias"}


@pytest.mark.parametrize("name", RANKINGS)
def test_the_likelier_slot_is_ranked_first(name: str) -> None:
    better, worse = RANKINGS[name]
    weight, (high, low) = load_weights("wording")[name], (feature(name, better), feature(name, worse))
    assert weight * high > weight * low, (weight, high, low)
