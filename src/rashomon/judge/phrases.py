"""The rules for two phrases that stand in the same place of like sentences."""

from __future__ import annotations

from rashomon.judge.ruling import Case, Ruling
from rashomon.lang.descriptions import described_as
from rashomon.model import Phrase, Verdict


def finer(case: Case) -> Ruling | None:
    """One phrase holds all telling words of the other, and says more."""
    one, other = _phrases(case)
    first, second = described_as(one), described_as(other)
    if first < second or second < first:
        return Ruling(Verdict.COMPATIBLE, "granularity", f"“{one}” and “{other}”: one says more of the same")
    return None


def other_words(case: Case) -> Ruling | None:
    """The phrases stand for one another in otherwise like sentences."""
    one, other = _phrases(case)
    return Ruling(Verdict.COMPATIBLE, "wording", f"“{one}” and “{other}” stand in the same place of like sentences")


RULES = (finer, other_words)


def _phrases(case: Case) -> tuple[str, str]:
    first, second = case.first.claims[0].value, case.second.claims[0].value
    return (first.words, second.words) if isinstance(first, Phrase) and isinstance(second, Phrase) else ("", "")
