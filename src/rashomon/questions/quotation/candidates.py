"""Topics of quotations: the same words of a speaker, as several reports quote them.

Quotations are compared sentence by sentence. Two sentences are one utterance where most words of the shorter stand in
the longer in the same order and nothing says that two people spoke.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from rashomon import tables
from rashomon.coreference.event import Event
from rashomon.coreference.same_name import Sameness, same_name
from rashomon.extract.utterances import Utterance, cover_of, quotation_claim, utterances
from rashomon.model import Answer, Name, Topic
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.quotation")
_WORDS = tables.words("rashomon.questions.quotation")

FEWEST = _THRESHOLDS.integer("fewest")
SHARED = _THRESHOLDS.number("shared")
ANYONE = _WORDS.set("anyone")
SMALL = _WORDS.set("small")


def quote_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each two wordings of one utterance, and one for each that reports quote in the same words."""
    texts = {a.report.id: a.report.text for a in event.accounts}
    said: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for account in event.accounts:
        for utterance in utterances(account):
            said[utterance.words].append(utterance)
    for words, members in sorted(said.items()):
        if len({m.report for m in members}) >= 2:
            yield _topic([[(m, cover_of(m, 0, len(words))) for m in members]], texts, 1.0)
    for one, other in _candidates(tuple(sorted(said))):
        first, second = said[one], said[other]
        shared = _shared(one, other)
        if shared is not None and _may_be_one_speaker(first, second) and _two_reports(first, second):
            low, high = _changed(one, other)
            yield _topic(
                [[(m, cover_of(m, *low)) for m in first], [(m, cover_of(m, *high)) for m in second]], texts, shared
            )


def _candidates(said: tuple[tuple[str, ...], ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the pairs of utterances that share three words in a row."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(said):
        for at in range(len(words) - 2):
            runs[words[at : at + 3]].append(number)
    pairs = {(i, j) for places in runs.values() for i, j in combinations(sorted(set(places)), 2)}
    yield from ((said[i], said[j]) for i, j in sorted(pairs))


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> float | None:
    """Return the share of the shorter utterance's words that the longer has in the same order, or None: too little."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    matched = [one[i] for block in blocks for i in range(block.a, block.a + block.size)]
    share = len(matched) / min(len(one), len(other))
    telling = sum(word not in SMALL for word in matched)
    return share if share >= SHARED and len(matched) >= FEWEST and telling >= 2 else None


def _changed(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the words of either utterance that the first replacement takes in, with three words around them.

    Where nothing is replaced, the words that both share.
    """
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    code = next((c for c in codes if c[0] == "replace"), None) or max(
        codes, key=lambda c: (c[0] == "equal", c[2] - c[1])
    )
    _, a, b, c, d = code
    margin = 3 if code[0] == "replace" else 0
    return (max(0, a - margin), min(len(one), b + margin)), (max(0, c - margin), min(len(other), d + margin))


def _may_be_one_speaker(first: list[Utterance], second: list[Utterance]) -> bool:
    """Say whether no named speaker of one is another person than one of the other."""
    for a in first:
        for b in second:
            one, other = _speaker(a), _speaker(b)
            if one and other and same_name(Name(one, "person"), Name(other, "person")).sameness is Sameness.DIFFERENT:
                return False
    return True


def _speaker(utterance: Utterance) -> str:
    if not utterance.sources or utterance.sources[0].kind != "person":
        return ""
    name = utterance.sources[0].name
    return name if name.lower() not in ANYONE and name[:1].isupper() else ""


def _two_reports(first: list[Utterance], second: list[Utterance]) -> bool:
    """Say whether the wordings stand in different reports, and none quotes both."""
    return not {u.report for u in first} & {u.report for u in second}


def _topic(sides: list[list[tuple[Utterance, Range]]], texts: dict[str, str], score: float) -> Topic:
    answers = tuple(Answer(tuple(quotation_claim(u, evidence) for u, evidence in side)) for side in sides)
    opening = sides[0][0][1].of(texts[sides[0][0][0].report])
    return Topic("quote", f"quotation “{' '.join(opening.split())}”", answers, "most words in the same order", score)
