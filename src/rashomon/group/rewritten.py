"""Rewritten copy: other words, but the same names, figures and quoted words, sentence after sentence, in one order.

Two reporters of one event share its main facts as well. What they do not share is the whole row of them: which details
are told, which are put together in one sentence, and what comes next. So a copy is told by how much of a report is
matched, sentence by sentence, along one line from its beginning to its end.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon import tables
from rashomon.lang.sentences import split_sentences
from rashomon.lang.tables import load_table
from rashomon.model import Report, Role, SharedPassage
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.group")
_SMALL_WORD = _THRESHOLDS.integer("small_word")

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_STEM = _THRESHOLDS.integer("stem")
_NAME = _THRESHOLDS.number("name")
_FIGURE = _THRESHOLDS.number("figure")
_PLAIN = _THRESHOLDS.number("plain")
ALIKE = _THRESHOLDS.number("alike")
COVERED = _THRESHOLDS.number("covered")
MEAN = _THRESHOLDS.number("mean")
FEWEST = _THRESHOLDS.integer("fewest")
SHARED_NAMES = _THRESHOLDS.number("shared_names")
MOST_PAIRS = _THRESHOLDS.integer("most_pairs")
_TELLING = frozenset({Role.LEDE, Role.BODY})


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as what it tells: its place, and the weight of each name, figure and word in it."""

    range: Range
    features: frozenset[str]


def rewritten_passages(one: Sequence[Told], other: Sequence[Told]) -> tuple[SharedPassage, ...]:
    """Return the sentences of two reports that tell the same in the same order; nothing where they are independent."""
    if min(len(one), len(other)) < FEWEST or len(one) * len(other) > MOST_PAIRS or not _may_be(one, other):
        return ()
    pairs = in_one_order(one, other)
    if len(pairs) < FEWEST or len(pairs) < COVERED * min(len(one), len(other)):
        return ()
    if math.fsum(alike for _, _, alike in pairs) < MEAN * len(pairs):
        return ()
    return tuple(SharedPassage(one[i].range, other[j].range, round(alike, 4)) for i, j, alike in pairs)


def _may_be(one: Sequence[Told], other: Sequence[Told]) -> bool:
    """Say whether the shorter report's names and figures stand in the other often enough for a closer look."""
    named, other_named = ({f for told in report for f in told.features if f[0] in "@#"} for report in (one, other))
    fewer = min(len(named), len(other_named))
    return not fewer or len(named & other_named) >= SHARED_NAMES * fewer


def told_by(report: Report) -> tuple[Told, ...]:
    """Return what each sentence of a report tells; headline, captions and boilerplate are left out."""
    ranges = [
        sentence
        for passage in report.passages
        if passage.role in _TELLING
        for sentence in split_sentences(report.text, passage.range.start, passage.range.end)
    ]
    small = _small_words()
    told = (Told(place, _features(place.of(report.text), small)) for place in ranges)
    return tuple(sentence for sentence in told if sentence.features)


def _features(sentence: str, small: frozenset[str]) -> frozenset[str]:
    found = set()
    for number, match in enumerate(_WORD.finditer(sentence)):
        word = match.group()
        folded = word.casefold()
        if folded in small:
            continue
        if any(c.isdigit() for c in word):
            found.add(f"#{folded.replace(',', '')}")
        elif word[0].isupper() and (number or word.isupper()):
            found.add(f"@{folded[:_STEM]}")
        elif len(word) > _SMALL_WORD:
            found.add(folded[:_STEM])
    return frozenset(found)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load_table("small_words")["words"])


def in_one_order(one: Sequence[Told], other: Sequence[Told]) -> list[tuple[int, int, float]]:
    """Return the pairs of sentences that are alike, in the order of both reports, of the greatest total likeness."""
    weights = _weights(one, other)
    likeness = [[_likeness(a, b, weights) for b in other] for a in one]
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            alike = likeness[i][j]
            both = best[i + 1][j + 1] + alike if alike >= ALIKE else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(one) and j < len(other):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j, likeness[i][j]))
            i, j = i + 1, j + 1
    return pairs


def _weights(one: Sequence[Told], other: Sequence[Told]) -> dict[str, float]:
    """Return what each feature tells: the more, the fewer sentences have it; the event's own words tell little."""
    seen = Counter(feature for told in (*one, *other) for feature in told.features)
    size = len(one) + len(other)
    kinds = {"@": _NAME, "#": _FIGURE}
    return {f: kinds.get(f[0], _PLAIN) * math.log(1 + size / count) for f, count in seen.items()}


def _likeness(one: Told, other: Told, weights: dict[str, float]) -> float:
    """Return the weight of what two sentences share as a share of what the two tell, from 0 to 1 (Dice, 1945)."""
    shared = math.fsum(weights[f] for f in sorted(one.features & other.features))
    total = math.fsum(weights[f] for f in sorted(one.features)) + math.fsum(weights[f] for f in sorted(other.features))
    return 2 * shared / total if total else 0.0
