"""What was read, for a terminal: each report's head, its size, and what in it is no part of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rashomon import tables
from rashomon.lang.language import language_name
from rashomon.model import Passage, Report, Role
from rashomon.render.json import moment
from rashomon.render.page.visible import plain_line
from rashomon.render.wording import counted

_THRESHOLDS = tables.thresholds("rashomon.render")

_LONGEST = _THRESHOLDS.integer("longest")
_KEY_WIDTH = 12


def report_as_terminal(report: Report, *, boilerplate: bool = False) -> str:
    """Return what was read of a report as lines, without control characters; with `boilerplate` its marked words too.

    What the report does not say is left out.
    """
    lines = [plain_line(report.id), *(f"  {key:<{_KEY_WIDTH}}{words}" for key, words in _facts(report) if words)]
    if boilerplate:
        lines += [f"    {passage.why}: {_shown(report, passage)}" for passage in _marked(report)]
    return "\n".join(lines) + "\n\n"


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    yield "headline", plain_line(report.headline or "")
    yield "outlet", plain_line(report.outlet or "")
    yield "byline", plain_line(report.byline or "")
    agency = f" ({report.agency})" if report.agency else ""
    yield "dateline", plain_line(f"{report.place or ''}{agency}")
    yield "date", moment(report.published) or ""
    yield "language", language_name(report.language)
    marked = _marked(report)
    story = [p for p in report.passages if p.role is not Role.BOILERPLATE]
    yield "words", str(sum(len(passage.range.of(report.text).split()) for passage in story))
    yield "boilerplate", _reasons(report, marked)
    yield "url", plain_line(report.url or "")
    yield "source", plain_line(report.source)


def _reasons(report: Report, marked: list[Passage]) -> str:
    if not marked:
        return ""
    words = sum(len(passage.range.of(report.text).split()) for passage in marked)
    counts = Counter(passage.why for passage in marked)
    return f"{counted(words, 'word')} ({', '.join(f'{why} {number}' for why, number in sorted(counts.items()))})"


def _marked(report: Report) -> list[Passage]:
    return [passage for passage in report.passages if passage.role is Role.BOILERPLATE]


def _shown(report: Report, passage: Passage) -> str:
    words = plain_line(passage.range.of(report.text))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
