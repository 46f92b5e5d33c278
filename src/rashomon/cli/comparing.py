"""`rashomon compare`: reports in, findings out."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from rashomon.cli.codes import DONE, PARTLY
from rashomon.cli.inputs import read_inputs
from rashomon.cli.network import Network, addresses_in, network_options
from rashomon.cli.output import open_page, print_text, tell, write_whole
from rashomon.cli.targets import Target, input_files, named_target
from rashomon.errors import InputError

if TYPE_CHECKING:
    from rashomon.model import Comparison
    from rashomon.read.problems import Reading
    from rashomon.settings import Settings

FORMATS = ("terminal", "json", "html", "markdown", "csv")
_BY_SUFFIX = {".json": "json", ".html": "html", ".htm": "html", ".md": "markdown", ".csv": "csv"}

EPILOG = """
\b
Examples:
  rashomon compare first.txt second.txt        two reports, shown here
  rashomon compare reports/ --open             a folder of reports, as a page in the browser
  rashomon compare *.txt --output page.html    the same page, kept in a file
  rashomon compare --fetch URL URL             two pages, fetched (see rashomon fetch --help)

\b
Exit codes: 0 done; 2 nothing could be compared; 3 done, but some inputs were left out;
4 the installation is incomplete; 74 the output could not be written; 130 interrupted.
"""


class Choices(Network):
    """What the options of `compare` hold: None or False where one was not given."""

    form: str | None
    output: str | None
    force: bool
    opened: bool
    parser: str | None
    policy: str | None
    meaning: bool
    largest_file: int | None
    fetch: bool


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to show it. [default: terminal, or by the suffix of --output]",
)
@click.option("--output", metavar="FILE", help="Write to FILE, whole or not at all, instead of printing.")
@click.option("--force", is_flag=True, help="Let FILE replace a file that Rashomon did not write; never an input.")
@click.option("--open", "opened", is_flag=True, help="Show the page in your browser (implies --format html).")
@click.option("--parser", metavar="NAME", help="A spaCy pipeline of your own instead of the one that ships.")
@click.option("--policy", metavar="NAME", help="A house rule: two-origins, named-on-record or FILE.toml.")
@click.option("--meaning", is_flag=True, help="Also find agreements in other words (an extra; docs/settings.md).")
@click.option(
    "--largest-file", type=click.IntRange(min=1), metavar="BYTES", help="Refuse larger files. [default: 20000000]"
)
@click.option("--fetch", is_flag=True, help="Fetch the addresses among the paths from the network.")
@network_options
def compare(paths: tuple[str, ...], **choices: Unpack[Choices]) -> int:
    """Compare the reports of one event.

    PATH is a report (.txt, .md), a file of reports (.json, .jsonl with "text", and "id", "title", "outlet",
    "published", "url" where known), a folder of such files, or - for standard input. A meta.json beside text files may
    give their outlets and dates. With --fetch, PATH may be an address (http, https).
    """
    form, settings = _form(choices), _settings(choices)
    target = _target(paths, form, choices, settings)
    if target:
        target.check()  # before minutes of work
    reading = read_inputs(paths, settings, choices if choices["fetch"] or choices["offline"] else None)
    if not reading.reports:
        tell(reading.problems)
        raise InputError("no report could be read, so there is nothing to compare")
    shown = _shown(_compared(reading, settings), form, to_screen=target is None)
    if target:
        target.write(shown)
        page = target.path
    elif choices["opened"]:
        page = _page_in_temporary_folder()
        write_whole(page, shown)
    else:
        print_text(shown)
    if choices["opened"]:
        open_page(page)
    tell(reading.problems)
    return PARTLY if reading.failed else DONE


def _form(choices: Choices) -> str:
    if choices["opened"]:
        if choices["form"] not in (None, "html"):
            raise click.UsageError("--open shows the page: leave --format out, or make it html.")
        return "html"
    return choices["form"] or _BY_SUFFIX.get(Path(choices["output"] or "").suffix.lower(), "terminal")


def _target(paths: tuple[str, ...], form: str, choices: Choices, settings: Settings) -> Target | None:
    """Return the file to write, None where none was named: it may be no input, and a house rule is one too."""
    if choices["output"] is None:
        if choices["force"]:
            raise click.UsageError("--force lets a file be replaced: name it with --output.")
        return None
    path = named_target(choices["output"])
    files = [name for name in paths if name not in addresses_in(paths)]
    rule = (Path(choices["policy"]),) if choices["policy"] else ()
    folders = tuple(Path(name) for name in files if name and os.path.isdir(name))
    return Target(path, form, (*input_files(files, settings.largest_file), *rule), choices["force"], folders)


def _settings(choices: Choices) -> Settings:
    from rashomon.settings import Settings

    given = Settings(parser=choices["parser"], meaning=choices["meaning"])
    if choices["policy"] is not None:
        given = replace(given, policy=choices["policy"])
    return given if choices["largest_file"] is None else replace(given, largest_file=choices["largest_file"])


def _compared(reading: Reading, settings: Settings) -> Comparison:
    from rashomon import pipeline

    if not sys.stderr.isatty():
        return pipeline.compare(reading.reports, settings)
    from rashomon.render.page.visible import plain_line

    done = 0

    def progress(report: str) -> None:
        nonlocal done
        done += 1
        click.echo(f"\r\x1b[Kreading {done} of {len(reading.reports)}: {plain_line(report)[:60]}", nl=False, err=True)

    try:
        return pipeline.compare(reading.reports, settings, progress)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _shown(comparison: Comparison, form: str, *, to_screen: bool) -> str:
    # Each renderer is imported only where it is asked for.
    if form == "json":
        from rashomon.render.json import comparison_as_json as render
    elif form == "html":
        from rashomon.render.html import comparison_as_html as render
    elif form == "markdown":
        from rashomon.render.markdown import comparison_as_markdown as render
    elif form == "csv":
        from rashomon.render.csv import comparison_as_csv as render
    else:
        from rashomon.render.terminal import comparison_as_terminal

        on_terminal = to_screen and sys.stdout.isatty()
        return comparison_as_terminal(
            comparison, width=_width(on_terminal), colour=on_terminal and "NO_COLOR" not in os.environ
        )
    return render(comparison)


def _width(on_terminal: bool) -> int:
    import shutil

    return max(40, min(120, shutil.get_terminal_size((100, 24)).columns)) if on_terminal else 100


def _page_in_temporary_folder() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="rashomon-")) / "comparison.html"
