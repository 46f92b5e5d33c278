"""From bytes to characters, with positions that stay true to the file as an editor opens it."""

from __future__ import annotations

import codecs
import re

from rashomon import tables
from rashomon.errors import Unreadable

_THRESHOLDS = tables.thresholds("rashomon.read")

# The longer marks first: that of UTF-32 begins as that of UTF-16 does.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_NO_TEXT_SHARE = _THRESHOLDS.number("no_text_share")
_NO_TEXT_FEW = _THRESHOLDS.integer("no_text_few")
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def decode(content: bytes, source: str) -> tuple[str, str]:
    """Return the text of a file and a remark on its encoding ("" for UTF-8).

    Line ends are read as Python's universal newlines read them; a UTF-8 byte order mark stays in the text as its
    first character, so that offsets equal those into `Path.read_text(encoding="utf-8")`. Text with a UTF-16 or UTF-32
    mark is read as that. What is UTF-8 but for a few bytes (a file cut short) has U+FFFD in their place; anything else
    is read as Windows-1252. Raises `Unreadable` for binary content.
    """
    for mark, codec, name in _WIDE_MARKS:
        if content.startswith(mark):
            return _one_newline(_wide(content, source, codec, name)), f"is {name}"
    if b"\x00" in content:
        raise Unreadable(f"{source}: is not a text file (it holds zero bytes); save it as plain text first")
    try:
        return _one_newline(content.decode("utf-8")), ""
    except UnicodeDecodeError as error:
        return _mended(content, source, error.start)


def without_surrogates(text: str) -> str:
    """Return the text with every lone surrogate replaced by U+FFFD, of the same length: such text cannot be written."""
    return _SURROGATE.sub(_REPLACED, text)


def _mended(content: bytes, source: str, broken_at: int) -> tuple[str, str]:
    """Return text that is not UTF-8, as UTF-8 where more of its signs are whole than broken."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count(_REPLACED)
    whole = sum(map(len, re.findall("[^\x00-\x7f]+", text))) - broken
    if whole > broken:
        remark = f"is not all UTF-8 (byte {broken_at}); each broken sign was replaced by {_REPLACED}"
    else:
        text = content.decode("cp1252", errors="replace")
        remark = f"is not UTF-8 (byte {broken_at}); it was read as Windows-1252"
    if len(_NO_TEXT.findall(text)) > max(_NO_TEXT_FEW, _NO_TEXT_SHARE * len(text)):
        raise Unreadable(f"{source}: is not a text file; save it as plain text first")
    return _one_newline(text), remark


def _wide(content: bytes, source: str, codec: str, name: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{source}: begins as {name} but is broken at byte {error.start}") from error
    if "\x00" in text:
        raise Unreadable(f"{source}: begins as {name} but is no text (it holds zeros); save it as plain text first")
    return text


def _one_newline(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
