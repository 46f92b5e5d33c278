"""What a reader is given and what it finds: the two values that every format speaks in."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from rashomon import tables
from rashomon.errors import InputError, TooLarge, Unreadable
from rashomon.model import Report
from rashomon.read.metadata import Metadata
from rashomon.settings import Settings
from rashomon.text import OffsetMap

_THRESHOLDS = tables.thresholds("rashomon.read")

HEAD = _THRESHOLDS.integer("found_head")
_BROKEN = (OSError, ValueError, EOFError, zlib.error)


@dataclass(slots=True)
class Allowance:
    """How many members may still be read from one outermost archive: archives inside it share the number."""

    members: int

    def take(self) -> bool:
        """Count one member; False where none is left."""
        self.members -= 1
        return self.members >= 0


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that may hold reports: `label` names them for people, `name` is their file name, `open` begins them anew.

    `depth` counts the archives around them, `allowance` the members that these may still hold. `metadata` and `charset`
    are what is known of the bytes from outside: the address and the headers that a page was fetched with. `on_disk`
    says that an outermost source is a file that stays where it is.
    """

    label: str
    name: str
    open: Callable[[], BinaryIO]
    depth: int = 0
    metadata: Metadata = field(default_factory=Metadata)
    charset: str = ""
    allowance: Allowance | None = None
    on_disk: bool = False

    def head(self) -> bytes:
        """Return the first bytes, at most `HEAD`. Raises `Unreadable` where none can be read."""
        pieces: list[bytes] = []
        try:
            with self.open() as stream:
                # A packed file that is broken further on still shows what it is: one piece at a time.
                take = getattr(stream, "read1", stream.read)
                while (missing := HEAD - sum(map(len, pieces))) and (piece := take(missing)):
                    pieces.append(piece)
        except InputError:
            if not pieces:
                raise
        except _BROKEN as error:
            if not pieces:
                raise self._unreadable(error) from error
        return b"".join(pieces)

    def content(self, largest: int) -> bytes:
        """Return all bytes. Raises `TooLarge` over `largest` of them, `Unreadable` where they cannot be read."""
        content = self._read(largest + 1)
        if len(content) > largest:
            raise TooLarge(f"{self.label}: is larger than {largest:,} bytes; split it, or raise --largest-file")
        return content

    def _read(self, most: int) -> bytes:
        try:
            with self.open() as stream:
                return stream.read(most)
        except InputError:
            raise
        except _BROKEN as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> Unreadable:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        return Unreadable(f"{self.label}: cannot be read ({reason})")


@dataclass(frozen=True, slots=True)
class Found:
    """One report as a reader finds it.

    `id` is the name it gives itself; `part` says where in the source it stands ("report 3"), "" for the whole of it.
    `content` are the bytes it was taken from, None where the text itself is all there is. `offsets` leads from the text
    to the characters of the source, as far as that is known. `as_it_stands` says that the text is a file's own, read
    as UTF-8. `remark` is worth telling the user. `report` is the whole of it where Rashomon itself wrote it before.
    """

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    id: str | None = None
    part: str = ""
    content: bytes | None = None
    offsets: OffsetMap | None = None
    as_it_stands: bool = False
    remark: str = ""
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Inner:
    """A source inside a source (a member of an archive, an attachment): it is read by its own format.

    The label of the inner source begins with that of the outer one. `listed` says that nobody asked for this one by
    name: as in a folder it is read only where its suffix is one that reports bear.
    """

    source: Source
    listed: bool = False


Outcome = Found | InputError
Reader = Callable[[Source, Settings], Iterator[Outcome | Inner]]


def source_of(content: bytes, name: str, label: str = "", depth: int = 0) -> Source:
    """Return bytes at hand as a source."""
    return Source(label or name, name, lambda: io.BytesIO(content), depth)
