"""WARC, the archive of a crawl: each page in it is a source of its own, and one record at a time is held.

The records are walked here, so that a broken one ends nothing and none is held that is over the limit; warcio reads
their headers.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from rashomon.errors import InputError, TooLarge, Unreadable
from rashomon.read.formats.encodings import decoded
from rashomon.read.found import Inner, Source
from rashomon.read.metadata import Metadata
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

LONGEST_HEAD = _THRESHOLDS.integer("warc_longest_head")
LONGEST_NAME = _THRESHOLDS.integer("warc_longest_name")
# What a page may be, by the type it was served with; of everything else a crawl keeps nothing is said.
PAGES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}
BEGINS = b"WARC/"
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class _Record:
    """The headers of one record, and how many bytes follow them."""

    headers: StatusAndHeaders
    length: int

    def has_page(self) -> bool:
        return (self.headers.get_header("WARC-Type") or "").lower() == "response"


def is_warc(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as a WARC record does."""
    return head.startswith(BEGINS)


def read_warc(source: Source, settings: Settings) -> Iterator[Inner | InputError]:
    """Yield each page of the archive as a source of its own, and an error for each record that is broken.

    Records that hold no page (requests, pictures, redirects) are passed over. Raises `Unreadable` where the archive
    cannot be opened.
    """
    with source.open() as stream:
        try:
            yield from _pages(source, stream, settings)
        except (EOFError, OSError, zlib.error) as error:
            yield Unreadable(f"{source.label}: is broken off or damaged; what stands before that was read ({error})")


def _pages(source: Source, stream: BinaryIO, settings: Settings) -> Iterator[Inner | InputError]:
    number, label, told = 0, source.label, ""
    while True:
        try:
            line, passed = _next_start(stream)
        except InputError as error:
            if str(error) == told:  # the stream is at its end, and says so every time
                return
            told = str(error)
            yield error
            continue
        if passed and number and not told:
            yield Unreadable(f"{label}: is followed by {passed:,} bytes of no record, which were passed over")
        if not line:
            return
        number, told = number + 1, ""
        label = f"{source.label}, record {number}"
        try:
            page = _page(_next_record(stream, line, label), stream, label, settings)
            if page is not None:
                yield Inner(replace(page, depth=source.depth, allowance=source.allowance))
        except InputError as error:
            told = "" if isinstance(error, TooLarge) else str(error)
            yield error


def _next_start(stream: BinaryIO) -> tuple[bytes, int]:
    """Return the next line that begins a record (b"" at the end) and the bytes before it that belong to none."""
    passed = 0
    for line in iter(lambda: stream.readline(LONGEST_HEAD), b""):
        if line.startswith(BEGINS):
            return line, passed
        passed += len(line) if line.strip() else 0
    return b"", passed


def _next_record(stream: BinaryIO, first: bytes, label: str) -> _Record:
    headers = _headers(_head(stream, first, label), ["WARC/"], label)
    length = headers.get_header("Content-Length") or ""
    if not (length.isascii() and length.isdigit() and len(length) < 19):
        raise Unreadable(f"{label}: is broken (it does not say how long it is)")
    return _Record(headers, int(length))


def _head(stream: BinaryIO, first: bytes, label: str) -> bytes:
    """Return the lines down to the first blank one."""
    lines, size = [first], len(first)
    while lines[-1].strip():
        line = stream.readline(LONGEST_HEAD)
        size += len(line)
        if not line or size > LONGEST_HEAD:
            raise Unreadable(f"{label}: is broken (its headers have no end)")
        lines.append(line)
    return b"".join(lines)


def _headers(head: bytes, begins: list[str], label: str) -> StatusAndHeaders:
    try:
        return StatusAndHeadersParser(begins).parse(io.BytesIO(head))
    except Exception as error:
        raise Unreadable(f"{label}: is broken (its headers cannot be read)") from error


def _page(record: _Record, stream: BinaryIO, label: str, settings: Settings) -> Source | None:
    """Return the page of a record, None where it holds none; the stream stands behind the record then."""
    if not record.has_page():
        _pass_over(stream, record.length, label)
        return None
    if record.length > settings.largest_file:
        _pass_over(stream, record.length, label)
        raise TooLarge(f"{label}: is larger than {settings.largest_file:,} bytes; raise --largest-file to read it")
    block = stream.read(record.length)
    if len(block) < record.length:
        raise Unreadable(f"{label}: the archive is broken off here")
    if stream.readline(LONGEST_HEAD).strip():
        raise Unreadable(f"{label}: is broken (it is not as long as it says)")
    body = io.BytesIO(block)
    served = _headers(_head(body, body.readline(LONGEST_HEAD), label), ["HTTP/"], label)
    kind, _, parameters = (served.get_header("Content-Type") or "").partition(";")
    suffix = PAGES.get(kind.strip().lower())
    # What follows "HTTP/" is the version and then the status.
    if suffix is None or not served.statusline.partition(" ")[2].startswith("2"):
        return None
    payload = decoded(body.read(), served, label, settings.largest_file)
    url = (record.headers.get_header("WARC-Target-URI") or "").strip("<> ")
    return Source(
        label,
        _name(url, suffix),
        lambda: io.BytesIO(payload),
        metadata=Metadata(url=url or None),
        charset=_charset(parameters),
    )


def _pass_over(stream: BinaryIO, length: int, label: str) -> None:
    while length > 0:
        piece = stream.read(min(_PIECE, length))
        if not piece:
            raise Unreadable(f"{label}: the archive is broken off here")
        length -= len(piece)


def _name(url: str, suffix: str) -> str:
    """Return a file name for a page: the last words of its address, or its host."""
    path = url.partition("://")[2].partition("?")[0].partition("#")[0]
    stem = PurePosixPath(path).stem if "/" in path.rstrip("/") else path.strip("/")
    clean = "".join(character if character.isalnum() or character in "-_." else "-" for character in stem)
    return f"{clean[:LONGEST_NAME].strip('.') or 'page'}{suffix}"


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip(" \"'")[:40]
    return ""
