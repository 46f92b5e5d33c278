"""Statements in quite other words: sentences that mean nearly the same by the optional sentence model.

Only where the user asks for it. Likeness of meaning proposes; numbers, times and denials rule as for like words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from rashomon.coreference.event import Event
from rashomon.coreference.sameness import says_the_same
from rashomon.coreference.terms import Reading
from rashomon.extract.spans import phrase_claim
from rashomon.lang.meaning import DIGITS, Meaning, load_meaning
from rashomon.model import Answer, Claim, Topic

Link = tuple[float, int, int]  # how alike, and the numbers of two sentences


def meaning_topics(event: Event, meaning: Meaning | None = None) -> Iterator[Topic]:
    """Yield a topic for sentences of several reports that mean the same and are not alike in words; surest first.

    `meaning` is the sentence model, loaded where it is not given. Raises `InstallError` where it is not installed.
    """
    alike = event.similar
    readings = alike.readings
    told = {(a.first, a.second) for a in alike.likenesses if a.match.strength >= event.settings.alike_strength}
    links = [
        link
        for link in _links(readings, meaning or load_meaning(), event.settings.meaning_likeness)
        if link[1:] not in told and says_the_same(*((readings[n], _whole(readings[n])) for n in link[1:]))
    ]
    for sure, numbers in _grouped(links, readings):
        claims = tuple(_claim(readings[n]) for n in numbers)
        about = min((_words(readings[n]) for n in numbers), key=lambda words: (len(words), words))
        yield Topic("statement", about, (Answer(claims),), "alike in meaning", sure)


def _links(readings: tuple[Reading, ...], meaning: Meaning, least: float) -> list[Link]:
    """Return the pairs of sentences of two reports, each the likest of its report to the other, best first."""
    if not readings:
        return []
    texts = [_words(reading) for reading in readings]
    vectors = meaning.vectors(texts)
    likenesses = np.round(np.stack([vectors[text] for text in texts]) @ np.stack([vectors[t] for t in texts]).T, DIGITS)
    best: dict[tuple[int, str], tuple[float, int]] = {}
    near = [(int(i), int(j)) for i, j in np.argwhere(likenesses >= least) if readings[i].report != readings[j].report]
    for i, j in near:
        key = (i, readings[j].report)
        best[key] = max(best.get(key, (0.0, 0)), (float(likenesses[i, j]), -j))
    mutual = {(i, -j) for (i, _), (_, j) in best.items()}
    found = [(float(likenesses[i, j]), i, j) for i, j in mutual if i < j and (j, i) in mutual]
    return sorted(found, key=lambda link: (-link[0], link[1:]))


def _grouped(links: list[Link], readings: tuple[Reading, ...]) -> list[tuple[float, tuple[int, ...]]]:
    """Return groups of linked sentences, one of each report at the most, with the likeness of their surest pair."""
    home: dict[int, int] = {}
    groups: dict[int, list[int]] = defaultdict(list)
    sure: dict[int, float] = {}
    for value, i, j in links:
        ours, theirs = home.get(i), home.get(j)
        if ours is None and theirs is None:
            number = len(sure)
            groups[number], sure[number] = [i, j], value
            home[i] = home[j] = number
        elif ours is None or theirs is None:
            number, new = (theirs or 0, i) if ours is None else (ours, j)
            if readings[new].report not in {readings[n].report for n in groups[number]}:
                groups[number].append(new)
                home[new] = number
    return [(sure[number], tuple(sorted(group))) for number, group in groups.items()]


def _whole(reading: Reading) -> tuple[int, int]:
    return 0, len(reading.sentence.tokens)


def _words(reading: Reading) -> str:
    return " ".join(reading.sentence.range.of(reading.text).split())


def _claim(reading: Reading) -> Claim:
    range_ = reading.sentence.range
    return phrase_claim(reading.report, reading.text, range_, range_)
