"""Which files a list of paths stands for, and what the `meta.json` beside them lists."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from rashomon.errors import InputError
from rashomon.read.characters import decode
from rashomon.read.formats import suffixes
from rashomon.read.found import Source
from rashomon.read.metadata import METADATA_NAME, Listing, parse_listing
from rashomon.read.problems import Gravity, Problem


def file_source(path: Path, largest: int) -> Source:
    """Return a file as a source: it is opened when it is read.

    A pipe or device gives its bytes once, and a source is opened more than once: up to `largest` of them and one more
    are kept.
    """
    if not os.path.exists(path) or os.path.isfile(path):
        return Source(str(path), path.name, lambda: path.open("rb"))

    @cache
    def kept() -> bytes:
        with path.open("rb") as stream:
            return stream.read(largest + 1)

    return Source(str(path), path.name, lambda: io.BytesIO(kept()))


def read_listings(paths: Iterable[Path], largest: int) -> tuple[Mapping[Path, Listing], tuple[Problem, ...]]:
    """Return what the `meta.json` of each path's folder lists, and a problem for each one that is broken."""
    listings: dict[Path, Listing] = {}
    problems = []
    for folder in sorted({path if os.path.isdir(path) else path.parent for path in paths}):
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
    unread = _identity(besides) if besides else None
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        inside, passed = _inside(path, listings.get(path)) if os.path.isdir(path) else ((path,), ())
        problems += passed
        for file in inside:
            if file.name != METADATA_NAME and _identity(file) != unread:
                files.setdefault(_identity(file), file)
    return tuple(sorted(files.values())), tuple(problems)


def _identity(path: Path) -> str:
    # `os.path` is used throughout: unlike `Path`, it answers for names that no system can hold and for looping links.
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _inside(folder: Path, listing: Listing | None) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        return (), (Problem(str(folder), Gravity.FAILED, f"{folder}: cannot be opened ({error.strerror})"),)
    reports = [e for e in entries if os.path.isfile(e) and e.suffix.lower() in suffixes()]
    reports = [e for e in reports if e.name != METADATA_NAME]
    listed = [e for e in reports if listing is None or listing.names(e)]
    others = [e.name for e in reports if e not in listed]
    passed = []
    if others:
        message = f"{folder}: {', '.join(others)} not listed in {METADATA_NAME}; name a file to compare it too"
        passed.append(Problem(str(folder), Gravity.SKIPPED, message))
    if not listed:
        below = " Its folders are not searched: name one of them." if any(os.path.isdir(e) for e in entries) else ""
        wanted = ", ".join(sorted(suffixes()))
        passed.append(Problem(str(folder), Gravity.FAILED, f"{folder}: holds no report ({wanted}).{below}"))
    return tuple(listed), tuple(passed)
