"""Topics of names: who is meant, and how the reports write it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.events import event_about, found, sides

from rashomon.model import Passage, Role
from rashomon.questions.name.candidates import name_topics
from rashomon.text import Range


def test_two_forms_of_one_name() -> None:
    ((verdict, reason, forms),) = found(name_topics, "Ada Marie Kessling spoke.", "Ada M. Kessling spoke.")
    assert (verdict, reason, forms) == ("compatible", "wording", sides("Ada Marie Kessling", "Ada M. Kessling"))


@pytest.mark.parametrize("other", ["Ada Marie Kessling left.", "Ms. Kessling left.", "Tom Brandel left."])
def test_the_same_or_a_shorter_or_another_name_is_no_other_form(other: str) -> None:
    assert found(name_topics, "Ada Marie Kessling spoke.", other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada Al-Sarim", "Ada Al Sarim"), ("Tom DeMora", "Tom Demora"), ("Tom Brandel Jr.", "Tom Brandel")],
)
def test_hyphens_inner_capitals_and_generations_make_another_form(one: str, other: str) -> None:
    ((verdict, reason, forms),) = found(name_topics, f"{one} spoke.", f"{other} spoke.")
    assert (verdict, reason, forms) == ("compatible", "wording", sides(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tom DeMora", "Tom DEMORA"), ("Tom Brandel", "Tom Brándel"), ("A.B. Kessling", "AB Kessling")],
)
def test_points_accents_and_words_in_capitals_make_none(one: str, other: str) -> None:
    assert found(name_topics, f"{one} spoke.", f"{other} spoke.") == []


def test_forms_that_one_report_alone_writes_are_no_question() -> None:
    both = "Ada Al-Sarim spoke. Ada Al Sarim left."
    assert found(name_topics, both, "Tom Brandel stayed.") == []


WRITTEN = (
    *("Ada Marie DeMora Al Sarim", "Ada-Marie DeMora Al Sarim", "Ada Marie DeMora Al-Sarim"),
    *("Ada-Marie DeMora Al-Sarim", "Ada Marie Demora Al Sarim", "Ada-Marie Demora Al Sarim"),
    "Ada Marie Demora Al-Sarim",
)


def test_a_name_that_is_written_in_more_than_six_ways_is_no_question() -> None:
    reports = [f"{form} spoke in Dorn." for form in WRITTEN]
    ((_, _, forms),) = found(name_topics, *reports[:6])
    assert forms == sides(*WRITTEN[:6])
    assert found(name_topics, *reports) == []


@pytest.mark.parametrize(
    ("full", "short", "told"),
    [
        ("Norland Upper Harbour Workers Union", "NUHWU", False),  # five letters, as everyone reads them
        ("Norland Upper Harbour Transport Workers Union", "NUHTWU", True),
    ],
)
def test_an_acronym_is_no_other_form_unless_it_is_long(full: str, short: str, told: bool) -> None:
    findings = found(name_topics, f"The {full} called a strike.", f"The {short} called a strike.")
    assert [forms for _, _, forms in findings] == [sides(full, short)] * told


def test_a_name_is_shown_in_the_headline_and_in_the_text() -> None:
    title, text = "Tom Brandel to lead council", "Tom Brandel spoke on Monday. Tom Brandel left."
    event = event_about({"r0": f"{title}\n\n{text}", "r1": "Tom Brandel Jr. spoke on Monday."})
    first = event.accounts[0].report
    passages = (Passage(Range(0, len(title)), Role.HEADLINE), Passage(Range(len(title), len(first.text)), Role.BODY))
    titled = replace(event.accounts[0], report=replace(first, passages=passages))
    (topic,) = name_topics(replace(event, accounts=(titled, event.accounts[1])))
    starts = {c.evidence.start for a in topic.answers for c in a.claims if c.report == "r0"}
    assert starts == {0, len(title) + 2}
