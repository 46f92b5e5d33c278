"""Ids: one for each report of a comparison, short where it can be, the same whatever order the files came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence


def unique_ids(wished: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return one id for each report, given the names it may take, shortest first.

    A name that two reports would take is left to neither: both go on to their next; after the last a number follows.
    """
    rank = [0] * len(wished)
    while True:
        names = [options[min(at, len(options) - 1)] for options, at in zip(wished, rank, strict=True)]
        taken = Counter(names)
        again = [n for n, name in enumerate(names) if taken[name] > 1 and rank[n] < len(wished[n]) - 1]
        if not again:
            return _numbered(names)
        for n in again:
            rank[n] += 1


class Names:
    """Gives each report an id as it comes, for reports that are not all known beforehand."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Take the ids that are given already."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}  # thousands of reports may ask for one name

    def next(self, wished: Sequence[str]) -> str:
        """Return the first of the wished names that is free, or the last of them with a number; it is taken then."""
        free = next((name for name in wished if name not in self._taken), None)
        number, candidate = self._last.get(wished[-1], 2), free or wished[-1]
        while candidate in self._taken:
            candidate, number = f"{wished[-1]}-{number}", number + 1
        if free is None:
            self._last[wished[-1]] = number
        self._taken.add(candidate)
        return candidate


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    taken = set(names)
    seen: set[str] = set()
    last: dict[str, int] = {}  # of each name: thousands of reports may bear one
    ids = []
    for name in names:
        number, candidate = last.get(name, 2), name
        while candidate in seen or (candidate != name and candidate in taken):
            candidate, number = f"{name}-{number}", number + 1
        seen.add(candidate)
        last[name] = number
        ids.append(candidate)
    return tuple(ids)
