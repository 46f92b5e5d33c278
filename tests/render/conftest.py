"""A comparison of two invented reports whose words would do harm wherever they were obeyed and not shown."""

from __future__ import annotations

from datetime import datetime

import pytest

from rashomon.model import (
    Comparison,
    Evidence,
    Finding,
    Modality,
    OriginEdge,
    Origins,
    Passage,
    Report,
    Role,
    Side,
    Source,
    Verdict,
)
from rashomon.text import Range

FIRST = "=Kites* win\n\nSix kites \U0001f600 flew, the club said.\n\nRead also: more\n"
SECOND = "Nine | kites\x1b[31m flew\u202e.\n"


def report(name: str, text: str, **known: object) -> Report:
    body = Passage(Range(0, len(text)), Role.BODY)
    return Report(name, text, f"{name}.txt", "0" * 64, (body,), **known)  # type: ignore[arg-type]


def evidence(owner: Report, words: str, *chain: Source) -> Evidence:
    start = owner.text.index(words)
    return Evidence(owner.id, Range(start, start + len(words)), Range(0, len(owner.text)), chain, Modality.ASSERTED)


@pytest.fixture
def kites() -> Comparison:
    """Two reports, a conflict between them, and what the first alone says."""
    link = FIRST.index("Read also")
    passages = (Passage(Range(0, link), Role.BODY), Passage(Range(link, len(FIRST)), Role.BOILERPLATE, "related-link"))
    first = Report(
        *("first", FIRST, "first.txt", "0" * 64, passages, "=Kites* win", "Kite Weekly"),
        published=datetime(2024, 3, 3, 10, 15),
    )
    second = report("second", SECOND, published=datetime(2024, 3, 4))
    club = Source("the club", "said", Range(FIRST.index("the club"), FIRST.index("the club") + 8), kind="organisation")
    six = Side("Six kites", (evidence(first, "Six kites \U0001f600", club),))
    nine = Side("nine", (evidence(second, "Nine | kites\x1b[31m"),))
    conflict = Finding(Verdict.CONFLICT, "quantity", "kites", "6 and 9 do not meet", (six, nine), Origins(1, 2, "why"))
    sole = Finding(
        Verdict.SOLE, "one-report", "=who says it", "", (Side("the club", (evidence(first, "the club"),)),), score=0.5
    )
    edge = OriginEdge("second", "first", "verbatim-reuse", (evidence(second, "Nine"),))
    return Comparison((first, second), (conflict, sole), (edge,))
