"""Zip: its members are read in place, each by its own format."""

from __future__ import annotations

import io
import stat
import struct
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from rashomon.errors import InputError, NotAReport, TooLarge, Unreadable
from rashomon.read.characters import decode
from rashomon.read.formats.members import MOST_MEMBERS, Members, Piecewise, inside
from rashomon.read.formats.packed import FREE, HIGHEST_RATIO
from rashomon.read.found import Inner, Source
from rashomon.read.metadata import METADATA_NAME, Listing, parse_listing
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

_LARGEST_DIRECTORY = _THRESHOLDS.integer("largest_directory") * MOST_MEMBERS
_END, _END_SIZE = b"PK\x05\x06", 22
_FAR_END, _FAR_END_SIZE = b"PK\x06\x07", 20  # before the end of an archive whose sizes need 64 bits
_LONGEST_COMMENT = 65_535
_HEADER_SIZE = 30  # before each member, without its name
_ENCRYPTED = 0x1
_LARGEST_LISTING = _THRESHOLDS.integer("largest_listing")
_MOST_LISTINGS = _THRESHOLDS.integer("most_listings")
_DOCUMENT = frozenset({"[Content_Types].xml", "mimetype"})  # of office documents and e-books


def is_zip(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as zip does."""
    return head.startswith((b"PK\x03\x04", _END))


def read_zip(source: Source, settings: Settings) -> Iterator[Inner | InputError]:
    """Yield each member that may hold reports as a source that unpacks while it is read, and an error for each other.

    Raises `TooLarge` for more than `MOST_MEMBERS` of them, `Unreadable` where it is broken, `NotAReport` for an office
    document.
    """
    # A member of another archive can only be read forward: such a zip is held, within the limit of a file.
    with io.BytesIO(source.content(settings.largest_file)) if source.depth else source.open() as stream:
        if not stream.seekable():
            raise Unreadable(f"{source.label}: cannot be read from a pipe; save it first")
        _check_directory(stream, source.label)
        members = Members(source)
        with _opened(stream, source.label) as archive:
            listed = archive.infolist()
            if any(member.filename in _DOCUMENT for member in listed[:3]):
                raise NotAReport(f"{source.label}: is an office document or an e-book; save it as text, HTML or PDF")
            if _overlap(listed):
                raise Unreadable(f"{source.label}: is broken (its files lie over one another); get it again")
            listings = _listings(archive, listed)
            for member in listed:
                label = "" if member.is_dir() else members.label(member.filename)
                path = Path(*inside(member.filename))
                listing = listings.get(path.parent, Listing({}))
                if not label or path.name == METADATA_NAME:
                    continue
                if not listing.names(path):
                    yield NotAReport(f"{label}: is not listed in the {METADATA_NAME} beside it")
                    continue
                inner = members.inner(label, member.filename, partial(_unpacked, archive, member, label))
                known = replace(inner.source, metadata=listing.of(path))
                yield _refusal(member, label) or replace(inner, source=known)


def _listings(archive: ZipFile, members: list[ZipInfo]) -> Mapping[Path, Listing]:
    """Return what each `meta.json` in the archive lists, by its folder; one that cannot be read lists nothing."""
    found: dict[Path, Listing] = {}
    for member in members:
        path = Path(*inside(member.filename))
        if path.name != METADATA_NAME or member.file_size > _LARGEST_LISTING or len(found) == _MOST_LISTINGS:
            continue
        label = member.filename
        try:
            if _refusal(member, label) is None:
                with _unpacked(archive, member, label) as stream:
                    text, _ = decode(stream.read(_LARGEST_LISTING), label)
                found[path.parent] = parse_listing(text, label)
        except InputError:
            continue
    return found


def _check_directory(stream: BinaryIO, label: str) -> None:
    """Raise `TooLarge` where the archive lists too much, before the list is held; `Unreadable` without a list."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_SIZE - _FAR_END_SIZE - _LONGEST_COMMENT))
    tail = stream.read()
    at = tail.find(_END)
    found = False
    # Whichever of several ends is taken for the real one, it fits.
    while 0 <= at <= len(tail) - _END_SIZE:
        count, directory = struct.unpack_from("<HI", tail, at + 10)
        far = tail[max(0, at - _FAR_END_SIZE) : at].startswith(_FAR_END)
        if far or count > MOST_MEMBERS or directory > _LARGEST_DIRECTORY:
            raise TooLarge(f"{label}: holds more than {MOST_MEMBERS:,} files; unpack it and name them")
        found, at = True, tail.find(_END, at + 1)
    if not found:
        raise Unreadable(f"{label}: is broken (a zip without its list of files); get it again")


def _overlap(listed: list[ZipInfo]) -> bool:
    """Say whether two members share packed bytes: few of them would unpack to gigabytes a thousand times over."""
    reached = 0
    for member in sorted(listed, key=lambda member: member.header_offset):
        if member.header_offset < reached:
            return True
        reached = member.header_offset + _HEADER_SIZE + member.compress_size
    return False


def _opened(stream: BinaryIO, label: str) -> ZipFile:
    try:
        return ZipFile(stream)
    except Exception as error:
        raise Unreadable(f"{label}: is broken ({error})") from error


def _refusal(member: ZipInfo, label: str) -> InputError | None:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if member.flag_bits & _ENCRYPTED:
        return Unreadable(f"{label}: is encrypted; unpack it first")
    if kind not in (0, stat.S_IFREG):
        return Unreadable(f"{label}: is a link or a device; it is not followed")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return Unreadable(f"{label}: is packed in a way that is not read; unpack it first")
    return None


def _unpacked(archive: ZipFile, member: ZipInfo, label: str) -> BinaryIO:
    try:
        stream = archive.open(member)
    except Exception as error:
        raise Unreadable(f"{label}: is broken ({error})") from error
    most = max(FREE, HIGHEST_RATIO * member.compress_size)
    return io.BufferedReader(Piecewise(label, stream, most))  # type: ignore[arg-type]
