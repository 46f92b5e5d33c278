"""The rule for two statements that differ in polarity alone."""

from __future__ import annotations

from rashomon.model import Phrase, Verdict
from rashomon.questions.question import Case, Ruling

OF_MANY = frozenset({"harm", "change"})  # what befalls things of which there are many of one name
EVERYONE = frozenset({"person"})


def negation(case: Case) -> Ruling | None:
    """One report says so, the other that it is not so."""
    first, second = case.first.claims[0], case.second.claims[0]
    if not isinstance(first.value, Phrase) or not isinstance(second.value, Phrase):
        return None
    told = f"“{first.value.words}” and “{second.value.words}”"
    how = "one denies what the other says" if first.positive != second.positive else "the two words are opposites"
    if any(claim.about.period and not claim.positive for claim in (first, second)):
        return Ruling(Verdict.COMPATIBLE, "update", f"{told}: what has not happened yet may happen later")
    if first.about.bearer == second.about.bearer == EVERYONE:
        # Whether "two people" are hurt where "no one" was: a later count, another place, or at odds.
        return Ruling(Verdict.UNCLEAR, "negation", f"{told}: {how}, and the text does not settle of whom")
    if first.about.kind in OF_MANY and not (first.about.place & second.about.place):
        # Things of one noun need not be one thing: the lines of one village and of the town, the revenue of two firms.
        return Ruling(Verdict.UNCLEAR, "negation", f"{told}: {how}, and the text does not settle of which")
    return Ruling(Verdict.CONFLICT, "negation", f"{told}: {how}")


RULES = (negation,)
