"""Which sentences of two reports are matched: those whose words in common tell enough."""

from __future__ import annotations

import pytest
from tests.readings import account_in_nouns

from rashomon.coreference.similar_sentences import similar_sentences


@pytest.mark.parametrize(
    ("common", "matched"),
    [
        ("harbour", False),  # one word, however rare
        ("town night", False),  # two that are in many a sentence
        ("boat night", False),  # just below 60
        ("boat house", True),  # just above
        ("boat mayor", True),
    ],
)
def test_few_plain_words_in_common_match_no_sentences(common: str, matched: bool) -> None:
    accounts = account_in_nouns("a", f"{common} barn"), account_in_nouns("b", f"{common} ferry")
    found = similar_sentences(accounts, ()).likenesses
    assert bool(found) == matched
