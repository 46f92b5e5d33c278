"""Pages of the web: what they show is read, and what surrounds the article is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.read.charset import decode_page
from rashomon.read.formats.text import TEXT_SUFFIXES
from rashomon.read.found import Found, Source
from rashomon.read.pages import read_page
from rashomon.settings import Settings

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
# What may stand before the first tag: blanks, a declaration, comments.
_BEFORE = r"\A[\s\ufeff]*+(?:<\?xml[^>]*+>\s*+|<!--[^-]*+(?:-(?!->)[^-]*+)*+-->\s*+)*+"
_WHOLE = re.compile(rf"{_BEFORE}<(?:!doctype\s++html|html|head|body)\b", re.IGNORECASE)
_PART = re.compile(
    rf"{_BEFORE}<(?:meta|title|link|script|style|article|main|section|header|div|table|h1|p|a|span|img|center|font)\b",
    re.IGNORECASE,
)
_ELEMENT = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)


def is_html(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as a page does, or as a part of one; or the file is named so and holds tags."""
    start = decode_page(head)
    if _WHOLE.match(start):
        return True
    if name.endswith(PAGE_SUFFIXES):
        return _ELEMENT.search(start) is not None
    # Markdown may begin with a tag.
    return not name.endswith(TEXT_SUFFIXES) and _PART.match(start) is not None


def read_html(source: Source, settings: Settings) -> Iterator[Found]:
    """Yield the one report of a page. Raises `NotAReport` where it shows none, `Unreadable`, `TooLarge`."""
    content = source.content(settings.largest_file)
    yield replace(read_page(decode_page(content, source.charset), source.label), content=content)
