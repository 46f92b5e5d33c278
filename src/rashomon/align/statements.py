"""Statements that several reports make alike, and sentences that one report alone has.

Statements are clauses and noun phrases; two are alike by the cosine of their telling words, weighted within the event.
The best pairs are taken first, and no words are used twice between the same two reports.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.align.event import Weights, content_words
from rashomon.model import About, Account, Answer, Claim, Mention, Period, Phrase, Quantity, Sentence, Topic
from rashomon.settings import Settings
from rashomon.text import Range

KEY_WORDS = 4  # a statement is looked up by its most telling words; others only add to the cosine
COMMON = 200  # statements that share one word: beyond this the word finds nothing in particular


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause or phrase of one report with its telling words, its values, and whether it denies something."""

    report: str
    range: Range
    sentence: Range
    words: frozenset[str]
    numbers: frozenset[str]
    denies: bool
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


def alike(statements: tuple[Statement, ...], weights: Weights, settings: Settings) -> tuple[Likeness, ...]:
    """Return the pairs of statements of different reports that are alike, most alike first."""
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
        if cosine >= settings.alike_cosine:
            found.append(Likeness(statements[i], statements[j], cosine))
    return tuple(sorted(found, key=lambda a: (-_strength(a, weights), a.first.report, a.first.range, a.second.report, a.second.range)))


def agreement_topics(likenesses: tuple[Likeness, ...], settings: Settings) -> Iterator[Topic]:
    """Yield one topic for each statement that two or more reports make alike, values included."""
    chosen = [a for a in _chosen(likenesses) if a.first.numbers == a.second.numbers and a.first.denies == a.second.denies]
    for group in _grouped(chosen):
        members = sorted({s for a in group for s in (a.first, a.second)}, key=lambda s: (s.report, s.range))
        best = max(group, key=lambda a: a.cosine)
        yield Topic("statement", best.first.text, (Answer(tuple(_claim(s) for s in members)),), "alike in words", best.cosine)


def sole_topics(
    accounts: tuple[Account, ...], likenesses: tuple[Likeness, ...], weights: Weights, settings: Settings
) -> Iterator[Topic]:
    """Yield one topic for each sentence that no other report has anything like."""
    best: dict[tuple[str, Range], float] = defaultdict(float)
    for a in likenesses:
        for s in (a.first, a.second):
            share = a.cosine if s.range == s.sentence else a.cosine * len(s.range) / len(s.sentence)
            best[s.report, s.sentence] = max(best[s.report, s.sentence], share)
    for account in accounts:
        for sentence in account.sentences:
            words = content_words(sentence.tokens)
            if len(words) >= settings.sole_words and best[account.report.id, sentence.range] < settings.sole_cosine:
                statement = _statement(account, sentence, sentence.range, words)
                yield Topic("sole", statement.text, (Answer((_claim(statement),)),), "nothing alike elsewhere", 1.0)


def _statement(account: Account, sentence: Sentence, range_: Range, words: frozenset[str]) -> Statement:
    inside = [m for m in account.mentions if range_.contains(m.range) and isinstance(m.value, Quantity | Period)]
    denies = any(t.lemma.lower() in {"not", "no", "never", "deny", "without", "none"} for t in sentence.tokens if range_.start <= t.start < range_.end)
    text = " ".join(range_.of(account.report.text).split())
    return Statement(account.report.id, range_, sentence.range, words, frozenset(map(_value, inside)), denies, text)


def _value(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Quantity):
        return f"{value.low} {value.high} {value.unit}"
    return value.timex if isinstance(value, Period) else ""


def _words(sentence: Sentence, range_: Range) -> frozenset[str]:
    return content_words(t for t in sentence.tokens if range_.start <= t.start < range_.end)


def _strength(likeness: Likeness, weights: Weights) -> float:
    """Return what a pair is worth: how alike it is, times how much it says."""
    return likeness.cosine * weights.total(likeness.first.words & likeness.second.words) ** 0.5


def _chosen(likenesses: tuple[Likeness, ...]) -> Iterator[Likeness]:
    """Yield the pairs whose words no stronger pair of the same two reports has used."""
    used: dict[tuple[str, str], list[Range]] = defaultdict(list)
    for a in likenesses:
        first, second = used[a.first.report, a.second.report], used[a.second.report, a.first.report]
        if not any(r.overlaps(a.first.range) for r in first) and not any(r.overlaps(a.second.range) for r in second):
            first.append(a.first.range)
            second.append(a.second.range)
            yield a


def _grouped(chosen: list[Likeness]) -> list[list[Likeness]]:
    """Return the pairs gathered by statements that they share."""
    home: dict[tuple[str, Range], int] = {}
    groups: dict[int, list[Likeness]] = {}
    for n, a in enumerate(chosen):
        keys = [(s.report, s.range) for s in (a.first, a.second)]
        found = sorted({home[k] for k in keys if k in home})
        target = found[0] if found else n
        groups.setdefault(target, []).append(a)
        for other in found[1:]:
            groups[target] += groups.pop(other)
            for key, at in home.items():
                if at == other:
                    home[key] = target
        for key in keys:
            home[key] = target
    return [groups[n] for n in sorted(groups)]


def _claim(statement: Statement) -> Claim:
    return Claim(
        value=Phrase(statement.text),
        about=About(),
        report=statement.report,
        evidence=statement.range,
        sentence=statement.sentence,
    )
