"""Laws of the time layer: order, exact characters, linear time, and no error on any text."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lang.dates import find_periods, find_timexes
from rashomon.lang.dates.holidays import easter
from rashomon.model import Period

VOCABULARY = (
    "on the last next early late Sunday May march 5 12 1999 2023 31 , - a.m. 7:30 GMT noon morning two three weeks "
    "year ago earlier later of in from to between and quarter third '90s 1990s yesterday $ % ( ) . \n \n\n second fall "
    "Christmas every daily 3/4/2020 0737 this week hundred half day before after fiscal Q3 nineteen ninety"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
DIGITLESS = st.lists(WORDS.filter(lambda word: word.isalpha() and word != "nineteen"), max_size=12).map(" ".join)
ANCHORS = st.none() | st.dates()


def check(text: str, anchor: date | None) -> None:
    end = 0
    for mention in find_periods(text, anchor):
        assert end <= mention.range.start < mention.range.end <= len(text)
        assert mention.range.of(text) == mention.range.of(text).strip()
        end = mention.range.end
        period = mention.value
        assert isinstance(period, Period)
        assert period.timex
        assert (period.start is None) == (period.end is None)
        assert period.start is None or period.end is None or period.start < period.end


@given(TEXTS, ANCHORS)
@settings(max_examples=300, derandomize=True, deadline=None)
def test_mentions_stand_in_order_and_hold(text: str, anchor: date | None) -> None:
    check(text, anchor)
    find_timexes(text, anchor)


@given(st.text(max_size=200), ANCHORS)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_any_text_is_read(text: str, anchor: date | None) -> None:
    check(text, anchor)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_written_day_is_that_day(day: date) -> None:
    for words in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        (mention,) = find_periods(f"Signed on {words} there.", None)
        assert isinstance(mention.value, Period)
        assert mention.value.start == datetime(day.year, day.month, day.day)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 6))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_a_bare_weekday_lies_in_the_week_that_ends_with_the_anchor(anchor: date, weekday: int) -> None:
    name = f"{date(2024, 1, 1 + weekday):%A}"
    (mention,) = find_periods(f"It sank on {name}.", anchor)
    assert isinstance(mention.value, Period)
    assert mention.value.start is not None
    settled = mention.value.start.date()
    assert settled.weekday() == weekday
    assert anchor - timedelta(days=6) <= settled <= anchor


@given(DIGITLESS)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_without_an_anchor_nothing_is_guessed(text: str) -> None:
    assert all(isinstance(one.value, Period) and one.value.start is None for one in find_periods(text, None))


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, date(1818, 3, 22)), (2000, date(2000, 4, 23)), (2008, date(2008, 3, 23)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day
