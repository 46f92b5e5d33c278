"""Reads several reports of one event and shows what they agree on, where they differ, and who each has it from.

from rashomon import compare, read

comparison = compare(read(["first.txt", "second.txt"]).reports)
for finding in comparison.findings:
    print(finding.verdict, finding.about, finding.explanation)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

# The package of this name is loaded before the function below takes its place, so that no later import undoes it.
import rashomon.read  # noqa: F401
from rashomon.errors import InputError, InstallError, NotAReport, RashomonError, TooLarge, Unreadable
from rashomon.model import Comparison, Evidence, Finding, Passage, Report, Role, Side, Verdict
from rashomon.settings import Settings
from rashomon.text import Range

if TYPE_CHECKING:
    from rashomon.read.problems import Reading

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "Evidence",
    "Finding",
    "InputError",
    "InstallError",
    "NotAReport",
    "Passage",
    "Range",
    "RashomonError",
    "Report",
    "Role",
    "Settings",
    "Side",
    "TooLarge",
    "Unreadable",
    "Verdict",
    "compare",
    "read",
]


def read(paths: Iterable[str | Path], settings: Settings | None = None) -> Reading:
    """Return the reports that files and folders hold (`.reports`), and what could not be used (`.problems`).

    Never raises for a bad input: the other inputs are still read.
    """
    from rashomon import pipeline

    return pipeline.read(paths, settings)


def compare(reports: Iterable[Report], settings: Settings | None = None) -> Comparison:
    """Return what the reports of one event say together; the order they are given in changes nothing.

    Raises `InstallError` where the parser is missing or does not fit.
    """
    from rashomon import pipeline

    return pipeline.compare(reports, settings)
