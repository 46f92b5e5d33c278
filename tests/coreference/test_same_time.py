"""Each feature tells the pair of times that date one act from a pair that may not; all in our own words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.events import event_about

from rashomon.coreference.same_question import load_weights, score
from rashomon.coreference.same_time import FEATURES, Dated, dated_in, same_time

Pair = tuple[str, str]


def dated(pair: Pair) -> tuple[Dated, Dated]:
    """Return the two times of a pair of reports with one time each."""
    first, second = dated_in(event_about(dict(zip("ab", pair, strict=True))))
    return first, second


def features(pair: Pair) -> Mapping[str, float]:
    return same_time(*dated(pair))


SANK = "The ferry Marisol sank off Portland on Monday."
# feature, a pair that has more of it, a pair that has less
RANKINGS: tuple[tuple[str, Pair, Pair], ...] = (
    ("told_alike", (SANK, "The Marisol sank near Portland on Tuesday."), (SANK, "The strike began on Tuesday.")),
    ("one_act", (SANK, "A barge sank on Tuesday."), (SANK, "A barge arrived on Tuesday.")),
    ("names_shared", (SANK, "Police searched Portland on Tuesday."), (SANK, "Police searched Ostby on Tuesday.")),
    (
        "zone_apart",
        ("The fire broke out at 4:10 p.m.", "The fire broke out at 1410 GMT."),
        ("The fire broke out at 4:10 p.m.", "The fire broke out at 2:10 p.m."),
    ),
    ("within", (SANK, "The ferry sank on Monday morning."), (SANK, "The ferry sank on Tuesday morning.")),
    ("one_time", (SANK, "The ferry sank on 10 March 2031."), (SANK, "The ferry sank on 11 March 2031.")),
    ("led_apart", ("He was held until Monday.", "He was held on Tuesday."), (SANK, "The ferry sank on Tuesday.")),
    ("place", (SANK, "It rained. Dogs barked. The ferry sank on Tuesday."), (SANK, "The ferry sank on Tuesday.")),
)


@pytest.mark.parametrize(("feature", "more", "less"), RANKINGS, ids=[r[0] for r in RANKINGS])
def test_a_feature_tells_the_pairs_apart(feature: str, more: Pair, less: Pair) -> None:
    assert features(more)[feature] > features(less)[feature]


def test_every_feature_has_its_pairs_and_its_weight() -> None:
    assert [ranking[0] for ranking in RANKINGS] == list(FEATURES)
    assert load_weights("time").keys() == {"bias", *FEATURES}


def test_the_time_itself_is_no_likeness() -> None:
    told = features(("The strike began on Monday.", "The ferry sank on Monday, 10 March."))
    assert told["told_alike"] == 0


@pytest.mark.parametrize(
    ("other", "compared"),
    [
        ("The Marisol went down near Portland early on Monday morning.", True),
        ("The ferry Marisol sank off Portland on Tuesday.", True),
        ("The strike in Ostby began on Tuesday.", False),
    ],
)
def test_times_of_one_act_are_told_from_others(other: str, compared: bool) -> None:
    assert (score(features((SANK, other)), load_weights("time")) >= 0.2) is compared


TEXTS = st.sampled_from(sorted({text for _, *pairs in RANKINGS for pair in pairs for text in pair}))


@settings(max_examples=20, deadline=None)
@given(TEXTS, TEXTS)
def test_features_are_symmetric_and_in_range(one: str, other: str) -> None:
    first, second = dated((one, other))
    there, back = same_time(first, second), same_time(second, first)
    assert there == back
    assert all(0 <= value <= 1 + 1e-9 for value in there.values())
