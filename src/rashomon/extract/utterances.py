"""Quoted sentences: the words between quotation marks, where each stands, and whom they are from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon import tables
from rashomon.extract.evidence import LONGEST_EVIDENCE
from rashomon.lang.gazetteer import fold
from rashomon.lang.quotations import find_quotations
from rashomon.model import About, Account, Claim, Quote, Sentence, Source
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")
_WORDS = tables.words("rashomon.extract")

WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
FEWEST = _THRESHOLDS.integer("utterances_fewest")
LONGEST = _THRESHOLDS.integer("utterances_longest")
REPORTING = _WORDS.set("utterances_reporting")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One quoted sentence of a report: its words in order (folded), where each stands, and whom it is from."""

    report: str
    words: tuple[str, ...]
    ranges: tuple[Range, ...]
    sources: tuple[Source, ...]
    sentence: Range


def utterances(account: Account) -> Iterator[Utterance]:
    """Yield the quoted sentences of an account that are long enough to be told apart, in text order."""
    text = account.report.text
    quotations = [q.inner for q in find_quotations(text) if q.depth == 0]
    for sentence in account.sentences:
        for inner in quotations:
            start, end = max(inner.start, sentence.range.start), min(inner.end, sentence.range.end)
            found = list(WORD.finditer(text, start, end))[:LONGEST] if start < end else []
            if len(found) >= FEWEST and not _telling(found):
                ranges = tuple(Range(*m.span()) for m in found)
                words = tuple(fold(m.group()) for m in found)
                sources = _sources(account, sentence, Range(start, end))
                yield Utterance(account.report.id, words, ranges, sources, sentence.range)


def _telling(found: list[re.Match[str]]) -> bool:
    """Say whether a reporting verb stands at either end: then the marks were read the wrong way round."""
    return any(m.group().lower() in REPORTING for m in (*found[:2], *found[-2:]))


def _sources(account: Account, sentence: Sentence, inside: Range) -> tuple[Source, ...]:
    holding = [a for a in account.attributions if a.content.overlaps(inside) and a.chain]
    return min(holding, key=lambda a: (len(a.content), a.content)).chain if holding else ()


def cover_of(utterance: Utterance, first: int, after: int) -> Range:
    """Return the characters from word `first` up to `after`, cut at a word to `LONGEST_EVIDENCE` characters."""
    start = utterance.ranges[first].start
    kept = [r for r in utterance.ranges[first:after] if r.end - start <= LONGEST_EVIDENCE]
    return Range(start, kept[-1].end if kept else utterance.ranges[first].end)


def quotation_claim(utterance: Utterance, evidence: Range) -> Claim:
    """Return the claim that the words of an utterance were said; `evidence` is what is shown of them."""
    return Claim(
        value=Quote(" ".join(utterance.words)),
        about=About(measure="quotation"),
        attribution=utterance.sources,
        report=utterance.report,
        evidence=evidence,
        sentence=utterance.sentence,
    )
