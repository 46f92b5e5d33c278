"""How alike two tellings of an act are: pairs that must rank above others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.events import account_of

from rashomon.coreference.acts import likeness
from rashomon.model import Happening, Period

words = st.frozensets(st.sampled_from(["fire", "mill", "barge", "crew", "Oxley", "quake", "north"]), max_size=4)
tellings = st.builds(
    Happening, st.sampled_from(["burn", "sink", "fire"]), st.booleans(), words, words, words, words, words
)


def of(text: str) -> Happening:
    account = account_of("r", text)
    claim = next(c for c in account.claims if isinstance(c.value, Period))
    assert claim.happening is not None
    return claim.happening


SEED = "The old ferry sank near Oxley on Monday."


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("The old ferry sank on Tuesday.", "The red barge sank on Tuesday."),  # the same thing
        ("The old ferry sank on Tuesday.", "The old ferry was built in May."),  # the same act
        ("The old ferry sank near Oxley on Friday.", "The old ferry sank last year."),  # the sentence
    ],
)
def test_ranking(better: str, worse: str) -> None:
    assert likeness(of(SEED), of(better)) > likeness(of(SEED), of(worse))


@settings(derandomize=True, deadline=None, database=None)
@given(tellings, tellings)
def test_likeness_is_symmetric_and_between_0_and_1(one: Happening, other: Happening) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0 <= likeness(one, other) <= 1
