"""In which other words: phrases in the same place of like sentences."""

from __future__ import annotations

from rashomon.questions.question import Question
from rashomon.questions.wording.candidates import wording_topics
from rashomon.questions.wording.rules import RULES

WORDING = Question("wording", (wording_topics,), RULES, in_words=True)
