"""What a run over many files says about the ones that could not be used, or not as they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model import Report


class Gravity(StrEnum):
    """How much a problem weighs: a failure changes the exit code, the others are only said."""

    FAILED = "failed"
    SKIPPED = "skipped"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one input: `source` is its path as given, `message` says what is wrong and what to do."""

    source: str
    gravity: Gravity
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the reports, ordered by id, and every problem, ordered by source."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Say whether an input that was asked for gave no report."""
        return any(problem.gravity is Gravity.FAILED for problem in self.problems)
