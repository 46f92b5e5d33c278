"""The register of what Rashomon can say, read from top to bottom: one folder a kind of question, all of one shape."""

from __future__ import annotations

from types import MappingProxyType

from rashomon.coreference.event import Event
from rashomon.model import Topic
from rashomon.questions.attribute import ATTRIBUTE
from rashomon.questions.internal import INTERNAL
from rashomon.questions.name import NAME
from rashomon.questions.place import PLACE
from rashomon.questions.quantity import QUANTITY
from rashomon.questions.question import Question
from rashomon.questions.quotation import QUOTATION
from rashomon.questions.role import ROLE
from rashomon.questions.state import STATE
from rashomon.questions.statement import STATEMENT
from rashomon.questions.time import TIME
from rashomon.questions.wording import WORDING

# The order is the order in which topics are handed on.
QUESTIONS: tuple[Question, ...] = (
    QUANTITY,
    NAME,
    ROLE,
    ATTRIBUTE,
    TIME,
    PLACE,
    QUOTATION,
    STATE,
    INTERNAL,
    WORDING,
    STATEMENT,
)
BY_KIND = MappingProxyType({question.kind: question for question in QUESTIONS})


def find_topics(event: Event) -> tuple[Topic, ...]:
    """Return the topics of an event, kind by kind."""
    return tuple(topic for question in QUESTIONS for topic in question.topics(event))
