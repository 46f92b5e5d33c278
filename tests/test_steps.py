"""The counter of steps itself: the same count each time, and what grows as the square is seen."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from tests.steps import growth, steps


def line_by_line(size: int) -> Callable[[], object]:
    def work() -> None:
        for _ in range(size):
            pass

    return work


def each_against_each(size: int) -> Callable[[], object]:
    def work() -> None:
        for _ in range(size):
            for _ in range(size):
                pass

    return work


def lower_each_time(size: int) -> Callable[[], object]:
    text = "A" * size

    def work() -> None:
        for _ in range(size):
            text.lower()

    return work


def insert_in_front(size: int) -> Callable[[], object]:
    def work() -> None:
        found: list[int] = []
        for number in range(size):
            found.insert(0, number)

    return work


def sort_once(size: int) -> Callable[[], object]:
    return lambda: sorted(range(size), key=lambda number: -number)


@pytest.mark.parametrize("work", [line_by_line, sort_once])
def test_what_grows_in_proportion_is_let_through(work: Callable[[int], Callable[[], object]]) -> None:
    assert growth(work, 200) < 6


@pytest.mark.parametrize("work", [each_against_each, lower_each_time, insert_in_front])
def test_what_grows_as_the_square_is_seen(work: Callable[[int], Callable[[], object]]) -> None:
    assert growth(work, 200) > 10


def test_the_count_is_the_same_each_time() -> None:
    assert len({steps(each_against_each(40)) for _ in range(5)}) == 1


def test_what_is_raised_is_raised_and_nothing_stays_traced() -> None:
    before = sys.gettrace(), sys.getprofile()
    with pytest.raises(ZeroDivisionError):
        steps(lambda: 1 // 0)
    assert (sys.gettrace(), sys.getprofile()) == before
