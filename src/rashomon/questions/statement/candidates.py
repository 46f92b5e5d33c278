"""Statements that several reports make alike: stretches of their sentences that say the same.

Sentences with telling words in common are held side by side, the best matches are taken first, and no words stand in
two statements. A statement is words that agree: values at odds in or beside them, or a denial on one side, rule it out,
and each report is shown with no more than what all of them say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush

from rashomon import tables
from rashomon.coreference.event import Event
from rashomon.coreference.sameness import apart_beside, says_the_same, states
from rashomon.coreference.similar_sentences import Likeness
from rashomon.coreference.stretches import LEAST_WORDS, Stretch, best_match
from rashomon.coreference.terms import Reading
from rashomon.extract.spans import phrase_claim
from rashomon.model import Answer, Claim, Phrase, Topic
from rashomon.questions.statement.core import Statement, joined, narrowed, stated
from rashomon.questions.statement.meanings import meaning_topics
from rashomon.questions.statement.soles import sole_topics

_THRESHOLDS = tables.thresholds("rashomon.questions.statement")

TRIES = _THRESHOLDS.integer("tries")
LEAST_LEFT = _THRESHOLDS.integer("least_left")
BRIEF = _THRESHOLDS.integer("brief")
BRIEF_STRENGTH = _THRESHOLDS.number("brief_strength")
OPENING = frozenset({"det", "aux", "aux:pass", "case", "amod", "compound", "nummod", "nmod:poss", "mark"})
LEADING_ON = frozenset({"det", "case", "amod", "compound", "nummod", "nmod:poss", "advmod"})
FARTHEST_HEAD = _THRESHOLDS.integer("farthest_head")


def statement_topics(event: Event) -> Iterator[Topic]:
    """Yield the topics of statements: those that several reports make alike, then those that one report alone makes,
    then those that mean alike, where the user asks for the sentence model."""
    meant = tuple(meaning_topics(event)) if event.settings.meaning else ()
    told = [claim for topic in meant for a in topic.answers for claim in a.claims]
    for topic in _in_like_words(event):
        first = topic.answers[0].claims[0]
        if topic.kind != "sole" or not any(
            c.report == first.report and c.evidence.overlaps(first.evidence) for c in told
        ):
            yield topic
    yield from meant


def _in_like_words(event: Event) -> Iterator[Topic]:
    alike = event.similar
    readings, likenesses = alike.readings, alike.likenesses
    strong = [a for a in likenesses if a.match.strength >= event.settings.alike_strength]
    for group in _grouped(readings, strong, event.settings.alike_strength):
        members = sorted(group.members, key=lambda m: (readings[m[0]].report, readings[m[0]].sentence.range, m[1]))
        claims = tuple(_claim(readings[i], narrowed(readings[i], stretch, group.core)) for i, stretch in members)
        if not _says_little(claims, group.strength):
            yield Topic("statement", _phrase(claims), (Answer(claims),), "alike in words", _sure(group.strength))
    yield from sole_topics(readings, event.settings)


def _grouped(readings: tuple[Reading, ...], likenesses: list[Likeness], least: float) -> list[Statement]:
    """Return the groups of matching stretches, strongest first.

    Each match founds a group, or joins its other half; where the words that other groups show hold it up, or a value at
    odds beside it, what is left of the two sentences is matched again.
    """
    groups: dict[int, Statement] = {}
    homes: dict[int, list[tuple[Stretch, int]]] = defaultdict(list)
    waiting = [(-a.match.strength, a.first, a.second, 0, a.match) for a in likenesses]
    heapify(waiting)
    while waiting:
        _, i, j, tries, match = heappop(waiting)
        one, other = (i, match.first), (j, match.second)
        shown = tuple(_shown(readings[k], homes[k], groups) for k in (i, j))
        first, second = (_home(taken, member[1]) for taken, member in zip(shown, (one, other), strict=True))
        if first is None and second is None:
            ours, theirs = ((readings[k], stretch) for k, stretch in (one, other))
            if states(ours, theirs, match) and says_the_same(ours, theirs):
                number = len(groups)
                groups[number] = stated(one, other, match)
                homes[i].append((match.first, number))
                homes[j].append((match.second, number))
                continue
            taken, fewest = apart_beside(ours, theirs), LEAST_LEFT
        else:
            if first is None or second is None:
                number, newcomer = (second or 0, one) if first is None else (first, other)
                if (grown := joined(groups[number], newcomer, match, readings)) is not None:
                    groups[number] = grown
                    homes[newcomer[0]].append((newcomer[1], number))
                    continue
            taken, fewest = (_tokens(shown[0]), _tokens(shown[1])), LEAST_WORDS
        if tries < TRIES and any(taken):
            rest = best_match(readings[i], readings[j], taken)
            if rest is not None and rest.strength >= least and len(rest.shared) >= fewest:
                heappush(waiting, (-rest.strength, i, j, tries + 1, rest))
    return list(groups.values())


def _shown(
    reading: Reading, taken: list[tuple[Stretch, int]], groups: Mapping[int, Statement]
) -> list[tuple[Stretch, int]]:
    """Return the stretches of a sentence that its groups show: the rest of what they hold is free for another."""
    return [(narrowed(reading, stretch, groups[number].core), number) for stretch, number in taken]


def _tokens(taken: list[tuple[Stretch, int]]) -> frozenset[int]:
    return frozenset(at for (low, high), _ in taken for at in range(low, high))


def _home(taken: list[tuple[Stretch, int]], stretch: Stretch) -> int | None:
    """Return the number of the group that has words of this stretch already, or None."""
    return next((number for (low, high), number in taken if low < stretch[1] and stretch[0] < high), None)


def _whole_words(reading: Reading, stretch: Stretch) -> Stretch:
    """Return the stretch with the small words that open its first phrase and the noun that ends its last."""
    tokens = reading.sentence.tokens
    low, high = stretch
    head = tokens[high - 1].head
    if tokens[high - 1].dep in LEADING_ON and high <= head < high + FARTHEST_HEAD:
        high = head + 1
    while low > 0 and tokens[low - 1].dep in OPENING and low <= tokens[low - 1].head < high:
        low -= 1
    return low, high


def _claim(reading: Reading, stretch: Stretch) -> Claim:
    evidence = reading.range_of(*_whole_words(reading, stretch))
    return phrase_claim(reading.report, reading.text, evidence, reading.sentence.range)


def _phrase(claims: tuple[Claim, ...]) -> str:
    """Return the statement as the report puts it that needs the fewest words."""
    return min((c.value.words for c in claims if isinstance(c.value, Phrase)), key=lambda words: (len(words), words))


def _says_little(claims: tuple[Claim, ...], strength: float) -> bool:
    """Say whether two reports alone have these words in common, and one of them needs next to none to say them."""
    least = min(len(c.value.words.split()) for c in claims if isinstance(c.value, Phrase))
    alone = len({c.report for c in claims}) == 2
    return alone and (least < BRIEF or (least == BRIEF and strength < BRIEF_STRENGTH))


def _sure(strength: float) -> float:
    """Return how sure an agreement is, 0 to 1: it grows with the strength of its match."""
    return strength / (strength + 1)
