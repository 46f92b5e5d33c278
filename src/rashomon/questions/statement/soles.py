"""Statements that one report alone makes: sentences that tell much which no other report has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon import tables
from rashomon.coreference.terms import Reading
from rashomon.extract.spans import phrase_claim
from rashomon.model import Answer, Topic
from rashomon.settings import Settings

_THRESHOLDS = tables.thresholds("rashomon.questions.statement")

PLAIN_WORDS = _THRESHOLDS.integer("plain_words")


def sole_topics(
    readings: tuple[Reading, ...],
    matched: Iterable[tuple[int, int, float]],
    settings: Settings,
) -> Iterator[Topic]:
    """Yield one topic for each sentence that tells an act with words of its own and is not told elsewhere.

    `matched` gives the pairs of sentences and what their shared words tell; a sentence is told elsewhere where that is
    `settings.sole_cosine` of the whole. Words of its own are those that stand in no other report.
    """
    covered: dict[int, float] = defaultdict(float)
    for i, j, told in matched:
        covered[i], covered[j] = max(covered[i], told), max(covered[j], told)
    reports: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for word in reading.words:
            reports[word.key].add(reading.report)
    for i, reading in enumerate(readings):
        whole = sum(reading.squares[key] for key in {w.key for w in reading.words})
        own = {w.key for w in reading.words if len(reports[w.key]) == 1}
        if covered[i] < settings.sole_cosine * whole and _is_substantial(reading, own, settings.sole_words):
            yield _topic(reading)


def _is_substantial(reading: Reading, own: set[str], least: int) -> bool:
    """Say whether the sentence tells an act and has words of its own: fewer with a value or name."""
    if not any(w.part == "v" for w in reading.words):
        return False
    firm = reading.given or any(key.startswith(("#", "@")) for key in own)
    return len(own) >= (least if firm else least + PLAIN_WORDS)


def _topic(reading: Reading) -> Topic:
    range_ = reading.sentence.range
    claim = phrase_claim(reading.report, reading.text, range_, range_)
    words = " ".join(range_.of(reading.text).split())
    return Topic("sole", words, (Answer((claim,)),), "nothing alike elsewhere")
