"""The examples are sound in themselves, and the reader of their marks can fail."""

from __future__ import annotations

import json

import pytest
from tests.golden.gold import (
    EXAMPLES,
    NAMES,
    Gold,
    Place,
    Point,
    boilerplate_used,
    false_agreements,
    false_conflicts,
    missed,
    read_gold,
)

from rashomon.model import Comparison, Evidence, Finding, Report, Side, Verdict
from rashomon.text import Range

REASONS = {
    Verdict.CONFLICT: {"quantity", "date", "time", "place", "name", "role", "quote", "negation"},
    Verdict.COMPATIBLE: {
        *("unit", "rounding", "bound", "granularity", "part-whole"),
        *("scope", "reference", "update", "wording", "time-zone"),
    },
}


def marked(verdict: Verdict) -> list[Point]:
    return [point for name in NAMES for point in read_gold(name).points if point.verdict is verdict]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_occurs(verdict: Verdict) -> None:
    assert marked(verdict)


@pytest.mark.parametrize("verdict", list(REASONS))
def test_every_reason_occurs(verdict: Verdict) -> None:
    assert {reason for point in marked(verdict) for reason in point.reasons} == REASONS[verdict]


@pytest.mark.parametrize("name", NAMES)
def test_marked_words_are_short_and_their_points_distinct(name: str) -> None:
    gold = read_gold(name)
    places = [place for point in gold.points for side in point.sides for place in side]
    assert all(len(place.range) <= 90 for place in places)
    assert len({point.id for point in gold.points}) == len(gold.points)
    assert any(point.must for point in gold.points)


@pytest.mark.parametrize("name", NAMES)
def test_each_report_is_recorded(name: str) -> None:
    record = json.loads((EXAMPLES / name / "meta.json").read_text(encoding="utf-8"))
    assert {each["id"] for each in record["reports"]} == set(read_gold(name).texts)
    assert all(each["outlet"] and each["published"] for each in record["reports"])


@pytest.mark.parametrize("name", NAMES)
def test_the_editors_page_shows_every_mark(name: str) -> None:
    gold, page = read_gold(name), (EXAMPLES / name / "expected.md").read_text(encoding="utf-8")
    places = [place for point in gold.points for side in point.sides for place in side]
    places += [place for pair in gold.apart for place in pair] + list(gold.boilerplate)
    shown = page.replace("\\|", "|")
    assert [place.words for place in places if f"`{place.words}`" not in shown] == []


def as_the_editor(gold: Gold) -> Comparison:
    """Return the comparison that says exactly what the editor marked."""
    reports = tuple(Report(name, text, name, "0" * 64, ()) for name, text in gold.texts.items())
    findings = tuple(
        Finding(
            point.verdict,
            next(iter(point.reasons), ""),
            point.id,
            "",
            tuple(
                Side(side[0].words, tuple(Evidence(place.report, place.range, place.range) for place in side))
                for side in point.sides
            ),
        )
        for point in gold.points
    )
    return Comparison(reports, findings)


@pytest.mark.parametrize("name", NAMES)
def test_the_marks_do_not_contradict_one_another(name: str) -> None:
    gold = read_gold(name)
    comparison = as_the_editor(gold)
    assert missed(gold, comparison) == []
    assert false_conflicts(gold, comparison) == []
    assert false_agreements(gold, comparison) == []
    assert boilerplate_used(gold, comparison) == []


# ---------------------------------------------------------------- the reader against an invented comparison

TEXTS = {"a": "Nine barns burned.  Share this", "b": "Barns: 14 burned. Nobody slept."}
NINE = Place("a", Range(0, 10), "Nine barns")
FOURTEEN = Place("b", Range(0, 9), "Barns: 14")
SLEPT = Place("b", Range(18, 31), "Nobody slept.")
SHARE = Place("a", Range(20, 30), "Share this")
BARNS = Point("barns", Verdict.CONFLICT, ("quantity",), True, ((NINE,), (FOURTEEN,)))


def judged(verdict: Verdict, reason: str, *places: Place) -> Comparison:
    sides = tuple(Side(place.words, (Evidence(place.report, place.range, place.range),)) for place in places)
    reports = tuple(Report(name, text, name, "0" * 64, ()) for name, text in TEXTS.items())
    return Comparison(reports, (Finding(verdict, reason, "barns", "", sides),))


def editor(*points: Point, apart: tuple[tuple[Place, Place], ...] = ()) -> Gold:
    return Gold(TEXTS, points, apart, (SHARE,))


@pytest.mark.parametrize(
    ("comparison", "lines"),
    [
        (judged(Verdict.CONFLICT, "quantity", NINE, FOURTEEN), 0),
        (judged(Verdict.CONFLICT, "date", NINE, FOURTEEN), 1),
        (judged(Verdict.COMPATIBLE, "quantity", NINE, FOURTEEN), 1),
        (judged(Verdict.CONFLICT, "quantity", NINE), 1),
        (judged(Verdict.CONFLICT, "quantity", NINE, SLEPT), 1),
    ],
)
def test_a_point_needs_both_sides_the_verdict_and_the_reason(comparison: Comparison, lines: int) -> None:
    assert len(missed(editor(BARNS), comparison)) == lines


def test_a_conflict_nobody_marked_is_false() -> None:
    comparison = judged(Verdict.CONFLICT, "quantity", NINE, FOURTEEN)
    assert false_conflicts(editor(BARNS), comparison) == []
    assert len(false_conflicts(editor(), comparison)) == 1
    assert len(false_conflicts(editor(BARNS, apart=((NINE, FOURTEEN),)), comparison)) == 1


def test_an_agreement_across_a_conflict_is_false() -> None:
    assert len(false_agreements(editor(BARNS), judged(Verdict.AGREE, "", NINE, FOURTEEN))) == 1
    assert false_agreements(editor(BARNS), judged(Verdict.AGREE, "", NINE, SLEPT)) == []


def test_boilerplate_is_no_evidence() -> None:
    assert boilerplate_used(editor(), judged(Verdict.SOLE, "", SHARE)) == ["Share this"]
    assert boilerplate_used(editor(), judged(Verdict.SOLE, "", NINE)) == []
