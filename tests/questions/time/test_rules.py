"""The rules for two times of one act, rule by rule, and that the order of the two changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lang.dates import find_periods
from rashomon.model import About, Answer, Claim, Context, Modality, Period, Topic
from rashomon.questions.question import Case, Ruling, first_ruling
from rashomon.questions.time.rules import RULES

ANCHOR = date(2031, 3, 14)
WORDS = ["March 3", "March 4", "Monday", "Friday", "yesterday", "early March", "March 2031", "2031", "4 p.m.",
         "4:20 p.m.", "around noon", "1500 GMT", "last month", "the weekend", "Monday morning"]  # fmt: skip


def claim(report: str, words: str, modality: Modality = Modality.ASSERTED) -> Claim:
    (mention,) = find_periods(words, ANCHOR)
    assert isinstance(mention.value, Period)
    published = datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day)
    return Claim(mention.value, About(), modality=modality, report=report, context=Context(published))


def ruling(one: str, other: str, score: float = 1.0, modality: Modality = Modality.ASSERTED) -> Ruling | None:
    first, second = Answer((claim("a", one, modality),)), Answer((claim("b", other),))
    topic = Topic("period", "time of the fire", (first, second), score=score)
    return first_ruling(Case(first, second, topic), RULES)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("March 3", "March 4", "date"),
        ("4 p.m.", "6:20 p.m.", "time"),
        ("March 3", "March 2031", "granularity"),
        ("Monday", "Monday morning", "granularity"),
        ("1:30 p.m.", "1000 GMT", "time-zone"),  # three hours and a half
        ("around 4 p.m.", "4:20 p.m.", "rounding"),
        ("around 4 p.m.", "4 p.m.", "rounding"),
        ("4:20 p.m.", "1620 hours", "wording"),
        ("4:20 p.m.", "Thursday afternoon", "granularity"),
    ],
)
def test_reasons(one: str, other: str, reason: str) -> None:
    found = ruling(one, other)
    assert found is not None and found.reason == reason


def test_no_conflict_where_the_alignment_is_weak_or_one_is_not_asserted() -> None:
    assert ruling("March 3", "March 4", score=0.3) is None
    assert ruling("March 3", "March 4", modality=Modality.HEDGED) is None


@pytest.mark.parametrize(("score", "expected"), [(0.4, "date"), (0.39, None)])
def test_times_are_at_odds_only_of_tellings_much_alike(score: float, expected: str | None) -> None:
    found = ruling("March 3", "March 4", score)
    assert (found and found.reason) == expected


@pytest.mark.parametrize(
    ("fine", "coarse", "expected"),
    [
        ("Monday morning", "March 2031", "granularity"),  # a part of a day, day, weekend, week, month: four steps
        ("4 p.m. on March 3", "March 2031", None),  # an hour is one more
        ("4 p.m. on March 10", "this week", "granularity"),
    ],
)
def test_who_tells_one_act_by_the_hour_and_another_by_the_month_speaks_of_two(
    fine: str, coarse: str, expected: str | None
) -> None:
    found = ruling(fine, coarse)
    assert (found and found.reason) == expected


@pytest.mark.parametrize(
    ("local", "zoned", "expected"), [("midnight", "2300 GMT", True), ("midnight", "0000 GMT", False)]
)
def test_clocks_a_whole_day_apart_are_not_of_two_zones(local: str, zoned: str, expected: bool) -> None:
    found = ruling(local, zoned)
    assert (found is not None and found.reason == "time-zone") is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("break", "break", "time"),
        ("begin", "start", "time"),
        ("kill", "murder", "time"),
        ("break", "extinguish", None),  # two acts of one fire
        ("arrest", "", "time"),  # no verb: it may be the same
    ],
)
def test_two_acts_may_have_two_times(one: str, other: str, expected: str | None) -> None:
    told = [
        replace(claim(r, w), about=About(predicate=v)) for r, w, v in (("a", "4 p.m.", one), ("b", "6 p.m.", other))
    ]
    first, second = (Answer((each,)) for each in told)
    found = first_ruling(Case(first, second, Topic("period", "time of the fire", (first, second))), RULES)
    assert (found and found.reason) == expected


@pytest.mark.parametrize("other", ["00:00", "12 a.m.", "0000 hours", "0000 GMT", "24:00"])
def test_midnight_is_at_odds_with_none_of_its_names(other: str) -> None:
    found = ruling("midnight", other)
    assert found is None or found.reason != "time"
    assert (at_one := ruling("midnight", "1 a.m.")) is not None and at_one.reason == "time"


@settings(derandomize=True, deadline=None, database=None)
@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_the_order_changes_nothing(one: str, other: str) -> None:
    first, second = ruling(one, other), ruling(other, one)
    assert (first and (first.verdict, first.reason)) == (second and (second.verdict, second.reason))
