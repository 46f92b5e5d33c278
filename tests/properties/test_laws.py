"""What changes no verdict: the order of reports, a copy, a report of something else, units, spaces, quote marks."""

from __future__ import annotations

import re
import tempfile
import textwrap
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.stories import STORIES, TANKER, TUNNEL, UNRELATED, Story, in_units

from rashomon import compare, read
from rashomon.model import Comparison, Finding, Verdict
from rashomon.text import Range

few = settings(max_examples=8, derandomize=True, deadline=None, database=None)
every_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)

Words = tuple[str, str]  # report, words
Ruling = tuple[str, str, frozenset[frozenset[Words]]]  # verdict, reason, the words of each side
BOTH = frozenset({"first", "second"})
CURLY_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def compared(texts: Mapping[str, str], backwards: bool = False) -> Comparison:
    """Compare reports by name, handed over in alphabetical order or the other way round; the same ones once."""
    return _compared(tuple(texts.items()), backwards)


@cache
def _compared(named: tuple[tuple[str, str], ...], backwards: bool) -> Comparison:
    texts = dict(named)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{name}.txt" for name in texts]
        for path in paths:
            path.write_text(texts[path.stem], encoding="utf-8")
        reports = sorted(read(paths).reports, key=lambda report: report.id, reverse=backwards)
    return compare(reports)


def told(words: str) -> str:
    """Return words without what a typesetter may change: spaces, line ends, the shape of quote marks."""
    return re.sub(r"\s+", " ", words.translate(CURLY_TO_STRAIGHT)).strip()


def rulings(comparison: Comparison, reports: frozenset[str] = BOTH) -> frozenset[Ruling]:
    """Return what was found between `reports`: verdict, reason and words, leaving out all other reports."""
    text = {report.id: report.text for report in comparison.reports}
    found = set()
    for finding in comparison.findings:
        sides = frozenset(
            frozenset((e.report, told(e.range.of(text[e.report]))) for e in side.evidence if e.report in reports)
            for side in finding.sides
        ) - {frozenset()}
        if sides:
            found.add((finding.verdict.value, finding.reason, sides))
    return frozenset(found)


def between(comparison: Comparison) -> frozenset[Ruling]:
    """Return the rulings in which both reports stand: what one says alone is no verdict between the two."""
    return frozenset(one for one in rulings(comparison) if {name for side in one[2] for name, _ in side} == BOTH)


def differences(comparison: Comparison) -> list[tuple[str, str]]:
    """Return verdict and reason of what differs between the two, in order; their words may be cut elsewhere."""
    return sorted((verdict, reason) for verdict, reason, sides in between(comparison) if len(sides) > 1)


def about(comparison: Comparison, story: Story, miles: bool = False) -> list[Finding]:
    """Return the findings whose evidence lies on the story's words in both reports."""
    text = {report.id: report.text for report in comparison.reports}
    marks = {}
    for report, words in zip(("first", "second"), story.words, strict=True):
        start = text[report].index(in_units(words, miles))
        marks[report] = Range(start, start + len(in_units(words, miles)))
    touched = [
        (finding, {e.report for s in finding.sides for e in s.evidence if e.range.overlaps(marks[e.report])})
        for finding in comparison.findings
    ]
    return [finding for finding, reports in touched if reports == BOTH]


@every_story
def test_the_verdict_is_the_one_a_reader_gives(story: Story) -> None:
    found = {(finding.verdict, finding.reason) for finding in about(compared(story.told()), story)}
    assert story.verdict in {verdict for verdict, _ in found}
    assert not story.reason or (story.verdict, story.reason) in found
    assert story.verdict is Verdict.CONFLICT or Verdict.CONFLICT not in {verdict for verdict, _ in found}


@every_story
def test_the_order_of_reports_changes_nothing(story: Story) -> None:
    assert rulings(compared(story.told(), backwards=True)) == rulings(compared(story.told()))


@every_story
def test_which_report_has_which_name_changes_nothing(story: Story) -> None:
    other = {"first": "second", "second": "first"}
    swapped = rulings(compared({other[name]: text for name, text in story.told().items()}))
    renamed = {
        (verdict, reason, frozenset(frozenset((other[name], words) for name, words in side) for side in sides))
        for verdict, reason, sides in swapped
    }
    assert renamed == rulings(compared(story.told()))


@every_story
def test_a_copy_changes_no_verdict_between_the_others(story: Story) -> None:
    texts = story.told()
    assert rulings(compared(texts | {"third": texts["first"]})) == rulings(compared(texts))


@every_story
def test_a_copy_is_no_second_origin(story: Story) -> None:
    text = story.told()["first"]
    comparison = compared({"first": text, "third": text})
    assert [finding.about for finding in comparison.findings if finding.origins.at_least > 1] == []


@every_story
def test_a_report_of_something_else_changes_nothing(story: Story) -> None:
    texts = story.told()
    with_other = compared(texts | {"third": UNRELATED})
    assert rulings(with_other) == rulings(compared(texts))
    drawn_in = [
        finding
        for finding in with_other.findings
        if len({evidence.report for side in finding.sides for evidence in side.evidence} | {"third"}) > 1
        and any(evidence.report == "third" for side in finding.sides for evidence in side.evidence)
    ]
    assert drawn_in == []


@pytest.mark.parametrize("story", [TUNNEL, TANKER], ids=lambda story: story.name)
def test_miles_for_kilometres_change_no_verdict(story: Story) -> None:
    found = {(finding.verdict, finding.reason) for finding in about(compared(story.told()), story)}
    in_miles = {(finding.verdict, finding.reason) for finding in about(compared(story.told(True)), story, miles=True)}
    assert in_miles == found != set()


@few
@given(st.integers(min_value=20, max_value=900))
def test_one_distance_in_two_units_is_no_conflict(kilometres: int) -> None:
    sentence = TUNNEL.first.replace("{km:42}", f"{{km:{kilometres}}}")
    comparison = compared({"first": in_units(sentence, miles=False), "second": in_units(sentence, miles=True)})
    assert [finding for finding in comparison.findings if finding.verdict is Verdict.CONFLICT] == []


@few
@given(st.integers(min_value=20, max_value=900), st.integers(min_value=2, max_value=5))
def test_a_distance_and_its_double_are_a_conflict_in_any_units(kilometres: int, times: int) -> None:
    shorter = TUNNEL.first.replace("{km:42}", f"{{km:{kilometres}}}")
    longer = TUNNEL.second.replace("{km:57}", f"{{km:{kilometres * times}}}")
    comparison = compared({"first": in_units(shorter, miles=False), "second": in_units(longer, miles=True)})
    verdicts = {(finding.verdict, finding.reason) for finding in comparison.findings}
    assert (Verdict.CONFLICT, "quantity") in verdicts


@few
@given(st.sampled_from(STORIES), st.sampled_from(("  ", "\t", "\u00a0")), st.integers(2, 5))
def test_wide_spaces_change_no_verdict(story: Story, space: str, every: int) -> None:
    def spaced(text: str) -> str:
        words = text.split(" ")
        gaps = [space if number % every == 0 else " " for number in range(1, len(words))]
        return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))

    texts = story.told()
    assert differences(compared({name: spaced(text) for name, text in texts.items()})) == differences(compared(texts))


@few
@given(st.sampled_from(STORIES), st.integers(60, 80))
def test_wrapped_lines_change_no_verdict(story: Story, width: int) -> None:
    texts = story.told()
    wrapped = {name: textwrap.fill(text, width, break_on_hyphens=False) for name, text in texts.items()}
    assert differences(compared(wrapped)) == differences(compared(texts))


@every_story
def test_the_shape_of_quote_marks_changes_nothing(story: Story) -> None:
    texts = story.told()
    straight = {name: text.translate(CURLY_TO_STRAIGHT) for name, text in texts.items()}
    curly = {name: re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’") for name, text in straight.items()}
    assert rulings(compared(straight)) == rulings(compared(curly)) == rulings(compared(texts))
