"""Do the parts that one report lists add up to the whole that another gives?"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.units import show_number
from rashomon.model import Account, Claim, Precision, Quantity, Sentence
from rashomon.questions.question import Case

MOST_PARTS = 3
REACH = 2  # sentences between the parts of one whole
ONE = frozenset({"a", "an", "another"})


def sum_of_parts(case: Case) -> str | None:
    """Return the sum in words where a report that states the smaller number also states parts that complete the larger.

    Parts are exact counts of the same noun, or of the same class with another state (one killed + two injured = three
    shot), within two sentences of one another; "a reconnaissance drone" counts as one drone.
    """
    small, large = sorted((case.first, case.second), key=lambda answer: _exact(answer.claims[0]) or Fraction(0))
    whole = _exact(large.claims[0])
    if whole is None or any(_exact(c) is None for c in small.claims):
        return None
    for claim in small.claims:
        for total in _sums(claim, case.accounts[claim.report], whole):
            added = f"{' + '.join(show_number(n) for n in total)} = {show_number(whole)}"
            return f"{added}: the parts in {claim.report} add up to the whole"
    return None


def _sums(claim: Claim, account: Account, whole: Fraction) -> list[tuple[Fraction, ...]]:
    """Return the sums that begin with the claim and reach the whole."""
    first = _exact(claim)
    if first is None:
        return []
    order = {s.range: i for i, s in enumerate(account.sentences)}
    at = order[claim.sentence]
    others = [
        n
        for c in account.claims
        if c.evidence != claim.evidence
        and abs(order[c.sentence] - at) <= REACH
        and (n := _exact(c)) is not None
        and _alike(claim, c)
    ]
    others += [Fraction(1)] * sum(_single(s, claim) for i, s in enumerate(account.sentences) if abs(i - at) <= REACH)
    found = []
    for size in range(1, MOST_PARTS):
        found += [(first, *rest) for rest in combinations(others, size) if first + sum(rest) == whole]
    return found


def _alike(one: Claim, other: Claim) -> bool:
    """Say whether two counts may be parts of one whole: the same noun told apart, or people in different states."""
    first, second = one.about, other.about
    if first.measure and first.measure == second.measure:
        return first.modifiers != second.modifiers or first.state != second.state or first.subset != second.subset
    if first.state and second.state and first.state != second.state:
        return True
    return bool(first.kind) and first.kind == second.kind == "person"


def _single(sentence: Sentence, claim: Claim) -> int:
    """Return how many singular nouns with an indefinite article name one more of what the claim counts."""
    count = 0
    for index, token in enumerate(sentence.tokens):
        if token.pos != "NOUN" or not claim.about.measure or claim.evidence.start <= token.start < claim.evidence.end:
            continue
        same = relation(token.lemma, claim.about.measure) in {Relation.SAME, Relation.SYNONYM}
        article = any(t.head == index and t.text.lower() in ONE for t in sentence.tokens)
        count += same and article
    return count


def _exact(claim: Claim) -> Fraction | None:
    """Return the number of an exact count, or None."""
    value = claim.value
    if isinstance(value, Quantity) and value.precision is Precision.EXACT and value.dimension == "count":
        return value.low
    return None
