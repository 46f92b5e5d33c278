"""What a page says of its article in JSON-LD: data for machines in a script, by the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rashomon import tables
from rashomon.lang.tables import load_table
from rashomon.read.fields import address, byline, clean, language_tag
from rashomon.read.metadata import Metadata, parse_published

_THRESHOLDS = tables.thresholds("rashomon.read")

_MOST_SCRIPTS = _THRESHOLDS.integer("most_scripts")
_LONGEST_SCRIPT = _THRESHOLDS.integer("longest_script")
_MOST_NODES = _THRESHOLDS.integer("most_nodes")
_MOST_NAMES = _THRESHOLDS.integer("linked_data_most_names")

_Node = Mapping[str, Any]


def linked_metadata(scripts: Iterable[str]) -> Metadata:
    """Return what the article described in the scripts says; a script that is broken or huge is passed over."""
    nodes = list(_nodes(scripts))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    table = load_table("pages")["linked_data"]
    kinds = {*table["articles"], table["page"]}
    articles = [n for n in nodes if kinds & _kinds(n) and ("headline" in n or "datePublished" in n)]
    # A page describes itself as a web page and as an article: the article knows more.
    articles.sort(key=lambda node: table["page"] in _kinds(node))
    found = Metadata()
    for node in articles[:2]:
        found = found.or_else(_article(node, known))
    return found


def _article(node: _Node, known: Mapping[str, _Node]) -> Metadata:
    return Metadata(
        title=clean(node.get("headline")),
        outlet=next(iter(_names(node.get("publisher"), known)), None),
        published=parse_published(clean(node.get("datePublished"))),
        url=address([node.get("url"), _reference(node.get("mainEntityOfPage"))]),
        byline=byline(_names(node.get("author") or node.get("creator"), known)),
        language=language_tag([node.get("inLanguage")]),
    )


def _nodes(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield every object, outer before inner, up to a number."""
    readable = (text for text, _ in zip(scripts, range(_MOST_SCRIPTS), strict=False) if len(text) <= _LONGEST_SCRIPT)
    waiting = [content for text in readable for content in _parsed(text)]
    waiting.reverse()
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
        inner = node.values() if isinstance(node, dict) else node
        waiting += [value for value in reversed(list(inner)[:_MOST_NODES]) if isinstance(value, dict | list)]


def _parsed(text: str) -> list[Any]:
    bare = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    bare = bare.removeprefix("//<![CDATA[").removesuffix("//]]>").rstrip("; \n\t")
    try:
        # Line breaks inside of strings are common there, and harmless.
        content = json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return []
    return [content] if isinstance(content, dict | list) else []


def _kinds(node: _Node) -> set[str]:
    stated = node.get("@type")
    kinds = stated if isinstance(stated, list) else [stated]
    return {kind.rpartition("/")[2].lower() for kind in kinds if isinstance(kind, str)}


def _names(value: object, known: Mapping[str, _Node]) -> list[str]:
    """Return the names that a person, an organisation, a list of them or plain words give."""
    names = []
    for entry in value[:_MOST_NAMES] if isinstance(value, list) else [value]:
        refers = isinstance(entry, dict) and isinstance(entry.get("@id"), str)
        node = known.get(entry["@id"], entry) if refers and isinstance(entry, dict) else entry
        name = node.get("name") if isinstance(node, Mapping) else node
        words = clean(name[0] if isinstance(name, list) and name else name)
        if words and "://" not in words:
            names.append(words)
    return names


def _reference(value: object) -> object:
    return value.get("@id") or value.get("url") if isinstance(value, dict) else value
