"""What one report says came through whole and another that it, or something in it, was harmed."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged

from rashomon.model import Verdict
from rashomon.questions.state.harm import harm_topics


def found(first: str, second: str) -> list[tuple[Verdict, str]]:
    event = event_about({"a": first, "b": second})
    return [(f.verdict, f.reason) for f in judged(event, tuple(harm_topics(event)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The town of Tarnby was undamaged.", "Two churches collapsed in the town of Tarnby."),
        ("The island's main port, Tarnby, was unaffected.", "The storm flooded Tarnby on Monday."),
        ("There was no damage in Tarnby.", "A mill burned in Tarnby."),
        ("The town of Tarnby escaped unscathed.", "Roofs were smashed in Tarnby."),
    ],
)
def test_a_named_place_at_odds(first: str, second: str) -> None:
    assert found(first, second) == [(Verdict.CONFLICT, "negation")]
    assert found(second, first) == [(Verdict.CONFLICT, "negation")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Phone and gas supplies were not affected.", "The storm cut gas lines in two villages."),
        ("The dam was intact.", "The flood broke a dam near the mill."),
    ],
)
def test_things_of_one_noun_are_unclear(first: str, second: str) -> None:
    assert found(first, second) == [(Verdict.UNCLEAR, "negation")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The town of Tarnby was undamaged.", "Two churches collapsed on Tarnby Island."),  # another kind of place
        ("The town of Tarnby was undamaged.", "Two churches collapsed in the town of Ostby."),
        ("The town of Tarnby was undamaged.", "Two churches may have collapsed in the town of Tarnby."),
        ("The mill was undamaged.", "The mill was damaged."),  # compared as statements, once
        ("The mill was undamaged.", "Two engines burned in the mill."),  # which mill is not said
        ("The bakery was undamaged.", "The mill was wrecked."),
        ("The town of Tarnby was damaged.", "Two churches collapsed in the town of Tarnby."),
    ],
)
def test_not_at_odds(first: str, second: str) -> None:
    assert found(first, second) == []


def test_one_finding_shows_all_that_is_said_against_it() -> None:
    event = event_about(
        {
            "a": "The town of Tarnby was undamaged.",
            "b": "Two churches collapsed in Tarnby.",
            "c": "The storm wrecked Tarnby.",
        }
    )
    (finding,) = judged(event, tuple(harm_topics(event)))
    assert sorted(len(side.evidence) for side in finding.sides) == [1, 2]
