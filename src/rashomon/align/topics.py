"""Topics: the claims of several reports that answer one question, from every channel in turn."""

from __future__ import annotations

from rashomon.align.event import items_of, weights_of
from rashomon.align.quantities import quantity_topics
from rashomon.model import Account, Topic
from rashomon.settings import Settings


def find_topics(accounts: tuple[Account, ...], settings: Settings) -> tuple[Topic, ...]:
    """Return the topics of an event's accounts (in the order of report ids)."""
    weights = weights_of(accounts)
    items = tuple(item for account in accounts for item in items_of(account))
    return quantity_topics(items, weights, settings)
