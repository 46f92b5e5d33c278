"""The rule for two steps of one case."""

from __future__ import annotations

from rashomon.model import About, Answer, Claim, Phrase, Topic, Verdict
from rashomon.questions.question import Case
from rashomon.questions.state.stage_rules import later


def test_two_steps_are_an_update_and_the_explanation_says_which() -> None:
    first = Answer((Claim(Phrase("to be charged"), About(predicate="charged"), positive=False, report="a"),))
    second = Answer((Claim(Phrase("was sentenced"), About(predicate="sentenced"), report="b"),))
    ruling = later(Case(first, second, Topic("stage", "stage of the case", (first, second))))
    assert ruling is not None and (ruling.verdict, ruling.reason) == (Verdict.COMPATIBLE, "update")
    assert "not yet charged" in ruling.explanation and "sentenced" in ruling.explanation
