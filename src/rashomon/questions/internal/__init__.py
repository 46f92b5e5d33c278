"""One report at odds with itself."""

from __future__ import annotations

from rashomon.questions.internal.candidates import internal_topics
from rashomon.questions.internal.rules import RULES
from rashomon.questions.question import Question

INTERNAL = Question("internal", (internal_topics,), RULES)
