"""How other tools name the fields of a report: one table for JSON records, tables and whatever else has named fields.

Sources: the output of trafilatura (JSON), news-please, JSON-LD (schema.org/NewsArticle), and common column heads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from rashomon import tables
from rashomon.read.characters import without_surrogates
from rashomon.read.metadata import Metadata, parse_published

_THRESHOLDS = tables.thresholds("rashomon.read")

Columns = tuple[tuple[str, str], ...]

# Names as `_plain` writes them; of several that a record fills, the first counts.
FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            *(
                "text",
                "maintext",
                "body",
                "body_text",
                "articlebody",
                "article_body",
                "content",
                "full_text",
                "fulltext",
            ),
            *("plaintext", "article", "story", "raw_text"),
        ),
        "title": ("title", "headline", "title_page", "title_rss"),
        "outlet": (
            *("outlet", "publisher", "source_hostname", "sitename", "site_name", "publication", "newspaper"),
            *("source_name", "source_domain", "hostname", "domain", "source"),
        ),
        "published": (
            *("published", "date", "date_publish", "datepublished", "date_published", "published_at", "publishedat"),
            *("publish_date", "published_date", "publication_date", "pub_date", "pubdate", "timestamp"),
        ),
        "url": ("url", "link", "canonical_url", "source"),
        "byline": ("byline", "author", "authors", "creator"),
        "language": ("language", "lang", "inlanguage"),
        "place": ("place", "located", "dateline"),
        "id": ("id", "guid", "uri", "identifier"),
    }
)
_MOST_NAMES = _THRESHOLDS.integer("dialects_most_names")
_LONGEST_FIELD = _THRESHOLDS.integer("longest_field")


def text_in(record: Mapping[str, Any], columns: Columns = ()) -> str | None:
    """Return the text of a record, as it stands; None where no field holds one. `columns` names fields differently."""
    for value in _values(record, "text", columns):
        if isinstance(value, str):
            return without_surrogates(value)
    return None


def metadata_in(record: Mapping[str, Any], columns: Columns = ()) -> Metadata:
    """Return what the fields of a record say of its report, whichever tool wrote them."""
    outlet = _first(record, "outlet", columns)
    addresses = [_words(value) for value in _values(record, "url", columns)]
    return Metadata(
        title=_first(record, "title", columns),
        outlet=_host(outlet) if outlet else None,
        published=parse_published(_first(record, "published", columns)),
        url=next((words for words in addresses if words and _is_address(words)), None),
        byline=_first(record, "byline", columns),
        language=_first(record, "language", columns),
        place=_first(record, "place", columns),
    )


def id_in(record: Mapping[str, Any], columns: Columns = ()) -> str | None:
    """Return the name that a record gives its report; None where it gives none."""
    for value in _values(record, "id", columns):
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return without_surrogates(str(value).strip())
    return None


def known_columns(names: Iterable[str], columns: Columns) -> list[str]:
    """Return those of a table's column names that some field of a report is read from, in their order."""
    known = {name for field in FIELDS.values() for name in field}
    chosen = {column for _, column in columns}
    return [name for name in names if name in chosen or _plain(name) in known]


def _values(record: Mapping[str, Any], field: str, columns: Columns) -> list[Any]:
    chosen = [column for name, column in columns if name == field]
    if chosen:
        return [record.get(column) for column in chosen]
    plain = {_plain(str(name)): value for name, value in record.items()}
    return [plain[name] for name in FIELDS[field] if name in plain]


def _first(record: Mapping[str, Any], field: str, columns: Columns) -> str | None:
    return next((words for value in _values(record, field, columns) if (words := _words(value))), None)


def _words(value: object) -> str | None:
    """Return the words of a value: a string, something with a name, or a few of these; None for anything else."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(words for one in value[:_MOST_NAMES] if not isinstance(one, list) and (words := _words(one)))
    return without_surrogates(" ".join(value[:_LONGEST_FIELD].split())) or None if isinstance(value, str) else None


def _plain(name: str) -> str:
    return "_".join(name.strip().lower().replace("-", " ").replace(".", " ").replace("_", " ").split())


def _is_address(words: str) -> bool:
    return words.startswith(("http://", "https://"))


def _host(words: str) -> str:
    return words.partition("://")[2].partition("/")[0] if _is_address(words) else words
