"""What happened, as one clause tells it: the act that a time or a place hangs on, and who took part."""

from __future__ import annotations

import pytest
from tests.events import account_of

from rashomon.model import Happening, Period


def act_of(text: str) -> Happening | None:
    """Return the act that the first time in a text hangs on."""
    return next(c for c in account_of("r", text).claims if isinstance(c.value, Period)).happening


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The old ferry sank near Oxley on Monday.", "sink"),
        ("The shooting on Monday shocked the town.", "shooting"),  # the noun of an event
        ("Police said the ferry sank on Monday.", "sink"),
    ],
)
def test_the_act(text: str, act: str) -> None:
    found = act_of(text)
    assert found is not None and found.act == act


def test_who_and_what_took_part() -> None:
    found = act_of("A choir sang, and the old ferry sank near Oxley on Monday.")
    assert found is not None
    assert {"ferry", "oxley"} <= found.part
    assert "choir" not in found.part  # took part in another act
    assert found.names == {"oxley"}
    assert "monday" not in found.words  # the time itself is no word of the telling


def test_a_pronoun_stands_for_whom_it_most_likely_means() -> None:
    found = act_of("Ada Kessling was sworn in. She resigned on Monday.")
    assert found is not None and "kessling" in found.names


def test_a_time_in_a_line_without_a_verb_hangs_on_nothing() -> None:
    assert act_of("Monday, March 3, 2031") is None
