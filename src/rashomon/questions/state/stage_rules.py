"""The rule for reports that stand at different steps of one case."""

from __future__ import annotations

from rashomon.model import Claim, Verdict
from rashomon.questions.question import Case, Ruling


def later(case: Case) -> Ruling | None:
    """One report tells of a later step than the other: it was written later."""
    steps = " and ".join(f"“{_step(answer.claims[0])}”" for answer in (case.first, case.second))
    return Ruling(Verdict.COMPATIBLE, "update", f"{case.topic.about}: {steps}, in this order, of one case")


def _step(claim: Claim) -> str:
    return claim.about.predicate if claim.positive else f"not yet {claim.about.predicate}"


RULES = (later,)
