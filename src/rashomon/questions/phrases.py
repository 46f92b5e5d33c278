"""What is said of any two phrases that answer one question in words: the rules that several kinds share."""

from __future__ import annotations

from rashomon.lang.descriptions import described_as
from rashomon.model import Phrase, Verdict
from rashomon.questions.question import Case, Ruling


def phrases(case: Case) -> tuple[str, str]:
    """Return the words of two answers that are phrases; empty where they are something else."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    return (first.words, second.words) if isinstance(first, Phrase) and isinstance(second, Phrase) else ("", "")


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
