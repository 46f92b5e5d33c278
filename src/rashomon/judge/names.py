"""The rules for two forms of one name, and for two descriptions of one person."""

from __future__ import annotations

from rashomon.judge.ruling import Case, Ruling
from rashomon.lang.descriptions import described_as, rank_of, same_office
from rashomon.lang.given_names import like_given_names
from rashomon.model import Name, Phrase, Verdict

DIRECTIONS = frozenset(
    {
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
    }
)


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


def two_ranks(case: Case) -> Ruling | None:
    """Two ranks of one service: a person holds one at a time."""
    first, second = (rank_of(role) for role in phrases(case))
    if not first[1] or first[0] != second[0] or same_office(first[1]) == same_office(second[1]):
        return None
    return Ruling(
        Verdict.CONFLICT, "role", f"{first[1]} and {second[1]} are different ranks, and a person holds one at a time"
    )


def finer_description(case: Case) -> Ruling | None:
    """One description holds all words of the other, and adds to it."""
    one, other = phrases(case)
    first, second = described_as(one), described_as(other)
    if first < second or second < first:
        return Ruling(Verdict.COMPATIBLE, "granularity", f"“{one}” and “{other}”: one says more of the same")
    return None


def other_words(case: Case) -> Ruling | None:
    """Two descriptions that do not exclude one another."""
    one, other = phrases(case)
    return Ruling(Verdict.COMPATIBLE, "wording", f"“{one}” and “{other}” are said of one, and both can hold")


def two_directions(case: Case) -> Ruling | None:
    """Two parts of the compass for one place (central, southeastern)."""
    first, second = (described_as(words) & DIRECTIONS for words in phrases(case))
    ours, theirs = ([word.removesuffix("ern") for word in found] for found in (first, second))
    if not first or not second or any(a in b or b in a for a in ours for b in theirs):
        return None  # the north-east is in the north
    one, other = sorted(first)[0], sorted(second)[0]
    return Ruling(Verdict.CONFLICT, "place", f"{one} and {other} are different parts of the country")


def two_holders(case: Case) -> Ruling | None:
    """Two people named for one office that a single person holds."""
    first, second = (min(answer.claims[0].about.bearer) for answer in (case.first, case.second))
    return Ruling(
        Verdict.CONFLICT, "name", f"{first} and {second}: the office has one holder, and no report names both"
    )


OFFICE_RULES = (two_holders,)
NAME_RULES = (two_given_names, spelling)
ROLE_RULES = (two_ranks, finer_description, other_words)
DESCRIPTION_RULES = (two_directions, finer_description, other_words)


def phrases(case: Case) -> tuple[str, str]:
    """Return the words of two answers that are phrases; empty where they are something else."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    return (first.words, second.words) if isinstance(first, Phrase) and isinstance(second, Phrase) else ("", "")
