"""From topics to findings: how rulings are grouped, what a side shows, and the order of the findings."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.events import account_of

from rashomon.findings.verdicts import ORDER, judge
from rashomon.model import Account, Answer, Claim, Finding, Period, Quantity, Topic, Verdict
from rashomon.questions import BY_KIND, QUESTIONS
from rashomon.settings import Settings

COUNTS = {"a": "12", "b": "15", "c": "12", "d": "about 13", "e": "20"}
ACCOUNTS = {name: account_of(name, f"The  bus carried {number} pupils.") for name, number in COUNTS.items()}


def claim(account: Account) -> Claim:
    return next(c for c in account.claims if isinstance(c.value, Quantity))


def topic(*answers: str, score: float = 1.0, links: tuple[tuple[int, int, float], ...] = ()) -> Topic:
    """Return a topic of answers, each given as the letters of its reports."""
    told = tuple(Answer(tuple(claim(ACCOUNTS[letter]) for letter in letters)) for letters in answers)
    return Topic("quantity", "number of pupils", told, score=score, links=links)


def judged(*topics: Topic) -> tuple[Finding, ...]:
    return judge(tuple(ACCOUNTS.values()), topics, Settings())


def sides(finding: Finding) -> list[str]:
    return ["".join(e.report for e in side.evidence) for side in finding.sides]


def test_two_answers_make_one_finding() -> None:
    (finding,) = judged(topic("ac", "b"))
    assert (finding.verdict, finding.reason, finding.about) == (Verdict.CONFLICT, "quantity", "number of pupils")
    assert sides(finding) == ["ac", "b"]
    assert [side.value for side in finding.sides] == ["12 pupils", "15 pupils"]


def test_one_answer_is_an_agreement() -> None:
    (finding,) = judged(topic("ac"))
    assert (finding.verdict, finding.reason, sides(finding)) == (Verdict.AGREE, "same-value", ["ac"])


def test_in_a_conflict_every_two_sides_conflict() -> None:
    findings = judged(topic("a", "b", "e"))
    assert [sides(f) for f in findings] == [["a", "b", "e"]]
    mixed = {(f.verdict.value, *sides(f)) for f in judged(topic("a", "b", "d"))}
    assert mixed == {("conflict", "a", "b"), ("compatible", "a", "d"), ("compatible", "b", "d")} or mixed == {
        ("conflict", "a", "b"), ("compatible", "a", "b", "d")}  # fmt: skip


def test_of_what_is_one_moment_every_two_sides_are() -> None:
    """Midnight here and 2300 GMT may be one moment, and so may 8 p.m. there and 2300 GMT: no three are."""
    clocks = {"a": "midnight", "b": "8 p.m.", "c": "2300 GMT"}
    accounts = {name: account_of(name, f"The bus left at {clock}.") for name, clock in clocks.items()}
    told = tuple(
        Answer(tuple(c for c in account.claims if isinstance(c.value, Period))) for account in accounts.values()
    )
    about = Topic("period", "time of “leave”", told, score=0.3)
    findings = judge(tuple(accounts.values()), (about,), Settings())
    assert [(f.reason, sides(f)) for f in findings] == [("time-zone", ["a", "c"]), ("time-zone", ["b", "c"])]


def test_answers_that_are_not_linked_are_not_compared() -> None:
    (finding,) = judged(topic("a", "b", "e", links=((0, 1, 0.9),)))
    assert sides(finding) == ["a", "b"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_findings_stand_in_one_order_whatever_the_order_of_topics(order: tuple[int, ...]) -> None:
    topics = (topic("a", "b", score=0.9), topic("a", "e", score=0.5), topic("c", "d"))
    findings = judged(*(topics[i] for i in order))
    assert findings == judged(*topics)
    assert [f.verdict.value for f in findings] == ["conflict", "conflict", "compatible"]
    assert [f.score for f in findings[:2]] == [0.9, 0.5]
    assert [ORDER.index(f.verdict) for f in findings] == sorted(ORDER.index(f.verdict) for f in findings)


def test_evidence_points_at_the_value() -> None:
    (finding,) = judged(topic("a", "b"))
    for side in finding.sides:
        for evidence in side.evidence:
            text = ACCOUNTS[evidence.report].report.text
            assert " ".join(evidence.range.of(text).split()) == side.value
            assert evidence.sentence.contains(evidence.range)


def test_every_kind_of_question_with_two_answers_has_rules() -> None:
    assert len(BY_KIND) == len(QUESTIONS)
    assert {question.kind for question in QUESTIONS if not question.rules} == {"statement"}
