"""IPTC NewsML-G2 and NITF, the XML of news agencies: items alone, in messages and in packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from rashomon.errors import InputError, NotAReport
from rashomon.read.characters import without_surrogates
from rashomon.read.found import Found, Outcome, Source
from rashomon.read.fragments import text_of_html
from rashomon.read.metadata import Metadata, parse_published
from rashomon.read.xmltree import name_of, read_xml, root_name, words_in
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

ROOTS = ("newsitem", "newsmessage", "packageitem", "nitf")
_LONGEST_FIELD = _THRESHOLDS.integer("newsml_longest_field")
_DATES = ("versionCreated", "contentModified", "contentCreated", "firstCreated")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_WITHDRAWN = ("canceled", "withheld")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def is_newsml(head: bytes, name: str) -> bool:
    """Say whether the first element is that of a news item, a message of them, or NITF."""
    return root_name(head) in ROOTS


def read_newsml(source: Source, settings: Settings) -> Iterator[Outcome]:
    """Yield the report of each news item, or what is wrong with it. Raises `NotAReport` where there are none."""
    root = read_xml(source, settings)
    items = [element for element in root.iter() if name_of(element) == "newsItem"]
    if not items and name_of(root) == "nitf":
        items = [root]
    if not items:
        raise NotAReport(f"{source.label}: holds no news item; a package only points at them: name their files")
    for number, item in enumerate(items, start=1):
        part = f"item {number}" if len(items) > 1 else ""
        try:
            yield _report(item, part, f"{source.label}, {part}" if part else source.label)
        except InputError as error:
            yield error


def _report(item: etree._Element, part: str, label: str) -> Found:
    status = _first(item, "pubStatus")
    if status is not None and (_code(status) or "").rpartition(":")[2] in _WITHDRAWN:
        raise NotAReport(f"{label}: was withdrawn by its agency")
    metadata = Metadata(
        title=_line(item, "contentMeta", "headline") or _line(item, "hedline", "hl1") or _line(item, "head", "title"),
        outlet=_named(item, "itemMeta", "provider") or _named(item, "contentMeta", "infoSource"),
        published=_published(item),
        byline=_line(item, "contentMeta", "by") or _named(item, "contentMeta", "creator") or _line(item, "", "byline"),
        language=_language(item),
        place=_named(item, "contentMeta", "located")
        or _line(item, "contentMeta", "dateline")
        or _line(item, "dateline", "location"),
    )
    texts = [_text(content, label) for content in _contents(item)]
    text = max(texts, key=len, default="")
    if not text:
        raise NotAReport(f"{label}: holds no text of its own (a picture, or a text kept elsewhere)")
    return Found(without_surrogates(text), metadata, id=item.get("guid") or None, part=part)


def _contents(item: etree._Element) -> list[etree._Element]:
    """Return the elements that each hold the whole text of an item, in one way of writing it or another."""
    bodies = [element for element in item.iter() if name_of(element) in ("body.content", "inlineData")]
    return bodies or [element for element in item.iter() if name_of(element) in ("body", "inlineXML")][-1:]


def _text(content: etree._Element, label: str) -> str:
    if not len(content):
        return text_of_html(words_in(content), label) if "html" in content.get("contenttype", "") else words_in(content)
    for element in content.iter():
        if isinstance(element.tag, str):
            name = name_of(element)  # prefixes would hide what is a paragraph
            element.tag = name if _NAME.fullmatch(name) else "div"
    etree.cleanup_namespaces(content)
    return text_of_html(str(etree.tostring(content, encoding="unicode", method="html", with_tail=False)), label)


def _first(item: etree._Element, *path: str) -> etree._Element | None:
    """Return the first element inside that bears the last name of a path and lies in one of each other name."""
    place: etree._Element | None = item
    for name in filter(None, path):
        inside = place.iterdescendants() if place is not None else ()
        place = next((element for element in inside if name_of(element) == name), None)
    return place


def _line(item: etree._Element, *path: str) -> str | None:
    return " ".join(words_in(_first(item, *path))[:_LONGEST_FIELD].split()) or None


def _named(item: etree._Element, *path: str) -> str | None:
    """Return what a concept is called: its name, or its code where it has none."""
    concept = _first(item, *path)
    if concept is None:
        return None
    return _line(concept, "name") or _code(concept) or _line(item, *path)


def _code(concept: etree._Element) -> str | None:
    given = concept.get("literal") or concept.get("qcode") or concept.get("uri") or ""
    return given.rpartition("/")[2].rpartition(":")[2] or None


def _published(item: etree._Element) -> datetime | None:
    stated = (parse_published(_line(item, name)) for name in _DATES)
    moment = next((found for found in stated if found), None)
    issued = _first(item, "date.issue")
    return moment or (parse_published(issued.get("norm")) if issued is not None else None)


def _language(item: etree._Element) -> str | None:
    stated = _first(item, "contentMeta", "language")
    return (stated.get("tag") if stated is not None else None) or item.get(_LANGUAGE) or None
