"""A sentence as its statements are compared: its telling words, each reduced to what it stands for, and its values.

Names that name one thing are one word, a nationality is its country, a number is its value, and other words are their
stems, so that "arrested", "arrest" and "the arrests" meet.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rashomon import tables
from rashomon.coreference.name_clusters import NameCluster
from rashomon.coreference.weights import CONTENT, EMPTY, square_of
from rashomon.lang.gazetteer import country_of_adjective
from rashomon.lang.stems import stem_of
from rashomon.model import Account, Mention, Name, Period, Quantity, Sentence, Token
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.coreference")
_WORDS = tables.words("rashomon.coreference")

TELLING = CONTENT | {"ADV"}
DENIALS = _WORDS.set("terms_denials")
PARTS = MappingProxyType({"VERB": "v", "NOUN": "n", "ADJ": "a"})  # parts of speech as the lexicon names them
LEAST_SHARE = _THRESHOLDS.number("least_share")
ONE = _WORDS.set("terms_one")
SEVERAL = _WORDS.set("terms_several")
POINTING = _WORDS.set("terms_pointing")
UNDERGOING = frozenset({"obj", "nsubj:pass"})  # one boat boarded, or several: there the number is what is told


@dataclass(frozen=True, slots=True)
class Word:
    """A telling word: its place among the tokens, what it stands for, its base form and its part (v, n, a, "").

    `many` says of a noun that it is told as several things ("two guards"), False as one ("a guard"), None is neither.
    """

    at: int
    key: str
    lemma: str
    part: str
    many: bool | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A quantity or period of a sentence, and the tokens `low` up to but not including `high` that state it."""

    low: int
    high: int
    value: Quantity | Period


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of a report with its telling words and values in text order, and the tokens that deny something.

    `squares` says how telling each of its words is in its report, squared; `clauses` are its parts that hang on one
    verb each, in text order.
    """

    report: str
    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    given: tuple[Given, ...]
    denials: tuple[int, ...]
    squares: Mapping[str, float]
    clauses: tuple[Range, ...] = ()

    def words_in(self, clause: Range) -> tuple[Word, ...]:
        """Return the telling words that stand in a range of the report's characters."""
        return tuple(w for w in self.words if clause.contains(self.range_of(w.at, w.at + 1)))

    def range_of(self, low: int, high: int) -> Range:
        """Return the characters of the tokens `low` up to but not including `high`."""
        return Range(self.sentence.tokens[low].start, self.sentence.tokens[high - 1].end)


def readings_of(accounts: tuple[Account, ...], names: tuple[NameCluster, ...]) -> tuple[Reading, ...]:
    """Return every sentence with at least one telling word, in the order of accounts and text."""
    clusters = {(at.report, at.range): number for number, c in enumerate(names) for at in c.members}
    found: list[Reading] = []
    for account in accounts:
        own: list[Reading] = []
        starts = [m.range.start for m in account.mentions]
        clauses = [clause.start for clause in account.clauses]
        for sentence in account.sentences:
            first, last = (bisect_left(starts, at) for at in (sentence.range.start, sentence.range.end))
            reading = _reading(account, sentence, account.mentions[first:last], clusters)
            if reading.words:
                low, high = (bisect_left(clauses, at) for at in (sentence.range.start, sentence.range.end))
                own.append(replace(reading, clauses=account.clauses[low:high]))
        squares = _squares_in(own)
        found += [replace(reading, squares=squares) for reading in own]
    return tuple(found)


def _squares_in(readings: list[Reading]) -> Mapping[str, float]:
    """Return how telling each word is in a report, squared: less, the more of the report's own sentences have it.

    What a report says again and again is what it is about, and tells its sentences apart in nothing.
    """
    count = Counter(key for reading in readings for key in {w.key for w in reading.words})
    once = math.log((len(readings) + 1) / 1.5)
    left = {n: max(math.log((len(readings) + 1) / (n + 0.5)) / once, LEAST_SHARE) for n in set(count.values()) - {1}}
    return MappingProxyType({key: square_of(key) * left.get(n, 1.0) for key, n in count.items()})


def _reading(
    account: Account, sentence: Sentence, inside: tuple[Mention, ...], clusters: dict[tuple[str, Range], int]
) -> Reading:
    report, tokens = account.report.id, sentence.tokens
    stands_for: dict[int, str] = {}
    given = []
    for mention in inside:
        held = [i for i, t in enumerate(tokens) if mention.range.start <= t.start < mention.range.end]
        value = mention.value
        if held and isinstance(value, Quantity | Period):
            given.append(Given(held[0], held[-1] + 1, value))
        if isinstance(value, Quantity):
            stands_for.update({i: f"#{value.low}-{value.high}" for i in held if tokens[i].pos == "NUM"})
        elif isinstance(value, Name) and (report, mention.range) in clusters:
            stands_for.update(dict.fromkeys(held, f"@{clusters[report, mention.range]}"))
    many = _counted(tokens)
    words = tuple(
        Word(i, stands_for.get(i) or _key(token), token.lemma.lower(), PARTS.get(token.pos, ""), many.get(i))
        for i, token in enumerate(tokens)
        if _tells(token)
    )
    denials = tuple(i for i, token in enumerate(tokens) if token.lemma.lower() in DENIALS)
    return Reading(report, sentence, account.report.text, words, tuple(given), denials, MappingProxyType({}))


def _counted(tokens: tuple[Token, ...]) -> dict[int, bool]:
    """Return whether the nouns with an article or a number are told as several things, or as one."""
    found: dict[int, bool] = {}
    for token in tokens:
        tag = tokens[token.head].tag
        if tag == "NN" and token.text.lower() in ONE:
            found[token.head] = False
        elif tag == "NNS" and (token.dep == "nummod" or token.text.lower() in SEVERAL):
            found[token.head] = True
        elif tag in {"NN", "NNS"} and token.text.lower() in POINTING and tokens[token.head].dep in UNDERGOING:
            found.setdefault(token.head, tag == "NNS")
    return found


def _tells(token: Token) -> bool:
    lemma = token.lemma.lower()
    return token.pos == "NUM" or (token.pos in TELLING and lemma not in EMPTY and len(lemma) > 1)


def _key(token: Token) -> str:
    lemma = token.lemma.lower()
    if country := country_of_adjective(lemma):
        return f"@{country.id}"
    return stem_of(lemma) if token.pos in PARTS and lemma.replace("-", "").isalpha() else lemma
