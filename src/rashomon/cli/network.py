"""What the commands share that may use the network: their options, and the fetching itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from rashomon import __version__

if TYPE_CHECKING:
    from rashomon.fetch.fetching import Fetched, Fetcher
    from rashomon.read.problems import Problem

_SCHEMES = ("http://", "https://")
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Network(TypedDict):
    """What the options of the network hold."""

    cache: str | None
    offline: bool
    contact: str


def network_options(command: _Command) -> _Command:
    """Return the command with the options of the network."""
    contact = "Tell servers how to reach you: an address or a page. [also: RASHOMON_CONTACT]"
    for option in (
        click.option("--contact", metavar="TEXT", default="", envvar="RASHOMON_CONTACT", help=contact),
        click.option("--offline", is_flag=True, help="Take addresses from the cache alone; open no connection."),
        click.option("--cache", metavar="FOLDER", help="Keep what is fetched here. [default: ~/.cache/rashomon]"),
    ):
        command = option(command)
    return command


def addresses_in(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the arguments that are addresses on the web, each once, in their order."""
    return tuple(dict.fromkeys(argument for argument in arguments if argument[:8].lower().startswith(_SCHEMES)))


def refuse_addresses(arguments: Sequence[str]) -> None:
    """Raise a usage error where one of the arguments is an address: the network is off unless it is asked for."""
    for address in addresses_in(arguments):
        raise click.UsageError(
            f"{address} is on the network, which is off. To fetch it: rashomon fetch, or rashomon compare --fetch."
        )


def new_fetcher(network: Network) -> Fetcher:
    """Return what fetches, as the options say."""
    from rashomon.fetch.cache import Cache, default_folder
    from rashomon.fetch.fetching import Fetcher

    folder = Path(network["cache"]) if network["cache"] else default_folder()
    contact = " ".join(ascii(network["contact"])[1:-1].split())[:200]
    return Fetcher(__version__, Cache(folder), network["offline"], contact)


def fetch_all(addresses: Sequence[str], fetcher: Fetcher) -> tuple[tuple[Fetched, ...], tuple[Problem, ...]]:
    """Return the pages behind the addresses, and a problem for each that gave none; one never stops the others.

    Raises `OSError` where the cache cannot be written.
    """
    from rashomon.errors import NotFetched
    from rashomon.read.problems import Gravity, Problem

    pages: list[Fetched] = []
    problems: list[Problem] = []
    with _progress(len(addresses)) as step:
        for number, address in enumerate(addresses, start=1):
            step(number, address)
            try:
                pages.append(fetcher.fetch(address))
            except NotFetched as error:
                problems.append(Problem(address, Gravity.FAILED, str(error)))
            except OSError as error:
                folder = fetcher.cache.folder if fetcher.cache else ""
                raise OSError(error.errno, f"in the cache {folder}: {error.strerror or error}") from error
    return tuple(pages), tuple(problems)


@contextmanager
def _progress(count: int) -> Iterator[Callable[[int, str], None]]:
    """Give what shows which address is being fetched: on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda number, address: None
        return

    def step(number: int, address: str) -> None:
        click.echo(f"\r\x1b[Kfetching {number} of {count}: {ascii(address)[1:61]}", nl=False, err=True)

    try:
        yield step
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)
