"""Where: the place of one act or thing."""

from __future__ import annotations

from rashomon.questions.place.candidates import place_topics
from rashomon.questions.place.rules import RULES
from rashomon.questions.place.whereabouts import whereabouts_topics
from rashomon.questions.question import Question

PLACE = Question("place", (place_topics, whereabouts_topics), RULES)
