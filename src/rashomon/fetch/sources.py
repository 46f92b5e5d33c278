"""From a fetched page to a source, which is read like any file."""

from __future__ import annotations

from email.message import Message
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rashomon.fetch.bodies import kind_of
from rashomon.read.formats.warc import PAGES
from rashomon.read.found import Source, source_of
from rashomon.read.metadata import Metadata

if TYPE_CHECKING:
    from rashomon.fetch.exchange import Answer
    from rashomon.fetch.fetching import Fetched


def page_source(fetched: Fetched) -> Source:
    """Return a page as a source: it bears the address that was asked for; where it was found is its metadata."""
    suffix = PAGES.get(kind_of(fetched.answer), "")
    stem = PurePosixPath(fetched.place.target.partition("?")[0]).stem or fetched.place.host
    page = source_of(fetched.content, f"{stem[:80]}{suffix}", fetched.url)
    return Source(
        page.label,
        page.name,
        page.open,
        metadata=Metadata(url=fetched.place.url),
        charset=_charset(fetched.answer),
    )


def _charset(answer: Answer) -> str:
    message = Message()
    message["Content-Type"] = answer.header("Content-Type")[:400]
    return (message.get_content_charset() or "")[:40]
