"""Which tellings are compared: all pairs of few, and a number that grows with their count of many."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.coreference.pairs import MOST_TELLINGS, compared

kinds = st.lists(st.sampled_from("abc"), max_size=60)


@given(kinds)
def test_every_pair_is_named_once_in_order(told: list[str]) -> None:
    pairs = list(compared(told))
    assert len(set(pairs)) == len(pairs)
    assert all(i < j for i, j in pairs)


@given(kinds)
def test_few_of_each_kind_are_all_compared(told: list[str]) -> None:
    few = [kind for at, kind in enumerate(told) if told[:at].count(kind) < MOST_TELLINGS]
    assert set(compared(few)) == set(combinations(range(len(few)), 2))


@given(kinds)
def test_each_further_one_is_compared_with_the_first_of_its_kind(told: list[str]) -> None:
    pairs = set(compared(told))
    for at, kind in enumerate(told):
        first = [i for i, other in enumerate(told[:at]) if other == kind][:MOST_TELLINGS]
        assert {(i, at) for i in first} <= pairs


def test_the_number_of_pairs_grows_with_the_number_of_tellings() -> None:
    counts = [len(list(compared("ab" * n))) for n in (100, 200, 400)]
    assert counts[2] - counts[1] == 2 * (counts[1] - counts[0])


def test_the_thirteenth_telling_of_a_kind_is_compared_with_its_own_kind_alone() -> None:
    told = "a" * 13 + "b"
    pairs = set(compared(told))
    assert {i for i, j in pairs if j == 13} == set(range(12))
    assert (0, 12) in pairs and (11, 12) in pairs
