"""Are two values told of the same set, state and time? What the slots and sentences say."""

from __future__ import annotations

from rashomon.judge.ruling import Case
from rashomon.model import Account, Answer, Claim, Period, Quantity


def stated_by_one(case: Case) -> str:
    """Return the id of a report that states both values of the same measure for itself, or ""."""
    for answer, other in ((case.first, case.second), (case.second, case.first)):
        for report in sorted(answer.reports):
            account = case.accounts[report]
            if any(_states(account, claim, other) for claim in answer.claims if claim.report == report):
                return report
    return ""


def same_state(case: Case) -> bool:
    """Say whether both answers tell of the same state (killed, injured ...), none included."""
    first, second = ({c.about.state for c in answer.claims} for answer in (case.first, case.second))
    return bool(first & second)


def other_dates(case: Case) -> bool:
    """Say whether one answer's sentences name a year or month and the other's never name the same."""
    first, second = (_months(case, answer) for answer in (case.first, case.second))
    return bool(first | second) and not first & second and _always(case, case.first) != _always(case, case.second)


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
