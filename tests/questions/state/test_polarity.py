"""What one report says is so and another that it is not: where that is at odds, and where it only looks so."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged

from rashomon.model import Verdict
from rashomon.questions.state.polarity import polarity_topics


def found(first: str, second: str) -> list[tuple[Verdict, str]]:
    event = event_about({"a": first, "b": second})
    return [(f.verdict, f.reason) for f in judged(event, tuple(polarity_topics(event)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The hospital was damaged in the storm.", "The hospital was not damaged in the storm."),
        ("The hospital was damaged in the storm.", "The hospital was undamaged."),
        ("The main bridge is open to traffic.", "The main bridge is closed to traffic."),
        ("The ministry confirmed the deal on Tuesday.", "The ministry denied the deal."),
        ("The mayor resigned on Tuesday.", "The mayor did not resign."),
        ("The pilot survived the crash.", "The pilot died in the crash."),
        ("Rescue work was slow, the miners said.", "Rescue work is going smoothly, the mayor said."),
        ("Workers did not return to the mine.", "Workers returned to the mine on Friday."),
        ("The mayor has never been convicted.", "The mayor was convicted."),
        ("The council did not pass the budget.", "The council passed a budget."),
        ("Revenue at Norda rose in the third quarter.", "Revenue at Norda fell in the third quarter."),
    ],
)
def test_at_odds(first: str, second: str) -> None:
    assert found(first, second) == [(Verdict.CONFLICT, "negation")]
    assert found(second, first) == [(Verdict.CONFLICT, "negation")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The mayor will not resign.", "The mayor resigned."),  # a plan
        ("The mayor may not have resigned.", "The mayor resigned."),  # a doubt
        ("Did the mayor not resign?", "The mayor resigned."),  # a question
        ("The driver was not injured.", "The passenger was injured."),  # two people
        ("The company did not pay the fine.", "The company paid its drivers in cash."),  # two payments
        ("The ferry did not sail on Monday.", "The ferry sailed on Friday."),  # two days
        ("Lind did not know whether anyone fell.", "Lind knew the boats were empty."),  # two things to know
        ("The navy closed in on the dhow.", "The navy opened fire."),  # no contrary acts
        ("The pier belongs to the crews, not to the owners.", "The pier belongs to the crews."),
        ("The mayor did not resign.", "The mayor did not resign."),
        ("The council did not pass a balanced budget.", "The council passed a budget."),  # it denies less
        ("The council barely passed the budget.", "The council did not pass the budget."),  # neither so nor not so
        ("The dam in Dorn was damaged.", "The dam in Velm was not damaged."),  # two places
        ("Revenue at Norda rose in May.", "Revenue at Utoria fell in May."),  # two firms
        ("Rescue work is going quickly.", "Rescue work is going smoothly."),
    ],
)
def test_not_at_odds(first: str, second: str) -> None:
    assert found(first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The results of the test have not been released.", "The results of the test were released on Friday."),
        ("The results are not yet known.", "The results are known."),
    ],
)
def test_what_is_not_yet_so_may_be_so_later(first: str, second: str) -> None:
    assert found(first, second) == found(second, first) == [(Verdict.COMPATIBLE, "update")]


def test_figures_of_one_name_need_not_be_of_one_thing() -> None:
    first, second = "Revenue rose in the third quarter.", "Revenue fell in the third quarter."
    assert found(first, second) == [(Verdict.UNCLEAR, "negation")]


def test_nobody_and_somebody_is_unclear() -> None:
    assert found("No one was hurt in the fire.", "Two people were hurt in the fire.") == [(Verdict.UNCLEAR, "negation")]
