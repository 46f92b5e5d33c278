"""The slots of a question: state, subset, period, bearer, place and kind, on invented sentences."""

from __future__ import annotations

import pytest
from tests.extract.invented_claims import quantity_claim

from rashomon.extract.slots import cue_words, states


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The blast killed four bakers.", "dead"),
        ("Four bakers died in the blast.", "dead"),
        ("Two elderly passengers were killed.", "dead"),
        ("Nine of the wounded miners are in hospital.", "injured"),
        ("The blast hurt 7 bakers.", "injured"),
        ("Police arrested 14 dockers in Quillport.", "arrested"),
        ("The company sold 300 trams.", "sold"),
        ("The fire destroyed 30 barns.", "damaged"),
        ("The frigate rescued three divers.", "rescued"),
        ("Six sailors are still missing.", "missing"),
        ("The bus carried 12 pupils.", ""),
    ],
)
def test_what_happened_to_it(text: str, state: str) -> None:
    assert quantity_claim(text).about.state == state


def test_two_counts_of_one_sentence_have_their_own_states() -> None:
    text = "The blast killed four bakers and injured nine."
    assert [quantity_claim(text, n).about.state for n in (0, 1)] == ["dead", "injured"]


@pytest.mark.parametrize(
    ("text", "subset"),
    [
        ("Six other villages lost power.", {"other"}),
        ("The main damage is to the four mills.", set()),  # the damage is the main one, not the mills
        ("About 60 per cent of homes lost power.", set()),
        ("Two elderly passengers were killed.", {"elderly"}),
        ("The storm tore down 12 more lanterns.", {"more"}),
        ("More than 12 lanterns fell.", set()),  # "more than" states the number
        ("The storm tore down 12 lanterns.", set()),
        ("The strike lasted five days.", set()),  # "lasted" is no "last"
        ("The strike will last five days.", set()),
    ],
)
def test_words_that_narrow(text: str, subset: set[str]) -> None:
    assert quantity_claim(text).about.subset == subset


@pytest.mark.parametrize(
    ("text", "period"),
    [("The town sells 12 boats a month.", {"month"}), ("The town sold 12 boats.", set())],
)
def test_words_of_a_period(text: str, period: set[str]) -> None:
    assert quantity_claim(text).about.period == period


def test_bearers_places_and_kind() -> None:
    about = quantity_claim("Police arrested 14 dockers in Quillport.").about
    assert about.bearer == {"police", "quillport"}
    assert about.place == {"quillport"}
    assert (about.kind, about.predicate) == ("person", "arrest")
    assert quantity_claim("The smugglers used a 10-metre dhow.").about.kind == "artifact"


def test_modifiers_are_the_words_that_describe_it() -> None:
    assert quantity_claim("The guards found 12 heavy wooden crates.").about.modifiers == {"heavy", "wooden"}


def test_the_tables_name_each_word_for_one_state() -> None:
    assert states()["kill"] == "dead"
    assert set(states().values()) >= {"dead", "injured", "missing", "arrested"}
    assert "other" in cue_words("subset") and "month" in cue_words("period")
    assert all(word == word.lower() for word in states())
