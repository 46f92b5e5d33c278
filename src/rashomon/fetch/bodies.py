"""What may be brought in: the kinds of content that can hold reports, unpacked no further than a page can be."""

from __future__ import annotations

import zlib

from rashomon import tables
from rashomon.errors import NotFetched
from rashomon.fetch.exchange import Answer

_THRESHOLDS = tables.thresholds("rashomon.fetch")

KINDS = frozenset(
    {
        "text/html",
        "text/plain",
        "text/markdown",
        "text/xml",
        "application/xhtml+xml",
        "application/xml",
        "application/json",
        "application/x-ndjson",
        "application/pdf",
    }
)
_FAMILIES = ("+xml", "+json")  # feeds (application/rss+xml), NewsML, JSON-LD
_MOST_MEMBERS = _THRESHOLDS.integer("most_members")
PACKINGS = "gzip, deflate"  # what is asked for; Brotli cannot be unpacked within a bound by what is installed


def kind_of(answer: Answer) -> str:
    """Return the content type in small letters, without its parameters; "" where none is given."""
    return answer.header("Content-Type").partition(";")[0].strip().lower()


def check_kind(answer: Answer, url: str) -> None:
    """Raise `NotFetched` where the content is of no kind that can hold a report."""
    kind = kind_of(answer)
    family = kind.startswith(("application/", "text/")) and kind.endswith(_FAMILIES)
    if kind not in KINDS and not family:
        shown = ascii(kind[:60])[1:-1] or "nothing that it says what it is"
        raise NotFetched(f"{url}: is {shown}, which holds no report")


def unpacked(answer: Answer, url: str, largest: int) -> bytes:
    """Return the body as it was before it was packed for the way.

    Raises `NotFetched` where it is more than `largest` bytes then, broken, or packed in a way that was not asked for.
    """
    packing = answer.header("Content-Encoding").lower()
    if answer.cut:
        raise _too_large(url, largest)
    if packing in ("", "identity"):
        return answer.body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise NotFetched(f"{url}: is packed as {ascii(packing[:40])[1:-1]}, which was not asked for")
    try:
        return _inflated(answer.body, packing, url, largest)
    except zlib.error as error:
        raise NotFetched(f"{url}: is packed as {packing} but broken") from error


def _inflated(packed: bytes, packing: str, url: str, largest: int) -> bytes:
    if not packed:
        return b""
    window = 31 if packing != "deflate" else _window(packed)
    content = b""
    for _ in range(_MOST_MEMBERS):
        unpacker = zlib.decompressobj(window)
        content += unpacker.decompress(packed, largest + 1 - len(content))
        if len(content) > largest:
            raise _too_large(url, largest)
        if not unpacker.eof:
            raise zlib.error("ends in the middle")
        # Gzip may be several members in a row; zeros after the last are padding.
        packed = unpacker.unused_data.lstrip(b"\0") if window == 31 else b""
        if not packed:
            return content
    raise zlib.error("has no end")


def _window(packed: bytes) -> int:
    """Return how "deflate" is meant: with the header of zlib, as the standard says, or bare, as some servers do it."""
    headed = len(packed) > 1 and packed[0] & 0x0F == 8 and (packed[0] * 256 + packed[1]) % 31 == 0
    return 15 if headed else -15


def _too_large(url: str, largest: int) -> NotFetched:
    return NotFetched(f"{url}: is larger than {largest:,} bytes, which no page with a report is")
