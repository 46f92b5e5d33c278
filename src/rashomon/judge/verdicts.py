"""From topics to findings: each topic's answers are judged by the rules of its kind, and shown in a stable order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from types import MappingProxyType

from rashomon.judge import alone, names, places, quantities, times
from rashomon.judge.ruling import Case, Rule, Ruling, first_ruling
from rashomon.model import Account, Answer, Claim, Evidence, Finding, Side, Topic, Verdict
from rashomon.settings import Settings

ORDER = tuple(Verdict)
# Kinds of topic whose answers differ in words alone: one finding shows them all, whatever tells each two apart.
IN_WORDS = frozenset({"name", "role", "description"})

# The rules of each kind of topic, in the order in which they are asked of two answers.
RULES: MappingProxyType[str, tuple[Rule, ...]] = MappingProxyType(
    {"quantity": quantities.RULES, "name": names.NAME_RULES, "role": names.ROLE_RULES,
        "description": names.DESCRIPTION_RULES, "period": times.RULES, "place": places.RULES}
)


def judge(accounts: tuple[Account, ...], topics: tuple[Topic, ...], settings: Settings) -> tuple[Finding, ...]:
    """Return the findings on all topics: conflicts first, then by certainty, then by place."""
    by_id = {account.report.id: account for account in accounts}
    found = [finding for topic in topics for finding in _findings(topic, by_id, settings)]
    return tuple(sorted(found, key=_place))


def _findings(topic: Topic, accounts: dict[str, Account], settings: Settings) -> Iterator[Finding]:
    if len(topic.answers) == 1:
        ruling = alone.one_report(topic) if topic.kind == "sole" else alone.one_answer(topic)
        yield _finding(topic, ruling, topic.answers, accounts)
        return
    rulings: dict[tuple[Verdict, str], tuple[Ruling, dict[int, Answer]]] = {}
    for (i, first), (j, second) in combinations(enumerate(topic.answers), 2):
        case = Case(first, second, accounts, topic, settings)
        if (ruling := first_ruling(case, RULES[topic.kind])) is not None:
            reason = "" if topic.kind in IN_WORDS and ruling.verdict is Verdict.COMPATIBLE else ruling.reason
            _, sides = rulings.setdefault((ruling.verdict, reason), (ruling, {}))
            sides[i], sides[j] = first, second
    for ruling, sides in rulings.values():
        yield _finding(topic, ruling, tuple(sides[i] for i in sorted(sides)), accounts)


def _finding(topic: Topic, ruling: Ruling, answers: tuple[Answer, ...], accounts: dict[str, Account]) -> Finding:
    sides = tuple(_side(answer, accounts) for answer in answers)
    return Finding(ruling.verdict, ruling.reason, topic.about, ruling.explanation, sides, score=topic.score)


def _side(answer: Answer, accounts: dict[str, Account]) -> Side:
    first = answer.claims[0]
    words = " ".join(first.evidence.of(accounts[first.report].report.text).split())
    return Side(words, tuple(_evidence(claim) for claim in answer.claims))


def _evidence(claim: Claim) -> Evidence:
    return Evidence(claim.report, claim.evidence, claim.sentence, claim.attribution, claim.modality)


def _place(finding: Finding) -> tuple[int, float, str, str]:
    places = "|".join(f"{e.report}:{e.range.start:09d}" for side in finding.sides for e in side.evidence)
    return ORDER.index(finding.verdict), -round(finding.score, 6), places, finding.reason
