"""What all reports of a statement say: the core shrinks with each that joins, and evidence holds no more than it."""

from __future__ import annotations

from tests.events import event_about

from rashomon.coreference.stretches import Match
from rashomon.coreference.terms import Reading
from rashomon.questions.statement.core import joined, narrowed, stated

TEXTS = {
    "a": "Divers raised the bronze cannon from the Torrin and cleaned it.",
    "b": "Divers raised the bronze cannon from the Torrin before noon.",
    "c": "Divers raised a bronze cannon on ropes.",
    "d": "Ropes were sold in the market.",
}


def readings_told() -> tuple[Reading, ...]:
    """Return the four sentences as readings in the order of their reports."""
    return event_about(TEXTS).similar.readings


def match_of(one: Reading, other: Reading) -> Match:
    """Return a match of whole sentences by all words that both have."""
    shared = sorted({w.key for w in one.words} & {w.key for w in other.words})
    ends = (0, len(one.sentence.tokens)), (0, len(other.sentence.tokens))
    return Match(*ends, tuple((key, key) for key in shared), 1.0, 9.0)


def test_a_report_that_tells_less_cuts_the_core_and_all_evidence() -> None:
    readings = readings_told()
    a, b, c = readings[:3]
    match = match_of(a, b)
    statement = stated((0, match.first), (1, match.second), match)
    assert "Torrin" in a.range_of(*narrowed(a, match.first, statement.core)).of(a.text)
    grown = joined(statement, (2, match_of(a, c).second), match_of(a, c), readings)
    assert grown is not None and len(grown.members) == 3
    shown = [
        r.range_of(*narrowed(r, stretch, grown.core)).of(r.text)
        for r, (_, stretch) in zip(readings, grown.members, strict=False)
    ]
    assert shown[0] == shown[1] == "Divers raised the bronze cannon"
    assert shown[2] == "Divers raised a bronze cannon"


def test_a_report_that_says_something_else_does_not_join() -> None:
    readings = readings_told()
    match = match_of(readings[0], readings[1])
    statement = stated((0, match.first), (1, match.second), match)
    far = match_of(readings[2], readings[3])
    assert far.twins
    assert joined(statement, (3, far.second), far, readings) is None
