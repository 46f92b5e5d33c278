"""When: the time of one act."""

from __future__ import annotations

from rashomon.questions.question import Question
from rashomon.questions.time.candidates import time_topics
from rashomon.questions.time.rules import RULES

TIME = Question("period", (time_topics,), RULES)
