"""Topics: the claims of several reports that answer one question, from every channel in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rashomon.align.descriptions import description_topics
from rashomon.align.event import Event, event_of
from rashomon.align.harm import harm_topics
from rashomon.align.internal import internal_topics
from rashomon.align.likenesses import alike_sentences
from rashomon.align.meanings import meaning_topics
from rashomon.align.names import name_topics, office_topics, rival_name_topics, role_topics
from rashomon.align.places import place_topics
from rashomon.align.polarity import polarity_topics
from rashomon.align.quantities import quantity_topics
from rashomon.align.quotes import quote_topics
from rashomon.align.sites import site_topics
from rashomon.align.stages import stage_topics
from rashomon.align.statements import statement_topics
from rashomon.align.things import thing_topics
from rashomon.align.times import time_topics
from rashomon.align.whereabouts import whereabouts_topics
from rashomon.align.wording import wording_topics
from rashomon.model import Account, Topic
from rashomon.settings import Settings

Channel = Callable[[Event], Iterable[Topic]]


def sentence_topics(event: Event) -> Iterator[Topic]:
    """Yield the topics of like sentences: what they say in other words, what they say alike, what they mean alike."""
    alike = alike_sentences(event)
    yield from wording_topics(event, alike)
    meant = tuple(meaning_topics(event, alike)) if event.settings.meaning else ()
    told = {(claim.report, claim.evidence) for topic in meant for a in topic.answers for claim in a.claims}
    for topic in statement_topics(event, alike):
        first = topic.answers[0].claims[0]
        if topic.kind != "sole" or (first.report, first.evidence) not in told:
            yield topic
    yield from meant


# Each channel aligns one kind of claim; the order is the order in which topics are handed on.
CHANNELS: tuple[Channel, ...] = (
    quantity_topics,
    name_topics,
    rival_name_topics,
    role_topics,
    office_topics,
    description_topics,
    thing_topics,
    time_topics,
    place_topics,
    whereabouts_topics,
    site_topics,
    quote_topics,
    polarity_topics,
    stage_topics,
    harm_topics,
    internal_topics,
    sentence_topics,
)


def find_topics(accounts: tuple[Account, ...], settings: Settings) -> tuple[Topic, ...]:
    """Return the topics of an event's accounts (in the order of report ids), channel by channel."""
    event = event_of(accounts, settings)
    return tuple(topic for channel in CHANNELS for topic in channel(event))
