"""Pieces of HTML as they stand in feeds, mails and agency items, reduced to plain text.

No page: nothing is main text or sidebar here, so all words stay, in their order, one paragraph after the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from rashomon.errors import Unreadable


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _tags(
    "address article aside block blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main media nav ol p pre section summary table tbody tfoot thead "
    "tr ul"
)
_SILENT = _tags(
    "audio button canvas embed head iframe math noframes object script select style svg template textarea title video"
)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_MARKUP = re.compile(r"</?[A-Za-z!]|&[#A-Za-z]")


def text_of_html(markup: str, label: str) -> str:
    """Return the words of a piece of HTML: paragraphs with an empty line between, blanks single, scripts left out.

    What holds no tag stays as it is. Raises `Unreadable`, naming `label`, where the parser cannot take it.
    """
    if not _MARKUP.search(markup):
        return markup.strip()
    parser = etree.HTMLParser(target=_Words(), no_network=True, huge_tree=True)  # flat: a target builds no tree
    try:
        return str(etree.fromstring(_without_zeros(markup), parser))
    except Exception as error:  # whatever a parser of others does with hostile input
        raise Unreadable(f"{label}: holds HTML that cannot be read ({type(error).__name__})") from error


def _without_zeros(markup: str) -> str:
    # A zero ends the text for the parser: everything after it would be lost in silence.
    return markup.replace("\x00", "\N{REPLACEMENT CHARACTER}")


class _Words:
    """Gathers the words of a stream of tags, however deep they are nested."""

    def __init__(self) -> None:
        self._lines: list[str] = [""]
        self._line: list[str] = []
        self._silent: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _SILENT and (not self._silent or self._silent[-1] == tag):
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self._break("")
        elif tag == "br":
            self._break()
        elif tag in _CELLS:
            self._line.append(" ")

    def end(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
        elif tag in _BLOCKS:
            self._break("")

    def data(self, words: str) -> None:
        if not self._silent:
            self._line.append(words)

    def close(self) -> str:
        self._break("")
        return "\n".join(self._lines).strip()

    def _break(self, *empty: str) -> None:
        line = _BLANKS.sub(" ", "".join(self._line)).strip()
        self._line.clear()
        if line:
            self._lines.append(line)
        if empty and self._lines[-1]:
            self._lines.append("")
