"""The time that one fetch may take, for everything in it together."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Deadline:
    """A number of seconds that runs from now."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left, never below a thousandth: a timeout of 0 has a meaning of its own."""
        return max(0.001, self._end - time.monotonic())

    @property
    def passed(self) -> bool:
        """Say whether the time is over."""
        return time.monotonic() >= self._end

    @contextmanager
    def guarding(self, stop: Callable[[], None]) -> Iterator[None]:
        """Call `stop`, from another thread, where the time is over before the block is.

        A timeout of a socket bounds each wait; who sends a byte a second never reaches it. This ends that too.
        """
        timer = threading.Timer(self.left(), stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
