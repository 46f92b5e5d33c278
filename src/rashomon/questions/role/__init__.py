"""In what role: the office or rank of one person."""

from __future__ import annotations

from rashomon.questions.question import Question
from rashomon.questions.role.candidates import role_topics
from rashomon.questions.role.rules import RULES

ROLE = Question("role", (role_topics,), RULES, in_words=True)
