"""The time that a fetch has: when it is over, what waits is stopped, and what was done before is left alone."""

from __future__ import annotations

import threading

from tests.fetch.site import LONGEST

from rashomon.fetch.deadline import Deadline


def test_what_still_waits_when_the_time_is_over_is_stopped() -> None:
    stopped = threading.Event()
    clock = Deadline(0.02)
    with clock.guarding(stopped.set):
        assert stopped.wait(LONGEST)
    assert clock.passed
    assert clock.left() == 0.001


def test_what_is_done_in_time_is_not_stopped_and_nothing_goes_on_waiting() -> None:
    stopped = threading.Event()
    before = threading.active_count()
    clock = Deadline(10 * LONGEST)
    with clock.guarding(stopped.set):
        assert threading.active_count() == before + 1
    assert threading.active_count() == before
    assert not stopped.is_set()
    assert not clock.passed
    assert 0 < clock.left() <= 10 * LONGEST
