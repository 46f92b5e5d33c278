"""The rules for two descriptions of one named thing."""

from __future__ import annotations

from rashomon.lang.descriptions import described_as
from rashomon.lang.directions import PARTS
from rashomon.model import Verdict
from rashomon.questions.phrases import finer_description, other_words, phrases
from rashomon.questions.question import Case, Ruling


def two_directions(case: Case) -> Ruling | None:
    """Two parts of the compass for one place (central, southeastern)."""
    first, second = (described_as(words) & PARTS for words in phrases(case))
    ours, theirs = ([word.removesuffix("ern") for word in found] for found in (first, second))
    if not first or not second or any(a in b or b in a for a in ours for b in theirs):
        return None  # the north-east is in the north
    one, other = sorted(first)[0], sorted(second)[0]
    return Ruling(Verdict.CONFLICT, "place", f"{one} and {other} are different parts of the country")


RULES = (two_directions, finer_description, other_words)
