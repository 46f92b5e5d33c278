"""The order of the stages, top to bottom: the one module that knows all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rashomon.errors import InstallError
from rashomon.model import Comparison, Report
from rashomon.pseudonyms import named_edges, named_findings, under_pseudonyms
from rashomon.read.files import Inputs, read_files
from rashomon.read.files import read_each as read_each_of
from rashomon.read.found import Source
from rashomon.read.problems import Problem, Reading
from rashomon.settings import Settings

Progress = Callable[[str], None]


def read(
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    standard_input: bytes = b"",
    pages: Iterable[Source] = (),
) -> Reading:
    """Return the reports that files and folders hold, and a problem for each input that could not be used.

    Never raises for a bad input: the other inputs are still read. `standard_input` is what the path "-" stands for;
    `pages` are read besides, and are at hand already.
    """
    return read_files(paths, settings or Settings(), standard_input, pages)


def read_each(
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    standard_input: bytes = b"",
    before: Iterable[tuple[str, str]] = (),
    besides: Path | None = None,
) -> Iterator[Report | Problem]:
    """Yield each report as it is read, and each problem in its place: archives larger than memory can be read so.

    `before` are the (id, source) of the reports that an earlier run over the same paths has read: they are left out;
    so is the file `besides`, to which they are written. Never raises for a bad input.
    """
    yield from read_each_of(Inputs(paths, standard_input, besides), settings or Settings(), before)


def compare(
    reports: Iterable[Report], settings: Settings | None = None, progress: Progress | None = None
) -> Comparison:
    """Return what the reports of one event say together; the order they are given in changes nothing.

    `progress` is called with the id of each report as its turn comes. Raises `InstallError` where the parser or another
    part of the installation is missing.
    """
    ordered = tuple(sorted(reports, key=lambda report: report.id))
    return _compared(ordered, settings or Settings(), progress or (lambda _: None))


def _compared(reports: tuple[Report, ...], settings: Settings, progress: Progress) -> Comparison:
    # The later stages are imported here, not above: reading alone must not pay for the parser.
    try:
        from rashomon.comparing import findings_on
        from rashomon.extract.account import build_account
        from rashomon.lang.parse import load_parser
        from rashomon.origins.policies import load_policy, with_badges
    except ImportError as error:
        raise InstallError(f"a part of Rashomon cannot be loaded ({error}); install it again") from error
    policy = load_policy(settings.policy)
    parser = load_parser(settings.parser)
    ordered, names = under_pseudonyms(reports)
    accounts = []
    for report in ordered:
        progress(names[report.id])
        accounts.append(build_account(report, parser))
    findings, edges = findings_on(accounts, settings)
    return Comparison(reports, named_findings(with_badges(findings, policy), names), named_edges(edges, names))
