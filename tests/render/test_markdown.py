"""Markdown for notes and mails."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import Comparison
from rashomon.render.markdown import comparison_as_markdown, escaped


def test_shows_findings_under_their_verdicts(kites: Comparison) -> None:
    lines = comparison_as_markdown(kites).splitlines()
    assert lines[0] == "# 2 reports compared"
    assert lines[2] == "- **Kite Weekly (first)**, 2024-03-03T10:15, =Kites\\* win"
    assert lines[5:9] == ["## Conflicts: these cannot all be true (1)", "", "### kites (quantity)", ""]
    assert "- **nine**" in lines
    assert "  - second: \u201cNine \\| kites\u27e6U+001B\u27e7\\[31m\u201d" in lines


def test_marks_in_reports_are_shown_and_not_obeyed() -> None:
    assert escaped("<b>*x*</b> [a](b) `c` #d | e") == "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\#d \\| e"
    assert escaped("two\nlines") == "two lines"


def test_says_so_where_there_is_nothing(kites: Comparison) -> None:
    assert "Nothing that can be compared" in comparison_as_markdown(replace(kites, findings=()))
