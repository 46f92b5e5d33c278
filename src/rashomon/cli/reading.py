"""`rashomon read`: files in, reports out, one at a time."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from rashomon import tables
from rashomon.cli.codes import DONE, PARTLY
from rashomon.cli.inputs import standard_input
from rashomon.cli.kept_lines import KeptLines
from rashomon.cli.network import refuse_addresses
from rashomon.cli.output import print_text, tell
from rashomon.cli.targets import named_target
from rashomon.errors import InputError

_THRESHOLDS = tables.thresholds("rashomon.cli")

if TYPE_CHECKING:
    from rashomon.model import Report
    from rashomon.read.problems import Problem
    from rashomon.settings import Settings

READ_FORMATS = ("terminal", "jsonl")
_MOST_TOLD = _THRESHOLDS.integer("most_told")

EPILOG = """
\b
Examples:
  rashomon read story.html --boilerplate             what was read, and what is no part of the story
  rashomon read crawl.warc.gz --output reports.jsonl all pages of a crawl, kept as reports
  rashomon read crawl.warc.gz --output reports.jsonl --resume    the rest, after an interruption

\b
Exit codes: 0 done; 2 nothing could be read; 3 done, but some inputs were left out;
74 the output could not be written; 130 interrupted.
"""


class Choices(TypedDict):
    """What the options of `read` hold: None or False where one was not given."""

    form: str | None
    output: str | None
    resume: bool
    boilerplate: bool
    largest_file: int | None
    columns: tuple[str, ...]


class _Told:
    """What is to be told at the end, and how many reports there were."""

    def __init__(self) -> None:
        self.reports = 0
        self.failed = False
        self._problems: list[Problem] = []
        self._more = 0

    def take(self, problem: Problem) -> None:
        self.failed = self.failed or problem.gravity == "failed"
        if len(self._problems) < _MOST_TOLD:
            self._problems.append(problem)
        else:
            self._more += 1

    def tell(self) -> None:
        tell(self._problems)
        if self._more:
            click.echo(f"rashomon: and {self._more:,} more like these", err=True)


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(READ_FORMATS),
    help="How to show it. [default: terminal; jsonl with --output]",
)
@click.option("--output", metavar="FILE", help="Write the reports to FILE, one a line, as they are read.")
@click.option("--resume", is_flag=True, help="Go on with the FILE of an earlier run over the same paths.")
@click.option("--boilerplate", is_flag=True, help="Show the words that are no part of the story.")
@click.option(
    "--largest-file", type=click.IntRange(min=1), metavar="BYTES", help="Refuse larger files. [default: 20000000]"
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="Which column of a table holds a field (text, title, outlet, ...), where its name does not say so.",
)
def read(paths: tuple[str, ...], **choices: Unpack[Choices]) -> int:
    """Show what is read of reports, or keep them as JSON lines.

    PATH is what `compare` takes: a report, a file or an archive of reports, a folder of them, or - for standard input.
    The JSON lines are read again by `compare` and `read` with nothing lost.
    """
    refuse_addresses(paths)
    form = choices["form"] or ("jsonl" if choices["output"] else "terminal")
    if choices["output"] and form != "jsonl":
        raise click.UsageError("--output keeps reports as JSON lines: leave --format out.")
    if choices["resume"] and not choices["output"]:
        raise click.UsageError("--resume goes on with a file: name it with --output.")
    if choices["boilerplate"] and form == "jsonl":
        raise click.UsageError("JSON lines hold the boilerplate anyway: leave --boilerplate out.")
    settings, told = _settings(choices), _Told()
    target = None if choices["output"] is None else named_target(choices["output"])
    with ExitStack() as open_until_done:
        kept = open_until_done.enter_context(KeptLines(target, resume=choices["resume"])) if target else None
        write = kept.write if kept else print_text
        shown = _line if form == "jsonl" else _lines(boilerplate=choices["boilerplate"])
        before = kept.before if kept else []
        try:
            for report in _reports(paths, settings, (target, before), told):
                write(shown(report))
        except KeyboardInterrupt:
            told.tell()
            if kept:
                click.echo(f"rashomon: {target} is whole; --resume goes on where it ends", err=True)
            raise
    told.tell()
    if not told.reports and not before:
        raise InputError("no report could be read")
    return PARTLY if told.failed else DONE


def _settings(choices: Choices) -> Settings:
    from rashomon.settings import Settings

    columns = tuple(_column(words) for words in choices["columns"])
    largest = choices["largest_file"]
    return Settings(columns=columns) if largest is None else Settings(largest_file=largest, columns=columns)


def _column(words: str) -> tuple[str, str]:
    from rashomon.read.dialects import FIELDS

    field, _, name = words.partition("=")
    if field not in FIELDS or not name:
        raise click.UsageError(f"--column {words}: give one of {', '.join(FIELDS)}, then = and the column's name.")
    return field, name


def _reports(
    paths: tuple[str, ...], settings: Settings, kept: tuple[Path | None, list[tuple[str, str]]], told: _Told
) -> Iterator[Report]:
    """Yield the reports of the paths; what is wrong with others is told at the end.

    Raises `KeyboardInterrupt` between two reports where the user asked to stop.
    """
    from rashomon import pipeline
    from rashomon.read.problems import Problem

    target, before = kept
    content = standard_input(paths, settings)
    progress = _progress(len(before), visible=target is not None or not sys.stdout.isatty())
    with _stopping() as stopped, progress as step:
        for outcome in pipeline.read_each(paths, settings, content, before, target):
            if isinstance(outcome, Problem):
                told.take(outcome)
            else:
                told.reports += 1
                yield outcome
            step(outcome.source, told.reports)
            if stopped.is_set():
                raise KeyboardInterrupt


@contextmanager
def _progress(before: int, *, visible: bool) -> Iterator[Callable[[str, int], None]]:
    """Give what shows how many reports are done and where the reading stands: on a terminal only."""
    if not (visible and sys.stderr.isatty()):
        yield lambda source, done: None
        return
    from rashomon.render.page.visible import plain_line

    def step(source: str, done: int) -> None:
        click.echo(f"\r\x1b[K{before + done:,} reports read; at {plain_line(source)[-60:]}", nl=False, err=True)

    try:
        yield step
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """Give what is set once the user presses Ctrl-C: the report at hand is finished. The second time ends at once.

    A parser that catches everything would otherwise take the interruption for a broken page.
    """
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def ask(number: int, frame: FrameType | None) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    earlier = signal.signal(signal.SIGINT, ask)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, earlier)


def _line(report: Report) -> str:
    from rashomon.render.report_lines import report_as_line

    return report_as_line(report)


def _lines(*, boilerplate: bool) -> Callable[[Report], str]:
    from rashomon.render.report_terminal import report_as_terminal

    return lambda report: report_as_terminal(report, boilerplate=boilerplate)
