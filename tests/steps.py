"""Counts the steps that work takes: what grows is told by a count, which is the same on every machine, and by no clock.

A step is a line of Python that is run, ours or a library's, or a call of a built-in function. What a built-in does to a
whole text or list, as `lower` or `insert` do, counts by the length of it. What goes on inside a regular expression is
not seen here; `tests/hostile/test_patterns.py` looks at that. `bench/pumped.py` times the same work.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import BuiltinFunctionType, FrameType
from typing import Any

CHARACTERS = 16  # that a built-in goes over in the time of one line
WHOLE = frozenset(
    {
        *("capitalize", "casefold", "count", "decode", "encode", "isspace", "lower", "lstrip", "replace", "rsplit"),
        *("split", "splitlines", "strip", "swapcase", "title", "translate", "upper"),
        *("copy", "extend", "index", "insert", "remove", "reverse", "sort"),
    }
)


def steps(work: Callable[[], object]) -> int:
    """Return how many steps the work takes; what it raises is raised."""
    taken = 0

    def line(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 - as `sys.settrace` has it
        nonlocal taken
        taken += event == "line"
        return line

    def call(frame: FrameType, event: str, called: object) -> None:
        nonlocal taken
        if event == "c_call":
            taken += 1
            if isinstance(called, BuiltinFunctionType) and called.__name__ in WHOLE:
                over = called.__self__
                taken += len(over) // CHARACTERS if isinstance(over, str | bytes | list) else 0

    traced, profiled = sys.gettrace(), sys.getprofile()
    gc.disable()  # what other tests have left would be counted as it is cleared away
    sys.settrace(line)
    sys.setprofile(call)
    try:
        work()
    finally:
        sys.setprofile(profiled)
        sys.settrace(traced)
        gc.enable()
    return taken


def growth(work: Callable[[int], Callable[[], object]], size: int, times: int = 4) -> float:
    """Return how many times more steps so many times the size takes: in proportion it is `times`, squared its square.

    `work` makes the work of a size; what is loaded once is loaded before anything is counted.
    """
    work(max(1, size // 4))()
    return steps(work(times * size)) / max(1, steps(work(size)))
