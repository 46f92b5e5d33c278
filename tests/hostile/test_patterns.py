"""No regular expression of the package has a shape that takes longer than in proportion to the text.

The shape is looked at, no clock: `backtracking.py` tells which shapes are slow, `scanned.py` finds the expressions.
`bench/patterns.py` times the same expressions on pumped text.
"""

from __future__ import annotations

import re

import pytest
from tests.hostile.backtracking import slow_shape
from tests.hostile.scanned import scanned

POSSESSIVE = "every repeat is possessive, and what follows each begins with what it leaves: nothing is tried twice"
# What the shape alone would refuse, and why it is safe where it stands.
SAFE = {
    "rashomon.lang.dates.grammar.sub('[A-Z]+(?![<A-Z])')": "goes over our own rules alone, as they are loaded",
    "rashomon.lang.sentences._WORD_BEFORE": "searched in the last 80 characters before a stop, never in a text",
    "rashomon.read.formats.html._PART": POSSESSIVE,
    "rashomon.read.formats.html._WHOLE": POSSESSIVE,
    "rashomon.read.markup._MARKUP": POSSESSIVE,
}
SLOW = {
    "two ways": [
        r"(a+)+b", r"(a*)*b", r"(a|a)*b", r"(a|ab)*(?<=x)b|(?:a|b|ab)*c", r"(\w+\s?)*:", r"(?:x+|[a-z])+!",
        r"^(\d+,?)+$", r"(?i)(?:ab|AB)*c", r"(?:a?){300}b|(?:a?a?)*b", r"([^,]*,?)*;",
    ],
    "a search enters": [
        r"a+c", r"\s*\n\s*", r"<[^>]*>", r"\w+:", r"(?=.*x)y", r"\d+\.?\d*x", r".*?;", r"a{1,300}c", r"(?:x|y+z)+",
        r"(?s)\(.*\)", r"[^\s(]*$", r"(?m)[^;]*$",
    ],
    "two loops": [r"\b\w+,?\w+:", r"^a*a*b", r"^\s*[ \t]*x", r"^(.*?),(.*?);", r"^a*(?:ab?)*c", r"^\d*\d{3}\d*x"],
}  # fmt: skip
SOUND = [
    r"a+", r"(ab)+", r"\b\w+:", r"(?<!\w)\w+:", r"[^>]*(?:>|\Z)", r"(?:[.,]\d+)*", r"\w+(?:[-']\w+)*", r"^a+c",
    r"\([^()]*\)", r"<[^>]*+(?:>|\Z)", r"(?:x|y)+", r"\(\w+\)", r"a{1,30}b", r"\d{1,3}(?:,\d{3})*", r"(?<!\s)\s*\n",
    r"^a*b*c", r"\A\s*+\w", r"[A-Z][a-z]+",
]  # fmt: skip


def test_the_scan_finds_the_patterns() -> None:
    found = {one.where for one in scanned()}
    assert len(scanned()) > 250
    assert {
        "rashomon.read.markup._MARKUP",  # by a name
        "rashomon.lang.dates.patterns.ABSOLUTE",  # in a table of values
        "rashomon.origins.credits._forms",  # made of a table, once
        "rashomon.origins.voices.first_hand[0]",  # made as reports are compared
        "rashomon.read.charset._STATED",  # of bytes
    } <= found
    assert any(".fullmatch(" in where for where in found)  # written out in a call


def test_no_pattern_has_a_shape_that_is_slow() -> None:
    slow = {
        one.where: (one.pattern.pattern, shape) for one in scanned() if (shape := slow_shape(one.pattern, one.anchored))
    }
    found = {where: said for where, said in slow.items() if where not in SAFE}
    assert not found, "\n".join(f"{where}: {shape}: {words!r}" for where, (words, shape) in found.items())
    assert set(SAFE) <= set(slow), "no longer needs to be named as safe"


@pytest.mark.parametrize(("said", "pattern"), [(said, pattern) for said, some in SLOW.items() for pattern in some])
def test_a_slow_shape_is_seen(said: str, pattern: str) -> None:
    assert said in slow_shape(re.compile(pattern))


@pytest.mark.parametrize("pattern", SOUND)
def test_a_sound_shape_is_let_through(pattern: str) -> None:
    assert slow_shape(re.compile(pattern)) == ""


def test_a_pattern_that_is_tried_at_one_place_is_not_searched_with() -> None:
    assert slow_shape(re.compile("a+c"), anchored=True) == ""
    assert "two loops" in slow_shape(re.compile("a*a*b"), anchored=True)
    anchored = {one.where for one in scanned() if one.anchored}
    assert "rashomon.lang.name_words._INITIALS" in anchored
    assert "rashomon.lang.sentences._WORD_BEFORE" not in anchored
