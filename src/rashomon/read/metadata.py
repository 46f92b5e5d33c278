"""What stands beside a text and not in it: outlet, date, title, author and address, from `meta.json` or a record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rashomon.errors import Unreadable
from rashomon.read.characters import without_surrogates
from rashomon.read.published import stated_date

METADATA_NAME = "meta.json"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of one report besides its text; None where nothing is said.

    `language` is a tag as the web writes it ("en-GB"), `place` where it was written.
    """

    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    url: str | None = None
    byline: str | None = None
    language: str | None = None
    place: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Return this with what only `other` knows."""
        return Metadata(
            self.title or other.title,
            self.outlet or other.outlet,
            self.published or other.published,
            self.url or other.url,
            self.byline or other.byline,
            self.language or other.language,
            self.place or other.place,
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """What one `meta.json` says: the metadata of each report by its id."""

    reports: Mapping[str, Metadata]

    def of(self, path: Path) -> Metadata:
        """Return the metadata of a file, listed by its stem or whole name; empty metadata where it is not listed."""
        return self.reports.get(path.stem) or self.reports.get(path.name) or Metadata()

    def names(self, path: Path) -> bool:
        """Say whether the file is listed, or nothing is: a listing tells a folder's reports from its other files."""
        return not self.reports or path.stem in self.reports or path.name in self.reports


def parse_listing(text: str, source: str) -> Listing:
    """Return what the text of a `meta.json` lists: `{"reports": [{"id": ..., "outlet": ..., "published": ...}]}`.

    Raises `Unreadable` where it is not JSON; entries without an id and fields of another type are passed over.
    """
    content = load_json(text, source)
    entries = content.get("reports") if isinstance(content, dict) else content
    listed = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return Listing({str(entry["id"]): metadata_of(entry) for entry in listed if isinstance(entry.get("id"), str | int)})


def metadata_of(record: Mapping[str, Any]) -> Metadata:
    """Return the metadata that a record's fields give; "headline", "date" and "source" stand in for the usual names."""
    return Metadata(
        title=_words(record, "title", "headline"),
        outlet=_words(record, "outlet", "publisher"),
        published=parse_published(_words(record, "published", "date")),
        url=_words(record, "url"),
        byline=_words(record, "byline", "author"),
        language=_words(record, "language"),
        place=_words(record, "place"),
    )


def parse_published(words: str | None) -> datetime | None:
    """Return the date, and the time as printed, that a field states in ISO 8601 or in words; None where it states none.

    Zones are dropped: the day of a report is the day on the clock of the place that published it.
    """
    if words is None:
        return None
    try:
        return datetime.fromisoformat(words.strip()).replace(tzinfo=None)
    except ValueError:
        return stated_date(words)


def load_json(text: str, source: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Return the value that a JSON text holds. Raises `Unreadable`, naming the place, where it is broken."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{source}: is not valid JSON ({error})") from error


def _words(record: Mapping[str, Any], *names: str) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return without_surrogates(value.strip())
    return None
