"""Topics of quantities: equal values gather, gatherings share a topic, and a report that gives both is believed."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.events import event_about, judged

from rashomon.coreference.event import Event, event_of, items_of
from rashomon.model import Topic, Verdict
from rashomon.questions.quantity.candidates import MOST_SIDES, may_compare, quantity_topics

FOUR, SIX = "The fire at Dorn Mill killed 4 bakers.", "The fire at Dorn Mill killed 6 bakers."


def shown(event: Event, topics: tuple[Topic, ...]) -> set[frozenset[frozenset[str]]]:
    """Return the topics as sets of answers, each answer the reports that give it."""
    return {frozenset(answer.reports for answer in topic.answers) for topic in topics}


def groups(**texts: str) -> set[frozenset[frozenset[str]]]:
    event = event_about(texts)
    return shown(event, quantity_topics(event))


def sides(*answers: str) -> frozenset[frozenset[str]]:
    """Return a topic by the letters of the reports behind each answer."""
    return frozenset(frozenset(answer) for answer in answers)


def test_equal_values_gather_and_another_value_stands_beside_them() -> None:
    found = groups(a=FOUR, b="Fire at Dorn Mill killed 4 bakers on Monday.", c=SIX)
    assert found == {sides("ab"), sides("ab", "c")}


def test_a_report_that_gives_both_values_speaks_of_two_things() -> None:
    found = groups(a=f"{FOUR} Later the fire at Dorn Mill had killed 6 bakers.", b=SIX, c=FOUR)
    assert found == {sides("ac"), sides("ab")}


def test_magnitudes_are_measured_by_several_and_one_report_may_give_two() -> None:
    first, second = (f"The quake near Tessel had a magnitude of {m}, the institute said." for m in ("5.9", "6.2"))
    assert sides("ac", "ab") in groups(a=f"{first} {second}", b=second, c=first)


def test_a_narrowed_toll_stays_apart_from_the_whole() -> None:
    two = "The crash near Oxley killed two passengers."
    found = groups(a=two, b="The crash near Oxley killed two elderly passengers.", c=two)
    assert sides("ac") in found
    assert not any(len(answers) == 1 and "b" in next(iter(answers)) for answers in found)


def test_shares_of_places_named_apart_answer_two_questions() -> None:
    peru = "About 65 percent of traffic to Peru was down."
    assert groups(a=peru, b="About 44 percent of traffic to Kenya was down.") == set()
    assert groups(a=peru, b="About 44 percent of traffic to Peru was down.") == {sides("a", "b")}


def test_quakes_more_than_one_step_apart_are_two() -> None:
    first, second, third = (f"A quake near Tessel measured magnitude {m}." for m in ("5.4", "6.4", "6.5"))
    assert groups(a=first, b=second) == {sides("a", "b")}
    assert groups(a=first, b=third) == set()


def test_a_fraction_of_other_things_is_another_share() -> None:
    lines = "The storm at Dorn cut three out of four lines."
    assert groups(a=lines, b="The storm at Dorn cut 40 percent of traffic.") == set()


def test_a_kind_of_thing_is_gathered_with_the_thing_where_no_word_tells_them_apart() -> None:
    boats = "The pirates near Tessel attacked in two boats."
    assert sides("ab") in groups(a=boats, b="The pirates near Tessel attacked in two vessels.")
    assert sides("ab") not in groups(a=boats, b="The pirates near Tessel attacked two merchant vessels.")


def test_one_of_many_counts_nothing() -> None:
    one_of = "One of the villages near Oxley lost power."
    assert groups(a=one_of, b="Three villages near Oxley lost power.") == set()


def test_a_vague_value_alone_is_no_agreement() -> None:
    several = "Several barns near Oxley burned."
    assert groups(a=several, b=several) == set()


def test_one_report_alone_makes_no_topic() -> None:
    assert groups(a=f"{FOUR} The quake struck at a depth of 12 miles.") == set()


MANY = {
    letter: f"The storm near Oxley tore down {n} lanterns."
    for letter, n in zip("abcdefghij", range(11, 31, 2), strict=True)
}


def test_six_values_are_one_question_and_seven_are_not() -> None:
    six = {letter: MANY[letter] for letter in "abcdef"}
    assert groups(**six) == {sides(*"abcdef")}
    assert max(map(len, groups(**six, g=MANY["g"]))) == 6


def test_a_topic_has_no_more_sides_than_an_editor_would_read() -> None:
    event = event_about(MANY)
    topics = quantity_topics(event)
    assert topics and max(len(topic.answers) for topic in topics) <= MOST_SIDES
    assert all(0 <= i < j < len(topic.answers) for topic in topics for i, j, _ in topic.links)
    assert all(0 <= topic.score <= 1 for topic in topics)
    assert all(finding.verdict is Verdict.CONFLICT for finding in judged(event, topics))


@pytest.mark.parametrize("order", list(permutations((0, 1, 2))))
def test_the_order_of_the_reports_changes_nothing(order: tuple[int, ...]) -> None:
    event = event_about({"a": FOUR, "b": f"{FOUR} About 50 goats fled.", "c": f"{SIX} In Dorn 52 goats fled."})
    turned = event_of(tuple(event.accounts[i] for i in order), event.settings)
    assert shown(turned, quantity_topics(turned)) == shown(event, quantity_topics(event))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (FOUR, SIX, True),
        (FOUR, "The fire injured 6 bakers.", False),  # another state
        (FOUR, "The fire at Dorn Mill killed 6 goats.", False),  # neither a kind of the other
        (FOUR, "The fire at Dorn Mill killed 6 people.", True),  # bakers are people
        (FOUR, "The fire at Dorn Mill lasted 6 hours.", False),  # another dimension
        ("The storm sank 4 boats.", "The storm sank 6 vessels.", True),
        ("Ada Kessling, 40, fell.", "Ada Kessling, 42, fell.", True),
        ("Ada Kessling, 40, fell.", "Tom Brandel, 42, fell.", False),  # ages of two people
    ],
)
def test_what_may_be_compared(one: str, other: str, expected: bool) -> None:
    event = event_about({"a": one, "b": other})
    first, second = (next(i for i in items_of(account) if i.amount) for account in event.accounts)
    assert may_compare(first, second) is expected
    assert may_compare(second, first) is expected


def test_ages_of_one_person_are_sure_to_answer_one_question_and_a_score_is_a_probability() -> None:
    named = event_about({"a": "Ada Kessling, 41, pilots gliders.", "b": "Rescuers found Ada Kessling, 44, asleep."})
    (topic,) = quantity_topics(named)
    assert 0.9 <= topic.score < 1
