"""The file that a long run writes, one report a line: whole after every line, and gone on with later."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from rashomon.errors import InputError, Unreadable


class KeptLines:
    """A file of whole lines. Whatever ends the run, the file holds the lines that were given, and no piece of one."""

    def __init__(self, target: Path, *, resume: bool) -> None:
        """Take the file: with `resume` one that stands there is gone on with, a torn last line of it dropped.

        Raises `InputError` where a file stands there that is not to be gone on with, and `Unreadable` for one that
        Rashomon did not write.
        """
        self.before: list[tuple[str, str]] = []
        stands = target.is_file() and target.stat().st_size > 0
        if stands and not resume:
            raise InputError(f"{target}: stands there already; go on with it by --resume, or name another file")
        self._whole = 0
        if stands:
            for place, size in _kept(target):
                self.before.append(place)
                self._whole += size
        # Unbuffered: what was written is in the file even where the process is killed.
        self._file: BinaryIO = target.open("r+b" if stands else "wb", buffering=0)
        self._regular = target.is_file()
        self._cut()

    def write(self, line: str) -> None:
        """Write one line, which ends in a newline. Raises `OSError` where it cannot be written."""
        content = memoryview(line.encode("utf-8"))
        size = len(content)
        while content:
            content = content[self._file.write(content) :]
        self._whole += size

    def __enter__(self) -> KeptLines:
        """Return the file itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Cut off what is no whole line, and see to it that the disk has the rest."""
        try:
            self._cut()
            if self._regular:
                os.fsync(self._file.fileno())
        finally:
            self._file.close()

    def _cut(self) -> None:
        if self._regular:
            self._file.truncate(self._whole)
            self._file.seek(self._whole)


def _kept(target: Path) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield the (id, source) of each whole line of a file, with the line's size."""
    from rashomon.read.kept import is_kept, may_open_kept

    with target.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n") and may_open_kept(line):  # torn: it is dropped
                return
            try:
                entry = json.loads(line)
                kept = isinstance(entry, dict) and is_kept(entry)
                place = (str(entry["id"]), str(entry["source"])) if kept else None
            except (ValueError, KeyError, RecursionError):
                place = None
            if place is None:
                raise Unreadable(f"{target}, line {number}: is no report that `rashomon read` wrote; name another file")
            yield place, len(line)
