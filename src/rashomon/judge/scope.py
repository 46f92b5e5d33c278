"""Are two values told of the same set, state and time? What the slots and sentences say."""

from __future__ import annotations

from rashomon.judge.ruling import Case
from rashomon.lang.lexicon import Relation, relation
from rashomon.model import Account, Answer, Claim, Name, Period, Quantity

PEOPLE = frozenset({"", "person", "people", "victim", "other"})


def stated_by_one(case: Case) -> str:
    """Return the id of a report that states both values of the same measure for itself, or ""."""
    for answer, other in ((case.first, case.second), (case.second, case.first)):
        for report in sorted(answer.reports):
            account = case.accounts[report]
            if any(_states(account, claim, other) for claim in answer.claims if claim.report == report):
                return report
    return ""


def same_question(case: Case) -> bool:
    """Say whether the slots of both answers agree closely enough that two values would be at odds.

    The usual state is the same, the counted nouns are one thing, shares are of things named alike, neither is
    narrowed alone, and their sentences do not speak of different people.
    """
    first, second = case.first.claims, case.second.claims
    return (
        _one_state(case)
        and any(_one_noun(a.about.measure, b.about.measure) for a, b in case.claims)
        and (not _is_share(first[0]) or any(_bearers(a) & _bearers(b) for a, b in case.claims))
        and _usual(tuple(" ".join(sorted(c.about.subset)) for c in first))
        == _usual(tuple(" ".join(sorted(c.about.subset)) for c in second))
        and not _other_people(case)
    )


def other_dates(case: Case) -> bool:
    """Say whether the sentences of both answers name a year or month, and never the same, or only one's always do."""
    first, second = (_months(case, answer) for answer in (case.first, case.second))
    if first & second or not first | second:
        return False
    return (bool(first) and bool(second)) or _always(case, case.first) != _always(case, case.second)


def _one_state(case: Case) -> bool:
    """Say whether the usual states agree; of people, a state told by one side alone is another question."""
    first, second = (_usual(tuple(c.about.state for c in a.claims)) for a in (case.first, case.second))
    people = any(c.about.kind == "person" or c.about.measure in PEOPLE for a in (case.first, case.second) for c in a.claims)
    return first == second or (not people and not (first and second))


def _usual(words: tuple[str, ...]) -> str:
    """Return the most frequent of `words`, the first in the alphabet of several."""
    return min(set(words), key=lambda word: (-words.count(word), word))


def _one_noun(one: str, other: str) -> bool:
    """Say whether two counted nouns may name the same things; a missing one may."""
    return not one or not other or relation(one, other) in {Relation.SAME, Relation.SYNONYM, Relation.KIND}


def _is_share(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.dimension == "share"


def _bearers(claim: Claim) -> frozenset[str]:
    """Return the words for what a share is of, and where."""
    return claim.about.bearer | claim.about.modifiers | claim.about.place


def _other_people(case: Case) -> bool:
    """Say whether both answers' sentences name people, and no claim of one names any of the other's."""
    first, second = ([_people(case.accounts[c.report], c) for c in a.claims] for a in (case.first, case.second))
    return all(a and b and not a & b for a in first for b in second)


def _people(account: Account, claim: Claim) -> frozenset[str]:
    """Return the last words of the names of people in the claim's sentence, its sources left out."""
    sources = {source.name.split()[-1].lower() for source in claim.attribution if source.name.split()}
    return frozenset(
        m.value.words.split()[-1].lower()
        for m in account.mentions
        if isinstance(m.value, Name) and m.value.kind == "person" and claim.sentence.contains(m.range)
    ) - frozenset(sources)


def _states(account: Account, claim: Claim, other: Answer) -> bool:
    value = other.claims[0].value
    if not isinstance(value, Quantity) or value.dimension == "magnitude":
        return False
    stem = claim.about.measure.rstrip("s")
    return any(
        isinstance(c.value, Quantity)
        and (c.value.low, c.value.high, c.value.unit) == (value.low, value.high, value.unit)
        and c.about.measure.rstrip("s") == stem
        and c.about.state == claim.about.state
        and not c.attribution
        for c in account.claims
    )


def _always(case: Case, answer: Answer) -> bool:
    """Say whether every claim of the answer stands in a sentence with a year or month."""
    return all(_dates(case.accounts[c.report], c) for c in answer.claims)


def _months(case: Case, answer: Answer) -> set[tuple[str, int]]:
    return {d for c in answer.claims for d in _dates(case.accounts[c.report], c)}


def _dates(account: Account, claim: Claim) -> set[tuple[str, int]]:
    found = set()
    for mention in account.mentions:
        if isinstance(mention.value, Period) and claim.sentence.contains(mention.range):
            fields = mention.value.fields
            found |= {(name, n) for name, n in (("year", fields.year), ("month", fields.month)) if n is not None}
    return found
