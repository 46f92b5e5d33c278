"""Called what: the forms of one name."""

from __future__ import annotations

from rashomon.questions.name.candidates import name_topics, office_topics, rival_name_topics
from rashomon.questions.name.rules import NAME_RULES, OFFICE_RULES
from rashomon.questions.question import Question

NAME = Question("name", (name_topics, rival_name_topics), NAME_RULES, in_words=True)
OFFICE = Question("office", (office_topics,), OFFICE_RULES)
