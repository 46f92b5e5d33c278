"""Tar, as tar.gz most often: its members are read one after another, in place, each by its own format."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from functools import partial

from rashomon.errors import InputError, TooLarge, Unreadable
from rashomon.read.formats.members import Members
from rashomon.read.found import Inner, Source
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

_LONGEST_HEAD = _THRESHOLDS.integer("tars_longest_head")
_HEADS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


class _BoundedHead(tarfile.TarInfo):
    """A member whose headers are refused where they would fill the memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _BoundedHead:
        """Return the member that a header describes. Raises `tarfile.ReadError` where it is broken or too long."""
        try:
            member = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not buf.strip(b"\0"):
                raise  # the end, as it should be
            # Behind the first member tarfile would take a broken header for the end, too.
            raise tarfile.ReadError(str(error)) from error
        if member.type in _HEADS and member.size > _LONGEST_HEAD:
            raise tarfile.ReadError(f"a header of {member.size:,} bytes")
        return member


def is_tar(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as tar does."""
    return head[257:262] == b"ustar"


def read_tar(source: Source, settings: Settings) -> Iterator[Inner | InputError]:
    """Yield each member that may hold reports as a source, and an error for each that is no plain file or too large.

    One member is held at a time. Raises `TooLarge` for more than `MOST_MEMBERS` of them, `Unreadable` where the archive
    is broken; what stood before the break is read.
    """
    members = Members(source)
    with source.open() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|", tarinfo=_BoundedHead) as archive:
                for member in archive:
                    label = members.label(member.name)
                    if not label or member.isdir():
                        continue
                    content = _content(archive, member, label, settings)
                    if isinstance(content, InputError):
                        yield content
                    else:
                        yield members.inner(label, member.name, partial(io.BytesIO, content))
        except InputError:
            raise
        except Exception as error:
            raise Unreadable(f"{source.label}: is broken ({error}); what stood before was read") from error


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo, label: str, settings: Settings) -> bytes | InputError:
    if not member.isreg() or member.issparse():
        return Unreadable(f"{label}: is a link, a device or sparse; it is not followed")
    if member.size > settings.largest_file:
        return TooLarge(f"{label}: is larger than {settings.largest_file:,} bytes; unpack it, or raise --largest-file")
    stream = archive.extractfile(member)
    return stream.read() if stream else Unreadable(f"{label}: is broken")
