"""Topics of things without a name: what one report says more of than another."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from tests.events import event_about, judged, words_of

from rashomon.questions.attribute.things import thing_topics


def found(*texts: str) -> list[tuple[str, str, set[frozenset[str]]]]:
    event = event_about({f"r{i}": text for i, text in enumerate(texts)})
    return [(f.verdict.value, f.reason, words_of(event, f)) for f in judged(event, tuple(thing_topics(event)))]


def sides(*words: str) -> set[frozenset[str]]:
    return {frozenset({word}) for word in words}


def test_one_report_says_more_of_a_thing() -> None:
    one = "Rescuers in Varnholm sent a helicopter to the ferry."
    other = "Rescuers in Varnholm sent an armed helicopter to the ferry on Monday."
    assert found(one, other) == [("compatible", "granularity", sides("helicopter", "armed helicopter"))]
    assert found(one, one) == []


def test_a_number_says_more_than_none_but_not_than_another() -> None:
    bare, two, three = (
        f"The guards found {words} on the ferry." for words in ("rifles", "two rifles", "three old rifles")
    )
    assert found(bare, two) == [("compatible", "granularity", sides("rifles", "two rifles"))]
    assert found(bare, two, three) == []  # the numbers are another question


@pytest.mark.parametrize(
    "other",
    [
        "Guards in Varnholm searched the smaller boat for hours.",
        "Guards in Varnholm searched the other boat for hours.",
        "Guards in Varnholm searched three boats for hours.",
        "Critics praised a comic opera about one wooden boat.",  # nothing else in common
    ],
)
def test_words_that_pick_one_of_several_and_other_scenes_tell_nothing(other: str) -> None:
    assert found("Guards in Varnholm searched the boat for hours.", other) == []


def test_of_many_kinds_the_bare_noun_may_be_any() -> None:
    kinds = [f"Guards in Varnholm searched the {kind} boat." for kind in ("fishing", "wooden", "pilot")]
    assert found("Guards in Varnholm searched the boat.", *kinds) == []
    assert len(found("Guards in Varnholm searched the boat.", *kinds[:2])) == 1


def test_what_a_thing_has_with_it_is_said_of_it() -> None:
    one, other = "Guards in Varnholm stopped a truck.", "Guards in Varnholm stopped a truck with yellow doors."
    ((_, _, shown),) = found(one, other)
    assert shown == sides("truck", "truck with yellow doors")


def test_one_person_of_a_kind_needs_closer_sentences() -> None:
    one = "A detective questioned the ferry's pilot on Monday."
    finer = "A harbour detective questioned the ferry's pilot."
    assert found(one, finer) == [("compatible", "granularity", sides("detective", "harbour detective"))]
    assert found(one, "A harbour detective found a bronze bell, and the pilot thanked a nurse and two divers.") == []
    assert found("A woman questioned the ferry's pilot.", "A tall woman questioned the ferry's pilot.") == []


def test_of_many_reports_the_first_scenes_are_enough() -> None:
    event = event_about(
        {"r": "Guards in Varnholm searched the truck.", "s": "Guards in Varnholm searched the red truck."}
    )
    many = tuple(
        replace(
            account,
            report=replace(account.report, id=f"{account.report.id}{n:04d}"),
            claims=(),
            sentences=account.sentences,
        )
        for account in event.accounts
        for n in range(300)
    )
    start = process_time()
    (topic,) = thing_topics(replace(event, accounts=many))
    assert sum(len(answer.claims) for answer in topic.answers) == 600
    assert process_time() - start < 5
