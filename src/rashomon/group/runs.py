"""Passages that stand in two texts: runs of the same words, chained across small edits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rashomon import tables
from rashomon.group.words import Words

_THRESHOLDS = tables.thresholds("rashomon.group")

SEED = _THRESHOLDS.integer("seed")
COMMONPLACE = _THRESHOLDS.integer("commonplace")
LARGEST_GAP = _THRESHOLDS.integer("largest_gap")


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` up to `first_end` of one text that stand at `second` up to `second_end` of the other.

    `same` of them are the same words; the rest are edits.
    """

    first: int
    first_end: int
    second: int
    second_end: int
    same: int

    @property
    def closeness(self) -> float:
        """Return the share of the longer side's words that are the same, from 0 to 1."""
        return self.same / max(self.first_end - self.first, self.second_end - self.second)


def passages(first: Words, second: Words, fewest: int = SEED) -> tuple[Run, ...]:
    """Return the passages that two texts share, in the order of the first; each word of the first is in at most one.

    Passages of less than `fewest` same words are left out.
    """
    chains = [run for run in _chained(_exact_runs(first, second)) if run.same >= fewest]
    kept: list[Run] = []
    for run in sorted(chains, key=lambda run: (-run.same, run.first, run.second)):
        if all(run.first >= other.first_end or run.first_end <= other.first for other in kept):
            kept.append(run)
    return tuple(sorted(kept, key=lambda run: (run.first, run.second)))


def _exact_runs(first: Words, second: Words) -> list[Run]:
    """Return the longest runs of at least `SEED` same words, by diagonal."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(second) - SEED + 1):
        places[second.forms[start : start + SEED]].append(start)
    open_runs: dict[int, int] = {}
    found: list[Run] = []
    for start in range(len(first) - SEED + 1):
        seed = first.forms[start : start + SEED]
        here = places.get(seed, [])
        for diagonal in [d for d in open_runs if second.forms[start - d : start - d + SEED] != seed]:
            found.append(_closed(open_runs.pop(diagonal), start, diagonal))
        if len(here) <= COMMONPLACE:
            for place in here:
                open_runs.setdefault(start - place, start)
    last = len(first) - SEED + 1
    found.extend(_closed(opened, last, diagonal) for diagonal, opened in open_runs.items())
    return sorted(found, key=lambda run: (run.first, run.second))


def _closed(opened: int, start: int, diagonal: int) -> Run:
    end = start + SEED - 1
    return Run(opened, end, opened - diagonal, end - diagonal, end - opened)


def _chained(runs: list[Run]) -> list[Run]:
    """Join each run to the nearest passage that ends shortly before it in both texts."""
    chains: list[Run] = []
    active: list[int] = []
    for run in runs:
        active = [index for index in active if run.first - chains[index].first_end <= LARGEST_GAP]
        best = min(
            (index for index in active if _follows(chains[index], run)),
            key=lambda index: (run.second - chains[index].second_end) + (run.first - chains[index].first_end),
            default=None,
        )
        if best is None:
            active.append(len(chains))
            chains.append(run)
        else:
            chains[best] = _joined(chains[best], run)
    return chains


def _follows(chain: Run, run: Run) -> bool:
    gap, other = run.first - chain.first_end, run.second - chain.second_end
    # Runs beside an edit may overlap by a word or two ("the the").
    return -SEED < gap <= LARGEST_GAP and -SEED < other <= LARGEST_GAP and run.first_end > chain.first_end


def _joined(chain: Run, run: Run) -> Run:
    overlap = max(0, chain.first_end - run.first, chain.second_end - run.second)
    same = chain.same + max(0, run.same - overlap)
    return Run(chain.first, run.first_end, chain.second, max(chain.second_end, run.second_end), same)
