"""The rules for two forms of one name, and for two holders of one office."""

from __future__ import annotations

from rashomon.lang.given_names import like_given_names
from rashomon.model import Name, Verdict
from rashomon.questions.question import Case, Ruling


def two_given_names(case: Case) -> Ruling | None:
    """Two given names with one surname, where the reports speak of one person."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if not isinstance(first, Name) or not isinstance(second, Name) or not like_given_names(first.words, second.words):
        return None
    return Ruling(
        Verdict.CONFLICT, "name", f"“{first.words}” and “{second.words}” are two names, and no report knows both"
    )


def spelling(case: Case) -> Ruling | None:
    """Two forms of one name."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if not isinstance(first, Name) or not isinstance(second, Name):
        return None
    why = f" ({case.topic.why})" if case.topic.why else ""
    return Ruling(Verdict.COMPATIBLE, "wording", f"“{first.words}” and “{second.words}” write one name{why}")


def two_holders(case: Case) -> Ruling | None:
    """Two people named for one office that a single person holds."""
    first, second = (min(answer.claims[0].about.bearer) for answer in (case.first, case.second))
    return Ruling(
        Verdict.CONFLICT, "name", f"{first} and {second}: the office has one holder, and no report names both"
    )


OFFICE_RULES = (two_holders,)
NAME_RULES = (two_given_names, spelling)
