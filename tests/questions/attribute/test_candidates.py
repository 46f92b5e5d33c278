"""Topics of descriptions: what reports say a named place, ship, body or thing is."""

from __future__ import annotations

from tests.events import event_about, found, sides

from rashomon.questions.attribute.candidates import description_topics

PORT = "The ferry sank off the port city of Varnholm."
NORTHERN = "The ferry sank off Varnholm, a northern port city."


def test_descriptions_of_one_place() -> None:
    ((verdict, reason, places),) = found(description_topics, PORT, NORTHERN)
    assert (verdict, reason) == ("compatible", "granularity")
    assert places == sides("port city of Varnholm", "Varnholm, a northern port city")


def test_one_description_twice_is_no_question() -> None:
    assert found(description_topics, PORT, PORT) == []


def test_two_parts_of_the_compass_for_one_place() -> None:
    south = "The ferry sank off Varnholm, a southern port city."
    assert [(v, r) for v, r, _ in found(description_topics, NORTHERN, south)] == [("conflict", "place")]


def test_what_is_described_in_many_words_is_no_question() -> None:
    """A place that is described in many ways is only much written about."""
    kinds = (
        *("northern port city", "fishing village", "old market town", "seaside resort", "mining centre"),
        *("ferry terminal", "border town"),
    )
    texts = {f"r{i}": f"The ferry sank off Varnholm, a {kind}." for i, kind in enumerate(kinds)}
    few, many = (event_about(dict(list(texts.items())[:n])) for n in (6, 7))
    assert [len(topic.answers) for topic in description_topics(few)] == [6]
    assert list(description_topics(many)) == []
