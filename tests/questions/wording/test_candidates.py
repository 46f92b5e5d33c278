"""Topics of wording: other words in the same place of like sentences, and that likelier pairs score higher."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from tests.events import event_about, judged

from rashomon.coreference.event import Event, event_of
from rashomon.coreference.same_question import load_weights, score
from rashomon.model import Topic
from rashomon.questions.wording.candidates import candidates, wording_topics

# What both reports tell alike: without other sentences no word is rare.
AROUND = (
    "The museum was closed for repairs. A choir sang hymns at noon. Trams stood still along the avenue. Farmers sold "
    "apples in the square. Children flew kites above the meadow. The library lent out nine hundred novels. Bakers ran "
    "out of rye bread early. A gardener planted tulips beside the fountain. Painters whitewashed the old chapel walls. "
    "The orchestra rehearsed a slow waltz. Fishermen mended their torn nets. A carpenter repaired the broken gate."
)
BOAT = "The guards seized the boat near the harbour of Dorn on Monday."
VESSEL = "The guards seized the vessel near the harbour of Dorn on Monday."
PIANO = "The guards seized the piano near the harbour of Dorn on Monday."
FERRY = "The ferry hit a pier in Dorn on Monday morning."
STONE = "The ferry hit a stone pier in Dorn on Monday morning."


@cache
def event(one: str, other: str) -> Event:
    return event_about({"a": f"{one} {AROUND}", "b": f"{other} {AROUND}"})


def words(topics: tuple[Topic, ...], of: Event) -> set[frozenset[str]]:
    text = {a.report.id: a.report.text for a in of.accounts}
    return {frozenset(c.evidence.of(text[c.report]) for a in t.answers for c in a.claims) for t in topics}


def found(one: str, other: str) -> set[frozenset[str]]:
    """Return the words of the topics of two reports, however unsure the scorer is of them."""
    told = event(one, other)
    unsure = replace(told, settings=replace(told.settings, wording_score=0.0))
    return words(tuple(wording_topics(unsure)), unsure)


def best(one: str, other: str) -> float:
    """Return the score of the surest candidate, 0 where there is none."""
    weights = load_weights("wording")
    return max((score(group.features, weights) for group in candidates(event(one, other))), default=0.0)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BOAT, VESSEL, ("boat", "vessel")),
        (FERRY, STONE, ("a pier", "a stone pier")),
        ("Divers found the ship's bell near the old lighthouse of Dorn.",
         "Divers found the bronze bell near the old lighthouse of Dorn.", ("ship's bell", "bronze bell")),
    ],
)  # fmt: skip
def test_other_words_in_the_same_place_are_found(one: str, other: str, expected: tuple[str, str]) -> None:
    shown = found(one, other)
    assert shown == found(other, one)
    assert any(any(expected[0] in w for w in topic) and any(expected[1] in w for w in topic) for topic in shown)


def test_a_third_way_of_putting_it_joins_the_first_two() -> None:
    told = event_about({"a": f"{FERRY} {AROUND}", "b": f"{STONE} {AROUND}",
                        "c": f"The ferry hit a wooden pier in Dorn on Monday morning. {AROUND}"})  # fmt: skip
    unsure = replace(told, settings=replace(told.settings, wording_score=0.0, added_wording_score=0.0))
    (topic,) = (t for t in wording_topics(unsure) if len(t.answers) == 3)
    assert {report for answer in topic.answers for report in answer.reports} == {"a", "b", "c"}
    (finding,) = judged(unsure, (topic,))
    assert len(finding.sides) == 3


@pytest.mark.parametrize(
    ("piers", "shown"),
    [(("a", "a stone", "an iron"), 3), (("a", "a stone", "an iron", "a brick"), 4),
     (("a", "a stone", "an iron", "a brick", "a wooden"), 4)],
)  # fmt: skip
def test_no_more_than_four_ways_of_putting_it_are_shown_together(piers: tuple[str, ...], shown: int) -> None:
    told = event_about({f"r{n}": f"{FERRY.replace('a pier', f'{pier} pier')} {AROUND}" for n, pier in enumerate(piers)})
    unsure = replace(told, settings=replace(told.settings, wording_score=0.0, added_wording_score=0.0))
    assert max(len(topic.answers) for topic in wording_topics(unsure)) == shown


def test_no_words_stand_in_two_topics() -> None:
    told = event(FERRY, STONE)
    unsure = replace(told, settings=replace(told.settings, wording_score=0.0))
    places = [(c.report, c.evidence) for t in wording_topics(unsure) for a in t.answers for c in a.claims]
    assert places
    assert not any(r == q and x.overlaps(y) for n, (r, x) in enumerate(places) for q, y in places[:n])


@pytest.mark.parametrize("text", [BOAT, FERRY])
def test_identical_sentences_give_nothing(text: str) -> None:
    assert candidates(event(text, text)) == []
    assert found(text, text) == set()


def test_unlike_sentences_are_not_laid_side_by_side() -> None:
    assert found(BOAT, "Divers raised a cannon from the wreck.") == set()


def test_the_judge_tells_finer_words_from_other_words() -> None:
    told = event(FERRY, STONE)
    unsure = replace(told, settings=replace(told.settings, wording_score=0.0))
    (finding,) = judged(unsure, tuple(wording_topics(unsure)))
    assert (finding.verdict.value, finding.reason) == ("compatible", "granularity")


def test_nothing_is_shown_below_the_threshold() -> None:
    told = event(BOAT, VESSEL)
    sure = replace(told, settings=replace(told.settings, wording_score=1.0))
    assert tuple(wording_topics(sure)) == ()


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ((BOAT, VESSEL), (BOAT, PIANO)),  # a boat is a vessel
        ((BOAT, VESSEL), (BOAT, "The guards seized the vessel near a farm outside Tessel last year.")),
        ((FERRY, STONE), (FERRY, "Masons built a stone pier in Tessel last summer.")),  # one act
    ],
)
def test_the_likelier_pair_scores_higher(better: tuple[str, str], worse: tuple[str, str]) -> None:
    assert best(*better) > best(*worse)


def test_the_order_of_the_reports_changes_nothing() -> None:
    told = event(BOAT, VESSEL)
    turned = event_of(tuple(reversed(told.accounts)), told.settings)
    scores = [sorted(score(g.features, load_weights("wording")) for g in candidates(e)) for e in (told, turned)]
    assert scores[0] == scores[1]


def test_names_alone_are_another_question() -> None:
    one = "The guards took Captain Adela Brand to the harbour of Dorn on Monday."
    other = "The guards took Adela Brand to the harbour of Dorn on Monday."
    assert found(one, one.replace("the harbour", "the old harbour"))
    assert not any("Brand" in " ".join(sides) and "harbour" not in " ".join(sides) for sides in found(one, other))


def test_a_topic_is_named_by_the_shortest_way_of_putting_it() -> None:
    told = event(FERRY, STONE)
    unsure = replace(told, settings=replace(told.settings, wording_score=0.0))
    (topic,) = wording_topics(unsure)
    shown = words((topic,), unsure).pop()
    assert topic.about in shown
    assert all(len(topic.about) <= len(each) for each in shown)
