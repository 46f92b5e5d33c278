"""Statements that one report alone makes: sentences that tell much which no other report has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rashomon.align.readings import Reading
from rashomon.model import About, Answer, Claim, Phrase, Topic
from rashomon.settings import Settings


def sole_topics(
    readings: tuple[Reading, ...],
    squares: Mapping[str, float],
    matched: Iterable[tuple[int, int, float]],
    settings: Settings,
) -> Iterator[Topic]:
    """Yield one topic for each sentence that no other report has most of.

    `matched` gives the pairs of sentences and what their shared words tell.
    """
    covered: dict[int, float] = defaultdict(float)
    for i, j, told in matched:
        covered[i], covered[j] = max(covered[i], told), max(covered[j], told)
    for i, reading in enumerate(readings):
        keys = {w.key for w in reading.words}
        whole = sum(squares[key] for key in keys)
        if len(keys) >= settings.sole_words and covered[i] < settings.sole_cosine * whole:
            words = " ".join(reading.sentence.range.of(reading.text).split())
            range_ = reading.sentence.range
            claim = Claim(Phrase(words), About(), report=reading.report, evidence=range_, sentence=range_)
            yield Topic("sole", words, (Answer((claim,)),), "nothing alike elsewhere", 1.0)
