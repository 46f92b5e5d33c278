"""What a page was packed in for its way: chunks, gzip, deflate, br. Unpacked within bounds."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from warcio.bufferedreaders import ChunkedDataReader
from warcio.statusandheaders import StatusAndHeaders

from rashomon.errors import TooLarge, Unreadable
from rashomon.read.formats.packed import FREE, HIGHEST_RATIO
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

_MOST_ENCODINGS = _THRESHOLDS.integer("most_encodings")


def decoded(body: bytes, served: StatusAndHeaders, label: str, largest: int) -> bytes:
    """Return the bytes of a page as they were before they were sent: chunks joined, encodings undone.

    Crawlers often keep pages unpacked under the headers that they came with: such bytes are left as they are. Raises
    `TooLarge` over `largest` bytes or the ratio of a bomb, `Unreadable` for what is broken or packed in another way.
    """
    if (served.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        body = _joined(body, label)
    encodings = [name.strip().lower() for name in (served.get_header("Content-Encoding") or "").split(",")]
    packed = [name for name in reversed(encodings) if name not in ("", "identity")]
    if len(packed) > _MOST_ENCODINGS:
        raise Unreadable(f"{label}: is packed {len(packed)} times over")
    for name in packed:
        body = _unpacked(body, name, label, largest)
    return body


def _joined(body: bytes, label: str) -> bytes:
    try:
        joined: bytes = ChunkedDataReader(io.BytesIO(body)).read()
    except Exception as error:
        raise Unreadable(f"{label}: its chunks are broken") from error
    return joined


def _unpacked(body: bytes, name: str, label: str, largest: int) -> bytes:
    most = min(largest, max(FREE, HIGHEST_RATIO * len(body)))
    if name in ("gzip", "x-gzip"):
        return _within(_gzip, body, label, most) if body.startswith(b"\x1f\x8b") else body
    if name == "deflate":
        return _within(_deflate, body, label, most) if body[:1] and body[0] & 0x0F == zlib.DEFLATED else body
    if name == "br":
        return body if body.lstrip()[:1] in (b"<", b"{", b"[") else _within(_brotli, body, label, most)
    raise Unreadable(f"{label}: is packed as {name[:20]!r}, which is not read")


def _within(unpack: Callable[[bytes, int], bytes], body: bytes, label: str, most: int) -> bytes:
    try:
        content = unpack(body, most + 1)
    except ImportError as error:
        raise Unreadable(f"{label}: is packed as br; install rashomon[archives] to read it") from error
    except Exception as error:
        raise Unreadable(f"{label}: cannot be unpacked ({error})") from error
    if len(content) > most:
        raise TooLarge(f"{label}: unpacks to more than {most:,} bytes, which no report does")
    return content


def _gzip(body: bytes, most: int) -> bytes:
    return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(body, most)


def _deflate(body: bytes, most: int) -> bytes:
    return zlib.decompressobj().decompress(body, most)


def _brotli(body: bytes, most: int) -> bytes:
    import brotli

    unpacker, pieces, size, given = brotli.Decompressor(), [], 0, False
    while size < most and not unpacker.is_finished():
        piece = unpacker.process(b"" if given else body, output_buffer_limit=most - size)
        if given and not piece:
            break
        pieces.append(piece)
        size += len(piece)
        given = True
    return b"".join(pieces)
