"""Topics of descriptions: what the reports say a named place, ship, body or thing is."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon import tables
from rashomon.coreference.descriptions import described
from rashomon.coreference.event import Event
from rashomon.model import Topic

_THRESHOLDS = tables.thresholds("rashomon.questions.attribute")

MOST_FORMS = _THRESHOLDS.integer("most_forms")


def description_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each named thing that two or more reports describe in different words."""
    for thing, answers in described(event, "description"):
        if 2 <= len(answers) <= MOST_FORMS:
            yield Topic("description", f"what {thing} is", answers, "one name", 0.8)
