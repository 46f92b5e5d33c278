"""What zip and tar share: how many members are read, and what they are called. Nothing is ever unpacked to the disk."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from rashomon.errors import TooLarge, Unreadable
from rashomon.read.found import Allowance, Inner, Source
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

MOST_MEMBERS = _THRESHOLDS.integer("most_members")
_LONGEST_NAME = _THRESHOLDS.integer("members_longest_name")
_NOT_OURS = "__MACOSX"  # what a Mac adds beside every file


class Members:
    """The members of one archive, as they come: each gets a label of its own and is counted."""

    def __init__(self, source: Source) -> None:
        """Take the archive; one inside another shares its allowance."""
        self._source = source
        self.allowance = source.allowance or Allowance(MOST_MEMBERS)
        self._labels: Counter[str] = Counter()

    def label(self, name: str) -> str:
        """Return what a member is called, "" for one that is passed over as hidden files are.

        Two members of one name are told apart. Raises `TooLarge` where no more are read.
        """
        if not self.allowance.take():
            raise TooLarge(f"{self._source.label}: holds more than {MOST_MEMBERS:,} files; unpack it and name them")
        parts = inside(name)
        if not parts or parts[0] == _NOT_OURS or any(part.startswith(".") for part in parts):
            return ""
        clean = "/".join(parts)[-_LONGEST_NAME:]
        self._labels[clean] += 1
        again = f" ({self._labels[clean]})" if self._labels[clean] > 1 else ""
        return f"{self._source.label}/{clean}{again}"

    def inner(self, label: str, name: str, opened: Callable[[], BinaryIO]) -> Inner:
        """Return a member as a source."""
        last = inside(name)[-1][-_LONGEST_NAME:]
        depth = self._source.depth + 1
        return Inner(
            replace(self._source, label=label, name=last, open=opened, depth=depth, allowance=self.allowance),
            listed=True,
        )


def inside(name: str) -> list[str]:
    """Return the parts of a member's name that lie inside the archive: no root, no drive, no way up."""
    parts = name.replace("\\", "/").split("/")
    return [part for part in parts if part not in ("", ".", "..") and not (len(part) == 2 and part[1] == ":")]


class Piecewise(io.RawIOBase):
    """Bytes that are given by a function, piece by piece; `BufferedReader` makes a file of them."""

    def __init__(self, label: str, stream: BinaryIO, most: int) -> None:
        """Take the stream of a member; reading raises `TooLarge` beyond `most` bytes, `Unreadable` where it breaks."""
        self._label, self._stream, self._most, self._given = label, stream, most, 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into the buffer, and return how many bytes were read."""
        try:
            piece = self._stream.read(len(buffer))
        except Exception as error:
            raise Unreadable(f"{self._label}: is broken ({error})") from error
        self._given += len(piece)
        if self._given > self._most:
            raise TooLarge(f"{self._label}: unpacks to far more than its size, which no report does")
        buffer[: len(piece)] = piece
        return len(piece)

    def tell(self) -> int:
        """Return how many bytes were given."""
        return self._given

    def close(self) -> None:
        """Close the member."""
        self._stream.close()
        super().close()
