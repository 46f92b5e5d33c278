"""Whether at all, and in what state: said and denied, one state and another that excludes it, the step of an order."""

from __future__ import annotations

from rashomon.questions.question import Question
from rashomon.questions.state.candidates import assertion_topics, exclusion_topics, order_topics
from rashomon.questions.state.rules import RULES

STATE = Question("state", (assertion_topics, exclusion_topics, order_topics), RULES)
