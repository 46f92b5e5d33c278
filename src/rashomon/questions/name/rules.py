"""The rule for two forms of one name."""

from __future__ import annotations

from rashomon.model import Name, Verdict
from rashomon.questions.question import Case, Ruling


def spelling(case: Case) -> Ruling | None:
    """Two forms of one name."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if not isinstance(first, Name) or not isinstance(second, Name):
        return None
    why = f" ({case.topic.why})" if case.topic.why else ""
    return Ruling(Verdict.COMPATIBLE, "wording", f"“{first.words}” and “{second.words}” write one name{why}")


RULES = (spelling,)
