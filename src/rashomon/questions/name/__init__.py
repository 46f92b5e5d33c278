"""Called what: the forms of one name."""

from __future__ import annotations

from rashomon.questions.name.candidates import name_topics
from rashomon.questions.name.rules import RULES
from rashomon.questions.question import Question

NAME = Question("name", (name_topics,), RULES, in_words=True)
