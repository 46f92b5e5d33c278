"""Where sentences begin and end, on invented texts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rashomon.lang.sentences import split_sentences

HOSTILE_TEXTS = [
    "",
    " ",
    "\n",
    "...",
    "?!?!",
    "a" * 100_000,
    ". " * 20_000,
    '."' * 20_000,
    "A. " * 20_000,
    "\n" * 20_000,
    "(" * 9_000,
    "aa.The " * 9_000,
]


def sentences(text: str) -> list[str]:
    return [part.of(text) for part in split_sentences(text, 0, len(text))]


# "|" marks where a sentence must end; the white space after it belongs to nobody.
CASES = [
    "The dam broke.| Nobody was hurt.",
    "Mr. Okafor met Dr. Lind and Gen. Ruiz in St. Ives.| They left at noon.",
    "The U.S. Senate met.| The U.S. delegation left.",
    "He moved to the U.S.| The family stayed.",
    "It began at 9 a.m. on Monday.| It ended at 5 p.m.| The crowd left.",
    "J. R. Hale and Mary T. Webb won.| Nobody else ran.",
    "Sales at Orbis Inc. rose.| Acme Corp. shares fell.",
    "It costs $3.50.| That is 2.5 times more.",
    "See No. 10 and p. 12 of the report.| Then decide.",
    "“We lost everything.”| She wept.",
    "“Will it hold?” the mayor asked.| Nobody knew.",
    "“Will it hold?” Mayor Lind asked.| Nobody knew.",
    "'Stop!' he said.| They ran.",
    "(The mayor was away.)| The deputy spoke.",
    "He waited … and left.| She stayed.",
    "He waited... and left.| She stayed.",
    "What happened?| Why now?!| Nobody says.",
    "On Jan. 5 the dam broke.| On Feb. 6 it was mended.",
    "Officers, e.g. Sgt. Bell, spoke vs. the plan.| It failed.",
    "It was closed.|The mayor said so.",
    "Visit example.com today.| Then call.",
    "The vote was 5.|\n\n12 people abstained.",
    "A headline without a stop|\nThe story begins here.| It goes on.",
    "One line|\r\nAnother line|\rA third|\u2028A fourth",
]


@pytest.mark.parametrize("marked", CASES)
def test_marked_boundaries(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_a_wrapped_paragraph_is_one_stretch() -> None:
    text = (
        "The river rose two metres in a night and took the old bridge with it,\n"
        "the town's engineers said on Monday. Nobody had crossed since Friday,\n"
        "when the first cracks were seen. The mayor promised a new bridge\n"
        "within two years.\n"
        "\n"
        "The opposition doubts it.\n"
    )
    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "The river rose two metres in a night and took the old bridge with it, the town's engineers said on Monday.",
        "Nobody had crossed since Friday, when the first cracks were seen.",
        "The mayor promised a new bridge within two years.",
        "The opposition doubts it.",
    ]


def test_lines_of_a_list_stay_apart() -> None:
    items = ["Apples", "Pears", "Plums from the valley", "Figs"]
    assert sentences("\n".join(items)) == items


def test_a_headline_above_its_story_stays_apart() -> None:
    text = "River takes old bridge in the night\nBy Ada Holt\n" + "The river rose and the bridge fell. " * 6
    assert sentences(text)[:2] == ["River takes old bridge in the night", "By Ada Holt"]


def test_only_the_stretch_asked_for() -> None:
    text = "First one. Second one. Third one."
    assert [part.of(text) for part in split_sentences(text, 11, 22)] == ["Second one."]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, *(case.replace("|", "") for case in CASES)])
def test_every_character_lies_in_exactly_one_sentence(text: str) -> None:
    parts = split_sentences(text, 0, len(text))
    assert "".join("".join(part.of(text).split()) for part in parts) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(parts))
    assert all(part.of(text) == part.of(text).strip() for part in parts)
