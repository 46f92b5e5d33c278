"""What is said of a topic that has one answer."""

from __future__ import annotations

import pytest

from rashomon.findings.agreement import explained, one_answer, one_report
from rashomon.model import About, Answer, Claim, Phrase, Topic


def topic(kind: str, *reports: str) -> Topic:
    return Topic(kind, "", (Answer(tuple(Claim(Phrase("sank"), About(), report=r) for r in reports)),))


@pytest.mark.parametrize(
    ("kind", "reason"), [("statement", "same-words"), ("quantity", "same-value"), ("name", "same-value")]
)
def test_several_reports_agree(kind: str, reason: str) -> None:
    found = one_answer(topic(kind, "a", "b", "b"))
    assert (found.verdict.value, found.reason, found.explanation) == ("agree", reason, "2 reports say the same")


def test_one_report_alone() -> None:
    found = one_report(topic("sole", "dorn-gazette"))
    assert (found.verdict.value, found.reason) == ("sole", "one-report")
    assert found.explanation == "only dorn-gazette says so"


def test_reports_are_counted() -> None:
    assert explained(4) == "4 reports say the same"
