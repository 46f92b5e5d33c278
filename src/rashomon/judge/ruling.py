"""What a rule says of two answers to one question, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rashomon.model import Account, Answer, Claim, Topic, Verdict
from rashomon.settings import Settings


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on two answers, the name of the rule that gave it, and its arithmetic in words."""

    verdict: Verdict
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Case:
    """Two answers to one question, the accounts they stand in by report id, their topic, and the thresholds."""

    first: Answer
    second: Answer
    accounts: dict[str, Account]
    topic: Topic
    settings: Settings = field(default_factory=Settings)

    @property
    def claims(self) -> Iterable[tuple[Claim, Claim]]:
        """Return every pair of claims of the two answers."""
        return ((a, b) for a in self.first.claims for b in self.second.claims)


Rule = Callable[[Case], Ruling | None]


def first_ruling(case: Case, rules: tuple[Rule, ...]) -> Ruling | None:
    """Return what the first rule that holds says, or None where none does."""
    for rule in rules:
        if (ruling := rule(case)) is not None:
            return ruling
    return None
