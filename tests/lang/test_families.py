"""The tables of states: what they hold, and what is said of one that does not fit."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from rashomon.errors import InstallError
from rashomon.lang.families import (
    Relation,
    Way,
    families,
    read_examples,
    read_family,
    stated_by,
    uses_of,
    words_of,
)

PLAIN: dict[str, Any] = {
    "about": "stage of the race",
    "relation": "order",
    "bearer": ["race"],
    "states": [{"name": "begun", "own": ["begin"]}, {"name": "ended", "own": ["end"], "verbs": ["call off"]}],
}


def test_a_table_is_read_as_it_stands() -> None:
    family = read_family("race", PLAIN)
    assert (family.bearer, family.nouns, family.many) == ("noun", {"race"}, False)
    assert [family.place(name) for name in ("begun", "ended")] == [0, 1]
    assert family.states[1].words[Way.DONE] == {"call off"}
    with pytest.raises(KeyError):
        family.place("won")


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"relations": "order"}, "relations"),
        ({"relation": "circle"}, "relation"),
        ({"bearer": "horse"}, "bearer"),
        ({"relation": "exclusion"}, "exclude"),
        ({"states": [{"name": "begun", "verb": ["begin"]}]}, "verb"),
        ({"states": [{"name": "begun", "excludes": ["won"]}]}, "excludes"),
        ({"states": [{"name": "begun"}, {"name": "begun"}]}, "name"),
        ({"states": [{"name": "begun", "verbs": "begin"}]}, "“verbs” is a list"),
        ({"states": [{"name": "held up", "verbs": ["put on hold"]}]}, "“put on hold”"),
        ({"bearer": ["boat race"]}, "one word each"),
        ({"bearer": "horse"}, "person, subject, thing"),
    ],
)
def test_a_table_that_does_not_fit_is_named_with_what_is_wrong(changed: dict[str, Any], named: str) -> None:
    with pytest.raises(InstallError, match=r"race\.toml") as told:
        read_family("race", PLAIN | changed)
    assert named in str(told.value)


def test_a_table_without_a_key_that_it_needs_is_told_of() -> None:
    with pytest.raises(InstallError, match="missing: about"):
        read_family("race", {key: value for key, value in PLAIN.items() if key != "about"})


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"verdict": "compatable"}, "“verdict” is one of"),
        ({"reason": None}, "missing: reason"),
        ({"second": None}, "missing: second"),
        ({"note": "x"}, "unknown: note"),
    ],
)
def test_an_example_that_does_not_fit_is_named(changed: dict[str, Any], named: str) -> None:
    whole = {"first": "The race begins.", "second": "The race ended.", "verdict": "compatible", "reason": "update"}
    one = {key: value for key, value in (whole | changed).items() if value is not None}
    with pytest.raises(InstallError, match=r"race\.examples\.toml: example 2: ") as told:
        read_examples("race.examples.toml", {"examples": [whole, one]})
    assert named in str(told.value)


def test_a_family_without_examples_is_told_of() -> None:
    with pytest.raises(InstallError, match=r"no \[\[examples"):
        read_examples("race.examples.toml", {})


def test_exclusion_holds_both_ways() -> None:
    harm = families()["harm"]
    assert harm.excluded("harmed", "whole") and harm.excluded("whole", "harmed")
    assert not harm.excluded("harmed", "harmed")


def test_a_predicate_tells_one_state_of_one_family_of_whole_statements() -> None:
    words = Counter(
        word
        for family in families().values()
        if family.bearer == "subject"
        for state in family.states
        for word in {w for ways in state.words.values() for w in ways}
    )
    assert len(words) > 30 and set(words.values()) == {1}
    found = stated_by("reopen")
    assert found is not None and (found.family.name, found.state.name) == ("open_or_shut", "open")
    assert stated_by("arrest") is None


def test_a_word_tells_one_state_of_an_order() -> None:
    for family in (f for f in families().values() if f.relation is Relation.ORDER):
        words = Counter(word for state in family.states for word in {w for ways in state.words.values() for w in ways})
        assert set(words.values()) == {1}


def test_phrases_are_found_by_their_noun_and_verbs_by_themselves() -> None:
    assert {(use.way, use.rest) for use in uses_of("custody")} == {(Way.PHRASE, "in"), (Way.PHRASE, "into")}
    assert {(use.way, use.rest) for use in uses_of("search")} == {(Way.DONE, "for")}


def test_the_words_of_a_state() -> None:
    assert "flood" in words_of("harm", "harmed", Way.DONE)
    assert words_of("harm", "whole", Way.DONE) == frozenset()
