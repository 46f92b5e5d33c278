"""Plain text and Markdown: the text is the file as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.read.characters import decode
from rashomon.read.found import Found, Source
from rashomon.settings import Settings

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")


def is_text(head: bytes, name: str) -> bool:
    """Say that anything may be a text: what is not will be refused when it is decoded."""
    return True


def read_text(source: Source, settings: Settings) -> Iterator[Found]:
    """Yield the one report of a text file. Raises `Unreadable` where it is no text, `TooLarge` over the limit."""
    content = source.content(settings.largest_file)
    text, remark = decode(content, source.label)
    # What was packed, or is in another encoding, no other program finds by the path and the positions alone.
    as_it_stands = source.on_disk and source.depth == 0 and not remark
    yield Found(text, content=content, as_it_stands=as_it_stands, remark=remark)
