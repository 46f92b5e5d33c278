"""The words of a page as a reader sees them, each with the place where it stands in the page's own characters.

This is no parser: it knows where tags, comments and scripts end, and that is all that a position needs. Every character
is looked at once, whatever the page holds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon import tables
from rashomon.lang.tables import load_table
from rashomon.text import OffsetMap

_THRESHOLDS = tables.thresholds("rashomon.read")

# Most tags: they deepen the page, and end a word.
_OTHER = (True, "\n")
_PARAGRAPH = "<p>"
_DATA = "ld+json"  # the type of a script that describes the article
_LONGEST_TAG = _THRESHOLDS.integer("longest_tag")
DEEPEST = _THRESHOLDS.integer("markup_deepest")

# A quote opens a value only after "="; one that is never closed takes the rest of the page, as it does in a browser.
_ATTRIBUTES = r"""[^>=]*+(?:=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+[^>=]*+)*+(?:>|\Z)"""
# Every repetition is possessive: no character is looked at twice. The first character is asked for alone, because a
# search for it is fast.
_MARKUP = re.compile(
    rf"""
    [<&](?:(?<=<)(?:
        !--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))
        | (?P<raw>(?i:script|style|textarea))\b{_ATTRIBUTES}[^<]*+(?:<(?!/(?i:(?P=raw))\b)[^<]*+)*+(?:</[^>]*+>?)?+
        | /?(?P<name>[a-zA-Z][^\s/>]*+){_ATTRIBUTES}
        | [!?/][^>]*+(?:>|\Z)
    ) | (?<=&)(?P<entity>\#[0-9]{{1,7}}+;?|\#[xX][0-9a-fA-F]{{1,6}}+;?|[a-zA-Z][a-zA-Z0-9]{{1,31}}+;?))
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Visible:
    """The text of a page without its markup, where it stands in the page, how deep its tags are nested, and how long.

    `longest` counts the characters of the longest tag. `scripts` are the (start, end) of what is for machines: scripts
    and styles, but no data on the article.
    """

    text: str
    offsets: OffsetMap
    depth: int
    longest: int = 0
    scripts: tuple[tuple[int, int], ...] = ()


@cache
def _kinds() -> Mapping[str, tuple[bool, str]]:
    """Return of the tags that are not like most whether they deepen a page, and what stands in their place."""
    inline, flat = (frozenset(load_table("pages")["tags"][kind]) for kind in ("inline", "flat"))
    return MappingProxyType({name: (name not in flat, "" if name in inline else "\n") for name in inline | flat})


def visible_text(page: str) -> Visible:
    """Return what stands between the tags of a page; entities are resolved and stand in no run of the map."""
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    scripts: list[tuple[int, int]] = []
    kinds = _kinds()
    written = last = depth = deepest = longest = 0
    for match in _MARKUP.finditer(page):
        start = match.start()
        if start > last:
            pieces.append(page[last:start])
            runs.append((written, last, start - last))
            written += start - last
        last = match.end()
        if match.lastgroup == "name":
            name = match["name"]
            longest = max(longest, last - start)
            deepens, piece = kinds.get(name) or kinds.get(name.lower(), _OTHER)
            if deepens and page[start + 1] != "/":
                depth += 1
                deepest = depth if depth > deepest else deepest
            elif deepens and depth:
                depth -= 1
        elif match.lastgroup == "entity":
            piece = html.unescape(match[0])
        else:
            piece = ""
            tag, closed, _ = page[start : start + _LONGEST_TAG].partition(">")
            if match.lastgroup == "raw" and not (closed and _DATA in tag):
                scripts.append((start, last))
        if piece:
            pieces.append(piece)
            written += len(piece)
    if last < len(page):
        pieces.append(page[last:])
        runs.append((written, last, len(page) - last))
    return Visible("".join(pieces), OffsetMap(tuple(runs)), deepest, longest, tuple(scripts))


def without(page: str, places: Sequence[tuple[int, int]]) -> str:
    """Return a page without some of its places, which are in order."""
    edges = [0, *(edge for place in places for edge in place), len(page)]
    return "".join(page[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2))


def flattened(page: str) -> str:
    """Return a page whose tags are nested no deeper than `DEEPEST`: below that, paragraphs stand side by side."""
    pieces: list[str] = []
    last = depth = 0
    for match in _MARKUP.finditer(page):
        if not match["name"]:
            continue
        deepens, piece = _kinds().get(match["name"].lower(), _OTHER)
        closing = page[match.start() + 1] == "/"
        # The tag that opens a level and the one that closes it are judged at the same depth.
        level = depth + 1 if deepens and not closing else depth
        if deepens:
            depth = max(0, depth - 1) if closing else depth + 1
        if level > DEEPEST:
            between = page[last : match.start()]
            # A thousand wrappers around nothing are one end of a paragraph.
            ended = bool(pieces) and pieces[-1] == _PARAGRAPH and not between.strip()
            pieces += [] if ended else [between, _PARAGRAPH if piece else ""]
            last = match.end()
    return "".join(pieces) + page[last:]
