"""Topics of roles: what office or role the reports give one person."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.coreference.descriptions import described
from rashomon.coreference.event import Event
from rashomon.model import Topic


def role_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each person whom two or more reports describe by an office or role, an answer for each."""
    for person, answers in described(event, "role"):
        yield Topic("role", f"who {person} is", answers, "same person", 0.9)
