"""Which tellings are held against one another: all of them in a few reports, a bounded number of each kind in many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from rashomon import tables

_THRESHOLDS = tables.thresholds("rashomon.coreference")

MOST_TELLINGS = _THRESHOLDS.integer("most_tellings")


def compared(kinds: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the pairs (i, j), i < j, of tellings to be compared, given the kind of each; in order.

    Tellings of one kind give one value of one thing in one way. The first `MOST_TELLINGS` of each kind are compared
    with those of every kind, each further one with the first of its own: time grows with their number, not its square.
    """
    first: dict[Hashable, list[int]] = defaultdict(list)
    further: list[int] = []
    for number, kind in enumerate(kinds):
        if len(first[kind]) < MOST_TELLINGS:
            first[kind].append(number)
        else:
            further.append(number)
    late = frozenset(further)
    kept = [number for number in range(len(kinds)) if number not in late]
    for at, i in enumerate(kept):
        for j in kept[at + 1 :]:
            yield i, j
    for j in further:
        for i in first[kinds[j]]:
            yield i, j
