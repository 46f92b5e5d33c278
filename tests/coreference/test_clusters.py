"""How alike tellings must be to be compared, gathered and grouped."""

from __future__ import annotations

import pytest
from tests.questions.hand_built import claim

from rashomon.coreference.clusters import SAME_ACT, Placed, alike, gathered, grouped
from rashomon.model import Happening

FLED = Happening("flee", True, frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


def placed(*values: str) -> tuple[Placed, ...]:
    """Return a telling of each value, each by a report of its own."""
    return tuple(
        Placed(claim("3 barns", report=report), FLED, value) for report, value in zip("abcd", values, strict=False)
    )


@pytest.mark.parametrize(("sure", "compared"), [(0.34, False), (0.35, True), (0.4, True)])
def test_tellings_are_of_one_act_from_here_on(sure: float, compared: bool) -> None:
    found = alike(placed("Monday", "Friday"), lambda one, other: sure, SAME_ACT)
    assert found == ({(0, 1): sure} if compared else {})


@pytest.mark.parametrize(("sure", "gatherings"), [(0.39, 2), (0.4, 1), (0.45, 1)])
def test_equal_values_are_gathered_only_where_the_acts_are_more_alike(sure: float, gatherings: int) -> None:
    assert len(gathered(placed("Monday", "Monday"), {(0, 1): sure})) == gatherings


def test_different_values_are_never_gathered() -> None:
    assert len(gathered(placed("Monday", "Friday"), {(0, 1): 1.0})) == 2


@pytest.mark.parametrize(
    ("bridge", "groups"),
    [
        (0.39, [(0, 1), (2, 3)]),  # one of four pairs: 0.0975 on the mean
        (0.4, [(0, 1, 2, 3)]),  # 0.1
    ],
)
def test_one_likeness_joins_two_pairs_only_where_it_carries_them_all(
    bridge: float, groups: list[tuple[int, ...]]
) -> None:
    assert grouped(4, {(0, 1): 0.9, (2, 3): 0.9, (1, 2): bridge}) == groups
