"""How alike phrases are where words of one sense count, and which go together."""

from __future__ import annotations

from itertools import combinations
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.align.event import Weights
from rashomon.align.kindred import closeness, groups_of, likeness

WEIGHTS = Weights(MappingProxyType({"harbour": 1.0, "the": 0.0}))
words = st.frozensets(st.sampled_from(["harbour", "port", "inspect", "inspection", "boat", "vessel", "x9", "the"]))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("inspect", "inspect"), ("inspect", "inspection")),
        (("inspect", "inspection"), ("inspect", "insult")),
        (("car", "automobile"), ("car", "vehicle")),
        (("car", "vehicle"), ("car", "orchard")),
    ],
)
def test_closer_words_say_more_of_one_another(better: tuple[str, str], worse: tuple[str, str]) -> None:
    assert closeness(*better) > closeness(*worse)


@settings(derandomize=True)
@given(words, words)
def test_likeness_is_symmetric_bounded_and_full_for_the_same(one: frozenset[str], other: frozenset[str]) -> None:
    assert likeness(one, other, WEIGHTS) == pytest.approx(likeness(other, one, WEIGHTS))
    assert 0 <= likeness(one, other, WEIGHTS) <= 1 + 1e-9
    assert likeness(one, one, WEIGHTS) == pytest.approx(1.0 if one - {"the"} else 0.0)


def test_a_chain_of_half_likenesses_makes_no_group() -> None:
    assert groups_of(3, {(0, 1): 0.9, (1, 2): 0.5}, 0.4) == [(0, 1), (2,)]
    assert groups_of(3, {(0, 1): 0.9, (1, 2): 0.5, (0, 2): 0.5}, 0.4) == [(0, 1, 2)]


@settings(derandomize=True, deadline=None)
@given(st.integers(0, 7), st.lists(st.floats(0, 1), min_size=21, max_size=21), st.floats(0.01, 1))
def test_groups_hold_every_phrase_once(count: int, likely: list[float], least: float) -> None:
    pairs = dict(zip(combinations(range(count), 2), likely, strict=False))
    assert sorted(n for group in groups_of(count, pairs, least) for n in group) == list(range(count))
