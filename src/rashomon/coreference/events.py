"""Which reports tell of one event: only those are compared, so that a stranger among them moves nothing.

Two reports are alike by the words that both use, weighted by how telling each is in English (cosine, Salton and McGill,
"Introduction to Modern Information Retrieval", 1983), the proper names once more by themselves. Reports are of one
event where a chain of alike reports joins them. Whether two are alike depends on the two alone.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rashomon import tables
from rashomon.coreference.weights import CONTENT, EMPTY, square_of
from rashomon.lang.stems import stem_of
from rashomon.model import Account

_THRESHOLDS = tables.thresholds("rashomon.coreference")

ONE_EVENT = _THRESHOLDS.number("one_event")
FAR_APART = _THRESHOLDS.integer("far_apart")
LOOKING_BACK = _THRESHOLDS.number("looking_back")
BRIEF = _THRESHOLDS.integer("events_brief")
OF_NAMES = _THRESHOLDS.number("of_names")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a report tells of: its words and its proper names, each with its share (the squares add up to 1), and when
    it was published."""

    words: Mapping[str, float]
    names: Mapping[str, float]
    published: date | None = None


def events_in(accounts: Sequence[Account]) -> tuple[tuple[Account, ...], ...]:
    """Return the accounts in groups of one event each, in the order in which they were given."""
    profiles = [profile_of(account) for account in accounts]
    home = list(range(len(accounts)))
    for i, j in combinations(range(len(accounts)), 2):
        if home[i] != home[j] and of_one_event(profiles[i], profiles[j]):
            low, high = sorted((home[i], home[j]))
            home = [low if h == high else h for h in home]
    groups: dict[int, list[Account]] = defaultdict(list)
    for h, account in zip(home, accounts, strict=True):
        groups[h].append(account)
    return tuple(tuple(group) for group in groups.values())


def profile_of(account: Account) -> Profile:
    """Return what a report tells of; empty where it has no telling words."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for token in (t for s in account.sentences for t in s.tokens):
        lemma = token.lemma.lower()
        if token.pos in CONTENT and token.pos != "NUM" and lemma not in EMPTY and len(lemma) > 1:
            words[stem_of(lemma)] += 1
            if token.pos == "PROPN":
                names[lemma] += 1
    return Profile(_shares(words), _shares(names), account.report.anchor)


def of_one_event(one: Profile, other: Profile) -> bool:
    """Say whether two reports tell of one event, by their words, names and days of publication. Symmetric."""
    if min(len(one.words), len(other.words)) < BRIEF:
        return True
    days = abs((one.published - other.published).days) if one.published and other.published else 0
    return likeness(one, other) >= (LOOKING_BACK if days > FAR_APART else ONE_EVENT)


def likeness(one: Profile, other: Profile) -> float:
    """Return how alike two reports are, 0 to 1. Symmetric."""
    return (1 - OF_NAMES) * _cosine(one.words, other.words) + OF_NAMES * _cosine(one.names, other.names)


def _shares(count: Counter[str]) -> Mapping[str, float]:
    """Return the weight of each word by its rarity and the logarithm of its count, the whole of length 1."""
    weights = {key: (1 + math.log(n)) * math.sqrt(square_of(key)) for key, n in sorted(count.items())}
    length = math.sqrt(math.fsum(w * w for w in weights.values()))
    return {key: w / length for key, w in weights.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return math.fsum(share * other[key] for key, share in one.items() if key in other)
