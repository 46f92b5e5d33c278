"""What it is: how the reports describe one named thing."""

from __future__ import annotations

from rashomon.questions.attribute.candidates import description_topics
from rashomon.questions.attribute.rules import RULES
from rashomon.questions.question import Question

ATTRIBUTE = Question("description", (description_topics,), RULES, in_words=True)
