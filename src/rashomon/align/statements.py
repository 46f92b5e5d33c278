"""Statements that several reports make alike, and sentences that one report alone has.

Statements are clauses and noun phrases; two are alike by the cosine of their telling words, weighted within the event.
The best pairs are taken first, and no words are used twice between the same two reports.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.align.event import Event, Weights, content_words
from rashomon.model import About, Account, Answer, Claim, Mention, Period, Phrase, Quantity, Sentence, Topic
from rashomon.settings import Settings
from rashomon.text import Range

KEY_WORDS = 4  # a statement is looked up by its most telling words; others only add to the cosine
COMMON = 200  # statements that share one word: beyond this the word finds nothing in particular


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause or phrase of one report with its telling words, its values, and whether it denies and whether it tells an act."""

    report: str
    range: Range
    sentence: Range
    words: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    denies: bool
    acts: bool
    text: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two statements of different reports and how alike they are, 0 to 1."""

    first: Statement
    second: Statement
    cosine: float


def statements_in(account: Account) -> tuple[Statement, ...]:
    """Return the statements of one account that hold at least two telling words, in text order."""
    starts = [s.range.start for s in account.sentences]
    found = []
    for range_ in account.statements:
        sentence = account.sentences[bisect_left(starts, range_.start + 1) - 1]
        if len(words := _words(sentence, range_)) >= 2:
            found.append(_statement(account, sentence, range_, words))
    return tuple(found)


def alike(event: Event) -> tuple[Likeness, ...]:
    """Return the pairs of statements of different reports that are alike, most alike first."""
    statements = tuple(s for a in event.accounts for s in statements_in(a))
    weights = event.weights
    by_word: dict[str, list[int]] = defaultdict(list)
    for i, statement in enumerate(statements):
        for word in sorted(statement.words, key=lambda w: (-weights.weight(w), w))[:KEY_WORDS]:
            by_word[word].append(i)
    near = {
        (i, j)
        for places in by_word.values()
        if len(places) <= COMMON
        for at, i in enumerate(places)
        for j in places[at + 1 :]
        if statements[i].report != statements[j].report
    }
    found = []
    for i, j in sorted(near):
        cosine = weights.cosine(statements[i].words, statements[j].words)
        if cosine >= event.settings.alike_cosine:
            found.append(Likeness(statements[i], statements[j], cosine))
    return tuple(sorted(found, key=lambda a: (-_strength(a, weights), a.first.report, a.first.range, a.second.report, a.second.range)))


def statement_topics(event: Event) -> Iterator[Topic]:
    """Yield the topics of statements: those that several reports make alike, then those that one report alone makes."""
    likenesses = alike(event)
    yield from _agreements(event, likenesses)
    yield from _soles(event, likenesses)


def _agreements(event: Event, likenesses: tuple[Likeness, ...]) -> Iterator[Topic]:
    """Yield one topic for each statement that two or more reports make alike, values included."""
    weights, settings = event.weights, event.settings
    chosen = list(_chosen([a for a in likenesses if _says_the_same(a, weights, settings)]))
    for group in _grouped(chosen, settings.alike_cosine, weights):
        members = sorted(group, key=lambda s: (s.report, s.range))
        sure = weights.cosine(group[0].words, group[1].words)
        yield Topic("statement", group[0].text, (Answer(tuple(_claim(s) for s in members)),), "alike in words", sure)


def _says_the_same(likeness: Likeness, weights: Weights, settings: Settings) -> bool:
    """Say whether both state something telling, with the same values and the same polarity."""
    one, other = likeness.first, likeness.second
    told = sum(weights.weight(word) for word in one.words & other.words)
    least = settings.telling_act if one.acts and other.acts else settings.telling_phrase
    return told >= least and not _at_odds(one.numbers, other.numbers) and one.denies == other.denies


def _at_odds(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Say whether both give values of one dimension and share none of them; one that is silent is not at odds."""
    for dimension in {d for d, _ in one} & {d for d, _ in other}:
        if not {v for d, v in one if d == dimension} & {v for d, v in other if d == dimension}:
            return True
    return False


def _soles(event: Event, likenesses: tuple[Likeness, ...]) -> Iterator[Topic]:
    """Yield one topic for each sentence that no other report has anything like."""
    best: dict[tuple[str, Range], float] = defaultdict(float)
    for a in likenesses:
        for s in (a.first, a.second):
            share = a.cosine if s.range == s.sentence else a.cosine * len(s.range) / len(s.sentence)
            best[s.report, s.sentence] = max(best[s.report, s.sentence], share)
    for account in event.accounts:
        for sentence in account.sentences:
            words = content_words(sentence.tokens)
            if len(words) >= event.settings.sole_words and best[account.report.id, sentence.range] < event.settings.sole_cosine:
                statement = _statement(account, sentence, sentence.range, words)
                yield Topic("sole", statement.text, (Answer((_claim(statement),)),), "nothing alike elsewhere", 1.0)


def _statement(account: Account, sentence: Sentence, range_: Range, words: frozenset[str]) -> Statement:
    inside = [m for m in account.mentions if range_.contains(m.range) and isinstance(m.value, Quantity | Period)]
    denies = any(t.lemma.lower() in {"not", "no", "never", "deny", "without", "none"} for t in sentence.tokens if range_.start <= t.start < range_.end)
    acts = any(t.pos == "VERB" for t in sentence.tokens if range_.start <= t.start < range_.end)
    text = " ".join(range_.of(account.report.text).split())
    return Statement(account.report.id, range_, sentence.range, words, frozenset(map(_value, inside)), denies, acts, text)


def _value(mention: Mention) -> tuple[str, str]:
    """Return the dimension of a quantity or time, and its value as one string."""
    value = mention.value
    if isinstance(value, Quantity):
        return value.dimension, f"{value.low} {value.high} {value.unit}"
    return ("time", value.timex) if isinstance(value, Period) else ("", "")


def _words(sentence: Sentence, range_: Range) -> frozenset[str]:
    return content_words(t for t in sentence.tokens if range_.start <= t.start < range_.end)


def _strength(likeness: Likeness, weights: Weights) -> float:
    """Return what a pair is worth: how alike it is, times how much it says."""
    return likeness.cosine * weights.total(likeness.first.words & likeness.second.words) ** 0.5


def _chosen(likenesses: list[Likeness]) -> Iterator[Likeness]:
    """Yield the pairs whose words no stronger pair of the same two reports has used."""
    used: dict[tuple[str, str], list[Range]] = defaultdict(list)
    for a in likenesses:
        first, second = used[a.first.report, a.second.report], used[a.second.report, a.first.report]
        if not any(r.overlaps(a.first.range) for r in first) and not any(r.overlaps(a.second.range) for r in second):
            first.append(a.first.range)
            second.append(a.second.range)
            yield a


def _grouped(chosen: list[Likeness], least: float, weights: Weights) -> list[list[Statement]]:
    """Return groups of statements around the first of the strongest pair: each is alike to that one, not only to a neighbour."""
    home: dict[tuple[str, Range], int] = {}
    groups: list[list[Statement]] = []
    for a in chosen:
        first, second = (home.get((s.report, s.range)) for s in (a.first, a.second))
        if first is None and second is None:
            home[a.first.report, a.first.range] = home[a.second.report, a.second.range] = len(groups)
            groups.append([a.first, a.second])
        elif first is None or second is None:
            number = first if first is not None else second
            newcomer = a.second if first is not None else a.first
            if number is not None and weights.cosine(groups[number][0].words, newcomer.words) >= least:
                home[newcomer.report, newcomer.range] = number
                groups[number].append(newcomer)
    return groups


def _claim(statement: Statement) -> Claim:
    return Claim(
        value=Phrase(statement.text),
        about=About(),
        report=statement.report,
        evidence=statement.range,
        sentence=statement.sentence,
    )
