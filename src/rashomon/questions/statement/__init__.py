"""What is told: statements that several reports make alike, and those that one alone makes."""

from __future__ import annotations

from rashomon.questions.question import Question
from rashomon.questions.statement.candidates import statement_topics

STATEMENT = Question("statement", (statement_topics,))
