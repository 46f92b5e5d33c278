"""What was fetched, kept as it came: one WARC file for each address, with the request and the answer.

The files are those of the archive format that libraries and crawlers use: `rashomon read` and other tools read them.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rashomon import tables
from rashomon.fetch.exchange import Answer, Request
from rashomon.fetch.web_address import WebAddress

_THRESHOLDS = tables.thresholds("rashomon.fetch")

_LARGEST = _THRESHOLDS.integer("cache_largest")
# These tell how the body came over the wire; it is kept without that, as the standard of WARC has it.
_OF_THE_WAY = {"transfer-encoding": "X-Crawler-Transfer-Encoding", "content-length": "X-Crawler-Content-Length"}


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of kept answers."""

    folder: Path
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def file_of(self, web: WebAddress) -> Path:
        """Return the file of an address, whether it is there or not."""
        key = hashlib.sha256(web.url.encode()).hexdigest()[:32]
        # The host is for people who look into the folder; the key alone tells addresses apart.
        return self.folder / f"{web.host.replace(':', '-')[:60]}-{key}.warc.gz"

    def kept(self, web: WebAddress) -> Answer | None:
        """Return the answer kept for an address; None where there is none, or none that can be read."""
        try:
            content = _read(self.file_of(web))
            return next(_answers(content, web.url), None) if content else None
        except Exception:  # noqa: BLE001 - a foreign parser on a file that may be broken: it is fetched anew
            return None

    def keep(self, request: Request, answer: Answer) -> Path:
        """Keep an answer in place of the one before, whole or not at all; return its file.

        Raises `OSError` where it cannot be written.
        """
        # What somebody read is nobody else's business.
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = self.file_of(request.web)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as file:
                file.write(as_warc(request, answer, self.now()))
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        return target


class _AsSent(StatusAndHeaders):  # type: ignore[misc]
    """Headers that are written with the bytes they came in; by itself the library would spell them anew, or fail."""

    def compute_headers_buffer(self, header_filter: None = None) -> None:
        self.headers_buff = self.to_str(header_filter).encode("latin-1", errors="replace") + b"\r\n"


def default_folder() -> Path:
    """Return the user's own folder for caches, as the XDG standard names it."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "rashomon"


def as_warc(request: Request, answer: Answer, when: datetime) -> bytes:
    """Return a request and its answer as WARC records, each packed on its own."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    about = {"WARC-Date": when.strftime("%Y-%m-%dT%H:%M:%SZ"), "WARC-IP-Address": answer.address}
    asked = writer.create_warc_record(
        request.web.url,
        "request",
        http_headers=_AsSent(f"GET {request.web.target} HTTP/1.1", list(request.headers.items()), is_http_request=True),
        warc_headers_dict=dict(about),
    )
    given = writer.create_warc_record(
        request.web.url,
        "response",
        payload=io.BytesIO(answer.body),
        length=len(answer.body),
        http_headers=_AsSent(f"{answer.status} {_line(answer.reason)}", _headers(answer), protocol="HTTP/1.1"),
        warc_headers_dict=dict(about),
    )
    writer.write_request_response_pair(asked, given)
    return buffer.getvalue()


def _headers(answer: Answer) -> list[tuple[str, str]]:
    kept = [(_OF_THE_WAY.get(name.lower(), name), _line(value)) for name, value in answer.headers]
    return [*kept, ("Content-Length", str(len(answer.body)))]


def _line(words: str) -> str:
    return " ".join(words.split())


def _read(file: Path) -> bytes:
    with contextlib.suppress(FileNotFoundError), gzip.open(file) as stream:
        content = stream.read(_LARGEST + 1)
        return content if len(content) <= _LARGEST else b""
    return b""


def _answers(content: bytes, url: str) -> Iterator[Answer]:
    for record in ArchiveIterator(io.BytesIO(content)):
        if record.rec_type == "response" and record.rec_headers.get_header("WARC-Target-URI") == url:
            status, _, reason = record.http_headers.statusline.partition(" ")
            headers = tuple((str(name), str(value)) for name, value in record.http_headers.headers)
            address = record.rec_headers.get_header("WARC-IP-Address") or ""
            yield Answer(int(status), reason, headers, record.raw_stream.read(), address)
