"""Copies between reports: which repeats which, passage by passage, and in which direction where the reports show it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon import tables
from rashomon.group.candidates import similar_pairs
from rashomon.group.rewritten import Told, rewritten_passages, told_by
from rashomon.group.runs import Run, passages
from rashomon.group.words import Words, containment, words_of
from rashomon.lang.quotations import find_quotations
from rashomon.model import Copy, Report, Role, SharedPassage
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.group")

TELLING_WORDS = _THRESHOLDS.integer("telling_words")
CLOSE_ENOUGH = _THRESHOLDS.number("close_enough")
WHOLE = _THRESHOLDS.number("whole")
EVERY_PAIR = _THRESHOLDS.integer("every_pair")
SOME = _THRESHOLDS.number("some")


@dataclass(frozen=True, slots=True)
class Body:
    """A report as copies are looked for in it: its words without boilerplate, and where its quotations stand."""

    report: Report
    words: Words
    quotations: tuple[Range, ...]
    told: tuple[Told, ...]


def find_copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """Return the copies among the reports, each pair at most once, in the order of the reports' ids."""
    bodies = [_body(report) for report in sorted(reports, key=lambda report: report.id)]
    found = (_copy(bodies[first], bodies[second]) for first, second in _pairs(bodies))
    return tuple(copy for copy in found if copy is not None)


def _pairs(bodies: Sequence[Body]) -> Iterable[tuple[int, int]]:
    """Return the pairs worth a close look: all of few reports, of many those that share fingerprints."""
    if len(bodies) <= EVERY_PAIR:
        return combinations(range(len(bodies)), 2)
    texts = [body.report.text for body in bodies]
    return ((pair.first, pair.second) for pair in similar_pairs(texts, SOME, every=2))


def _body(report: Report) -> Body:
    aside = tuple(passage.range for passage in report.passages if passage.role is Role.BOILERPLATE)
    quotations = tuple(quotation.range for quotation in find_quotations(report.text))
    return Body(report, words_of(report.text, aside), quotations, told_by(report))


def _copy(first: Body, second: Body) -> Copy | None:
    share = containment(first.words, second.words)
    shared = tuple(_shared(first, second, run) for run in _runs(first.words, second.words) if _telling(run))
    rewritten = rewritten_passages(first.told, second.told) if share < WHOLE else ()
    kind = "rewritten" if rewritten else "verbatim"
    shared = rewritten or shared
    if share < WHOLE and all(passage.quoted for passage in shared):
        return None
    later, earlier, why = direction(first.report, second.report)
    if later is second.report:
        shared = tuple(SharedPassage(p.second, p.first, p.closeness, p.quoted) for p in shared)
    return Copy(later.id, earlier.id, kind, share, shared, bool(why), why)


def _runs(first: Words, second: Words) -> tuple[Run, ...]:
    if first.forms == second.forms:
        size = len(first)
        return (Run(0, size, 0, size, size),) if size else ()
    return passages(first, second, TELLING_WORDS)


def _telling(run: Run) -> bool:
    return run.same >= TELLING_WORDS and run.closeness >= CLOSE_ENOUGH


def _shared(first: Body, second: Body, run: Run) -> SharedPassage:
    places = first.words.range(run.first, run.first_end - 1), second.words.range(run.second, run.second_end - 1)
    unquoted = min(_words_outside(body, place) for body, place in zip((first, second), places, strict=True))
    return SharedPassage(*places, round(run.closeness, 4), unquoted < TELLING_WORDS)


def _words_outside(body: Body, place: Range) -> int:
    """Return how many words of a passage stand outside quotation marks."""
    first, last = (bisect_left(body.words.starts, border) for border in (place.start, place.end))
    quotations = [q for q in body.quotations if q.overlaps(place)]
    return sum(not any(q.start <= start < q.end for q in quotations) for start in body.words.starts[first:last])


def direction(first: Report, second: Report) -> tuple[Report, Report, str]:
    """Return the report that has it from the other, that other one, and what shows it; "" where nothing does.

    A report that credits the other's outlet has it from there; else the one published on a later day, or later on the
    same day where both give the time.
    """
    for later, earlier in ((first, second), (second, first)):
        if earlier.outlet and later.agency and earlier.outlet.casefold() == later.agency.casefold():
            return later, earlier, f"it credits {earlier.outlet}"
    if (
        first.published is None
        or second.published is None
        or (first.published.tzinfo is None) != (second.published.tzinfo is None)
    ):
        return first, second, ""
    if first.published == second.published:
        return first, second, ""
    timed = all(moment.hour or moment.minute for moment in (first.published, second.published))
    if not timed and first.published.date() == second.published.date():
        return first, second, ""
    if first.published > second.published:
        return first, second, "it was published later"
    return second, first, "it was published later"
