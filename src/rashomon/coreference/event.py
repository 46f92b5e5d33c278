"""What is known of one event: every claim with its words, the groups of names, the sentences that are alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon import tables
from rashomon.coreference.name_clusters import NameCluster, cluster_names
from rashomon.coreference.similar_sentences import SimilarSentences, similar_sentences
from rashomon.coreference.weights import content_words
from rashomon.lang.families import ASSERTION, STATE
from rashomon.model import Account, Claim, Name, Precision, Quantity, Sentence, Value
from rashomon.settings import Settings

_THRESHOLDS = tables.thresholds("rashomon.coreference")
BESIDE_ONE_OF = _THRESHOLDS.integer("beside_one_of")
STATED = frozenset({ASSERTION, STATE})  # claims that are compared as they stand


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what alignment looks at around it.

    `letters` are the three-letter pieces of the telling words near the evidence, `names_near` the names there; `place`
    is where the sentence stands in its report, 0 the first to 1 the last; `rivals` is how many other values the same
    report gives to the same measure: a report that gives one alone leaves little doubt which is meant. `of_many` says
    that the evidence is "one of the ...". `amount` is the number that stands for a quantity in its canonical unit (0
    where there is none), `exact` says that its words give it without a bound or "about".
    """

    claim: Claim
    letters: frozenset[str]
    names_near: frozenset[str]
    place: float
    rivals: int
    of_many: bool
    amount: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Event:
    """Everything that a question may look at: the accounts in the order of report ids, their items, the groups
    of names, and the sentences of different reports that are alike."""

    accounts: tuple[Account, ...]
    items: tuple[Item, ...]
    clusters: tuple[NameCluster, ...]
    similar: SimilarSentences
    settings: Settings

    def account(self, report: str) -> Account:
        """Return the account of one report. Raises `KeyError` where there is none."""
        for account in self.accounts:
            if account.report.id == report:
                return account
        raise KeyError(report)


def event_of(accounts: tuple[Account, ...], settings: Settings) -> Event:
    """Return the event that the accounts tell of."""
    clusters = _clusters(accounts)
    return Event(
        accounts,
        tuple(i for a in accounts for i in items_of(a)),
        clusters,
        similar_sentences(accounts, clusters),
        settings,
    )


def _clusters(accounts: tuple[Account, ...]) -> tuple[NameCluster, ...]:
    """Return the groups of names of the accounts, each group one person, organisation or place."""
    return cluster_names((a.report.id, tuple(m for m in a.mentions if isinstance(m.value, Name))) for a in accounts)


def items_of(account: Account, reach: int = 60) -> tuple[Item, ...]:
    """Return the claims of an account as items, but for those of states.

    "Near" is up to `reach` characters from the evidence.
    """
    sentences = {s.range: (i, s) for i, s in enumerate(account.sentences)}
    last = max(1, len(account.sentences) - 1)
    found = []
    for claim in (c for c in account.claims if c.about.measure not in STATED):
        index, sentence = sentences[claim.sentence]
        found.append(replace(_item(claim, sentence, index / last, reach), rivals=_rivals(claim, account)))
    return tuple(found)


def _rivals(claim: Claim, account: Account) -> int:
    """Return how many other values the account gives to the claim's measure and dimension, in states that fit."""
    value, about = claim.value, claim.about
    if not isinstance(value, Quantity):
        return 0
    others = {
        (v.low, v.high)
        for c in account.claims
        if isinstance(v := c.value, Quantity)
        and v.dimension == value.dimension
        and c.about.measure == about.measure
        and (not c.about.state or not about.state or c.about.state == about.state)
    }
    return len(others - {(value.low, value.high)})


def _of_many(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether the evidence is "one of the ..."."""
    inside = [t for t in sentence.tokens if low <= t.start < high + BESIDE_ONE_OF]
    return any(a.text.lower() == "one" and b.text.lower() == "of" for a, b in pairwise(inside))


def _item(claim: Claim, sentence: Sentence, place: float, reach: int) -> Item:
    low, high = claim.evidence.start, claim.evidence.end
    near = [t for t in sentence.tokens if low - reach <= t.start < high + reach]
    return Item(
        claim=claim,
        letters=_letters(content_words(near)),
        names_near=frozenset(t.lemma.lower() for t in near if t.pos == "PROPN"),
        place=place,
        rivals=0,
        of_many=_of_many(sentence, low, high),
        amount=_amount(claim.value),
        exact=isinstance(claim.value, Quantity) and claim.value.precision is Precision.EXACT,
    )


def _amount(value: Value) -> float:
    """Return the number as stated, else the middle of the bounds there are, or 0."""
    if not isinstance(value, Quantity):
        return 0.0
    if value.stated is not None:
        return float(value.stated * value.factor)
    bounds = [float(bound) for bound in (value.low, value.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0


def _letters(words: Iterable[str]) -> frozenset[str]:
    """Return the pieces of three letters that the words are made of, shorter words whole."""
    return frozenset(word[i : i + 3] for word in words for i in range(max(1, len(word) - 2)))
