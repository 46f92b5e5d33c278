"""Puts one report together from its text, its metadata and its layout."""

from __future__ import annotations

import hashlib

from rashomon.errors import Unreadable
from rashomon.model import Report
from rashomon.read.boilerplate import shipped_rules
from rashomon.read.metadata import Metadata
from rashomon.read.plain import read_plain


def build_report(name: str, text: str, source: str, metadata: Metadata, content: bytes | None = None) -> Report:
    """Return the report of that text, with what it says of itself first and the metadata where it is silent.

    `content` are the raw bytes of the file; None for a record, whose hash is then that of its text in UTF-8.
    Raises `Unreadable` where the text holds no words.
    """
    if not text.strip(" \t\n\r\f\v\u00a0\ufeff"):
        raise Unreadable(f"{source}: is empty")
    layout = read_plain(text, shipped_rules(), metadata.title)
    raw = text.encode("utf-8") if content is None else content
    return Report(
        id=name,
        text=text,
        source=source,
        sha256=hashlib.sha256(raw).hexdigest(),
        passages=layout.passages,
        headline=layout.headline or metadata.title,
        outlet=metadata.outlet,
        byline=layout.byline,
        place=layout.place,
        agency=layout.agency,
        published=layout.published or metadata.published,
        url=metadata.url,
    )
