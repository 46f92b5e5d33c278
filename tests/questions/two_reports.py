"""Two invented reports, and what the rules for quantities say of the first quantity in each."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from tests.events import PUBLISHED, account_of

from rashomon.model import Account, Answer, Quantity, Topic
from rashomon.questions.quantity.rules import RULES
from rashomon.questions.question import Case, Ruling, first_ruling

told = cache(account_of)  # each text is parsed once


def answer_of(account: Account) -> Answer:
    """Return the first quantity that an account states, as an answer."""
    return Answer((next(c for c in account.claims if isinstance(c.value, Quantity)),))


def case_of(one: str, other: str, score: float = 1.0, later: datetime = PUBLISHED) -> Case:
    """Return the case of two texts, reports "a" and "b"; "b" is published at `later`."""
    first, second = answer_of(told("a", one)), answer_of(told("b", other, later))
    return Case(first, second, Topic("quantity", "how many", (first, second), score=score))


def swapped(case: Case) -> Case:
    """Return the case with its two answers exchanged."""
    return Case(case.second, case.first, case.topic, case.settings)


def ruling(case: Case) -> Ruling | None:
    """Return what the first rule that holds says."""
    return first_ruling(case, RULES)


def named(found: Ruling | None) -> tuple[str, str] | None:
    """Return verdict and reason, or None where nothing is said."""
    return (found.verdict.value, found.reason) if found else None
