"""The page as characters: what it holds, what it must never hold, and that it is the same every time."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import re
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Comparison, Evidence, Finding, Modality, Origins, Side, Source, Verdict
from rashomon.render.html import comparison_as_html
from rashomon.render.json import finding_id
from rashomon.render.page.cards import anchors
from rashomon.render.page.columns import column, labels
from rashomon.render.page.phrases import counted, day_and_time, origins_in_words, phrases, said_by, spelled
from rashomon.render.page.segments import segments
from rashomon.render.page.summary import standfirst, title
from rashomon.render.page.visible import plain_line, visible
from rashomon.text import Range


@pytest.fixture(scope="module")
def invented() -> ModuleType:
    """Return the invented event, loaded by its path: tests are no package."""
    spec = importlib.util.spec_from_file_location("invented", Path(__file__).with_name("invented.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


_VOID = {"meta", "link", "input", "use", "path", "circle", "rect"}


class Parsed(HTMLParser):
    """A page read again: its elements with their attributes, its ids, and the text of what was asked for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self.columns: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.raw:
            self.raw[tag].append("")
        if tag not in _VOID:
            self._open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] in self.raw:
            self.raw[self._open[-1][0]][-1] += data
        inside = [attrs for tag, attrs in self._open if tag == "article" and "column" in (attrs.get("class") or "")]
        classes = {attrs.get("class") or "" for _, attrs in self._open}
        if inside and "text" in classes and "tag" not in classes:
            number = str(inside[0]["data-number"])
            self.columns[number] = self.columns.get(number, "") + data

    @property
    def ids(self) -> list[str]:
        """Return every id of the page."""
        return [str(attrs["id"]) for _, attrs in self.elements if "id" in attrs]


def test_the_page_is_well_formed_and_every_inner_link_leads_somewhere(invented: ModuleType) -> None:
    parsed = Parsed(comparison_as_html(invented.fire()))
    assert [ident for ident, times in Counter(parsed.ids).items() if times > 1] == []
    inner = {str(attrs["href"])[1:] for _, attrs in parsed.elements if str(attrs.get("href", "")).startswith("#")}
    assert inner - set(parsed.ids) == set()
    named = {name for _, attrs in parsed.elements for name in str(attrs.get("aria-labelledby") or "").split()}
    assert named - set(parsed.ids) == set()


def test_the_policy_admits_the_pages_own_style_and_script_and_nothing_else(invented: ModuleType) -> None:
    parsed = Parsed(comparison_as_html(invented.fire()))
    policy = next(attrs["content"] for tag, attrs in parsed.elements if attrs.get("http-equiv"))
    for words, directive in ((parsed.raw["style"][0], "style-src"), (parsed.raw["script"][1], "script-src")):
        digest = base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert [
        attrs for _, attrs in parsed.elements if "style" in attrs or any(name.startswith("on") for name in attrs)
    ] == []
    loaded = [
        attrs for tag, attrs in parsed.elements if "src" in attrs or (tag == "link" and attrs.get("href") != "data:,")
    ]
    assert loaded == []


def test_every_report_stands_in_the_page_word_for_word(invented: ModuleType) -> None:
    comparison = invented.fire()
    parsed = Parsed(comparison_as_html(comparison))
    for number, report in enumerate(comparison.reports, start=1):
        assert parsed.columns[str(number)].split() == report.text.split()


def test_every_piece_of_evidence_is_marked_where_it_stands(invented: ModuleType) -> None:
    comparison = invented.fire()
    page = comparison_as_html(comparison)
    index = json.loads(Parsed(page).raw["script"][0])
    assert index["reports"] == [report.outlet for report in comparison.reports]
    for entry, finding in zip(index["findings"], comparison.findings, strict=True):
        assert entry["id"] == f"finding-{finding_id(finding)}"
        shown = set()
        for number, starts in entry["spots"]:
            marked = [re.search(rf'id="r{number}-{start}"[^>]*>([^<]*)</a>', page) for start in starts]
            shown.add((number, "".join(match.group(1) for match in marked if match)))
        names = [report.id for report in comparison.reports]
        texts = {report.id: report.text for report in comparison.reports}
        said = {
            (names.index(e.report) + 1, e.range.of(texts[e.report]).replace('"', "&#34;").replace("'", "&#39;"))
            for side in finding.sides
            for e in side.evidence
        }
        assert shown == said


def test_findings_are_grouped_by_verdict_most_useful_first_and_keep_their_order(invented: ModuleType) -> None:
    comparison = invented.fire()
    page = comparison_as_html(comparison)
    places = [page.index(f'id="{anchor}"') for anchor in anchors(comparison.findings)]
    order = sorted(range(len(places)), key=places.__getitem__)
    verdicts = [comparison.findings[number].verdict for number in order]
    assert verdicts == sorted(verdicts, key=list(Verdict).index)
    conflicts = [number for number in order if comparison.findings[number].verdict is Verdict.CONFLICT]
    assert conflicts == sorted(conflicts)


def test_attribution_modality_origins_and_boilerplate_are_told_in_words(invented: ModuleType) -> None:
    page = comparison_as_html(invented.fire())
    for words in (
        "through Meridian Press",
        "said by an analyst at Brandt &amp; Lowe (“expects”), put with caution",
        "at least 2, at most 3 independent origins",
        "the Courier and The Meteor print the same Meridian Press sentence",
        "Set aside: newsletter line",
        '<b>The Meteor</b> <span class="arrow">has it from</span> <b>Harbour Courier</b>',
        "verbatim reuse",
    ):
        assert words in page, words


def test_one_sentence_in_several_reports_is_quoted_once(invented: ModuleType) -> None:
    page = comparison_as_html(invented.fire())
    first_card = page[page.index('<article class="finding card') : page.index("</article>")]
    assert first_card.count("<blockquote>") == 3
    assert re.search(r"Harbour Courier</a>.*; .*The Meteor</a>", first_card)


def test_the_page_holds_no_place_for_origins_where_none_are_known(invented: ModuleType) -> None:
    comparison = invented.fire()
    assert 'id="origins"' in comparison_as_html(comparison)
    assert 'id="origins"' not in comparison_as_html(Comparison(comparison.reports, comparison.findings))


def test_the_same_comparison_gives_the_same_page(invented: ModuleType) -> None:
    assert comparison_as_html(invented.fire()) == comparison_as_html(invented.fire())


def test_alike_findings_get_ids_of_their_own(invented: ModuleType) -> None:
    comparison = invented.fire()
    twice = Comparison(comparison.reports, comparison.findings[:1] * 3)
    assert len(set(anchors(twice.findings))) == 3
    assert [ident for ident, times in Counter(Parsed(comparison_as_html(twice)).ids).items() if times > 1] == []


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}",
    "</script><script>alert(1)//",
    "<!--",
    "]]>",
    "{{7*7}}{% raw %}${7*7}",
    "</textarea></title></details>",
    "javascript:alert(1)",
    "\u202e\u2066\u0000\ud800\ufeff",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_add_no_element_wherever_they_stand(invented: ModuleType, words: str) -> None:
    def page(put: str) -> Parsed:
        text = f"{put} title\n\nSix boats sank, said {put}.\n"
        report = invented.report("one", text, outlet=put, byline=put, place=put, agency=put, url=put, language=put)
        evidence = invented.words(report, "Six boats", Source(put, put, Range(0, 1)))
        finding = Finding(Verdict.CONFLICT, put, put, put, (Side(put, (evidence,)),), Origins(1, 2, put))
        return Parsed(comparison_as_html(Comparison((report,), (finding,))))

    hostile, plain = page(words), page("plain")
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in plain.elements]
    assert [sorted(attrs) for _, attrs in hostile.elements] == [sorted(attrs) for _, attrs in plain.elements]


def test_hidden_characters_are_written_out_everywhere(invented: ModuleType) -> None:
    report = invented.report("one", "Six\u202e boats\u200b sank.\n", outlet="Out\u2067let")
    finding = Finding(
        Verdict.SOLE, "sole", "a\u202ebout", "\ufeff", (Side("v\u0085", (invented.words(report, "Six"),)),)
    )
    page = comparison_as_html(Comparison((report,), (finding,)))
    assert not re.search(
        "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", page
    )
    for name in ("U+202E", "U+200B", "U+2067", "U+FEFF", "U+0085"):
        assert f"⟦{name}⟧" in page


def test_a_page_with_lone_surrogates_can_be_written(invented: ModuleType) -> None:
    report = invented.report("one", "Six \ud83d boats.\n")
    finding = Finding(Verdict.SOLE, "sole", "boats", "", (Side("six \ud83d", (invented.words(report, "Six \ud83d"),)),))
    assert b"U+D83D" in comparison_as_html(Comparison((report,), (finding,))).encode("utf-8")


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("plain words", "plain words"),
        ("a\tb\nc", "a\tb\nc"),
        ("line\r\nend", "line\nend"),
        ("\u202eabc", "⟦U+202E⟧abc"),
        ("\u2066a\u2069", "⟦U+2066⟧a⟦U+2069⟧"),
        ("\U000e0041", "⟦U+E0041⟧"),
        ("क्\u200dष", "क्\u200dष"),
        ("café 🚒", "café 🚒"),
    ],
)
def test_what_hides_is_seen_and_what_does_not_is_left_alone(words: str, seen: str) -> None:
    assert visible(words) == seen


def test_a_plain_line_has_no_line_ends() -> None:
    assert plain_line(" a\n b\r\n\tc ") == "a b c"


_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 20), st.integers(0, 5)).map(
        lambda t: (Range(t[0], t[0] + t[1]), t[2])
    ),
    max_size=12,
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.integers(0, 10), st.integers(1, 40), _SPANS, st.lists(st.integers(0, 50), max_size=5))
def test_segments_tile_the_text_and_carry_exactly_the_marks_above_them(
    start: int, length: int, marked: list[tuple[Range, int]], cuts: list[int]
) -> None:
    whole = Range(start, start + length)
    found = segments(whole, marked, cuts)
    assert found[0].range.start == whole.start
    assert found[-1].range.end == whole.end
    assert all(one.range.end == two.range.start for one, two in pairwise(found))
    for segment in found:
        for position in range(segment.range.start, segment.range.end):
            above = {number for span, number in marked if span.start <= position < span.end}
            assert segment.marks == tuple(sorted(above))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.text(alphabet='ab <&"\n\u202e🚒é', min_size=1, max_size=60), st.data())
def test_any_text_with_any_marks_is_shown_whole(text: str, drawn: st.DataObject) -> None:
    from rashomon.model import Report

    report = Report("one", text, "one.txt", "0" * 64, ())
    borders = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = [Range(min(a, b - 1), b) for a, b in drawn.draw(st.lists(borders, max_size=4))]
    sides = (Side("x", tuple(Evidence("one", span, span) for span in spans)),)
    parsed = Parsed(comparison_as_html(Comparison((report,), (Finding(Verdict.AGREE, "same value", "x", "", sides),))))
    shown = parsed.columns.get("1", "")
    expected = visible(text) if text.strip() else "This report has no text."
    assert "".join(shown.split()) == "".join(expected.split())


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (None, ""),
        (datetime(2031, 5, 6), "6 May 2031"),
        (datetime(2031, 12, 31, 9, 5), "31 December 2031, 09:05"),
        (datetime(2031, 5, 6, 9, 5, tzinfo=UTC), "6 May 2031, 09:05 UTC"),
        (datetime(2031, 5, 6, 9, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30))), "6 May 2031, 09:05 UTC-03:30"),
    ],
)
def test_dates_read_the_same_in_every_locale(moment: datetime | None, told: str) -> None:
    assert day_and_time(moment) == told


def test_small_phrases() -> None:
    assert [counted(1, "report"), counted(2, "report"), counted(2, "story", "stories")] == [
        "1 report",
        "2 reports",
        "2 stories",
    ]
    assert [spelled(0), spelled(3), spelled(12), spelled(13)] == ["No", "Three", "Twelve", "13"]
    assert origins_in_words(Origins(1, 1)) == "1 independent origin"
    assert origins_in_words(Origins(2, 4)) == "at least 2, at most 4 independent origins"


def test_attribution_reads_nearest_first() -> None:
    def source(name: str, cue: str = "", kind: str = "person") -> Source:
        return Source(name, cue, Range(0, 1), None, kind)

    assert said_by(()) == ""
    assert (
        said_by((source("Ada Lund", "told"), source("Meridian Press")))
        == "said by Ada Lund (“told”), through Meridian Press"
    )
    assert said_by((source("the audit", kind="document"),)) == "from the audit"
    assert said_by((source("Meridian Press", kind="agency"),)) == "through Meridian Press"


def test_every_verdict_and_modality_has_its_words() -> None:
    words = phrases()
    assert set(words.verdicts) == set(Verdict)
    assert all(words.modality(modality) or modality is Modality.ASSERTED for modality in Modality)
    for verdict in Verdict:
        assert words.reason(verdict, "part-whole")
    assert words.reason(Verdict.UNCLEAR, "scope").startswith("perhaps")
    assert words.reason(Verdict.AGREE, "same-value") == "same value"
    assert words.reason(Verdict.CONFLICT, "never-heard-of") == "never heard of"
    assert words.boilerplate_reason("never-heard-of") == "never heard of"


def test_every_reason_that_sets_a_passage_aside_has_its_words() -> None:
    table = resources.files("rashomon.lang.tables").joinpath("boilerplate.toml").read_text("utf-8")
    reasons = set(re.findall(r'^reason = "([a-z-]+)"', table, re.MULTILINE))
    assert len(reasons) > 3
    assert reasons - set(phrases().boilerplate) == set()


def test_a_line_end_parts_paragraphs_but_in_wrapped_text(invented: ModuleType) -> None:
    def tight(text: str) -> list[bool]:
        column_of = column(1, invented.report("one", text), "one", (), phrases())
        return [block.tight for block in column_of.blocks]

    assert tight("Head\nOne line\nof a paragraph.\n\nAnother.\n") == [False, True, True, False]
    assert tight("Head\n" + "A paragraph on one line. " * 6 + "\nAnother.\n") == [False, False, False]


def test_labels_tell_reports_of_one_outlet_apart(invented: ModuleType) -> None:
    one, two = invented.report("a", "x\n", outlet="Post"), invented.report("b", "y\n", outlet="Post")
    three, four = invented.report("c", "Headline\n"), invented.report("d", " \n")
    assert labels((one, two, three, four)) == {"a": "Post (a)", "b": "Post (b)", "c": "Headline", "d": "d"}


def test_the_first_paragraph_counts_what_there_is() -> None:
    assert title(1) == "One report, read against itself"
    assert title(5) == "Five reports of one event, compared"
    assert standfirst(2, {Verdict.CONFLICT: 1, Verdict.SOLE: 11}, phrases()) == (
        "The reports are at odds on one point: what they say cannot both be true. "
        "Eleven points come from one origin alone."
    )
    assert standfirst(2, {Verdict.AGREE: 2}, phrases()) == (
        "Nothing was found that cannot all be true. They agree on two points."
    )
    assert standfirst(2, {}, phrases()) == "Nothing was found that they share or differ on."
