"""Statements that several reports make alike: stretches of their sentences that say the same.

Sentences with telling words in common are held side by side, the best matches are taken first, and no words stand in
two statements. A statement is words that agree: values at odds in or beside them, or a denial on one side, rule it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from rashomon.align.event import Event
from rashomon.align.likenesses import Alike, Likeness, alike_sentences
from rashomon.align.readings import Reading, Word
from rashomon.align.soles import sole_topics
from rashomon.align.stretches import Match, Stretch, at_odds, best_match
from rashomon.model import About, Answer, Claim, Phrase, Topic

FEW_WORDS = 3  # shared words, a verb here and a noun there among them: no more than these state nothing
TRIES = 1  # how often what is left of two sentences is matched again
BESIDE = 4  # tokens: a value this near belongs to the statement
DENIAL_BEFORE = 2  # tokens: a denial stands shortly before what it denies
OPENING = frozenset({"det", "aux", "aux:pass", "case", "amod", "compound", "nummod", "nmod:poss", "mark"})
LEADING_ON = frozenset({"det", "case", "amod", "compound", "nummod", "nmod:poss", "advmod"})
FARTHEST_HEAD = 3  # tokens: how far right the noun of a trailing number or adjective is looked for


@dataclass(frozen=True, slots=True)
class _Group:
    """Stretches of several reports that make one statement; `core` are the words that the first two have in common."""

    members: tuple[tuple[int, Stretch], ...]
    core: frozenset[str]
    strength: float


def statement_topics(event: Event, known: Alike | None = None) -> Iterator[Topic]:
    """Yield the topics of statements: those that several reports make alike, then those that one report alone makes.

    `known` are the event's like sentences, where they have been found already.
    """
    alike = known or alike_sentences(event)
    readings, squares, likenesses = alike.readings, alike.squares, alike.likenesses
    strong = [a for a in likenesses if a.match.strength >= event.settings.alike_strength]
    for group in _grouped(readings, squares, strong, event.settings.alike_strength):
        members = sorted(group.members, key=lambda m: (readings[m[0]].report, readings[m[0]].sentence.range, m[1]))
        claims = tuple(_claim(readings[i], _whole_words(readings[i], stretch)) for i, stretch in members)
        yield Topic("statement", _phrase(claims), (Answer(claims),), "alike in words", _sure(group.strength))
    yield from sole_topics(readings, squares, [(a.first, a.second, a.match.told) for a in likenesses], event.settings)


def _grouped(
    readings: tuple[Reading, ...], squares: Mapping[str, float], likenesses: list[Likeness], least: float
) -> list[_Group]:
    """Return the groups of matching stretches, strongest first.

    Each match founds a group, or joins its other half; where its words stand in other groups, what is left of the two
    sentences is matched again.
    """
    groups: dict[int, _Group] = {}
    homes: dict[int, list[tuple[Stretch, int]]] = defaultdict(list)
    waiting = [(-a.match.strength, a.first, a.second, 0, a.match) for a in likenesses]
    heapify(waiting)
    while waiting:
        _, i, j, tries, match = heappop(waiting)
        one, other = (i, match.first), (j, match.second)
        first, second = (_home(homes[k], stretch) for k, stretch in (one, other))
        if first is not None and first == second:
            continue
        if first is None and second is None:
            if _states(readings, one, other, match) and _says_the_same(readings, one, other):
                number = len(groups)
                groups[number] = _Group((one, other), match.shared, match.strength)
                for k, stretch in (one, other):
                    homes[k].append((stretch, number))
            continue
        if first is None or second is None:
            number, newcomer = (second or 0, one) if first is None else (first, other)
            if _joins(readings, squares, groups[number], newcomer):
                groups[number] = replace(groups[number], members=(*groups[number].members, newcomer))
                homes[newcomer[0]].append((newcomer[1], number))
                continue
        if tries < TRIES:
            taken = (_tokens(homes[i]), _tokens(homes[j]))
            rest = best_match(readings[i], readings[j], squares, taken)
            if rest is not None and rest.strength >= least:
                heappush(waiting, (-rest.strength, i, j, tries + 1, rest))
    return list(groups.values())


def _tokens(taken: list[tuple[Stretch, int]]) -> frozenset[int]:
    return frozenset(at for (low, high), _ in taken for at in range(low, high))


def _home(taken: list[tuple[Stretch, int]], stretch: Stretch) -> int | None:
    """Return the number of the group that has words of this stretch already, or None."""
    return next((number for (low, high), number in taken if low < stretch[1] and stretch[0] < high), None)


def _states(readings: tuple[Reading, ...], one: tuple[int, Stretch], other: tuple[int, Stretch], match: Match) -> bool:
    """Say whether an act that the shared words name is one in both, or enough other words are shared.

    A verb here and a noun there ("shot his co-workers", "after the shooting") tell little alone, a date or an amount
    and nothing beside it tells nothing.
    """
    acts = []
    for i, (low, high) in (one, other):
        words = [w for w in readings[i].words if low <= w.at < high and w.key in match.shared]
        if all(_is_of_value(readings[i], word) for word in words):
            return False
        acts.append(any(word.part == "v" for word in words))
    return acts[0] == acts[1] or len(match.shared) > FEW_WORDS


def _is_of_value(reading: Reading, word: Word) -> bool:
    """Say whether a word belongs to an amount or a time of its sentence."""
    return any(g.low <= word.at < g.high for g in reading.given)


def _says_the_same(readings: tuple[Reading, ...], one: tuple[int, Stretch], other: tuple[int, Stretch]) -> bool:
    """Say whether no value in or beside the stretches is at odds, both or neither deny, and one is one in both."""
    first, second = readings[one[0]], readings[other[0]]
    if _denies(first, one[1]) != _denies(second, other[1]):
        return False
    ours, theirs = (_counted(readings[i], stretch) for i, stretch in (one, other))
    if any(theirs.get(key, many) != many for key, many in ours.items()):
        return False
    return not at_odds(first, _widened(one[1]), second, _widened(other[1]))[0]


def _counted(reading: Reading, stretch: Stretch) -> dict[str, bool]:
    """Return which nouns of the stretch are told as several things, and which as one."""
    return {w.key: w.many for w in reading.words if stretch[0] <= w.at < stretch[1] and w.many is not None}


def _widened(stretch: Stretch) -> Stretch:
    return stretch[0] - BESIDE, stretch[1] + BESIDE


def _denies(reading: Reading, stretch: Stretch) -> bool:
    return any(stretch[0] - DENIAL_BEFORE <= at < stretch[1] for at in reading.denials)


def _joins(
    readings: tuple[Reading, ...], squares: Mapping[str, float], group: _Group, newcomer: tuple[int, Stretch]
) -> bool:
    """Say whether a stretch has most of what the group's first two share, and nothing at odds with a member."""
    reading, (low, high) = readings[newcomer[0]], newcomer[1]
    held = {w.key for w in reading.words if low <= w.at < high} & group.core
    if sum(squares[k] for k in held) < sum(squares[k] for k in group.core) / 2:
        return False
    return all(_says_the_same(readings, newcomer, member) for member in group.members)


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
    evidence = reading.range_of(*stretch)
    words = " ".join(evidence.of(reading.text).split())
    return Claim(Phrase(words), About(), report=reading.report, evidence=evidence, sentence=reading.sentence.range)


def _phrase(claims: tuple[Claim, ...]) -> str:
    """Return the statement as the report puts it that needs the fewest words."""
    return min((c.value.words for c in claims if isinstance(c.value, Phrase)), key=lambda words: (len(words), words))


def _sure(strength: float) -> float:
    """Return how sure an agreement is, 0 to 1: it grows with the strength of its match."""
    return strength / (strength + 1)
