"""Topics: the claims of several reports that answer one question, from every channel in turn."""

from __future__ import annotations

from rashomon.align.event import items_of, weights_of
from rashomon.align.names import name_topics, role_topics
from rashomon.align.quantities import quantity_topics
from rashomon.align.statements import agreement_topics, alike, sole_topics, statements_in
from rashomon.model import Account, Topic
from rashomon.settings import Settings


def find_topics(accounts: tuple[Account, ...], settings: Settings) -> tuple[Topic, ...]:
    """Return the topics of an event's accounts (in the order of report ids), channel by channel."""
    weights = weights_of(accounts)
    items = tuple(item for account in accounts for item in items_of(account))
    likenesses = alike(tuple(s for a in accounts for s in statements_in(a)), weights, settings)
    return (
        *quantity_topics(items, weights, settings),
        *name_topics(accounts),
        *role_topics(accounts),
        *agreement_topics(likenesses, settings),
        *sole_topics(accounts, likenesses, weights, settings),
    )
