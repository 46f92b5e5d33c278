"""How many, how much, how long, how far: figures with what they count or measure."""

from __future__ import annotations

from rashomon.questions.quantity.candidates import quantity_topics
from rashomon.questions.quantity.rules import RULES
from rashomon.questions.question import Question

QUANTITY = Question("quantity", (quantity_topics,), RULES)
