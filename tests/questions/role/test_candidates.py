"""Topics of roles: the office or rank that reports give one person."""

from __future__ import annotations

from tests.events import found

from rashomon.questions.role.candidates import role_topics

CAPTAIN, COMMANDER = "Captain Ada Kessling spoke.", "Commander Ada Kessling spoke."


def test_ranks_and_finer_roles_of_one_person() -> None:
    told = {(v, r) for v, r, _ in found(role_topics, CAPTAIN, COMMANDER, "Ada Kessling, a navy captain, left.")}
    assert told == {("conflict", "role"), ("compatible", "granularity")}


def test_one_rank_twice_is_an_agreement() -> None:
    assert [(v, r) for v, r, _ in found(role_topics, CAPTAIN, CAPTAIN)] == [("agree", "same-value")]


def test_the_ranks_of_two_people_are_no_question() -> None:
    assert found(role_topics, CAPTAIN, "Captain Tom Brandel spoke.") == []
