"""Whether at all, and in what state: said and denied, whole and harmed, the step that a case has reached."""

from __future__ import annotations

from rashomon.questions.question import Question
from rashomon.questions.state import stage_rules
from rashomon.questions.state.harm import harm_topics
from rashomon.questions.state.polarity import polarity_topics
from rashomon.questions.state.rules import RULES
from rashomon.questions.state.stages import stage_topics

STATE = Question("polarity", (polarity_topics, harm_topics), RULES)
STAGE = Question("stage", (stage_topics,), stage_rules.RULES)
