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


def told(act: str, part: str, event: str = "", names: str = "", words: str = "mill") -> Happening:
    """Return a telling by its words; none of the invented ones tells more than another."""
    of_event = frozenset(event.split())
    return Happening(
        act, True, of_event, frozenset(), frozenset(part.split()), frozenset(names.split()), frozenset([words])
    )


def test_acts_of_one_event_are_never_as_alike_as_one_act() -> None:
    charged, fled = told("charge", "dorn", event="shooting"), told("flee", "dorn", event="shooting")
    assert likeness(charged, charged) == pytest.approx(1)
    assert likeness(charged, fled) == pytest.approx(0.44)


@pytest.mark.parametrize(
    ("one", "other", "strangers"),
    [
        ("varn", "dorl", True),
        ("varn dorl marn keld sorn", "varn dorl pell rusk tolm", True),  # two words of five
        ("varn dorl", "varn marn", False),  # half of them
        ("varn dorl marn", "varn dorl keld", False),
    ],
)
def test_who_share_no_name_and_less_than_half_of_their_words_are_strangers(
    one: str, other: str, strangers: bool
) -> None:
    unnamed = likeness(told("flee", one), told("flee", other))
    named = likeness(told("flee", one, names="ada"), told("flee", other, names="vera"))
    assert unnamed - named == pytest.approx(0.2 if strangers else 0)
