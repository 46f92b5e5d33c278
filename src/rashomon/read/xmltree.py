"""XML from strangers as a tree: nothing is fetched, nothing is expanded, and broken XML is mended where it can be."""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from rashomon import tables
from rashomon.errors import TooLarge, Unreadable
from rashomon.read.found import Source
from rashomon.settings import Settings

_THRESHOLDS = tables.thresholds("rashomon.read")

MOST_TAGS = _THRESHOLDS.integer("most_tags")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NAME = re.compile(r"<(?:[A-Za-z_][\w.-]{0,99}:)?([A-Za-z_][\w.-]{0,99})")
_REFERENCE = re.compile(
    rb"&(?:#(?P<number>[0-9]{1,9});|#[xX](?P<hex>[0-9a-fA-F]{1,8});|(?P<name>[A-Za-z][A-Za-z0-9]{1,31});)?"
)
_ENDS = (("<?", "?>"), ("<!--", "-->"))


def root_name(head: bytes) -> str:
    """Return the name of the first element that the first bytes of a file open, without prefix; "" where it is no XML.

    Small letters: the name says which format is at hand.
    """
    wide = head[: len(head) // 2 * 2].decode("utf-16", errors="replace") if head.startswith(_WIDE_MARKS) else ""
    rest = (wide or head.decode("latin-1").removeprefix("\u00ef\u00bb\u00bf")).lstrip()
    while rest.startswith(("<?", "<!")):
        rest = _after(rest).lstrip()
    found = _NAME.match(rest)
    return found.group(1).lower() if found else ""


def read_xml(source: Source, settings: Settings) -> etree._Element:
    """Return the root of an XML source. Raises `TooLarge` over a limit, `Unreadable` where it holds no XML.

    Entities stay unexpanded, no document type is loaded and no address is opened, whatever the file asks for.
    """
    content = source.content(settings.largest_file)
    if content.count(b"<") > MOST_TAGS:
        raise TooLarge(f"{source.label}: holds more than {MOST_TAGS:,} tags, which no news file does; split it")
    try:
        return etree.fromstring(content, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        _refuse_over_limits(error, source.label)
    except Exception as error:  # whatever a parser of others does with hostile input
        raise Unreadable(f"{source.label}: is not valid XML ({type(error).__name__})") from error
    return _recovered(content, source.label)


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace, or prefix of none; "" for a comment or an entity."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def words_in(element: etree._Element | None) -> str:
    """Return all text inside an element, entities that HTML knows resolved, blanks trimmed; "" for None."""
    return "" if element is None else "".join(_pieces(element)).strip()


def markup_in(element: etree._Element) -> str:
    """Return what stands inside an element as HTML: its text where it holds no elements, else its markup."""
    if not any(isinstance(child.tag, str) for child in element):
        return words_in(element)
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))


def _pieces(element: etree._Element) -> list[str]:
    pieces = [element.text or ""]
    for inner in element.iterdescendants():
        if isinstance(inner, etree._Entity):
            pieces.append(html5.get(f"{inner.name};", inner.text))
        elif isinstance(inner.tag, str):
            pieces.append(inner.text or "")
        pieces.append(inner.tail or "")
    return pieces


def _after(rest: str) -> str:
    for opening, ending in _ENDS:
        if rest.startswith(opening):
            return rest.partition(ending)[2]
    declaration, _, after = rest.partition(">")
    return rest.partition("]")[2].partition(">")[2] if "[" in declaration else after


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )


def _refuse_over_limits(error: etree.XMLSyntaxError, label: str) -> None:
    if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        reason = str(error).partition(",")[0]
        raise TooLarge(f"{label}: is nested, long or self-expanding beyond what XML may be ({reason})") from error


def _recovered(content: bytes, label: str) -> etree._Element:
    """Return the root of broken XML, its references mended first: a parser that recovers drops them silently."""
    parser = _parser(recover=True)
    try:
        root = etree.fromstring(_mended(content), parser)
        etree.tostring(root, encoding="unicode")  # fails here, and not later, where bytes are no characters
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{label}: is not valid XML ({str(error)[:200]})") from error
    except Exception as error:  # whatever a parser of others does with hostile input
        raise Unreadable(f"{label}: is not valid XML ({type(error).__name__})") from error
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise TooLarge(f"{label}: is nested, long or self-expanding beyond what XML may be ({entry.message})")
    return root


def _mended(content: bytes) -> bytes:
    if content.startswith(_WIDE_MARKS):
        return content  # references are found in bytes only where a character is one
    pieces: list[bytes] = []
    at = 0
    while at < len(content):
        opening = _found(content, b"<![CDATA[", at)
        closing = _found(content, b"]]>", opening) + 3
        pieces.append(_REFERENCE.sub(_numbered, content[at:opening]).replace(b"]]>", b"]]&#62;"))
        pieces.append(content[opening:closing])
        at = closing
    return b"".join(pieces)


def _found(content: bytes, mark: bytes, start: int) -> int:
    place = content.find(mark, start)
    return len(content) if place < 0 else place


def _numbered(found: re.Match[bytes]) -> bytes:
    """Return a reference by number, which survives recovery: of its character, of "&" where it is none."""
    if found["name"]:
        characters = html5.get(f"{found['name'].decode('ascii')};")
        return b"".join(b"&#%d;" % ord(c) for c in characters) if characters else b"&#38;" + found[0][1:]
    if found["number"] or found["hex"]:
        code = int(found["number"]) if found["number"] else int(found["hex"], 16)
        return b"&#%d;" % (code if _is_character(code) else 0xFFFD)
    return b"&#38;"


def _is_character(code: int) -> bool:
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
