"""Feeds: RSS 2.0 and 1.0, Atom. Each item is a report, as far as the feed tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from lxml import etree

from rashomon.errors import NotAReport
from rashomon.read.characters import without_surrogates
from rashomon.read.found import Found, Outcome, Source
from rashomon.read.fragments import text_of_html
from rashomon.read.metadata import Metadata, parse_published
from rashomon.read.xmltree import markup_in, name_of, read_xml, root_name, words_in
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

ROOTS = ("rss", "feed", "rdf")
SHORT = _THRESHOLDS.integer("feeds_short")
_LONGEST_FIELD = _THRESHOLDS.integer("feeds_longest_field")
_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_PREFIXES: Mapping[str, str] = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://backend.userland.com/rss2": "",
    **dict.fromkeys(_ATOM, ""),
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
}
_ITEMS = ("item", "entry")
_TEXTS = ("content:encoded", "content", "description", "summary", "dc:description")
_DATES = ("pubDate", "published", "issued", "dc:date", "dcterms:issued", "updated", "modified")

_Fields = Mapping[str, Sequence[etree._Element]]


def is_feed(head: bytes, name: str) -> bool:
    """Say whether the first element is that of RSS or Atom."""
    root = root_name(head)
    return root in ROOTS and (root != "rdf" or b"purl.org/rss" in head)


def read_feed(source: Source, settings: Settings) -> Iterator[Outcome]:
    """Yield the report of each item, or what is wrong with it. Raises `NotAReport` where there are none.

    An item of one short paragraph is a report too; its remark says that it is only a summary.
    """
    root = read_xml(source, settings)
    channel = next((child for child in root if name_of(child) == "channel"), root)
    items = [child for parent in dict.fromkeys((channel, root)) for child in parent if name_of(child) in _ITEMS]
    if not items:
        raise NotAReport(f"{source.label}: is a feed without items")
    outlet = _line(_fields(channel), "title")
    for number, item in enumerate(items, start=1):
        yield _item(item, outlet, number, source.label)


def _item(item: etree._Element, outlet: str | None, number: int, label: str) -> Outcome:
    fields = _fields(item)
    texts = [_text(element, label) for name in _TEXTS for element in fields.get(name, ())]
    text = max(texts, key=len, default="")
    link = _link(fields)
    where = f" ({link})" if link else ""
    if not text:
        return NotAReport(f"{label}: item {number} has a title at most and no text; read its page{where} instead")
    metadata = Metadata(
        title=_plain(_line(fields, "title"), label),
        outlet=_origin(fields) or outlet,
        published=_published(fields),
        url=link,
        byline=_author(fields),
    )
    short = len(text.split()) <= SHORT and "\n" not in text
    remark = f"item {number} is only a summary; its page may tell more{where}" if short else ""
    return Found(text, metadata, id=_id(fields, item), part=f"item {number}", remark=remark)


def _fields(element: etree._Element) -> _Fields:
    """Return the children by name; those of vocabularies that we do not read (pictures, players) are left out."""
    fields: dict[str, list[etree._Element]] = {}
    for child in element:
        if isinstance(child.tag, str):
            space, _, name = child.tag.rpartition("}")
            prefix = _PREFIXES.get(space.removeprefix("{"))
            if prefix is not None:
                fields.setdefault(prefix + name, []).append(child)
    return fields


def _text(element: etree._Element, label: str) -> str:
    """Return the words of a field; only Atom says how they are written, and RSS leaves it to the reader to see."""
    kind = element.get("type", "html") if element.tag.startswith(tuple(f"{{{space}" for space in _ATOM)) else "html"
    if kind in ("text", "text/plain"):
        return without_surrogates(words_in(element))
    return without_surrogates(text_of_html(markup_in(element), label))


def _line(fields: _Fields, *names: str) -> str | None:
    for name in names:
        for element in fields.get(name, ()):
            words = " ".join(words_in(element)[:_LONGEST_FIELD].split())
            if words:
                return words
    return None


def _plain(title: str | None, label: str) -> str | None:
    return " ".join(text_of_html(title, label).split()) or None if title else None


def _origin(fields: _Fields) -> str | None:
    """Return whom an item was taken over from: the feed's own word for it is "source"."""
    for element in fields.get("source", ()):
        return _line(_fields(element), "title") or _line(fields, "source")
    return None


def _author(fields: _Fields) -> str | None:
    for element in (*fields.get("author", ()), *fields.get("dc:creator", ())):
        named = _line(_fields(element), "name") or _line({"author": [element]}, "author")
        if named:
            # RSS writes an address with the name in brackets behind it.
            address, _, inside = named.partition("(")
            return inside.rstrip(") ") if inside and "@" in address else named if "@" not in named else None
    return None


def _published(fields: _Fields) -> datetime | None:
    stated = (parse_published(_line(fields, name)) for name in _DATES)
    return next((moment for moment in stated if moment), None)


def _link(fields: _Fields) -> str | None:
    for element in fields.get("link", ()):
        address = words_in(element) or element.get("href", "")
        if element.get("rel", "alternate") != "alternate":
            continue
        if address.startswith(("http://", "https://")):
            return address.strip()
    guid = _line(fields, "guid")
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _id(fields: _Fields, item: etree._Element) -> str | None:
    about = item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    return _line(fields, "guid", "id") or about or None
