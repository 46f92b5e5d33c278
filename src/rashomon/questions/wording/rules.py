"""The rules for two phrases that stand in the same place of like sentences."""

from __future__ import annotations

from rashomon.model import Verdict
from rashomon.questions.phrases import finer_description, phrases
from rashomon.questions.question import Case, Ruling


def other_words(case: Case) -> Ruling | None:
    """The phrases stand for one another in otherwise like sentences."""
    one, other = phrases(case)
    return Ruling(Verdict.COMPATIBLE, "wording", f"“{one}” and “{other}” stand in the same place of like sentences")


RULES = (finer_description, other_words)
