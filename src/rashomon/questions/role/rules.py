"""The rules for two descriptions of one person."""

from __future__ import annotations

from rashomon.lang.descriptions import rank_of, same_office
from rashomon.model import Verdict
from rashomon.questions.phrases import finer_description, other_words, phrases
from rashomon.questions.question import Case, Ruling


def two_ranks(case: Case) -> Ruling | None:
    """Two ranks of one service: a person holds one at a time."""
    first, second = (rank_of(role) for role in phrases(case))
    if not first[1] or first[0] != second[0] or same_office(first[1]) == same_office(second[1]):
        return None
    return Ruling(
        Verdict.CONFLICT, "role", f"{first[1]} and {second[1]} are different ranks, and a person holds one at a time"
    )


RULES = (two_ranks, finer_description, other_words)
