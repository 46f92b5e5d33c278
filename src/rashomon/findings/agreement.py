"""What is said of a topic that has one answer: several reports give it, or one report alone."""

from __future__ import annotations

from rashomon.model import Topic, Verdict
from rashomon.questions.question import Ruling


def one_answer(topic: Topic) -> Ruling:
    """Return the agreement of several reports on one answer."""
    reason = "same-words" if topic.kind == "statement" else "same-value"
    return Ruling(Verdict.AGREE, reason, explained(len(topic.answers[0].reports)))


def explained(reports: int) -> str:
    """Return how an agreement of so many reports is explained."""
    return f"{reports} reports say the same"


def one_report(topic: Topic) -> Ruling:
    """Return that one report alone says it."""
    return Ruling(Verdict.SOLE, "one-report", f"only {topic.answers[0].claims[0].report} says so")
