"""What one report says is so and another that it is not: where that is at odds, and where it only looks so."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged, words_of

from rashomon.model import Modality, Verdict
from rashomon.questions.state import STATE

ODDS = [(Verdict.CONFLICT, "negation")]
UNSETTLED = [(Verdict.UNCLEAR, "negation")]
LATER = [(Verdict.COMPATIBLE, "update")]


def found(*texts: str) -> list[tuple[Verdict, str]]:
    event = event_about({f"r{n}": text for n, text in enumerate(texts)})
    return [(f.verdict, f.reason) for f in judged(event, tuple(STATE.topics(event)))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The hospital was damaged in the storm.", "The hospital was not damaged in the storm.", ODDS),
        ("The hospital was damaged in the storm.", "The hospital was undamaged.", ODDS),
        ("The mayor resigned on Tuesday.", "The mayor did not resign.", ODDS),
        ("Workers did not return to the mine.", "Workers returned to the mine on Friday.", ODDS),
        ("The mayor has never been convicted.", "The mayor was convicted.", [*ODDS, *LATER]),  # and a step not taken
        ("The council did not pass the budget.", "The council passed a budget.", ODDS),
        ("The results of the test have not been released.", "The results of the test were released on Friday.", LATER),
        ("The results are not yet known.", "The results are known.", LATER),
        ("No one was hurt in the fire.", "Two people were hurt in the fire.", UNSETTLED),
        ("Nobody was arrested.", "The gunman was arrested.", LATER),
    ],
)
def test_said_and_denied(first: str, second: str, expected: list[tuple[Verdict, str]]) -> None:
    assert found(first, second) == found(second, first) == expected


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
        ("The pier belongs to the crews, not to the owners.", "The pier belongs to the crews."),
        ("The mayor did not resign.", "The mayor did not resign."),
        ("The council did not pass a balanced budget.", "The council passed a budget."),  # it denies less
        ("The council barely passed the budget.", "The council did not pass the budget."),  # neither so nor not so
        ("The dam in Dorn was damaged.", "The dam in Velm was not damaged."),  # two places
        # Harm
        ("The town of Tarnby was undamaged.", "Two churches collapsed in the town of Ostby."),
        ("The town of Tarnby was undamaged.", "Two churches may have collapsed in the town of Tarnby."),
        ("The town of Tarnby was undamaged.", "The storm threatened to destroy Tarnby."),  # a purpose
        ("The town of Tarnby was undamaged.", "Were two churches smashed in the town of Tarnby?"),
        ("The bakery was undamaged.", "The mill was wrecked."),
        ("The town of Tarnby was damaged.", "Two churches collapsed in the town of Tarnby."),
        # Steps of a case
        ("Doris Quell was arrested on Friday.", "If convicted, Doris Quell faces ten years."),
        ("The company was charged for water.", "Doris Quell was arrested."),  # no person
        ("They caught the train.", "Doris Quell was charged with arson."),
        ("The committee looked for a site.", "Doris Quell was charged with arson."),
    ],
)
def test_not_at_odds(first: str, second: str) -> None:
    assert found(first, second) == found(second, first) == []


ALIKE = (
    "The mayor resigned over a loan at the bank after the storm.",
    "The mayor did not resign after the storm over taxes.",
)
LESS_ALIKE = (
    "The mayor resigned over a loan at the bank near the old harbour of the pilots after the storm.",
    "The mayor did not resign after the storm over taxes for bakers in the new year.",
)


def test_two_states_are_less_sure_than_statements_much_alike_and_surer_than_others() -> None:
    whole, harmed = "The town of Tarnby was undamaged.", "Two churches collapsed in Tarnby."
    for said, denied, first in ((*ALIKE, "mayor resign"), (*LESS_ALIKE, "harm to tarnby")):
        event = event_about({"a": f"{said} {whole}", "b": f"{denied} {harmed}"})
        findings = judged(event, tuple(STATE.topics(event)))
        assert len(findings) == 2 and findings[0].about == first


def test_what_differs_in_polarity_alone_is_found_once() -> None:
    assert found("The mill was undamaged.", "The mill was damaged.") == ODDS


def test_one_finding_shows_all_that_is_said_against_it() -> None:
    texts = ("The town of Tarnby was undamaged.", "Two churches collapsed in Tarnby.", "The storm wrecked Tarnby.")
    event = event_about(dict(zip("abc", texts, strict=True)))
    (finding,) = judged(event, tuple(STATE.topics(event)))
    assert sorted(len(side.evidence) for side in finding.sides) == [1, 2]


def test_a_report_stands_at_the_furthest_step_it_tells_of() -> None:
    first = "Doris Quell was arrested in May. She has been charged with arson."
    event = event_about({"a": first, "b": "Police arrested Doris Quell."})
    (finding,) = judged(event, tuple(STATE.topics(event)))
    assert words_of(event, finding) == {
        frozenset({"Police arrested Doris Quell."}),
        frozenset({"She has been charged with arson."}),
    }


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Police arrested Doris Quell.", "Doris Quell was detained on Monday.", "Officers arrested Doris Quell."),
            False,
        ),
        (
            ("Police will charge Doris Quell.", "Doris Quell is to be charged.", "They plan to charge Doris Quell."),
            True,
        ),
    ],
)
def test_of_one_report_two_places_are_shown_for_a_step(texts: tuple[str, ...], expected: bool) -> None:
    event = event_about({"a": " ".join(texts), "b": "Doris Quell was sentenced."})
    (finding,) = judged(event, tuple(STATE.topics(event)))
    (shown,) = (side.evidence for side in finding.sides if side.evidence[0].report == "a")
    assert [e.range.start for e in shown] == [0, len(texts[0]) + 1]
    assert all((e.modality is Modality.PLANNED) is expected for e in shown)


def test_a_step_that_is_only_expected_is_shown_as_planned() -> None:
    event = event_about({"a": "Doris Quell is expected to be charged today.", "b": "Doris Quell was sentenced."})
    (finding,) = judged(event, tuple(STATE.topics(event)))
    assert {e.modality for side in finding.sides for e in side.evidence} == {Modality.PLANNED, Modality.ASSERTED}


def test_the_case_is_the_one_that_most_reports_tell_of() -> None:
    other = "Mark Tiller was convicted years ago."
    texts = ("Doris Quell was arrested.", "Doris Quell was arrested today.", f"Doris Quell was arrested. {other}")
    assert found(*texts) == []
