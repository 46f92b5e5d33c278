"""What a terminal shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.model import Comparison
from rashomon.render.terminal import SHOWN_AT_MOST, comparison_as_terminal


def test_shows_reports_then_findings_with_their_words_and_sources(kites: Comparison) -> None:
    assert comparison_as_terminal(kites, width=80).splitlines() == [
        "2 reports",
        "  Kite Weekly (first)  2024-03-03T10:15  =Kites* win",
        "  second  2024-03-04",
        "",
        "Conflicts: these cannot all be true (1)",
        "",
        "  kites  [quantity]",
        "    Six kites",
        "      Kite Weekly (first), citing the club: \u201cSix kites \U0001f600\u201d",
        "    nine",
        "      second: \u201cNine | kites\u27e6U+001B\u27e7[31m\u201d",
        "    6 and 9 do not meet",
        "    At least 1, at most 2 independent origins. why",
        "",
        "Said by one report alone (1)",
        "",
        "  =who says it",
        "    the club",
        "      Kite Weekly (first)",
    ]


@pytest.mark.parametrize("width", [40, 60, 120])
def test_no_line_is_wider_than_the_terminal(kites: Comparison, width: int) -> None:
    assert max(len(line) for line in comparison_as_terminal(kites, width=width).splitlines()) <= width


def test_no_control_character_of_a_report_reaches_the_terminal(kites: Comparison) -> None:
    plain = comparison_as_terminal(kites)
    assert not [c for c in plain if c != "\n" and (ord(c) < 32 or c == "\u202e")]
    assert "\x1b[1" in comparison_as_terminal(kites, colour=True)


def test_only_the_first_of_many_soles_are_shown(kites: Comparison) -> None:
    sole = kites.findings[1]
    many = replace(kites, findings=(sole,) * (SHOWN_AT_MOST + 5))
    shown = comparison_as_terminal(many)
    assert shown.count("=who says it") == SHOWN_AT_MOST
    assert "and 5 more" in shown


def test_says_so_where_there_is_nothing(kites: Comparison) -> None:
    assert "Nothing that can be compared was found." in comparison_as_terminal(replace(kites, findings=()))
