"""Which files a list of paths stands for, and what the `meta.json` beside them lists."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from rashomon import tables
from rashomon.errors import InputError
from rashomon.read.characters import decode
from rashomon.read.formats import suffixes
from rashomon.read.found import Source
from rashomon.read.metadata import METADATA_NAME, Listing, parse_listing
from rashomon.read.problems import Gravity, Problem

_THRESHOLDS = tables.thresholds("rashomon.read")

_NAMED_AT_MOST = _THRESHOLDS.integer("named_at_most")


def file_source(path: Path, largest: int) -> Source:
    """Return a file as a source: it is opened when it is read.

    A pipe or device gives its bytes once, and a source is opened more than once: up to `largest` of them and one more
    are kept.
    """
    if not os.path.exists(path) or os.path.isfile(path):
        return Source(str(path), path.name, lambda: path.open("rb"), on_disk=True)

    @cache
    def kept() -> bytes:
        with path.open("rb") as stream:
            return stream.read(largest + 1)

    return Source(str(path), path.name, lambda: io.BytesIO(kept()))


def folders_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders whose `meta.json` is read: those among the paths and those that the files lie in, by path."""
    return tuple(sorted({path if os.path.isdir(path) else path.parent for path in paths}))


def read_listings(paths: Iterable[Path], largest: int) -> tuple[Mapping[Path, Listing], tuple[Problem, ...]]:
    """Return what the `meta.json` of each path's folder lists, and a problem for each one that is broken."""
    listings: dict[Path, Listing] = {}
    problems = []
    for folder in folders_of(paths):
        beside = folder / METADATA_NAME
        try:
            if os.path.isfile(beside):
                text, _ = decode(file_source(beside, largest).content(largest), str(beside))
                listings[folder] = parse_listing(text, str(beside))
        except InputError as error:
            problems.append(Problem(str(beside), Gravity.FAILED, str(error)))
    return listings, tuple(problems)


def expand(
    paths: Sequence[Path], listings: Mapping[Path, Listing], besides: Path | None = None
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Return the files that the paths stand for, each once, ordered by path, and what is passed over in folders.

    A folder stands for the reports directly in it: where its `meta.json` lists reports, for those it lists. The file
    `besides` is left out wherever it stands.
    """
    left_out = _identity(besides) if besides else None
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        inside, passed = _inside(path, listings.get(path), besides) if os.path.isdir(path) else ((path,), ())
        problems += passed
        for file in inside:
            identity = _identity(file)
            if file.name != METADATA_NAME and identity != left_out:
                files.setdefault(identity, file)
    return tuple(sorted(files.values())), tuple(problems)


def _identity(path: Path) -> str:
    # `os.path` is used throughout: unlike `Path`, it answers for names that no system can hold and for looping links.
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _inside(
    folder: Path, listing: Listing | None, besides: Path | None
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        return (), (Problem(str(folder), Gravity.FAILED, f"{folder}: cannot be opened ({error.strerror})"),)
    listed, unlisted, unread = _sorted_out(entries, listing)
    passed = []
    if unlisted:
        message = f"{folder}: {_few(unlisted)} not listed in {METADATA_NAME}; name a file to compare it too"
        passed.append(Problem(str(folder), Gravity.SKIPPED, message))
    if not listed:
        below = " Its folders are not searched: name one of them." if any(os.path.isdir(e) for e in entries) else ""
        wanted = ", ".join(sorted(suffixes()))
        passed.append(Problem(str(folder), Gravity.FAILED, f"{folder}: holds no report ({wanted}).{below}"))
    dropped = [entry for entry in unread if besides is None or _identity(entry) != _identity(besides)]
    if dropped:
        passed.append(Problem(str(folder), Gravity.SKIPPED, f"{folder}: not read: {_few(dropped)}"))
    return tuple(listed), tuple(passed)


def _sorted_out(entries: Iterable[Path], listing: Listing | None) -> tuple[list[Path], list[Path], list[Path]]:
    """Return the reports of a folder, those that its `meta.json` does not list, and all that is no report.

    Each entry is looked at once, and none is opened: a pipe would wait for ever.
    """
    known = suffixes()
    listed: list[Path] = []
    unlisted: list[Path] = []
    unread: list[Path] = []
    for entry in entries:
        if not (os.path.isfile(entry) and entry.suffix.lower() in known):
            unread.append(entry)
        elif entry.name == METADATA_NAME:
            continue
        elif listing is None or listing.names(entry):
            listed.append(entry)
        else:
            unlisted.append(entry)
    return listed, unlisted, unread


def _few(entries: Sequence[Path]) -> str:
    """Return the names of the first entries, folders with a stroke behind them, and how many more there are."""
    names = ", ".join(f"{entry.name}/" if os.path.isdir(entry) else entry.name for entry in entries[:_NAMED_AT_MOST])
    more = len(entries) - _NAMED_AT_MOST
    return f"{names} (and {more:,} more)" if more > 0 else names
