"""Each feature of the scorer of wording ranks the likelier slot first: `better` before `worse`, in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from tests.events import event_about
from tests.questions.wording.test_candidates import AROUND, BOAT, FERRY, STONE, VESSEL

from rashomon.coreference.event import Event
from rashomon.coreference.same_question import load_weights
from rashomon.coreference.stretches import Stretch
from rashomon.questions.wording.candidates import Candidate, Group, candidates
from rashomon.questions.wording.slot_features import features_of, told_in
from rashomon.questions.wording.slots import Line

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


# ---------------------------------------------------------------- where a feature is full


def seized() -> Candidate:
    """Return the slot in which one report has "the boat" and the other "the vessel"."""
    found = (group.members[0] for group in candidates(told(BOAT, VESSEL)))
    return next(one for one in found if one.slot.way == "role")


def features(one: Candidate) -> Mapping[str, float]:
    return features_of(one.pair, one.slot, one.match, told_in(told(BOAT, VESSEL).similar.readings))


def weighing(weights: Mapping[str, float], ours: str, theirs: str) -> Mapping[str, float]:
    """Return the features of a slot of these words, where each word tells as much as is given."""
    one = seized()
    squares = {word: weight**2 for word, weight in weights.items()}
    first, second = (
        replace(line, reading=replace(line.reading, squares=squares)) for line in (one.pair.one, one.pair.other)
    )
    slot = replace(one.slot, ours=frozenset(ours.split()), theirs=frozenset(theirs.split()))
    return features(replace(one, pair=replace(one.pair, one=first, other=second), slot=slot))


def called(line: Line, place: Stretch, lemma: str) -> Line:
    """Return the sentence with another base form of the words in one place."""
    words = (replace(w, lemma=lemma) if place[0] <= w.at < place[1] else w for w in line.reading.words)
    return replace(line, reading=replace(line.reading, words=tuple(words)))


@pytest.mark.parametrize(("strength", "full"), [(15, False), (16, True), (17, True), (40, True)])
def test_a_strong_match_counts_in_full(strength: int, full: bool) -> None:
    one = seized()
    found = features(replace(one, match=replace(one.match, likeness=1.0, told=float(strength**2))))["strength"]
    assert (found == 1) is full and 0 < found <= 1


@pytest.mark.parametrize(("weight", "full"), [(11.5, False), (12, True), (12.5, True)])
def test_what_both_say_counts_in_full_where_it_tells_much(weight: float, full: bool) -> None:
    found = weighing({"pier": weight, "harbour": weight}, "pier harbour", "pier harbour")["told_alike"]
    assert (found == 1) is full and 0 < found <= 1


@pytest.mark.parametrize(("weight", "full"), [(19.5, False), (20, True), (20.5, True)])
def test_what_one_says_alone_counts_in_full_where_it_tells_much(weight: float, full: bool) -> None:
    found = weighing({"boat": weight, "vessel": weight}, "boat", "vessel")["told_apart"]
    assert (found == 1) is full and 0 < found <= 1


def test_a_word_that_nobody_uses_is_the_rarest_and_hardly_more_than_a_rare_one() -> None:
    quorvel, stone = (
        f"The ferry hit the {kind} pier in Dorn on Monday morning." for kind in ("Quorvel", "stone Quorvel")
    )
    assert 0.9 < feature("rarest", (FERRY, STONE, "noun")) < feature("rarest", (quorvel, stone, "noun")) <= 1
    assert feature("rarest", (quorvel, stone, "noun")) > 0.99


def test_the_length_of_two_phrases_is_counted_in_hundreds_of_characters() -> None:
    """The boat and the vessel have eighteen between them."""
    assert features(seized())["length"] == 0.18


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("car", 1.0), ("automobile", 0.8), ("vehicle", 0.6), ("truck", 0.3), ("piano", 0.0)],
)
def test_words_are_the_closer_the_more_they_mean_the_same(lemma: str, expected: float) -> None:
    """The word itself (in a name, say), another word for it, one it is a kind of, another kind of that, and none."""
    one = seized()
    first, second = called(one.pair.one, one.slot.first, "car"), called(one.pair.other, one.slot.second, lemma)
    assert features(replace(one, pair=replace(one.pair, one=first, other=second)))["related"] == expected


@pytest.mark.parametrize(("times", "expected"), [(1, 0.2), (4, 0.8), (5, 1.0), (6, 1.0)])
def test_a_pair_of_wordings_in_more_than_five_places_counts_no_more(times: int, expected: float) -> None:
    assert feature("times", (FERRY, " ".join([STONE] * times), "noun")) == expected
