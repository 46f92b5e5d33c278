"""`rashomon fetch`: addresses in, reports out; what was fetched is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from rashomon.cli.codes import DONE, PARTLY
from rashomon.cli.network import Network, addresses_in, fetch_all, network_options, new_fetcher
from rashomon.cli.output import print_text, tell
from rashomon.cli.targets import Target, named_target
from rashomon.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rashomon.fetch.fetching import Fetched, Fetcher
    from rashomon.model import Report
    from rashomon.read.problems import Problem

_ARCHIVE = ".warc.gz"

EPILOG = """
\b
Examples:
  rashomon fetch https://news.example/story              what is read of a page
  rashomon fetch URL URL --output reports.jsonl          two pages, kept as reports
  rashomon fetch URL URL --output pages.warc.gz          the same pages as they came
  rashomon fetch URL --offline                           once more, from the cache

\b
Exit codes: 0 done; 2 nothing could be fetched; 3 done, but some addresses were left out;
74 the output or the cache could not be written; 130 interrupted.
"""


@click.command(epilog=EPILOG)
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option(
    "--output", metavar="FILE", help="Write reports to FILE.jsonl, or the pages as they came to FILE.warc.gz."
)
@click.option("--force", is_flag=True, help="Let FILE replace a file that Rashomon did not write, or an archive.")
@network_options
def fetch(urls: tuple[str, ...], output: str | None, force: bool, **network: Unpack[Network]) -> int:
    """Fetch pages and show what is read of them. This is the only command that uses the network unasked.

    URL is an http or https address of a page, a feed, a PDF or a text. Addresses that are not on the open internet are
    refused, at every redirect; robots.txt is kept; a page takes 10 seconds and 5 MB at most. What was fetched is kept
    as it came, as WARC, in the cache.
    """
    for url in urls:
        if url not in addresses_in(urls):
            raise click.UsageError(f"{url} is no address of a page: it begins with http:// or https://.")
    fetcher = new_fetcher(network)
    target = _target(output, force=force)
    pages, problems = fetch_all(addresses_in(urls), fetcher)
    if target and target.form == _ARCHIVE:
        found = len(pages)
        if pages:
            kept = _kept(pages, fetcher)
            replace(target, inputs=kept).write(b"".join(file.read_bytes() for file in kept))
    else:
        reports, more = _read(pages)
        found, problems = len(reports), (*problems, *more)
        if reports:
            _show(reports, target)
    tell(problems)
    if not found:
        raise InputError("nothing could be fetched that holds a report")
    return PARTLY if any(problem.gravity == "failed" for problem in problems) else DONE


def _target(output: str | None, *, force: bool) -> Target | None:
    if output is None:
        if force:
            raise click.UsageError("--force lets a file be replaced: name it with --output.")
        return None
    target = Target(named_target(output), _ARCHIVE if output.endswith(_ARCHIVE) else "jsonl", force=force)
    target.check()
    return target


def _read(pages: Sequence[Fetched]) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    from rashomon import pipeline
    from rashomon.fetch.sources import page_source

    reading = pipeline.read([], pages=[page_source(page) for page in pages])
    return reading.reports, reading.problems


def _show(reports: Sequence[Report], target: Target | None) -> None:
    if target is None:
        from rashomon.render.report_terminal import report_as_terminal

        print_text("".join(map(report_as_terminal, reports)))
    else:
        from rashomon.render.report_lines import report_as_line

        target.write("".join(map(report_as_line, reports)))


def _kept(pages: Sequence[Fetched], fetcher: Fetcher) -> tuple[Path, ...]:
    """Return the kept files of the pages and of the redirects to them: WARC may be joined one after another."""
    places = dict.fromkeys(request.web for page in pages for request, _ in page.steps)
    return tuple(fetcher.cache.file_of(place) for place in places if fetcher.cache)
