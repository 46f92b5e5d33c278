"""Which reports tell of one event: by how many of their words they share, when they were published, and their names."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from rashomon.coreference.events import Profile, likeness, of_one_event

DAY = date(2031, 3, 14)


def shares(words: Iterable[str]) -> dict[str, float]:
    """Return the words, each as telling as the other."""
    told = list(words)
    return dict.fromkeys(told, 1 / math.sqrt(len(told))) if told else {}


def numbered(name: str, count: int) -> list[str]:
    return [f"{name}{n}" for n in range(count)]


def sharing(of_a_hundred: int, days_apart: int = 0) -> tuple[Profile, Profile]:
    """Return two reports of a hundred words and a hundred names, of which both share as many as said."""
    common = numbered("common", of_a_hundred)
    one, other = (shares([*common, *numbered(own, 100 - of_a_hundred)]) for own in ("ours", "theirs"))
    return Profile(one, one, DAY), Profile(other, other, DAY + timedelta(days_apart))


@pytest.mark.parametrize(("of_a_hundred", "one_event"), [(23, False), (25, True), (29, True)])
def test_reports_of_one_event_share_a_quarter_of_what_they_tell(of_a_hundred: int, one_event: bool) -> None:
    assert of_one_event(*sharing(of_a_hundred)) == one_event


@pytest.mark.parametrize(("days_apart", "one_event"), [(1, True), (60, True), (61, False)])
def test_news_that_comes_after_two_months_looks_back(days_apart: int, one_event: bool) -> None:
    assert of_one_event(*sharing(30, days_apart)) == one_event


@pytest.mark.parametrize(("of_a_hundred", "one_event"), [(34, False), (36, True), (42, True)])
def test_who_looks_back_on_an_event_shares_more_with_it(of_a_hundred: int, one_event: bool) -> None:
    assert of_one_event(*sharing(of_a_hundred, days_apart=90)) == one_event


@pytest.mark.parametrize(("words", "compared_with_all"), [(0, True), (11, True), (12, False)])
def test_a_report_of_few_words_is_compared_with_all(words: int, compared_with_all: bool) -> None:
    brief, other = Profile(shares(numbered("ours", words)), {}), Profile(shares(numbered("theirs", 40)), {})
    assert of_one_event(brief, other) == of_one_event(other, brief) == compared_with_all


def test_the_same_names_count_less_than_the_same_words() -> None:
    words, names = shares(numbered("word", 20)), shares(["ada", "dorn"])
    told, retold = Profile(words, names), Profile(shares(numbered("another", 20)), names)
    assert likeness(told, told) == pytest.approx(1)
    assert likeness(told, retold) == pytest.approx(0.3)  # the names alone
    assert likeness(told, Profile(words, shares(["vera"]))) == pytest.approx(0.7)


@pytest.mark.parametrize(("days_apart", "one_event"), [(0, True), (90, False)])
def test_the_same_names_alone_make_one_event_only_of_news_of_one_time(days_apart: int, one_event: bool) -> None:
    names = shares(["ada", "dorn"])
    one = Profile(shares(numbered("word", 20)), names, DAY)
    other = Profile(shares(numbered("another", 20)), names, DAY + timedelta(days_apart))
    assert of_one_event(one, other) == one_event
