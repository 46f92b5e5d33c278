"""Where one act happened and where named things lie: which places answer one question, and what the judge then says."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged, words_of

from rashomon.model import Finding, Verdict
from rashomon.questions.place.candidates import place_topics
from rashomon.questions.place.whereabouts import whereabouts_topics


def found(first: str, second: str) -> tuple[list[Finding], list[list[str]]]:
    event = event_about({"a": first, "b": second})
    findings = list(judged(event, (*place_topics(event), *whereabouts_topics(event))))
    return findings, [sorted(min(side) for side in words_of(event, f)) for f in findings]


@pytest.mark.parametrize(
    ("first", "second", "verdict", "reason", "words"),
    [
        (
            "Police arrested Ann Reyes in Florida on Tuesday.",
            "Ann Reyes was arrested in Miami, police said.",
            *(Verdict.COMPATIBLE, "granularity", ["in Florida", "in Miami"]),
        ),
        (
            "The bus crashed in Kenya, killing nine people.",
            "The bus crashed near Nairobi, killing nine people.",
            *(Verdict.COMPATIBLE, "granularity", ["in Kenya", "near Nairobi"]),
        ),
        (
            "The train derailed near Hamburg on Sunday, injuring 20 people.",
            "The train derailed near Munich on Sunday, injuring 20 people.",
            *(Verdict.CONFLICT, "place", ["near Hamburg", "near Munich"]),
        ),
        (
            "The ferry, built in Gdansk, Poland, was heading home.",
            "The ferry was built in Bergen, Norway, in 1998.",
            *(Verdict.CONFLICT, "place", ["in Bergen, Norway", "in Gdansk, Poland"]),
        ),
        (
            "The baker, based in Leeds, employs 900 people.",
            "The baker, based in Bradford, employs 900 people.",
            *(Verdict.CONFLICT, "place", ["in Bradford", "in Leeds"]),
        ),
        (
            "The tanker ran aground 40 miles west of Lisbon.",
            "The tanker lost power 40 miles east of Lisbon.",
            *(Verdict.CONFLICT, "place", ["40 miles east of Lisbon", "40 miles west of Lisbon"]),
        ),
        (
            "The earthquake destroyed much of Arequipa in southern Peru.",
            "The northern city of Arequipa was destroyed by the quake.",
            *(Verdict.CONFLICT, "place", ["Arequipa in southern Peru", "northern city of Arequipa"]),
        ),
        (
            "The mayor flew to Luton, which is 30 miles from London.",
            "A plane landed at Luton near Dunstable.",
            *(Verdict.COMPATIBLE, "reference", ["Luton near Dunstable", "which is 30 miles from London"]),
        ),
        (
            "Rhodes, a rocky island off the coast southwest of Marmaris, was evacuated.",
            "Rhodes is a popular island in the Mediterranean Sea.",
            *(Verdict.COMPATIBLE, "reference", ["in the Mediterranean Sea", "off the coast southwest of Marmaris"]),
        ),
        (
            "The ship may head for Nairobi in Uganda.",
            "The ship may head for Nairobi in East Africa.",
            *(Verdict.CONFLICT, "place", ["Nairobi in East Africa", "Nairobi in Uganda"]),
        ),
        (
            "Two pipelines were cut in the Baltic Sea on Monday.",
            "Two pipelines were damaged between Sweden and Denmark on Monday.",
            *(Verdict.COMPATIBLE, "granularity", ["between Sweden and Denmark", "in the Baltic Sea"]),
        ),
    ],
)
def test_two_places(first: str, second: str, verdict: Verdict, reason: str, words: list[str]) -> None:
    findings, shown = found(first, second)
    assert (verdict, reason, words) in [(f.verdict, f.reason, w) for f, w in zip(findings, shown, strict=True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fire destroyed a bakery in Leeds.", "Fire destroyed a school in Lyon."),
        ("The president met troops in Paris on Tuesday.", "The president opened a bridge in Berlin on Wednesday."),
        ("Officials in Washington denied the report.", "Officials in Moscow denied the report."),
        ("The tanker sank 40 miles west of Lisbon.", "The tanker sank 90 miles east of Madrid."),
        ("Ann Reyes of Leeds was charged.", "Ann Reyes of Lyon was charged."),
    ],
)
def test_no_conflict_between_places(first: str, second: str) -> None:
    assert Verdict.CONFLICT not in {f.verdict for f in found(first, second)[0]}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # what is north of a city is not in it
        ("A bus crashed north of Leeds, killing nine.", "A bus crashed in southern Leeds, killing nine."),
        # each gives both
        (
            "Two pipelines were cut in the Baltic Sea. Two pipelines were cut between Sweden and Denmark.",
            "Two pipelines were cut in the Baltic Sea. Two pipelines were cut between Sweden and Denmark.",
        ),
    ],
)
def test_no_granularity(first: str, second: str) -> None:
    assert "granularity" not in {f.reason for f in found(first, second)[0]}


def test_order_of_reports_changes_nothing() -> None:
    texts = ("The train derailed near Hamburg on Sunday.", "The train derailed near Munich on Sunday.")
    assert found(*texts)[1] == found(*reversed(texts))[1]


def test_whereabouts_are_the_surer_the_more_alike_they_are_told() -> None:
    told = "The ship may head for Nairobi in Uganda."
    others = ("A choir sang at Nairobi in Kenya.", "The ship may head for Nairobi in Kenya.")
    unlike, alike = (
        topic.score for other in others for topic in whereabouts_topics(event_about({"a": told, "b": other}))
    )
    assert unlike < alike <= 1
