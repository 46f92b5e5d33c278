"""Statements that one report alone makes: sentences that tell much which no other report has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.coreference.terms import Reading
from rashomon.model import About, Answer, Claim, Phrase, Topic
from rashomon.settings import Settings

PLAIN_WORDS = 1  # words of its own that a sentence without value or name of its own must have beyond `sole_words`


def sole_topics(
    readings: tuple[Reading, ...],
    matched: Iterable[tuple[int, int, float]],
    settings: Settings,
) -> Iterator[Topic]:
    """Yield one topic for each sentence that tells an act with words of its own and is not told elsewhere.

    `matched` gives the pairs of sentences and what their shared words tell; a sentence is told elsewhere where that is
    `settings.sole_cosine` of the whole. Words of its own are those that no sentence shares
    with it that is alike.
    """
    covered: dict[int, float] = defaultdict(float)
    shared: dict[int, set[str]] = defaultdict(set)
    for i, j, told in matched:
        covered[i], covered[j] = max(covered[i], told), max(covered[j], told)
        both = {w.key for w in readings[i].words} & {w.key for w in readings[j].words}
        shared[i] |= both
        shared[j] |= both
    for i, reading in enumerate(readings):
        whole = sum(reading.squares[key] for key in {w.key for w in reading.words})
        own = {w.key for w in reading.words} - shared[i]
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
    words = " ".join(range_.of(reading.text).split())
    claim = Claim(Phrase(words), About(), report=reading.report, evidence=range_, sentence=range_)
    return Topic("sole", words, (Answer((claim,)),), "nothing alike elsewhere")
