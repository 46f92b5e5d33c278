"""Files and folders in, reports out; what cannot be used is named and harms nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from rashomon.model import Report
from rashomon.read.drafts import Done, Draft, drafts, language_note
from rashomon.read.folders import expand, file_source, folders_of, read_listings
from rashomon.read.found import Source, source_of
from rashomon.read.metadata import METADATA_NAME, Listing
from rashomon.read.names import Names, unique_ids
from rashomon.read.problems import Gravity, Problem, Reading
from rashomon.settings import Settings

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read: paths, the bytes that "-" stands for, a file that is left out wherever it stands, and pages.

    `pages` are sources at hand already.
    """

    paths: Iterable[str | Path]
    standard_input: bytes = b""
    besides: Path | None = None
    pages: tuple[Source, ...] = ()


def read_files(
    paths: Iterable[str | Path], settings: Settings, standard_input: bytes = b"", pages: Iterable[Source] = ()
) -> Reading:
    """Return the reports of files and folders, ordered by id, and a problem for each input that gave none.

    A folder stands for the reports directly in it: where its `meta.json` lists reports, for those it lists. "-" stands
    for the bytes of `standard_input`; `pages` are sources at hand already. The order of the paths and of the pages, and
    naming one twice, change nothing.
    """
    at_hand = tuple(sorted(pages, key=lambda page: page.label))
    outcomes = list(_outcomes(Inputs(paths, standard_input, pages=at_hand), settings, Done()))
    reports = _named([outcome for outcome in outcomes if isinstance(outcome, Draft)])
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    problems += [*_twins(reports), *filter(None, map(language_note, reports))]
    return Reading(reports, tuple(sorted(problems, key=lambda problem: (problem.source, problem.message))))


def files_of(paths: Iterable[str | Path], largest: int) -> tuple[Path, ...]:
    """Return the files that reading the paths opens, whether they are there or not: "-" is none of them.

    `largest` bounds what is read of a `meta.json`, in bytes.
    """
    given = [Path(path) for path in map(str, paths) if path not in ("", STANDARD_INPUT)]
    listings, _ = read_listings(given, largest)
    files, _ = expand(given, listings)
    return (*files, *(folder / METADATA_NAME for folder in folders_of(given)))


def read_each(inputs: Inputs, settings: Settings, before: Iterable[tuple[str, str]]) -> Iterator[Report | Problem]:
    """Yield each report of files and folders as it is read, and each problem in its place: nothing is kept of them.

    `before` are the (id, source) of the reports that an earlier run over the same paths has read, in its order: they
    are left out, and the ids that it gave are given to no other. Two runs, one going on where the other stopped, yield
    what one would have.
    """
    known = list(before)
    names, done = Names(name for name, _ in known), Done(source for _, source in known)
    for outcome in _outcomes(inputs, settings, done):
        if isinstance(outcome, Problem):
            yield outcome
            continue
        report = replace(outcome.report, id=names.next(outcome.names))
        yield report
        note = language_note(report)
        if note:
            yield note


def _outcomes(inputs: Inputs, settings: Settings, done: Done) -> Iterator[Draft | Problem]:
    named = [str(path) for path in inputs.paths]
    if "" in named:
        # `Path("")` would be the current folder: a variable of the shell that is unset must not stand for all in it.
        yield Problem("", Gravity.FAILED, '"": an empty path names nothing; name a file or a folder')
    given = [Path(path) for path in named if path not in ("", STANDARD_INPUT)]
    listings, broken = read_listings(given, settings.largest_file)
    files, passed = expand(given, listings, inputs.besides)
    yield from (*broken, *passed)
    for file in files:
        source = file_source(file, settings.largest_file)
        yield from drafts(source, listings.get(file.parent, Listing({})), settings, done)
    if STANDARD_INPUT in named:
        yield from drafts(source_of(inputs.standard_input, "<stdin>"), Listing({}), settings, done)
    for page in inputs.pages:
        yield from drafts(page, Listing({}), settings, done)


def _named(drafts: Sequence[Draft]) -> tuple[Report, ...]:
    ids = unique_ids([draft.names for draft in drafts])
    reports = [replace(draft.report, id=name) for name, draft in zip(ids, drafts, strict=True)]
    return tuple(sorted(reports, key=lambda report: report.id))


def _twins(reports: Sequence[Report]) -> list[Problem]:
    """Return a note for each group of reports with the same characters: they count once, and the reader should know."""
    alike = sorted(reports, key=lambda report: (report.sha256, report.id))
    groups = [list(group) for _, group in groupby(alike, key=lambda report: report.sha256)]
    return [
        Problem(group[0].source, Gravity.NOTED, "the same text under several names: " + ", ".join(r.id for r in group))
        for group in groups
        if len(group) > 1
    ]
