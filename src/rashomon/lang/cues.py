"""The words by which English reports, hedges and denies, read from their tables into frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.lang.tables import load_table

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportingCues:
    """Verbs, nouns and phrases that bring somebody's words or thoughts, by the frame they take (see `reporting.toml`).

    All are lemmas in lower case. `about` maps a verb to the prepositions that bring its content.
    """

    say: Words
    quoting: Words
    tell: Words
    think: Words
    show: Words
    intend: Words
    urge: Words
    judge: Words
    light: Words
    seem: Words
    about: Mapping[str, Words]
    passive_view: Words
    passive_hear: Words
    passive_hold: Words
    adjectives: Words
    nouns: Words
    channels: Words
    release: Words
    adverbs: Words
    according: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class StanceCues:
    """Words that say how sure a claim is, how far ahead, and who denies it (`hedges.toml`, `negation.toml`)."""

    possible: Words
    future: Words
    plan: Words
    plan_adjectives: Words
    plan_nouns: Words
    doubt: Words
    adverbs: Words
    adjectives: Words
    conditions: Words
    negations: Words
    determiners: Words
    failing: Words
    denial_verbs: Words
    denial_nouns: Words
    denial_adjectives: Words
    asserting: Words


@dataclass(frozen=True, slots=True)
class SourceCues:
    """Nouns that tell what kind of source speaks (`anonymous.toml`, `officials.toml`)."""

    anonymous: Words
    anonymous_phrases: tuple[str, ...]
    officials: Words
    bodies: Words
    outlets: Words
    documents: Words
    services: tuple[str, ...]
    titles: Words
    pronouns: Words


@cache
def reporting_cues() -> ReportingCues:
    """Return the reporting verbs and their frames."""
    table = load_table("reporting")
    return ReportingCues(
        **{
            name: frozenset(table[name])
            for name in ("say", "quoting", "tell", "think", "show", "intend", "urge", "judge")
        },
        seem=frozenset(table["phrases"]["seem"]),
        light=frozenset(table["phrases"]["light"]),
        about={verb: frozenset(words) for verb, words in table["about"].items()},
        passive_view=frozenset(table["passive"]["view"]),
        passive_hear=frozenset(table["passive"]["hear"]),
        passive_hold=frozenset(table["passive"]["hold"]),
        adjectives=frozenset(table["adjectives"]["hold"]),
        nouns=frozenset(table["nouns"]["content"]),
        channels=frozenset(table["nouns"]["channel"]),
        release=frozenset(table["channels"]["release"]),
        adverbs=frozenset(table["adverbs"]["report"]),
        according=tuple(tuple(phrase.split()) for phrase in table["phrases"]["according"]),
    )


@cache
def stance_cues() -> StanceCues:
    """Return the words of doubt, plan, negation and denial."""
    hedges, negation = load_table("hedges"), load_table("negation")
    hedged = (
        "possible",
        "future",
        "plan",
        "plan_adjectives",
        "plan_nouns",
        "doubt",
        "adverbs",
        "adjectives",
        "conditions",
    )
    negated = ("determiners", "failing", "denial_verbs", "denial_nouns", "denial_adjectives", "asserting")
    return StanceCues(
        **{name: frozenset(hedges[name]) for name in hedged},
        **{name: frozenset(negation[name]) for name in negated},
        negations=frozenset(negation["words"]),
    )


@cache
def source_cues() -> SourceCues:
    """Return the nouns that tell kinds of sources apart."""
    anonymous, officials = load_table("anonymous"), load_table("officials")
    return SourceCues(
        anonymous=frozenset(anonymous["nouns"]),
        anonymous_phrases=tuple(anonymous["phrases"]),
        officials=frozenset(officials["people"]),
        bodies=frozenset(officials["bodies"]),
        outlets=frozenset(officials["outlets"]),
        documents=frozenset(officials["documents"]),
        services=tuple(officials["services"]),
        titles=frozenset(officials["titles"]),
        pronouns=frozenset(officials["pronouns"]),
    )
