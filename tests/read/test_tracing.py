"""Where the words of a text stand in what it was extracted from."""

from __future__ import annotations

import random

import pytest

from rashomon.read.tracing import through, trace
from rashomon.text import OffsetMap, Range


def mapped(text: str, source: str) -> str:
    """Return the text with a dot for every character that is mapped nowhere; what is mapped must be the same."""
    shown = ["." if c != "\n" else c for c in text]
    for start, place, length in trace(text, source).runs:
        assert text[start : start + length] == source[place : place + length]
        shown[start : start + length] = text[start : start + length]
    return "".join(shown)


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Ten kites flew away.", "Home\n Ten kites flew away. More", "Ten kites flew away."),
        ("Ten kites flew away", "Ten   kites\nflew away", "Ten kites.flew away"),
        ("Ten \u201ckites\u201d flew away", 'Ten "kites" flew away', "Ten .kites. flew away"),
        ("nothing of it is here", "quite other words stand there", "....................."),
        ("", "kites", ""),
        ("kites", "", "....."),
    ],
)
def test_maps_what_is_the_same(text: str, source: str, found: str) -> None:
    assert mapped(text, source) == found


def test_passes_over_what_was_left_out() -> None:
    source = "Ten kites flew off on Sunday. Advertisement: buy a boat. Nobody was hurt when they fell."
    assert mapped("Ten kites flew off on Sunday. Nobody was hurt when they fell.", source) == (
        "Ten kites flew off on Sunday..Nobody was hurt when they fell."
    )


def test_leaves_out_a_word_that_the_source_has_not() -> None:
    text = "Ten kites flew off on Sunday and none came back home"
    shown = mapped(text, "Ten kites flew off on Sunday but and none came back home".replace("Sunday but", "Monday"))
    assert shown == "Ten kites flew off on........and none came back home"


def test_finds_a_line_that_stands_earlier_in_the_source() -> None:
    source = "The last line is here now. The first line is there too."
    text = "The first line is there too.\n\nThe last line is here now."
    assert mapped(text, source) == text
    assert trace(text, source).runs[0][1] > trace(text, source).runs[-1][1]


def test_a_line_that_stands_twice_is_the_next_one() -> None:
    source = "Ten kites flew off. Ten kites flew off."
    assert [run[1] for run in trace("Ten kites flew off\nTen kites flew off", source).runs] == [0, 20]


def test_whatever_the_text_every_mapped_character_is_the_same() -> None:
    chance = random.Random(3)
    words = ["kite", "a", "the", "é", "42", "-", "\n", "\u201c", "sea", "ı", "İ", "ﬁ"]
    for _ in range(200):
        text, source = (" ".join(chance.choices(words, k=chance.randrange(40))) for _ in range(2))
        mapped(text, source)


def test_leads_through_two_maps() -> None:
    first = OffsetMap(((0, 5, 10), (12, 20, 3)))
    second = OffsetMap(((4, 100, 4), (9, 200, 4), (15, 300, 10)))
    both = through(first, second)
    assert both.runs == ((0, 101, 3), (4, 200, 4), (12, 305, 3))
    assert both.source(Range(0, 5)) == Range(101, 201)
