"""From bytes to characters, with positions that stay true to the file as an editor opens it."""

from __future__ import annotations

import codecs
import re

from rashomon.errors import Unreadable

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(content: bytes, source: str) -> tuple[str, str]:
    """Return the text of a file and a remark on its encoding ("" for UTF-8).

    Line ends are read as Python's universal newlines read them; a UTF-8 byte order mark stays in the text as its
    first character, so that offsets equal those into `Path.read_text(encoding="utf-8")`. Text with a UTF-16 mark is
    read as that; anything else that is not UTF-8 is read as Windows-1252. Raises `Unreadable` for binary content.
    """
    if content.startswith(_WIDE_MARKS):
        return _one_newline(_wide(content, source)), "is UTF-16"
    if b"\x00" in content:
        raise Unreadable(f"{source}: is not a text file (it holds zero bytes); save it as plain text first")
    try:
        return _one_newline(content.decode("utf-8")), ""
    except UnicodeDecodeError as error:
        text = content.decode("cp1252", errors="replace")
        return _one_newline(text), f"is not UTF-8 (byte {error.start}); it was read as Windows-1252"


def without_surrogates(text: str) -> str:
    """Return the text with every lone surrogate replaced by U+FFFD, of the same length: such text cannot be written."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _wide(content: bytes, source: str) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{source}: begins as UTF-16 but is broken at byte {error.start}") from error


def _one_newline(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
