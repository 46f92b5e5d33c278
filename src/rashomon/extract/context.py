"""What a report says around each of its claims: names, dates, other counts, so that no later stage reads it again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from rashomon import tables
from rashomon.model import (
    About,
    Account,
    Claim,
    Context,
    Counted,
    Mention,
    Name,
    Period,
    Precision,
    Quantity,
    Sentence,
    Stated,
)
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")
_WORDS = tables.words("rashomon.extract")

# "28 of his 68", from where the first number begins.
WHOLE = re.compile(r"(?<![\d,])[\d,]{1,20}(?: out)? of (?:(?:the|his|her|its|their|our|my|all) )?(\d[\d,.]*\d|\d)\b")
BESIDE = _THRESHOLDS.integer("context_beside")
REACH = _THRESHOLDS.integer("context_reach")
ONE = _WORDS.set("context_one")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands in one sentence and beside it, for all claims of the sentence."""

    names: tuple[Mention, ...]
    dates: frozenset[tuple[str, int]]
    counts: tuple[Counted, ...]


def in_context(account: Account, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims of an account, in the order given, each with what the report says around it."""
    plain = Context(published=account.report.published)
    around = _around(account, claims)
    whole = replace(plain, stated=frozenset(_stated(claims)))
    return tuple(
        replace(c, context=_context(c, around[c.sentence], whole, account.report.text))
        if isinstance(c.value, Quantity)
        else replace(c, context=plain)
        for c in claims
    )


def _context(claim: Claim, around: Around, shared: Context, text: str) -> Context:
    """Return what stands around a quantity, besides what it shares with all others of its report."""
    sources = {word.lower() for source in claim.attribution for word in source.name.split()}
    near = Range(max(0, claim.evidence.start - BESIDE), claim.evidence.end + BESIDE)
    whole = WHOLE.search(text, claim.evidence.start, claim.evidence.end)
    return replace(
        shared,
        dates=around.dates,
        people=frozenset(_last_words(m for m in around.names if _is_person(m))) - sources,
        names=frozenset(_last_words(m for m in around.names if near.overlaps(m.range))) - sources,
        whole=whole[1] if whole else "",
        counts=around.counts,
    )


def _around(account: Account, claims: tuple[Claim, ...]) -> dict[Range, Around]:
    """Return by sentence what stands around its quantities; sentences without one are left out."""
    sentences, mentions = account.sentences, account.mentions
    number = {s.range: i for i, s in enumerate(sentences)}
    inside = _by_sentence(sentences, mentions)
    exact: dict[int, list[Counted]] = {}
    for claim in claims:
        if (count := _exact(claim)) is not None:
            exact.setdefault(number[claim.sentence], []).append(Counted(count, claim.about, claim.evidence))
    found: dict[Range, Around] = {}
    for at in sorted({number[c.sentence] for c in claims if isinstance(c.value, Quantity)}):
        beside = range(max(0, at - REACH), min(len(sentences), at + REACH + 1))
        counts = [count for i in beside for count in exact.get(i, ())]
        single = [count for i in beside for count in _single(sentences[i])]
        found[sentences[at].range] = Around(
            tuple(m for m in inside[at] if isinstance(m.value, Name)),
            frozenset(_dates(inside[at])),
            (*counts, *single),
        )
    return found


def _by_sentence(sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> list[list[Mention]]:
    """Return the mentions of each sentence; both stand in text order, and each mention lies in one sentence."""
    found: list[list[Mention]] = [[] for _ in sentences]
    at = 0
    for mention in mentions:
        while not sentences[at].range.contains(mention.range):
            at += 1
        found[at].append(mention)
    return found


def _single(sentence: Sentence) -> Iterator[Counted]:
    """Yield the nouns with an indefinite article: each counts one."""
    with_article = {token.head for token in sentence.tokens if token.text.lower() in ONE}
    for index in sorted(with_article & set(range(len(sentence.tokens)))):
        token = sentence.tokens[index]
        if token.pos == "NOUN":
            yield Counted(Fraction(1), About(measure=token.lemma), Range(token.start, token.end), single=True)


def _exact(claim: Claim) -> Fraction | None:
    """Return the number of an exact count, or None."""
    value = claim.value
    if isinstance(value, Quantity) and value.precision is Precision.EXACT and value.dimension == "count":
        return value.low
    return None


def _stated(claims: Iterable[Claim]) -> Iterator[Stated]:
    for claim in claims:
        value, about = claim.value, claim.about
        if isinstance(value, Quantity) and not claim.attribution:
            yield Stated(value.low, value.high, value.unit, about.measure.rstrip("s"), about.state)


def _dates(mentions: Iterable[Mention]) -> Iterator[tuple[str, int]]:
    for mention in mentions:
        if isinstance(mention.value, Period):
            given = mention.value.fields
            yield from ((name, n) for name, n in (("year", given.year), ("month", given.month)) if n is not None)


def _is_person(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.kind == "person"


def _last_words(mentions: Iterable[Mention]) -> Iterator[str]:
    return (m.value.words.split()[-1].lower() for m in mentions if isinstance(m.value, Name))
