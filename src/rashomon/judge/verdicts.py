"""From topics to findings: each topic's answers are judged by the rules of its kind, and shown in a stable order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from rashomon.judge import quantities
from rashomon.judge.ruling import Case, Ruling, first_ruling
from rashomon.model import Account, Answer, Claim, Evidence, Finding, Side, Topic, Verdict
from rashomon.settings import Settings

ORDER = tuple(Verdict)


def judge(accounts: tuple[Account, ...], topics: tuple[Topic, ...], settings: Settings) -> tuple[Finding, ...]:
    """Return the findings on all topics: conflicts first, then by certainty, then by place."""
    by_id = {account.report.id: account for account in accounts}
    found = [finding for topic in topics for finding in _findings(topic, by_id)]
    return tuple(sorted(found, key=_place))


def _findings(topic: Topic, accounts: dict[str, Account]) -> Iterator[Finding]:
    if topic.kind == "sole":
        yield _finding(topic, Ruling(Verdict.SOLE, "one report", "only one report says so"), topic.answers, accounts)
        return
    if len(topic.answers) > 1 and topic.kind in {"name", "role"}:
        yield _finding(topic, Ruling(Verdict.COMPATIBLE, "wording", f"{topic.about}: {topic.why}"), topic.answers, accounts)
        return
    if len(topic.answers) == 1:
        yield _finding(topic, Ruling(Verdict.AGREE, "same value", f"{topic.about}: the same in {len(topic.answers[0].reports)} reports"), topic.answers, accounts)
        return
    case = Case(topic.answers[0], topic.answers[1], accounts, topic.about, topic.score)
    ruling = first_ruling(case, quantities.RULES)
    if ruling is not None:
        yield _finding(topic, ruling, topic.answers, accounts)


def _finding(topic: Topic, ruling: Ruling, answers: tuple[Answer, ...], accounts: dict[str, Account]) -> Finding:
    sides = tuple(_side(answer, accounts) for answer in answers)
    return Finding(ruling.verdict, ruling.reason, topic.about, ruling.explanation, sides, score=topic.score)


def _side(answer: Answer, accounts: dict[str, Account]) -> Side:
    first = answer.claims[0]
    return Side(first.evidence.of(accounts[first.report].report.text), tuple(_evidence(claim) for claim in answer.claims))


def _evidence(claim: Claim) -> Evidence:
    return Evidence(claim.report, claim.evidence, claim.sentence, claim.attribution, claim.modality)


def _place(finding: Finding) -> tuple[int, float, str, str]:
    places = "|".join(f"{e.report}:{e.range.start:09d}" for side in finding.sides for e in side.evidence)
    return ORDER.index(finding.verdict), -round(finding.score, 6), places, finding.reason
