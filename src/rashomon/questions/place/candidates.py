"""Topics of places: where one act happened, or where one thing is, as several reports put it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.coreference.clusters import Placed, topics_of
from rashomon.coreference.event import Event
from rashomon.lang.gazetteer import fold
from rashomon.lang.prepositions import INSIDE
from rashomon.model import Account, Phrase, Topic


def place_topics(event: Event) -> tuple[Topic, ...]:
    """Return the topics of places, most certain first."""
    return topics_of("place", "place of", tuple(p for a in event.accounts for p in _placed(a)))


def _placed(account: Account) -> Iterator[Placed]:
    """Yield the places that an account gives for acts and things, in text order."""
    for claim in account.claims:
        value, about = claim.value, claim.about
        if about.measure == "place" and claim.happening is not None and isinstance(value, Phrase):
            relating = "" if about.reference in INSIDE else about.reference
            yield Placed(claim, claim.happening, f"{relating} {fold(value.words)}".strip())
