"""Claims of invented sentences, each read and parsed once."""

from __future__ import annotations

from functools import cache

from tests.events import account_of

from rashomon.model import Account, Claim, Phrase, Quantity

told = cache(account_of)


def account(text: str) -> Account:
    """Return what a report of this text says."""
    return told("a", text)


def quantity_claim(text: str, number: int = 0) -> Claim:
    """Return the claim of a quantity in a text, the first unless told otherwise."""
    return [c for c in account(text).claims if isinstance(c.value, Quantity)][number]


def descriptions(text: str, measure: str = "description") -> list[tuple[str, str, str]]:
    """Return what is described, what is said of it, and the evidence, for each description or role."""
    return [
        (min(c.about.bearer), c.value.words, c.evidence.of(text))
        for c in account(text).claims
        if c.about.measure == measure and isinstance(c.value, Phrase)
    ]
