"""A kind of question: what finds it in an event, and the rules that judge two answers to it, asked in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rashomon.coreference.event import Event
from rashomon.model import Answer, Claim, Topic, Verdict
from rashomon.settings import Settings


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on two answers, the name of the rule that gave it, and its arithmetic in words."""

    verdict: Verdict
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Case:
    """Two answers to one question, their topic, and the thresholds."""

    first: Answer
    second: Answer
    topic: Topic
    settings: Settings = field(default_factory=Settings)

    @property
    def claims(self) -> Iterable[tuple[Claim, Claim]]:
        """Return every pair of claims of the two answers."""
        return ((a, b) for a in self.first.claims for b in self.second.claims)


Rule = Callable[[Case], Ruling | None]


def first_ruling(case: Case, rules: tuple[Rule, ...]) -> Ruling | None:
    """Return what the first rule that holds says, or None where none does."""
    return next((ruling for rule in rules if (ruling := rule(case)) is not None), None)


Finder = Callable[[Event], Iterable[Topic]]


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question that reports answer.

    `kind` is its name; `finders` return its topics in an event; `rules` judge two answers, the first that holds is
    believed. `in_words` says that the answers differ in words alone: one finding then shows all that can hold together,
    whatever tells each two apart.
    """

    kind: str
    finders: tuple[Finder, ...]
    rules: tuple[Rule, ...] = ()
    in_words: bool = False

    def topics(self, event: Event) -> Iterable[Topic]:
        """Yield the topics of the event that are of this kind, finder by finder."""
        return (topic for find in self.finders for topic in find(event))

    def ruling(self, case: Case) -> Ruling | None:
        """Return what the first rule that holds says, or None where none does."""
        return first_ruling(case, self.rules)
