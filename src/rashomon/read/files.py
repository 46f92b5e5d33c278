"""Files and folders in, reports out; what cannot be used is named and harms nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from rashomon.errors import InputError, NotAReport, TooLarge
from rashomon.lang.language import SPOKEN, language_name
from rashomon.model import Report
from rashomon.read.build import build_report
from rashomon.read.characters import without_surrogates
from rashomon.read.folders import expand, file_source, read_listings
from rashomon.read.formats import read_source
from rashomon.read.found import Found, Source, source_of
from rashomon.read.metadata import Listing, Metadata
from rashomon.read.names import unique_ids
from rashomon.read.problems import Gravity, Problem, Reading
from rashomon.settings import Settings

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A report that may take one of these names, shortest first."""

    report: Report
    names: tuple[str, ...]


_Outcome = _Draft | Problem


def read_files(paths: Iterable[str | Path], settings: Settings, standard_input: bytes = b"") -> Reading:
    """Return the reports of files and folders, ordered by id, and a problem for each input that gave none.

    A folder stands for the reports directly in it: where its `meta.json` lists reports, for those it lists. "-" stands
    for the bytes of `standard_input`. The order of the paths, and naming one twice, change nothing.
    """
    named = [str(path) for path in paths]
    given = [Path(path) for path in named if path != STANDARD_INPUT]
    listings, broken = read_listings(given, settings.largest_file)
    files, passed = expand(given, listings)
    outcomes: list[_Outcome] = [*broken, *passed]
    sources = [(file_source(file, settings.largest_file), listings.get(file.parent, Listing({}))) for file in files]
    if STANDARD_INPUT in named:
        sources.append((source_of(standard_input, "<stdin>"), Listing({})))
    for source, listing in sources:
        outcomes += _drafts(source, listing, settings)
    drafts = [outcome for outcome in outcomes if isinstance(outcome, _Draft)]
    reports = _named(drafts)
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    problems += [*_twins(reports), *_in_other_languages(reports)]
    return Reading(reports, tuple(sorted(problems, key=lambda problem: (problem.source, problem.message))))


def _drafts(source: Source, listing: Listing, settings: Settings) -> Iterator[_Outcome]:
    """Yield what one source gives; whatever is wrong with it ends here, so that the others are still read."""
    try:
        yield from _outcomes(source, listing, settings)
    except Exception as error:  # noqa: BLE001 - a bug of ours that one file shows must not cost the user the others
        trouble = f"{type(error).__name__}: {error}"
        message = f"{source.label}: could not be read for a bug in Rashomon ({trouble}); please report it"
        yield Problem(source.label, Gravity.FAILED, message)


def _outcomes(source: Source, listing: Listing, settings: Settings) -> Iterator[_Outcome]:
    for number, (inner, outcome) in enumerate(read_source(source, settings), start=1):
        if isinstance(outcome, InputError):
            yield _problem(inner.label, outcome)
            continue
        if outcome.remark:
            yield Problem(inner.label, Gravity.NOTED, f"{inner.label}: {outcome.remark}")
        label = f"{inner.label}, {outcome.part}" if outcome.part else inner.label
        names = tuple(map(without_surrogates, _names(source, inner, outcome, number)))
        try:
            known = replace(outcome, metadata=outcome.metadata.or_else(inner.metadata))
            yield _Draft(_report(names[0], label, known, listing, settings), names)
        except (InputError, RecursionError, MemoryError) as error:
            yield _problem(label, error)


def _report(name: str, label: str, found: Found, listing: Listing, settings: Settings) -> Report:
    if len(found.text) > settings.largest_report:
        raise TooLarge(f"{label}: has more than {settings.largest_report:,} characters, which is no news report")
    beside = Metadata() if found.part else listing.of(Path(label))
    return build_report(name, label, replace(found, metadata=found.metadata.or_else(beside)))


def _names(outer: Source, inner: Source, found: Found, number: int) -> tuple[str, ...]:
    """Return the ids that a report may take: its own or its file's, then with more and more of what it stands in."""
    stem, folder = (Path(outer.label).stem.strip("<>"), Path(outer.label).parent.name)
    if inner is outer and not found.part:
        return (stem, f"{folder}/{stem}", f"{folder}/{Path(outer.label).name}")
    name = found.id or (f"{stem}-{number}" if inner is outer else Path(inner.name).stem)
    return (name, f"{stem}/{name}", f"{folder}/{stem}/{name}")


def _named(drafts: Sequence[_Draft]) -> tuple[Report, ...]:
    ids = unique_ids([draft.names for draft in drafts])
    reports = [replace(draft.report, id=name) for name, draft in zip(ids, drafts, strict=True)]
    return tuple(sorted(reports, key=lambda report: report.id))


def _problem(source: str, error: BaseException) -> Problem:
    gravity = Gravity.SKIPPED if isinstance(error, NotAReport) else Gravity.FAILED
    if isinstance(error, InputError):
        return Problem(source, gravity, str(error))
    return Problem(source, gravity, f"{source}: could not be read within the machine's limits ({type(error).__name__})")


def _in_other_languages(reports: Sequence[Report]) -> Iterator[Problem]:
    for report in reports:
        if report.language not in SPOKEN:
            name = language_name(report.language)
            message = f"{report.source}: is in {name}; its copies are found, what it says is not compared"
            yield Problem(report.source, Gravity.NOTED, message)


def _twins(reports: Sequence[Report]) -> list[Problem]:
    """Return a note for each group of reports with the same characters: they count once, and the reader should know."""
    alike = sorted(reports, key=lambda report: (report.sha256, report.id))
    groups = [list(group) for _, group in groupby(alike, key=lambda report: report.sha256)]
    return [
        Problem(group[0].source, Gravity.NOTED, "the same text under several names: " + ", ".join(r.id for r in group))
        for group in groups
        if len(group) > 1
    ]
