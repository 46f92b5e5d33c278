"""Gzip: one packed file. It is unpacked as it is read, and never beyond what a packed report can be."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from rashomon.errors import TooLarge, Unreadable
from rashomon.read.found import Inner, Source
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

FREE = _THRESHOLDS.integer("packed_free")
HIGHEST_RATIO = _THRESHOLDS.integer("highest_ratio")


def is_gzip(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as gzip does."""
    return head.startswith(b"\x1f\x8b")


def read_gzip(source: Source, settings: Settings) -> Iterator[Inner]:
    """Yield what is packed, as a source that unpacks while it is read."""
    name = source.name.removesuffix(".gz").removesuffix(".GZ")
    yield Inner(replace(source, name=name, open=lambda: unpacked(source), depth=source.depth + 1))


def unpacked(source: Source) -> BinaryIO:
    """Return the unpacked bytes of a gzip source; reading them raises `TooLarge` over `HIGHEST_RATIO`.

    Raises `Unreadable`, as it opens or as it is read, where the bytes are broken.
    """
    return io.BufferedReader(_Bounded(source.label, source.open()))


class _Bounded(io.RawIOBase):
    """Unpacked bytes, counted against the packed ones that they came from."""

    def __init__(self, label: str, packed: BinaryIO) -> None:
        self._label = label
        self._packed = packed
        self._file = gzip.GzipFile(fileobj=packed)
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._file.read1(len(buffer))  # what stands before a break is given
        except (OSError, EOFError, zlib.error) as error:
            raise Unreadable(f"{self._label}: is broken ({error}); get it again") from error
        self._given += len(piece)
        if self._given > FREE and self._given > HIGHEST_RATIO * max(1, self._packed.tell()):
            raise TooLarge(f"{self._label}: unpacks to more than {HIGHEST_RATIO} times its size, which no report does")
        buffer[: len(piece)] = piece
        return len(piece)

    def tell(self) -> int:
        """Return how many bytes were given: gzip inside gzip is held against what is packed around it."""
        return self._given

    def close(self) -> None:
        self._file.close()
        self._packed.close()
        super().close()
