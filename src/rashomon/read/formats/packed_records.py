"""WARC.gz: each record is packed on its own, so that one that is broken need not cost those behind it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from rashomon.errors import InputError, TooLarge, Unreadable
from rashomon.read.formats.packed import FREE, HIGHEST_RATIO
from rashomon.read.formats.warc import BEGINS, read_warc
from rashomon.read.found import Inner, Source
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

_MAGIC = b"\x1f\x8b\x08"
_PIECE = 65_536
_MOST_BREAKS = _THRESHOLDS.integer("most_breaks")


def is_packed_warc(head: bytes, name: str) -> bool:
    """Say whether what is packed begins as a WARC record does."""
    try:
        return head.startswith(_MAGIC) and _unpacker().decompress(head, len(BEGINS)) == BEGINS
    except zlib.error:
        return False


def read_packed_warc(source: Source, settings: Settings) -> Iterator[Inner | InputError]:
    """Yield what `read_warc` does for the records that are packed in the source; behind a broken one it goes on."""
    name = source.name.removesuffix(".gz").removesuffix(".GZ")
    yield from read_warc(replace(source, name=name, open=partial(_unpacked, source), depth=source.depth + 1), settings)


def _unpacked(source: Source) -> BinaryIO:
    return io.BufferedReader(_Salvaged(source.label, source.open()))


def _unpacker() -> zlib._Decompress:
    return zlib.decompressobj(16 + zlib.MAX_WBITS)


class _Salvaged(io.RawIOBase):
    """The unpacked bytes of one packed piece after another.

    Reading raises `Unreadable` once where a piece is broken, and goes on at the next.
    """

    def __init__(self, label: str, packed: BinaryIO) -> None:
        self._label, self._packed = label, packed
        self._pending = b""
        self._taken = self._given = self._breaks = 0
        self._piece: zlib._Decompress | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while self._breaks < _MOST_BREAKS and (self._piece or self._begins()):
            unpacked = self._next(len(buffer))
            if unpacked:
                self._given += len(unpacked)
                self._check_ratio()
                buffer[: len(unpacked)] = unpacked
                return len(unpacked)
        if self._breaks >= _MOST_BREAKS:
            raise TooLarge(f"{self._label}: is broken in more than {_MOST_BREAKS} places; get it again")
        return 0

    def close(self) -> None:
        self._packed.close()
        super().close()

    def _begins(self) -> bool:
        """Begin with the next packed piece; False where there is none. What stands before it is passed over."""
        passed = False
        while True:
            at = self._pending.find(_MAGIC)
            before = self._pending[:at] if at >= 0 else self._pending[: 1 - len(_MAGIC)]
            # Blocks of tape are filled up with zeros.
            passed = passed or bool(before.strip(b"\0"))
            self._pending = self._pending[len(before) :]
            if at >= 0:
                break
            if not self._fill():
                passed = passed or bool(self._pending.strip(b"\0"))
                self._pending = b""
                break
        self._piece = _unpacker() if self._pending else None
        if passed:
            self._break("holds bytes of no record")
        return self._piece is not None

    def _next(self, most: int) -> bytes:
        piece = self._piece
        if piece is None or not (self._pending or self._fill()):
            self._piece = None
            self._break("is broken off")
            return b""
        try:
            unpacked = piece.decompress(self._pending, most)
        except zlib.error:
            self._piece, self._pending = None, self._pending[1:]
            self._break("is broken")
            return b""
        self._pending = piece.unused_data if piece.eof else piece.unconsumed_tail
        if piece.eof:
            self._piece = None
        return unpacked

    def _fill(self) -> bool:
        more = self._packed.read(_PIECE)
        self._taken += len(more)
        self._pending += more
        return bool(more)

    def _break(self, what: str) -> None:
        self._breaks += 1
        raise Unreadable(f"{self._label}: {what} before byte {self._taken:,} of the packed file; the rest is read")

    def _check_ratio(self) -> None:
        if self._given > FREE and self._given > HIGHEST_RATIO * max(1, self._taken):
            raise TooLarge(f"{self._label}: unpacks to more than {HIGHEST_RATIO} times its size, which no report does")
