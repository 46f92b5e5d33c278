"""XML whose kind its first bytes do not tell: a long document type or comment stands before the first element."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.errors import NotAReport
from rashomon.read.formats import feeds, newsml
from rashomon.read.found import Outcome, Source
from rashomon.read.xmltree import name_of, read_xml, root_name
from rashomon.settings import Settings


def is_xml(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as XML does, or the file is named so and begins with a tag."""
    begin = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return begin.startswith((b"<?xml", b"<!DOCTYPE", b"<!--")) or (name.endswith(".xml") and root_name(head) != "")


def read_other_xml(source: Source, settings: Settings) -> Iterator[Outcome]:
    """Yield what the kind of XML holds that its first element names. Raises `NotAReport` where we do not read it."""
    root = name_of(read_xml(source, settings))
    if root.lower() in feeds.ROOTS:
        yield from feeds.read_feed(source, settings)
    elif root.lower() in newsml.ROOTS:
        yield from newsml.read_newsml(source, settings)
    else:
        raise NotAReport(f"{source.label}: is XML of a kind that is not read here (<{root[:100]}>)")
