"""What one report alone tells: clauses, not sentences of which half is told by all."""

from __future__ import annotations

import pytest
from tests.events import event_about

from rashomon.questions.statement.soles import sole_topics
from rashomon.settings import Settings


def soles(*texts: str, settings: Settings | None = None) -> list[tuple[str, str]]:
    """Return report and words of each thing that one report alone tells, of reports "r0", "r1" and so on."""
    named = {f"r{number}": text for number, text in enumerate(texts)}
    event = event_about(named)
    topics = sole_topics(event.similar.readings, settings or Settings())
    return [(c.report, c.evidence.of(named[c.report])) for topic in topics for a in topic.answers for c in a.claims]


def test_what_no_other_report_tells_is_sole() -> None:
    first = "The Torrin bridge collapsed in the storm. Inspector Brandt Ollerud blamed rusted hinges on 3 June."
    assert soles(first, "In the storm the Torrin bridge collapsed.") == [
        ("r0", "Inspector Brandt Ollerud blamed rusted hinges on 3 June")
    ]


def test_of_a_sentence_the_clause_is_sole_that_no_other_report_tells() -> None:
    first = "The Torrin bridge collapsed in the storm, and divers recovered a bronze cannon from the mud."
    assert soles(first, "The Torrin bridge collapsed in the storm.") == [
        ("r0", "divers recovered a bronze cannon from the mud")
    ]


@pytest.mark.parametrize(
    "other", ["Divers raised a cannon.", "Divers recovered a cannon of bronze from the river mud."]
)
def test_a_clause_is_told_where_one_sentence_has_half_of_what_it_tells(other: str) -> None:
    words = ("r0", "Divers recovered a bronze cannon from the mud")
    assert (words in soles(f"{words[1]}.", other)) is (other == "Divers raised a cannon.")


def test_what_several_sentences_have_in_pieces_is_still_sole() -> None:
    other = "The divers slept. Nothing was recovered. Bronze is dear. The cannon is French. Mud covered the road."
    assert [words for report, words in soles("Divers recovered a bronze cannon at Ostby.", other) if report == "r0"]


def test_one_word_tells_nothing() -> None:
    assert soles("Really.", "The bridge collapsed.") == [("r1", "The bridge collapsed")]


def test_a_line_without_a_verb_tells_nothing() -> None:
    assert soles("Harbour desk, Ostby.\n\nThe bridge fell.", "The bridge fell.") == []


def test_short_neighbours_are_one() -> None:
    """Up to sixty characters they read as one; a longer run holds more than one thing."""
    near = "The mayor resigned in tears, and the divers slept there."
    far = "The mayor resigned in tears on Monday, and the divers slept there for an hour."
    assert [words for report, words in soles(near, "The bridge collapsed.") if report == "r0"] == [near[:-1]]
    assert [words for report, words in soles(far, "The bridge collapsed.") if report == "r0"] == [
        "The mayor resigned in tears on Monday",
        "the divers slept there for an hour",
    ]


@pytest.mark.parametrize(("where", "length", "runs"), [("in a cabin", 60, 1), ("in a garage", 61, 2)])
def test_a_run_of_sixty_characters_is_one_and_of_one_more_is_two(where: str, length: int, runs: int) -> None:
    text = f"The mayor resigned in tears, and the divers slept {where}"
    assert len(text) == length
    assert len([words for report, words in soles(f"{text}.", "The bridge collapsed.") if report == "r0"]) == runs


def test_a_sole_clause_has_words_of_its_own() -> None:
    first, other = "Divers raised the cannon.", "The cannon was French. Divers left. A hoist raised the boat."
    assert ("r0", "Divers raised the cannon") not in soles(first, other)
    assert ("r0", "Divers raised the cannon") in soles(first, other, settings=Settings(sole_words=0))
