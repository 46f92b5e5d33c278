"""Said in what words: one quotation as several reports print it."""

from __future__ import annotations

from rashomon.questions.question import Question
from rashomon.questions.quotation.candidates import quote_topics
from rashomon.questions.quotation.rules import RULES

QUOTATION = Question("quote", (quote_topics,), RULES)
