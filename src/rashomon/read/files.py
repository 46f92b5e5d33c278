"""Files and folders in, reports out; what cannot be used is named and harms nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from rashomon.errors import InputError, NotAReport, TooLarge
from rashomon.model import Report
from rashomon.read.build import build_report
from rashomon.read.characters import decode
from rashomon.read.folders import RECORD_SUFFIXES, expand, read_content, read_listings
from rashomon.read.metadata import Listing, Metadata
from rashomon.read.names import unique_ids
from rashomon.read.problems import Gravity, Problem, Reading
from rashomon.read.records import Record, parse_record_lines, parse_records
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
    for file in files:
        outcomes += _isolated(file, listings.get(file.parent, Listing({})), settings)
    if STANDARD_INPUT in named:
        outcomes += _from_standard_input(standard_input, settings)
    drafts = [outcome for outcome in outcomes if isinstance(outcome, _Draft)]
    reports = _named(drafts)
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)] + _twins(reports)
    return Reading(reports, tuple(sorted(problems, key=lambda problem: (problem.source, problem.message))))


def _isolated(file: Path, listing: Listing, settings: Settings) -> list[_Outcome]:
    """Return what one file gives; whatever is wrong with it ends here, so that the other files are still read."""
    try:
        content = read_content(file, settings.largest_file)
        text, remark = decode(content, str(file))
        noted = [Problem(str(file), Gravity.NOTED, f"{file}: {remark}")] if remark else []
        if file.suffix.lower() in RECORD_SUFFIXES:
            return [*noted, *_from_records(_records(text, file), file, settings)]
        report = build_report(file.stem, _fitting(text, str(file), settings), str(file), listing.of(file), content)
        return [
            *noted,
            _Draft(report, (file.stem, f"{file.parent.name}/{file.stem}", f"{file.parent.name}/{file.name}")),
        ]
    except (InputError, RecursionError, MemoryError) as error:
        return [_problem(str(file), error)]


def _from_standard_input(content: bytes, settings: Settings) -> list[_Outcome]:
    source = Path("<stdin>")
    try:
        text, _ = decode(content, str(source))
        if text.lstrip("\ufeff \n").startswith(("{", "[")):
            return list(_from_records(_records(text, source), source, settings))
        return [
            _Draft(
                build_report("stdin", _fitting(text, str(source), settings), str(source), Metadata(), content),
                ("stdin",),
            )
        ]
    except (InputError, RecursionError, MemoryError) as error:
        return [_problem(str(source), error)]


def _fitting(text: str, source: str, settings: Settings) -> str:
    if len(text) > settings.largest_report:
        raise TooLarge(f"{source}: has more than {settings.largest_report:,} characters, which is no news report")
    return text


def _records(text: str, file: Path) -> Iterable[Record | Exception]:
    if file.suffix.lower() == ".json":
        return parse_records(text, str(file))
    try:
        return parse_records(text, str(file))
    except InputError:
        return parse_record_lines(text, str(file))


def _from_records(records: Iterable[Record | Exception], file: Path, settings: Settings) -> Iterator[_Outcome]:
    stem = file.stem.strip("<>")
    for number, record in enumerate(records, start=1):
        if isinstance(record, Exception):
            yield _problem(str(file), record)
            continue
        name = record.id or f"{stem}-{number}"
        source = f"{file}, report {number}"
        try:
            report = build_report(name, _fitting(record.text, source, settings), source, record.metadata)
        except InputError as error:
            yield _problem(source, error)
        else:
            yield _Draft(report, (name, f"{stem}/{name}", f"{file.parent.name}/{stem}/{name}"))


def _named(drafts: Sequence[_Draft]) -> tuple[Report, ...]:
    ids = unique_ids([draft.names for draft in drafts])
    reports = [replace(draft.report, id=name) for name, draft in zip(ids, drafts, strict=True)]
    return tuple(sorted(reports, key=lambda report: report.id))


def _problem(source: str, error: BaseException) -> Problem:
    gravity = Gravity.SKIPPED if isinstance(error, NotAReport) else Gravity.FAILED
    if isinstance(error, InputError):
        return Problem(source, gravity, str(error))
    return Problem(source, gravity, f"{source}: could not be read within the machine's limits ({type(error).__name__})")


def _twins(reports: Sequence[Report]) -> list[Problem]:
    """Return a note for each group of reports with the same characters: they count once, and the reader should know."""
    alike = sorted(reports, key=lambda report: (report.sha256, report.id))
    groups = [list(group) for _, group in groupby(alike, key=lambda report: report.sha256)]
    return [
        Problem(group[0].source, Gravity.NOTED, "the same text under several names: " + ", ".join(r.id for r in group))
        for group in groups
        if len(group) > 1
    ]
