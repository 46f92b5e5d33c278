"""The comparison as one self-contained page: no network, readable without scripts, every statement at its words."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata, resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model import Comparison, OriginEdge, Verdict
from rashomon.render.page.cards import Card, Desk, anchors
from rashomon.render.page.columns import Column, column, labels
from rashomon.render.page.graph import drawn
from rashomon.render.page.phrases import Phrases, VerdictWords, phrases, spaced
from rashomon.render.page.summary import standfirst, title
from rashomon.render.page.visible import plain_line, visible
from rashomon.text import Range

_PAGE = "rashomon.render.page"

Edge = tuple[str, str, str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one verdict. `shelves` hold them by report number where that is how they are read (sole)."""

    verdict: str
    words: VerdictWords
    cards: tuple[Card, ...]
    shelves: tuple[tuple[Column, tuple[Card, ...]], ...]


def comparison_as_html(comparison: Comparison) -> str:
    """Return the page for a comparison: one HTML document that loads nothing from anywhere.

    All words from reports are escaped, and hidden characters written out; the content security policy admits only
    the page's own style and script, by their hashes. The same comparison gives the same characters.
    """
    words = phrases()
    columns = _columns(comparison, words)
    cards = _cards(comparison, columns, words)
    counts = {verdict: sum(card.verdict == verdict.value for card in cards) for verdict in Verdict}
    style, script = _own("style.css"), _own("page.js")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            policy=_policy(style, script),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            index=_index(columns, cards),
            version=_version(),
            title=title(len(columns)),
            tab_title=_tab_title(columns),
            standfirst=standfirst(len(columns), counts, words),
            groups=_groups(cards, columns, words),
            marks=[card.verdict for card in cards],
            anchors=[card.anchor for card in cards],
            columns=columns,
            origins=_edges(comparison, columns),
            graph=drawn(comparison, columns),
        )
    )


def _columns(comparison: Comparison, words: Phrases) -> tuple[Column, ...]:
    marked: dict[str, list[tuple[Range, int]]] = {report.id: [] for report in comparison.reports}
    for number, finding in enumerate(comparison.findings):
        for side in finding.sides:
            for evidence in side.evidence:
                marked[evidence.report].append((evidence.range, number))
    label = {ident: plain_line(words) for ident, words in labels(comparison.reports).items()}
    return tuple(
        column(number, report, label[report.id], marked[report.id], words)
        for number, report in enumerate(comparison.reports, start=1)
    )


def _cards(comparison: Comparison, columns: Sequence[Column], words: Phrases) -> tuple[Card, ...]:
    idents = [report.id for report in comparison.reports]
    reports = dict(zip(idents, comparison.reports, strict=True))
    desk = Desk(reports, dict(zip(idents, columns, strict=True)), words)
    named = zip(anchors(comparison.findings), comparison.findings, strict=True)
    return tuple(desk.card(number, anchor, finding) for number, (anchor, finding) in enumerate(named))


def _groups(cards: Sequence[Card], columns: Sequence[Column], words: Phrases) -> list[Group]:
    groups = []
    for verdict in Verdict:
        here = tuple(card for card in cards if card.verdict == verdict.value)
        if not here:
            continue
        shelves = tuple((report, tuple(card for card in here if card.home == report.number)) for report in columns)
        by_report = tuple(shelf for shelf in shelves if shelf[1]) if verdict is Verdict.SOLE else ()
        groups.append(Group(verdict.value, words.verdicts[verdict], here, by_report))
    return groups


def _edges(comparison: Comparison, columns: Sequence[Column]) -> list[Edge]:
    texts = {report.id: report.text for report in comparison.reports}
    label = {ident: column.label for ident, column in zip(texts, columns, strict=True)}
    return [_edge(edge, texts, label) for edge in comparison.origins]


def _edge(edge: OriginEdge, texts: Mapping[str, str], label: Mapping[str, str]) -> Edge:
    """Return who has it, from whom, why, in which words, and whether it is known who had it first."""
    quotes = tuple(evidence.range.of(texts[evidence.report]) for evidence in edge.evidence if evidence.report in texts)
    start, end = (label.get(name, name) for name in (edge.origin_from, edge.origin_to))
    return start, end, spaced(edge.reason), quotes, edge.directed


def _index(columns: Iterable[Column], cards: Iterable[Card]) -> Markup:
    """Return the JSON that the script reads: labels of reports, and where every finding's words stand."""
    found = [{"id": card.anchor, "verdict": card.verdict, "spots": card.spots} for card in cards]
    written = json.dumps({"reports": [report.label for report in columns], "findings": found}, separators=(",", ":"))
    for character in "<>&":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)  # noqa: S704 - ASCII, and no character left that could end the block


def _tab_title(columns: Sequence[Column]) -> str:
    headline = next((report.headline for report in columns if report.headline), "")
    return f"{headline} – {title(len(columns))} – Rashomon" if headline else f"{title(len(columns))} – Rashomon"


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(words: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


def _own(name: str) -> str:
    return resources.files(_PAGE).joinpath(name).read_text("utf-8")


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_own),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """Make every value that the template prints visible, so that no place can forget to."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _version() -> str:
    try:
        return metadata.version("rashomon")
    except metadata.PackageNotFoundError:
        return "from source"
