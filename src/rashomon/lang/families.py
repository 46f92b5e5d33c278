"""Families of states, a table each: the words by which reports say in what state somebody or something is.

The tables are the files of `questions/state/families` (`NAME.toml`, with `NAME.examples.toml` beside it): a family is
found because its file lies there. CONTRIBUTING.md tells what a table holds.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from rashomon import tables
from rashomon.errors import InstallError
from rashomon.model import Verdict

_WORDS = tables.words("rashomon.lang")

# What the claims of states are measures of, and the mark of what is told of the time up to now.
ASSERTION, STATE = "assertion", "state"
YET = "yet"
EXAMPLES = ".examples.toml"
KEYS = _WORDS.set("families_keys")
NEEDED = ("relation", "bearer", "states")
OF_EXAMPLES = _WORDS.set("families_examples")
VERDICTS = frozenset({*Verdict, "none"})
MOST_WORDS = 2  # a verb and its particle or preposition, a preposition and its noun
LISTS = _WORDS.sequence("families_lists")
BEARERS = _WORDS.set("families_bearers")


class Relation(StrEnum):
    """How the states of a family stand to one another."""

    EXCLUSION = "exclusion"  # one excludes another
    ORDER = "order"  # one follows another: the later supersedes


class Way(StrEnum):
    """Of whom a word tells its state."""

    DONE = "verbs"  # whom the verb is done to
    OWN = "own"  # whom the verb is said of
    SAID = "adjectives"
    NOUN = "nouns"  # with a light verb where the state has some, else behind "to", "in", "of"
    PHRASE = "phrases"  # a noun behind its preposition


@dataclass(frozen=True, slots=True)
class State:
    """One state: its name, the names of those that it excludes, its words way by way, and its light verbs."""

    name: str
    excludes: frozenset[str]
    words: Mapping[Way, frozenset[str]]
    light: frozenset[str]


@dataclass(frozen=True, slots=True)
class Family:
    """States that one bearer is in by turns, first to last where they have an order.

    `bearer` is "subject" (a whole statement is held against another), "thing", "person" or "noun": then `nouns` are
    those that it may be called. `about` is the question in words, "" where statements are its words. `many` says that
    there are many bearers of one name; `through` are the verbs of coming through.
    """

    name: str
    about: str
    relation: Relation
    bearer: str
    nouns: frozenset[str]
    many: bool
    through: frozenset[str]
    states: tuple[State, ...]

    def place(self, state: str) -> int:
        """Return the place of a state in the table, 0 the first. Raises `KeyError` where there is none of that name."""
        for number, one in enumerate(self.states):
            if one.name == state:
                return number
        raise KeyError(state)

    def excluded(self, one: str, other: str) -> bool:
        """Say whether nothing is in both states at once. Symmetric."""
        return any({one, other} == {state.name, name} for state in self.states for name in state.excludes)


@dataclass(frozen=True, slots=True)
class Use:
    """One word as it tells of a state; `rest` is the other word of a phrase: a particle or preposition, or ""."""

    family: Family
    state: State
    way: Way
    rest: str = ""


@cache
def families() -> Mapping[str, Family]:
    """Return the families by name, in the order of their names. Raises `InstallError` where a table does not fit."""
    tables = sorted((t for t in _folder().iterdir() if _names_a_family(t.name)), key=lambda table: table.name)
    return MappingProxyType({name: read_family(name, _read(t)) for t in tables for name in [t.name[: -len(".toml")]]})


@dataclass(frozen=True, slots=True)
class Example:
    """Two sentences, and what is said of them: a verdict with its reason, or "none".

    `steps` are the states of an order as they are shown, first to last; () where the example does not name them.
    """

    first: str
    second: str
    verdict: str
    reason: str = ""
    steps: tuple[str, ...] = ()


@cache
def examples_of(name: str) -> tuple[Example, ...]:
    """Return the examples of a family. Raises `InstallError` where there is no such file, or one does not fit."""
    file = name + EXAMPLES
    return read_examples(file, _read(_folder().joinpath(file)))


def read_examples(file: str, table: Mapping[str, Any]) -> tuple[Example, ...]:
    """Return the examples of a parsed table. Raises `InstallError` where a key or a value is none that they have."""
    found = []
    for number, one in enumerate(table.get("examples", ()), 1):
        strange, told = set(one) - OF_EXAMPLES, one.get("verdict")
        lacking = {"first", "second", "verdict"} - set(one)
        if told != "none" and "reason" not in one:
            lacking.add("reason")
        if strange or lacking or told not in VERDICTS:
            verdicts = f"“verdict” is one of {', '.join(sorted(VERDICTS))}"
            raise _misfit(file, f"example {number}: {_named(strange, lacking) or verdicts}")
        found.append(Example(one["first"], one["second"], told, one.get("reason", ""), tuple(one.get("steps", ()))))
    if not found:
        raise _misfit(file, "it holds no [[examples]]")
    return tuple(found)


@cache
def uses_of(lemma: str) -> tuple[Use, ...]:
    """Return how a word in base form tells of states; of a phrase, its verb, or its noun, is the word."""
    return _uses().get(lemma, ())


@cache
def stated_by(lemma: str) -> Use | None:
    """Return the state that a predicate gives to its subject, in the families of whole statements, or None."""
    return next((use for use in uses_of(lemma) if use.family.bearer == "subject"), None)


def words_of(family: str, state: str, *ways: Way) -> frozenset[str]:
    """Return the words of a state. Raises `KeyError` where there is no such family or state."""
    of = families()[family]
    return frozenset(word for way in ways for word in of.states[of.place(state)].words[way])


def read_family(name: str, table: Mapping[str, Any]) -> Family:
    """Return the family of a parsed table. Raises `InstallError` where a key or a value is none that tables have."""
    file = name + ".toml"
    of_states = {k for s in table.get("states", ()) for k in set(s) - {*LISTS, "name", "excludes"}}
    strange = (set(table) - KEYS) | of_states
    lacking = {*NEEDED, *(["about"] if table.get("bearer") != "subject" else [])} - set(table)
    if strange or lacking:
        raise _misfit(file, _named(strange, lacking))
    states = tuple(_state(file, one) for one in table["states"])
    named = {state.name for state in states}
    if len(named) != len(states) or any(state.excludes - named for state in states):
        raise _misfit(file, "every state needs a name of its own, and “excludes” names states of this table")
    if table["relation"] not in list(Relation):
        raise _misfit(file, f"“relation” is one of {', '.join(Relation)}")
    bearer = table["bearer"]
    by_noun = isinstance(bearer, list)
    if not (all(len(noun.split()) == 1 for noun in bearer) if by_noun else bearer in BEARERS):
        raise _misfit(file, f"“bearer” is one of {', '.join(sorted(BEARERS))}, or a list of nouns of one word each")
    relation = Relation(table["relation"])
    if (relation is Relation.EXCLUSION) is not any(state.excludes for state in states):
        raise _misfit(file, "states exclude others where the relation is “exclusion”, and there alone")
    return Family(
        name, table.get("about", ""), relation, "noun" if by_noun else bearer, frozenset(bearer if by_noun else ()),
        table.get("many", False), frozenset(table.get("through", ())), states,
    )  # fmt: skip


def _state(file: str, table: Mapping[str, Any]) -> State:
    name = table.get("name", "")
    for key in (*LISTS, "excludes"):
        if not isinstance(table.get(key, []), list):
            raise _misfit(file, f"state “{name}”: “{key}” is a list: {key} = [...]")
    for way in Way:
        if long := [word for word in table.get(way.value, ()) if len(word.split()) > MOST_WORDS]:
            raise _misfit(file, f"state “{name}”: “{long[0]}” has more words than are looked for, {MOST_WORDS}")
    words = MappingProxyType({way: frozenset(table.get(way.value, ())) for way in Way})
    return State(name, frozenset(table.get("excludes", ())), words, frozenset(table.get("light", ())))


@cache
def _uses() -> Mapping[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for family in families().values():
        for state in family.states:
            for way, words in state.words.items():
                for word in sorted(words):
                    key, rest = _split(word, way)
                    found[key].append(Use(family, state, way, rest))
    return MappingProxyType({key: tuple(uses) for key, uses in found.items()})


def _split(word: str, way: Way) -> tuple[str, str]:
    """Return the word that is looked for and the one beside it: "in custody" is found by its noun."""
    first, _, second = word.partition(" ")
    return (second, first) if way is Way.PHRASE else (first, second)


def _folder() -> Traversable:
    return resources.files("rashomon").joinpath("questions", "state", "families")


def _names_a_family(file: str) -> bool:
    return file.endswith(".toml") and not file.endswith(EXAMPLES)


def _read(table: Traversable) -> Mapping[str, Any]:
    try:
        with table.open("rb") as stream:
            return tomllib.load(stream)
    except FileNotFoundError:
        raise _misfit(table.name, "there is no such file") from None
    except tomllib.TOMLDecodeError as error:
        raise _misfit(table.name, f"it is no TOML: {error}") from None


def _named(strange: set[str], lacking: set[str]) -> str:
    """Return which keys are unknown and which are missing, in words; "" for none."""
    told = {"unknown": strange, "missing": lacking}
    return "; ".join(f"{what}: {', '.join(sorted(keys))}" for what, keys in told.items() if keys)


def _misfit(file: str, what: str) -> InstallError:
    return InstallError(f"questions/state/families/{file}: {what}. Compare it with the tables beside it.")
