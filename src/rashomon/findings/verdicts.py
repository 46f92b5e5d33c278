"""From topics to findings: each topic's answers are judged by the rules of its kind, and shown in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from rashomon.findings import agreement
from rashomon.findings.consistency import consistent
from rashomon.model import Account, Answer, Claim, Evidence, Finding, Side, Topic, Verdict
from rashomon.questions import BY_KIND
from rashomon.questions.question import Case, Ruling
from rashomon.settings import Settings

ORDER = tuple(Verdict)
ONE_MOMENT = "time-zone"
Judged = tuple[int, int, Ruling]  # the numbers of two answers of a topic, and the ruling on them


def judge(accounts: tuple[Account, ...], topics: tuple[Topic, ...], settings: Settings) -> tuple[Finding, ...]:
    """Return the findings on all topics: conflicts first, then by certainty, then by place."""
    texts = {account.report.id: account.report.text for account in accounts}
    found = [finding for topic in topics for finding in _findings(topic, texts, settings)]
    return consistent(in_order(found))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with conflicts first, then by certainty, then by place."""
    return tuple(sorted(findings, key=_place))


def _findings(topic: Topic, texts: dict[str, str], settings: Settings) -> Iterator[Finding]:
    if len(topic.answers) == 1:
        ruling = agreement.one_report(topic) if topic.kind == "sole" else agreement.one_answer(topic)
        yield _finding(topic, ruling, topic.answers, texts)
        return
    judged = tuple(_judged(topic, settings))
    for group in _grouped(judged, BY_KIND[topic.kind].in_words):
        members = sorted({n for first, second, _ in group for n in (first, second)})
        yield _finding(topic, group[0][2], tuple(topic.answers[n] for n in members), texts)


def _judged(topic: Topic, settings: Settings) -> Iterator[Judged]:
    """Yield the ruling on each two answers that were found to answer one question, surest first."""
    links = topic.links or tuple((i, j, topic.score) for i, j in combinations(range(len(topic.answers)), 2))
    for i, j, score in sorted(links, key=lambda link: (-link[2], link[:2])):
        case = Case(topic.answers[i], topic.answers[j], replace(topic, score=score), settings)
        if (ruling := BY_KIND[topic.kind].ruling(case)) is not None:
            yield i, j, ruling


def _grouped(judged: tuple[Judged, ...], in_words: bool) -> list[list[Judged]]:
    """Return the rulings in groups, one a finding: same verdict and reason.

    In a conflict every two sides conflict; in what is one moment, every two sides are.
    """
    groups: dict[tuple[Verdict, str, int], list[Judged]] = {}
    apart = _pairs(judged, lambda ruling: ruling.verdict is Verdict.CONFLICT)
    one_moment = _pairs(judged, lambda ruling: ruling.reason == ONE_MOMENT)
    for one in judged:
        verdict, reason = one[2].verdict, one[2].reason
        if in_words and verdict is Verdict.COMPATIBLE:
            reason = ""
        number = 0
        while (
            (verdict is Verdict.CONFLICT or reason == ONE_MOMENT)
            and not in_words
            and not _fits(one, groups.get((verdict, reason, number), []), one_moment if reason == ONE_MOMENT else apart)
        ):
            number += 1
        groups.setdefault((verdict, reason, number), []).append(one)
    return list(groups.values())


def _pairs(judged: tuple[Judged, ...], held: Callable[[Ruling], bool]) -> frozenset[frozenset[int]]:
    """Return the pairs of answers of whose ruling `held` is true."""
    return frozenset(frozenset(j[:2]) for j in judged if held(j[2]))


def _fits(one: Judged, group: list[Judged], pairs: frozenset[frozenset[int]]) -> bool:
    """Say whether each of both sides makes one of `pairs` with every side of the group, or it is empty."""
    sides = {n for member in group for n in member[:2]}
    return all(side == n or frozenset((side, n)) in pairs for side in one[:2] for n in sides)


def _finding(topic: Topic, ruling: Ruling, answers: tuple[Answer, ...], texts: dict[str, str]) -> Finding:
    sides = tuple(_side(answer, texts) for answer in answers)
    return Finding(ruling.verdict, ruling.reason, topic.about, ruling.explanation, sides, score=topic.score)


def _side(answer: Answer, texts: dict[str, str]) -> Side:
    first = answer.claims[0]
    words = " ".join(first.evidence.of(texts[first.report]).split())
    return Side(words, tuple(_evidence(claim) for claim in answer.claims))


def _evidence(claim: Claim) -> Evidence:
    return Evidence(claim.report, claim.evidence, claim.sentence, claim.attribution, claim.modality)


def _place(finding: Finding) -> tuple[int, float, str, str]:
    places = "|".join(f"{e.report}:{e.range.start:09d}" for side in finding.sides for e in side.evidence)
    return ORDER.index(finding.verdict), -round(finding.score, 6), places, finding.reason
