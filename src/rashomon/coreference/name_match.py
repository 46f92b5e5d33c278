"""What two names can be to one another, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sameness(StrEnum):
    """How two names lie to one another."""

    SAME = "same"
    VARIANT = "variant"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What two names are to one another, and the rule that says so, in words."""

    sameness: Sameness
    reason: str

    @property
    def linked(self) -> bool:
        """Say whether both names may name one thing."""
        return self.sameness in (Sameness.SAME, Sameness.VARIANT)
