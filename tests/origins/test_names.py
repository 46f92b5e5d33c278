"""Whether two names may be one source's."""

from __future__ import annotations

import pytest

from rashomon.origins.names import Likeness, is_proper, same_body, same_person

SAME, PERHAPS, OTHER = Likeness.SAME, Likeness.PERHAPS, Likeness.OTHER


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Ada Lindqvist", "Lindqvist", SAME),
        ("President Ada Lindqvist", "Ada Lindqvist", SAME),
        ("Kim Jong-un", "Kim Jong Un", SAME),
        ("A. Lindqvist", "Ada Lindqvist", SAME),
        ("Ada Lindqvist", "Per Lindqvist", PERHAPS),
        ("Lindqvist", "Okafor", PERHAPS),
        ("Ada Lindqvist", "Ines Okafor", OTHER),
        ("", "Ines Okafor", PERHAPS),
    ],
)
def test_people(one: str, other: str, likeness: Likeness) -> None:
    assert same_person(one, other) is same_person(other, one) is likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("The Harbour Post", "Harbour Post", SAME),
        ("U.S. Geological Survey", "the U.S. Geological Survey", SAME),
        ("World Food Programme", "WFP", SAME),
        ("Harbour Post", "Harbour Times", PERHAPS),
        ("Harbour Post", "Northwire", OTHER),
    ],
)
def test_bodies(one: str, other: str, likeness: Likeness) -> None:
    assert same_body(one, other) is same_body(other, one) is likeness


@pytest.mark.parametrize(
    ("name", "proper"), [("Ines Okafor", True), ("police", False), ("Russian media", False), ("", False)]
)
def test_proper_names_have_capitals(name: str, proper: bool) -> None:
    assert is_proper(name) is proper
