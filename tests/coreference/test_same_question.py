"""Each feature ranks the pair that answers one question first: `better` before `worse`, all in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.events import account_of, event_about

from rashomon.coreference.event import Item, items_of
from rashomon.coreference.same_question import FEATURES, load_weights, same_question, score
from rashomon.model import Account, Quantity

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Two pairs of sentences that differ in what one feature looks at: the first pair is likelier of one question."""

    feature: str
    better: Pair
    worse: Pair


RANKINGS = (
    Ranking(
        "measure_same",
        ("The ferry carried 40 passengers.", "There were 46 passengers aboard."),
        ("The ferry carried 40 passengers.", "There were 46 crates aboard."),
    ),
    Ranking(
        "modifiers",
        ("The guards found 12 stolen paintings.", "Police counted 15 stolen paintings."),
        ("The guards found 12 stolen paintings.", "Police counted 15 restored paintings."),
    ),
    Ranking(
        "predicate_same",
        ("The fire destroyed 30 barns.", "The blaze destroyed 34 barns."),
        ("The fire destroyed 30 barns.", "The county owns 34 barns."),
    ),
    Ranking(
        "near_letters",
        ("The trawler Skua sank 14 miles off Brisk Point.", "She was sinking 19 miles off Brisk Point."),
        ("The trawler Skua sank 14 miles off Brisk Point.", "The choir marched 19 miles to raise money."),
    ),
    Ranking(
        "lone_values",
        ("The mayor opened 3 bridges.", "Engineers built 4 bridges."),
        ("The mayor opened 3 bridges. Later 7 bridges fell.", "Engineers built 4 bridges."),
    ),
    Ranking(
        "unit_same",
        ("The tunnel is 9 kilometers long.", "The tunnel is 6 miles long."),
        ("The tunnel is 9 kilometers long.", "The tunnel is 11 kilometers long."),
    ),
    Ranking(
        "counts",
        ("The dam released water for 20 hours.", "The dam released water for 26 hours."),
        ("The dam released 20 barges.", "The dam released 26 barges."),
    ),
    Ranking(
        "bounded",
        ("At least 60 climbers were stranded.", "About 70 climbers were stranded."),
        ("60 climbers were stranded.", "70 climbers were stranded."),
    ),
    Ranking(
        "ratio",
        ("The storm felled 200 oaks.", "The storm felled 220 oaks."),
        ("The storm felled 200 oaks.", "The storm felled 3,000 oaks."),
    ),
    Ranking(
        "position",
        ("Flooding closed 18 schools. The rain ended.", "Flooding closed 21 schools. It was warm."),
        ("Flooding closed 18 schools. The rain ended.", "It was warm. Flooding closed 21 schools."),
    ),
    Ranking(
        "modality_apart",
        ("The quarry hired 50 miners.", "The quarry hired 55 miners."),
        ("The quarry hired 50 miners.", "The quarry may hire 55 miners."),
    ),
)


def first_quantity(account: Account) -> Item:
    return next(item for item in items_of(account) if isinstance(item.claim.value, Quantity))


def features_of(pair: Pair) -> Mapping[str, float]:
    accounts = tuple(account_of(name, text) for name, text in zip("ab", pair, strict=True))
    one, other = (first_quantity(account) for account in accounts)
    return same_question(one, other)


@pytest.mark.parametrize("ranking", RANKINGS, ids=lambda ranking: ranking.feature)
def test_the_feature_ranks_the_pair_of_one_question_first(ranking: Ranking) -> None:
    weight = load_weights("quantity")[ranking.feature]
    better, worse = (features_of(pair)[ranking.feature] for pair in (ranking.better, ranking.worse))
    assert weight * better > weight * worse, (weight, better, worse)


@pytest.mark.parametrize("ranking", RANKINGS, ids=lambda ranking: ranking.feature)
def test_the_whole_score_ranks_it_first_too(ranking: Ranking) -> None:
    weights = load_weights("quantity")
    better, worse = (score(dict(features_of(pair)), weights) for pair in (ranking.better, ranking.worse))
    assert better > worse


def test_every_feature_has_a_ranking() -> None:
    assert [ranking.feature for ranking in RANKINGS] == list(FEATURES)


def test_features_are_symmetric_and_bounded() -> None:
    texts = {str(n): text for n, text in enumerate(text for r in RANKINGS for text in (*r.better, *r.worse))}
    event = event_about(texts)
    quantities = [item for item in event.items if isinstance(item.claim.value, Quantity)]
    for one in quantities[:12]:
        for other in quantities:
            forward = same_question(one, other)
            assert forward == same_question(other, one)
            assert all(0 <= value <= 3 for value in forward.values())


@settings(derandomize=True)
@given(st.dictionaries(st.sampled_from(sorted(FEATURES)), st.floats(-1e6, 1e6)))
def test_the_score_lies_between_0_and_1_whatever_the_features(given_features: dict[str, float]) -> None:
    assert 0 <= score(given_features, load_weights("quantity")) <= 1


def test_beyond_twenty_times_how_far_apart_two_values_are_says_no_more() -> None:
    apart = [features_of(("The storm felled 200 oaks.", f"The storm felled {oaks} oaks."))["ratio"]
             for oaks in ("3,800", "4,000", "4,200", "900,000")]  # fmt: skip
    assert apart[0] < apart[1] < apart[2] == apart[3]
