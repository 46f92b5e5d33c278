"""Puts one report together from its text, its metadata and its layout."""

from __future__ import annotations

import hashlib
from datetime import datetime, time
from itertools import takewhile

from rashomon.errors import Unreadable
from rashomon.lang.language import UNKNOWN, language_of
from rashomon.model import Report, Role
from rashomon.read.boilerplate import shipped_rules
from rashomon.read.characters import without_surrogates
from rashomon.read.found import Found
from rashomon.read.plain import Layout, read_plain
from rashomon.read.published import stated_hour
from rashomon.text import OffsetMap

_BLANK = " \t\n\r\f\v\u00a0\ufeff"


def build_report(name: str, source: str, found: Found) -> Report:
    """Return the report that a reader found: what its text says of itself comes first, then its metadata.

    Its hash is that of the bytes it was taken from, or of its text in UTF-8 where there are none. Its offsets are None
    only where the text is the file as it stands, and lead nowhere where they are not known. Raises `Unreadable` where
    the text holds no words.
    """
    # Offsets stay: one character goes for one. What holds half a sign could be neither hashed nor written.
    text, metadata = without_surrogates(found.text), found.metadata
    if not any(character.isalnum() for character in text):
        raise Unreadable(f"{source}: is empty" if not text.strip(_BLANK) else f"{source}: holds no words")
    layout = read_plain(text, shipped_rules(), metadata.title)
    raw = text.encode("utf-8") if found.content is None else found.content
    return Report(
        id=name,
        text=text,
        source=without_surrogates(source),
        sha256=hashlib.sha256(raw).hexdigest(),
        passages=layout.passages,
        headline=layout.headline or metadata.title,
        outlet=metadata.outlet,
        byline=layout.byline or metadata.byline,
        place=layout.place or metadata.place,
        agency=layout.agency,
        published=_published(text, layout, metadata.published),
        url=metadata.url,
        language=_language(text, metadata.language),
        offsets=OffsetMap(()) if found.offsets is None and not found.as_it_stands else found.offsets,
    )


def _published(text: str, layout: Layout, stated: datetime | None) -> datetime | None:
    """Return when a report appeared: where only the day is known, to the minute if a line above its story says so."""
    published = layout.published or stated
    if published is None or published.time() != time.min:
        return published
    above = takewhile(lambda passage: passage.role is not Role.LEDE, layout.passages)
    lines = (line for passage in above for line in passage.range.of(text).splitlines())
    return next((hour for line in lines if (hour := stated_hour(line, published.date())) is not None), published)


def _language(text: str, stated: str | None) -> str:
    """Return the language of a text; what is too short to tell is in the stated one, or English: that was asked for."""
    found = language_of(text)
    if found != UNKNOWN:
        return found
    return stated.replace("_", "-").partition("-")[0].lower() if stated else "en"
