"""The rules for two phrases in the same place, and how agreements and sole statements are put."""

from __future__ import annotations

import pytest

from rashomon.model import About, Answer, Claim, Phrase, Topic
from rashomon.questions.question import Case, first_ruling
from rashomon.questions.wording.rules import RULES


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("the stone pier", "the pier", "granularity"),
        ("pier", "old stone pier of Dorn", "granularity"),
        ("the boat", "the vessel", "wording"),
        ("a stone pier", "a wooden pier", "wording"),
        ("the pier", "a pier", "wording"),  # the same telling words: neither says more
    ],
)
def test_reasons(one: str, other: str, reason: str) -> None:
    first, second = (Answer((Claim(Phrase(words), About(), report=r),)) for words, r in ((one, "a"), (other, "b")))
    topic = Topic("wording", "hit", (first, second))
    for case in (Case(first, second, topic), Case(second, first, topic)):
        found = first_ruling(case, RULES)
        assert found is not None
        assert (found.verdict.value, found.reason) == ("compatible", reason)
        assert one in found.explanation and other in found.explanation
