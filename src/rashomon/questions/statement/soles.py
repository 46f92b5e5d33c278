"""Facts that one report alone tells: clauses that no sentence of another report is like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon import tables
from rashomon.coreference.terms import Reading
from rashomon.extract.spans import phrase_claim
from rashomon.lang.tree import VERBAL
from rashomon.model import Answer, Topic
from rashomon.settings import Settings
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.statement")

FEWEST_WORDS = _THRESHOLDS.integer("fewest_words")
LONGEST_RUN = _THRESHOLDS.integer("longest_run")


def sole_topics(readings: tuple[Reading, ...], settings: Settings) -> Iterator[Topic]:
    """Yield one topic for each clause that one report alone tells; short neighbours are shown as one.

    A clause is told elsewhere where one sentence of another report has `settings.sole_cosine` of what its words tell
    (the sum of their squared weights), and tells nothing new with fewer than `settings.sole_words` words that no other
    report has. A sentence without a verb tells nothing.
    """
    holders = _holders(readings)
    for reading in filter(_tells_an_act, readings):
        alone = [clause for clause in reading.clauses if _is_sole(reading, clause, (readings, holders), settings)]
        for run in _runs(reading.clauses, alone):
            yield _topic(reading, run)


def _tells_an_act(reading: Reading) -> bool:
    """Say whether a sentence has a verb: a line without one is a credit, a heading or an address."""
    return any(token.pos in VERBAL for token in reading.sentence.tokens)


def _holders(readings: tuple[Reading, ...]) -> Mapping[str, Sequence[int]]:
    """Return for each term the numbers of the readings that have it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        for key in {word.key for word in reading.words}:
            found[key].append(number)
    return found


def _is_sole(
    reading: Reading,
    clause: Range,
    among: tuple[tuple[Reading, ...], Mapping[str, Sequence[int]]],
    settings: Settings,
) -> bool:
    readings, holders = among
    keys = sorted({word.key for word in reading.words_in(clause)})
    told: dict[int, float] = defaultdict(float)
    own = 0
    for key in keys:
        others = [number for number in holders[key] if readings[number].report != reading.report]
        own += not others
        for number in others:
            told[number] += reading.squares[key]
    whole = sum(reading.squares[key] for key in keys)
    news = len(keys) >= FEWEST_WORDS and own >= settings.sole_words
    return news and max(told.values(), default=0.0) < settings.sole_cosine * whole


def _runs(clauses: tuple[Range, ...], alone: Sequence[Range]) -> Iterator[Range]:
    """Yield the clauses `alone`, those that stand side by side as one where it is no longer than `LONGEST_RUN`."""
    place = {clause: number for number, clause in enumerate(clauses)}
    run: list[Range] = []
    for clause in alone:
        if run and (place[clause] > place[run[-1]] + 1 or clause.end - run[0].start > LONGEST_RUN):
            yield Range(run[0].start, run[-1].end)
            run = []
        run.append(clause)
    if run:
        yield Range(run[0].start, run[-1].end)


def _topic(reading: Reading, range_: Range) -> Topic:
    claim = phrase_claim(reading.report, reading.text, range_, reading.sentence.range)
    words = " ".join(range_.of(reading.text).split())
    return Topic("sole", words, (Answer((claim,)),), "nothing alike elsewhere")
