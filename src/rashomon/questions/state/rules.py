"""The rules for two claims of states: which follows which, and which deny one another."""

from __future__ import annotations

from rashomon.lang.families import ASSERTION, YET, Family, Relation, families
from rashomon.model import Claim, Phrase, Verdict
from rashomon.questions.question import Case, Ruling

EVERYONE = frozenset({"person"})


def later(case: Case) -> Ruling | None:
    """The states have an order, and one report tells of a later one than the other: it was written later."""
    family = _family(case.first.claims[0])
    if family is None or family.relation is not Relation.ORDER:
        return None
    steps = " and ".join(f"“{_step(answer.claims[0])}”" for answer in (case.first, case.second))
    return Ruling(Verdict.COMPATIBLE, "update", f"{case.topic.about}: {steps}, in this order, of one case")


def negation(case: Case) -> Ruling | None:
    """One report says so, the other that it is not so, or says what excludes it."""
    first, second = case.first.claims[0], case.second.claims[0]
    if not isinstance(first.value, Phrase) or not isinstance(second.value, Phrase):
        return None
    told = f"“{first.value.words}” and “{second.value.words}”"
    opposites = first.positive == second.positive and first.about.measure == ASSERTION
    how = "the two words are opposites" if opposites else "one denies what the other says"
    if any(YET in claim.about.period and not claim.positive for claim in (first, second)):
        return Ruling(Verdict.COMPATIBLE, "update", f"{told}: what has not happened yet may happen later")
    if first.about.bearer == second.about.bearer == EVERYONE:
        # Whether "two people" are hurt where "no one" was: a later count, another place, or at odds.
        return Ruling(Verdict.UNCLEAR, "negation", f"{told}: {how}, and the text does not settle of whom")
    family = _family(first)
    if family is not None and family.many and not (first.about.place & second.about.place):
        # Things of one noun need not be one thing: the lines of one village and of the town, the revenue of two firms.
        return Ruling(Verdict.UNCLEAR, "negation", f"{told}: {how}, and the text does not settle of which")
    return Ruling(Verdict.CONFLICT, "negation", f"{told}: {how}")


def _family(claim: Claim) -> Family | None:
    return families().get(claim.about.kind)


def _step(claim: Claim) -> str:
    return claim.about.state if claim.positive else f"not yet {claim.about.state}"


RULES = (later, negation)
