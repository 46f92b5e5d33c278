"""Pairs of reports that share fingerprints: an inverted index from hash to reports, joined with itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon import tables
from rashomon.group.fingerprints import Fingerprints, Hashes, complete_runs, fingerprints

_THRESHOLDS = tables.thresholds("rashomon.group")

COMMON = _THRESHOLDS.integer("common")
FEWEST_HITS = _THRESHOLDS.integer("fewest_hits")
_ESTIMATE = _THRESHOLDS.number("estimate")

Codes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two texts by their numbers, the share of the shorter one's runs of three words that stand in the other."""

    first: int
    second: int
    share: float


def similar_pairs(texts: Sequence[str], share: float = 0.3, every: int = 8) -> tuple[Candidate, ...]:
    """Return the pairs of texts of which one holds at least `share` of the other's runs of three words, in order.

    The pairs are proposed by fingerprints and counted over all runs, by 64-bit hashes: nothing is an estimate.
    """
    proposed = proposed_pairs(fingerprints(texts, every), share)
    involved = sorted({number for pair in proposed for number in pair})
    runs = dict(zip(involved, complete_runs([texts[number] for number in involved]), strict=True))
    found = ((first, second, _share(runs[first], runs[second])) for first, second in proposed)
    return tuple(Candidate(first, second, exact) for first, second, exact in found if exact >= share)


def _share(one: Hashes, other: Hashes) -> float:
    shorter = min(len(one), len(other))
    if not shorter:
        return 0.0
    # Both are sorted: a stable sort merges them in one pass.
    both = np.concatenate((one, other))
    both.sort(kind="stable")
    return float(np.count_nonzero(both[1:] == both[:-1])) / shorter


def proposed_pairs(prints: Fingerprints, share: float) -> list[tuple[int, int]]:
    """Return the pairs that share at least `FEWEST_HITS` hashes, and enough of them for `share` to be likely."""
    size = len(prints)
    if size < 2:
        return []
    bits = np.uint64(max(1, (size - 1).bit_length()))
    codes, counts = np.unique(_hits(_postings(prints, bits), bits), return_counts=True)
    first, second = (codes >> bits).astype(np.int64), (codes & _mask(bits)).astype(np.int64)
    kept = np.diff(prints.bounds)
    enough = np.maximum(FEWEST_HITS, _ESTIMATE * share * np.minimum(kept[first], kept[second]))
    likely = counts >= enough
    return list(zip(first[likely].tolist(), second[likely].tolist(), strict=True))


def _mask(bits: np.uint64) -> np.uint64:
    return (np.uint64(1) << bits) - np.uint64(1)


def _postings(prints: Fingerprints, bits: np.uint64) -> Codes:
    """Return the sorted postings: a hash in the upper bits, the text's number in the lower `bits`, each once."""
    numbers = np.repeat(np.arange(len(prints), dtype=np.uint64), np.diff(prints.bounds))
    # The selection of hashes left their topmost bits 0: shift those out, not the lower ones.
    postings = prints.hashes << np.uint64(3)
    postings &= ~_mask(bits)
    postings |= numbers
    postings.sort()
    once = np.ones(len(postings), bool)
    np.not_equal(postings[1:], postings[:-1], out=once[1:])
    return postings[once]


def _hits(postings: Codes, bits: np.uint64) -> Codes:
    """Return a code for each pair of texts, as often as they share a hash: the first's number, then the second's."""
    hashes = postings >> bits
    starts = np.flatnonzero(np.concatenate((np.ones(1, bool), hashes[1:] != hashes[:-1])))
    sizes = np.diff(np.concatenate((starts, np.array([len(postings)]))))
    texts = postings & _mask(bits)
    several = sizes > 1
    starts, sizes = starts[several], sizes[several]
    usual = sizes <= COMMON
    found = [np.zeros(0, np.uint64)]
    # Positions in usual groups, with how many members of their group come after them.
    place, after = _members(starts[usual], sizes[usual])
    for apart in range(1, COMMON):
        reach = after >= apart
        place, after = place[reach], after[reach]
        if not len(place):
            break
        found.append((texts[place] << bits) | texts[place + apart])
    place, after = _members(starts[~usual], sizes[~usual])
    if len(place):
        inner = after >= 1
        found.append((texts[place[inner]] << bits) | texts[place[inner] + 1])
        first = np.repeat(starts[~usual], sizes[~usual])
        distant = place - first > 1
        found.append((texts[first[distant]] << bits) | texts[place[distant]])
    return np.concatenate(found)


def _members(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return every position of the groups, and how many of its group come after it."""
    if not len(starts):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    group = np.repeat(np.arange(len(starts)), sizes)
    within = np.arange(len(group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return starts[group] + within, sizes[group] - within - 1
