"""Places without a name: the room on a floor, and where somebody died."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged

from rashomon.questions.place.sites import site_topics


def found(first: str, second: str) -> list[tuple[str, str]]:
    event = event_about({"a": first, "b": second})
    return [(f.verdict.value, f.reason) for f in judged(event, tuple(site_topics(event)))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The driver died at the scene.", "The driver died on the way to hospital.", ("unclear", "place")),
        ("The victim died in hospital, doctors said.", "The woman died at the scene.", ("unclear", "place")),
        ("He hid in the third-floor copy room.", "She found him in the third-floor break room.", ("unclear", "place")),
        (
            "The clerk hid in a room on the second floor.",
            "The clerk hid in the second-floor office.",
            ("compatible", "granularity"),
        ),
        (
            "The clerk hid in an office on the second floor.",
            "The clerk hid in a press office on the second floor.",
            ("compatible", "granularity"),
        ),
    ],
)
def test_two_places(first: str, second: str, expected: tuple[str, str]) -> None:
    assert found(first, second) == found(second, first) == [expected]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The driver died at the scene.", "The driver died at the scene."),
        ("The driver died at the scene.", "The pupil died in hospital."),  # two people
        ("The man died at the scene.", "The woman died in hospital."),
        ("Two drivers died at the scene.", "A driver died in hospital."),  # of several, some may
        ("The driver died at the scene. A nurse died in hospital.", "The driver died in hospital."),  # two deaths
        ("The driver died at the scene.", "The driver died in Leeds."),
        ("He hid in the third-floor copy room.", "He hid in the second-floor break room."),  # two floors
        ("Ann Reyes died at the scene.", "Bo Lind died in hospital."),
    ],
)
def test_nothing_is_said(first: str, second: str) -> None:
    assert found(first, second) == []
