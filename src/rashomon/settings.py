"""Every threshold in one frozen value: its default, its unit, and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers that a user may turn. Calibrated figures name where they were calibrated.

    `largest_file` (bytes) bounds what is read at once, `largest_report` (characters) what is compared: no news report
    is near it, and a book would take minutes. `columns` pairs fields of a report ("text", "title", "outlet") with the
    columns of a table that hold them, where their names do not say so. `parser` names a spaCy pipeline of the user's
    own; None is the one that ships. `policy` is the house rule that badges are given by: one that ships, or the path
    of a file of the user's own.
    """

    largest_file: int = 20_000_000
    largest_report: int = 500_000
    columns: tuple[tuple[str, str], ...] = ()
    parser: str | None = None
    same_value_score: float = 0.2
    same_question_score: float = 0.2
    one_question_score: float = 0.1
    like_sentences: float = 3.0
    wording_score: float = 0.28
    added_wording_score: float = 0.15
    two_things_score: float = 0.3
    conflict_score: float = 0.35
    alike_strength: float = 3.0
    sole_cosine: float = 0.5
    sole_words: int = 1
    meaning: bool = False
    meaning_likeness: float = 0.7
    policy: str = "two-origins"
