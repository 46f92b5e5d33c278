"""How far the case against one person has come: where two reports stand at different steps, and where they do not."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged, words_of

from rashomon.lang.tables import load_table
from rashomon.model import Verdict
from rashomon.questions.state.stages import stage_topics, steps_in


def found(*texts: str) -> list[tuple[Verdict, str]]:
    event = event_about({f"r{n}": text for n, text in enumerate(texts)})
    return [(f.verdict, f.reason) for f in judged(event, tuple(stage_topics(event)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Officers are searching for the gunman.", "The gunman was arrested near the harbour."),
        ("Doris Quell was arrested on Friday.", "Doris Quell has been charged with arson."),
        ("No charges have been filed against Doris Quell.", "Doris Quell was charged with arson."),
        ("Doris Quell is in custody.", "Doris Quell was convicted of arson."),
        ("Doris Quell is expected to be charged today.", "Doris Quell was sentenced to six years."),
        ("Doris Quell was indicted in May.", "Doris Quell pleaded guilty to arson."),
    ],
)
def test_two_steps_of_one_case(first: str, second: str) -> None:
    assert found(first, second) == [(Verdict.COMPATIBLE, "update")]
    assert found(second, first) == [(Verdict.COMPATIBLE, "update")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Doris Quell was arrested on Friday.", "Police arrested Doris Quell."),  # one step
        ("Doris Quell was arrested on Friday.", "Doris Quell could be charged with arson."),  # only possible
        ("Doris Quell was arrested on Friday.", "If convicted, Doris Quell faces ten years."),
        ("The company was charged for water.", "Doris Quell was arrested."),  # no person
        ("They caught the train.", "Doris Quell was charged with arson."),
        ("The committee looked for a site.", "Doris Quell was charged with arson."),
    ],
)
def test_nothing_where_no_two_steps_are_told(first: str, second: str) -> None:
    assert found(first, second) == []


def test_a_report_stands_at_the_furthest_step_it_tells_of() -> None:
    first = "Doris Quell was arrested in May. She has been charged with arson."
    event = event_about({"a": first, "b": "Police arrested Doris Quell."})
    (finding,) = judged(event, tuple(stage_topics(event)))
    assert words_of(event, finding) == {
        frozenset({"Police arrested Doris Quell."}),
        frozenset({"She has been charged with arson."}),
    }


def test_the_case_is_the_one_that_most_reports_tell_of() -> None:
    other = "Mark Tiller was convicted years ago."
    texts = ("Doris Quell was arrested.", "Doris Quell was arrested today.", f"Doris Quell was arrested. {other}")
    assert found(*texts) == []


def test_every_word_of_the_table_names_one_step() -> None:
    steps = load_table("stages")["steps"]
    verbs = [word for step in steps for word in step["verbs"]]
    assert len(verbs) == len(set(verbs)) > 10
    event = event_about({"a": "Doris Quell was arrested. The harvest was good."})
    assert [s.number for s in steps_in(event.accounts[0])] == [1]
