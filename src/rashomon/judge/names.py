"""The rules for two forms of one name, and for two roles of one person."""

from __future__ import annotations

from rashomon.judge.ruling import Case, Ruling
from rashomon.model import Name, Phrase, Verdict


def spelling(case: Case) -> Ruling | None:
    """Two forms of one name."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if not isinstance(first, Name) or not isinstance(second, Name):
        return None
    return Ruling(Verdict.COMPATIBLE, "wording", f"“{first.words}” and “{second.words}”: {case.topic.why}")


def description(case: Case) -> Ruling | None:
    """Two descriptions of one person: one may hold the other."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if not isinstance(first, Phrase) or not isinstance(second, Phrase):
        return None
    return Ruling(Verdict.COMPATIBLE, "wording", f"“{first.words}” and “{second.words}” are said of one person")


NAME_RULES = (spelling,)
ROLE_RULES = (description,)
