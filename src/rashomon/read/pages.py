"""From a page to the report that it holds: its text, what it says of itself, and where each word stands in it."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rashomon import tables
from rashomon.errors import NotAReport, TooLarge, Unreadable
from rashomon.read.found import Found
from rashomon.read.heads import headline_words
from rashomon.read.markup import DEEPEST, flattened, visible_text, without
from rashomon.read.metadata import Metadata
from rashomon.read.page_metadata import page_metadata
from rashomon.read.tracing import through, trace

_THRESHOLDS = tables.thresholds("rashomon.read")

# What no tree takes in: control characters, and the two that are none.
_CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\r")
_SPACED = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_REFERENCE = re.compile(r"&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}))(?![0-9a-fA-F])")
_LINES = re.compile(r"(?<!\s)\s*\n\s*")
_MOST_ATTRIBUTES = _THRESHOLDS.integer("most_attributes")
_LONG_TAG = _THRESHOLDS.integer("long_tag")
_HEADLINE_LINES = _THRESHOLDS.integer("headline_lines")


def read_page(page: str, label: str) -> Found:
    """Return the report that a page holds, its headline first, its paragraphs apart, with the way back to the page.

    Raises `NotAReport` where the page shows no text, `TooLarge` where a tag has thousands of attributes, `Unreadable`
    where it cannot be taken apart.
    """
    visible = visible_text(page)
    if not visible.text.strip():
        raise NotAReport(f"{label}: is a page without text; if a script fills it, save it from the browser")
    if visible.longest > _LONG_TAG and _most_attributes(page) > _MOST_ATTRIBUTES:
        raise TooLarge(f"{label}: has a tag of more than {_MOST_ATTRIBUTES:,} attributes, which no article needs")
    # Most of a page is scripts, which the tree needs no more than a reader does.
    shown = without(page, visible.scripts)
    tree = _tree(flattened(shown) if visible.depth > DEEPEST else shown, label)
    metadata = page_metadata(tree)
    body = _body(tree, label)
    if not body:
        raise NotAReport(f"{label}: is a page in which no article was found")
    text = _with_headline(body, metadata)
    return Found(text, metadata, offsets=through(trace(text, visible.text), visible.offsets))


def _tree(page: str, label: str) -> HtmlElement:
    # Bytes, because the parser refuses characters with a declaration of their encoding.
    parser = HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    content = _REFERENCE.sub(_allowed, page).encode("utf-8", errors="replace").translate(_SPACED)
    for none in _NO_CHARACTERS:
        content = content.replace(none, b"   ")
    try:
        tree = document_fromstring(content, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable(f"{label}: is a page that cannot be taken apart ({error})") from error
    if not isinstance(tree, HtmlElement):
        raise Unreadable(f"{label}: is a page that cannot be taken apart (no element)")
    return tree


class _Attributes:
    """Counts the attributes of each tag in a stream of them, of which no tree is made."""

    def __init__(self) -> None:
        self._most = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._most = max(self._most, len(attributes))

    def close(self) -> int:
        return self._most


def _most_attributes(page: str) -> int:
    """Return the number of attributes of the tag that has most; 0 where no tag can be read."""
    content = page.encode("utf-8", errors="replace").translate(_SPACED)
    try:
        return int(etree.fromstring(content, etree.HTMLParser(target=_Attributes(), encoding="utf-8", huge_tree=True)))
    except (etree.LxmlError, ValueError, AssertionError):
        return 0


def _allowed(reference: re.Match[str]) -> str:
    """Return a reference to a character as it stands, or U+FFFD for one that no tree takes in."""
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    control = code < 32 and chr(code) not in "\t\n\r"
    return "\N{REPLACEMENT CHARACTER}" if control or code in (0xFFFE, 0xFFFF) else reference[0]


def _body(tree: HtmlElement, label: str) -> str:
    """Return the text of the article, its paragraphs apart; "" where none was found."""
    try:
        found = _library().bare_extraction(
            tree, fast=True, include_comments=False, include_tables=False, deduplicate=False, with_metadata=False
        )
    except Exception as error:  # a library reads what strangers wrote: whatever it raises ends here
        raise Unreadable(f"{label}: is a page that cannot be taken apart ({type(error).__name__})") from error
    return _LINES.sub("\n\n", (found.text or "").strip()) if found is not None else ""


@cache
def _library() -> Any:  # noqa: ANN401 - a module
    # Loaded where it is needed alone: it takes a quarter of a second.
    import trafilatura

    # It tells of every page without an article on its own; we do that.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura


def _with_headline(body: str, metadata: Metadata) -> str:
    """Return the text with the headline on top, unless it stands there."""
    title = metadata.title
    if title is None:
        return body
    first = [headline_words(line).casefold() for line in body.split("\n\n", _HEADLINE_LINES)[:_HEADLINE_LINES]]
    return body if headline_words(title).casefold() in first else f"{title}\n\n{body}"
