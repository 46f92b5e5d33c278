"""From the bytes of a page to its characters: what it says of its encoding is a hint, and often wrong."""

from __future__ import annotations

import codecs
import re
from types import MappingProxyType

from rashomon import tables

_THRESHOLDS = tables.thresholds("rashomon.read")

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT = _THRESHOLDS.integer("looked_at")
_MOST_BROKEN = _THRESHOLDS.ratio("most_broken")
_STATED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
# The encodings that browsers read in place of the stated ones, because what is stated so is often written so.
_READ_AS = MappingProxyType(
    {
        "ascii": "cp1252",
        "iso8859-1": "cp1252",
        "iso8859-9": "cp1254",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "euc_kr": "cp949",
        "shift_jis": "cp932",
        "big5": "big5hkscs",
        "tis-620": "cp874",
    }
)
# Encodings that may be stated, as Python names them: others are told by other means (UTF-8), or are no texts (zip).
_FAMILIES = ("ascii", "big5", "cp", "euc_", "gb", "iso2022", "iso8859", "johab", "koi8", "mac-", "shift_jis", "tis-620")


def decode_page(content: bytes, served_as: str = "") -> str:
    """Return the characters of a page: by its byte order mark, as UTF-8 where it is valid, as stated, or Windows-1252.

    What it was served as counts before what stands in it. Nothing is refused: bytes that mean nothing become U+FFFD.
    Line ends are read as Python's universal newlines.
    """
    page = _characters(content, served_as)
    return page.replace("\r\n", "\n").replace("\r", "\n") if "\r" in page else page


def _characters(content: bytes, served_as: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page in UTF-8 with one broken byte far down is one still.
        if _mostly_utf8(content, error.start):
            return content.decode("utf-8", errors="replace")
        return content.decode(_stated(content, served_as), errors="replace")


def _stated(content: bytes, served_as: str) -> str:
    found = _STATED.search(content[:_LOOKED_AT])
    for stated in (served_as, found[1].decode("ascii") if found else ""):
        try:
            name = codecs.lookup(stated).name
        except (LookupError, ValueError):
            continue
        if name.startswith(_FAMILIES):
            return _READ_AS.get(name, name)
    return "cp1252"


def _mostly_utf8(content: bytes, first_error: int) -> bool:
    """Say whether far more bytes beyond ASCII make sense as UTF-8 than not."""
    around = content[: max(first_error + 100_000, 1_000_000)]
    broken = around.decode("utf-8", errors="replace").count("\N{REPLACEMENT CHARACTER}")
    beyond = sum(byte > 127 for byte in around)
    return broken <= _MOST_BROKEN * beyond
