"""What the commands take: files, folders, standard input, and addresses where the network is asked for."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.cli import network as online
from rashomon.errors import InputError

if TYPE_CHECKING:
    from rashomon.read.problems import Reading
    from rashomon.settings import Settings


def read_inputs(paths: tuple[str, ...], settings: Settings, network: online.Network | None = None) -> Reading:
    """Return what the paths hold, and the addresses among them where there is a network.

    Raises `InputError` where standard input is too large or closed, and a usage error for an address where there is no
    network.
    """
    from rashomon import pipeline

    content = standard_input(paths, settings)
    addresses = online.addresses_in(paths)
    if not addresses or network is None:
        online.refuse_addresses(paths)
        return pipeline.read(paths, settings, content)
    from rashomon.fetch.sources import page_source

    pages, problems = online.fetch_all(addresses, online.new_fetcher(network))
    files = [path for path in paths if path not in addresses]
    reading = pipeline.read(files, settings, content, [page_source(page) for page in pages])
    return replace(reading, problems=(*problems, *reading.problems))


def standard_input(paths: tuple[str, ...], settings: Settings) -> bytes:
    """Return what stands on standard input where "-" is among the paths.

    Raises `InputError` where it is too large, closed or cannot be read.
    """
    try:
        content = sys.stdin.buffer.read(settings.largest_file + 1) if "-" in paths else b""
    except OSError as error:
        raise InputError(f"standard input is closed or cannot be read ({error.strerror}); leave - out") from error
    if len(content) > settings.largest_file:
        raise InputError(f"standard input is larger than {settings.largest_file:,} bytes")
    return content
