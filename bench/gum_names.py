"""Reads who and what is named in GUM's entity brackets: spans, kinds and which of them are one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.lang.tables import load_table
from rashomon.text import Range

# Annotated as proper nouns, but titles where they stand alone: left out of the gold names.
TITLES = frozenset(load_table("titles")["before_name"]) | frozenset(load_table("titles")["roles"]["words"])
KINDS = {"person": "person", "organization": "organisation", "place": "place"}


@dataclass(frozen=True)
class GoldName:
    """The proper name at the head of an annotated entity: its characters, kind and the entity's number."""

    range: Range
    kind: str
    entity: str


@dataclass(frozen=True)
class Document:
    """One text, a sentence a line, with its sentences and names."""

    name: str
    text: str
    sentences: tuple[Range, ...]
    names: tuple[GoldName, ...]


def split_of(gum: Path) -> dict[str, set[str]]:
    """Return the documents of each part, by its name (train is what no part lists)."""
    parts: dict[str, set[str]] = {}
    part = ""
    for line in (gum / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            parts.setdefault(part, set()).add(line.strip()[2:])
    return parts


def read_document(path: Path) -> Document:
    """Return one GUM document with the names at the head of its person, organisation and place entities."""
    text, sentences, names = "", [], []
    for rows in _sentences(path):
        start = len(text)
        spans = []
        for row in rows:
            spans.append((len(text), len(text) + len(row[1])))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        text = text.rstrip() + "\n"
        sentences.append(Range(start, len(text) - 1))
        names.extend(_outermost(list(_names(rows, spans))))
    return Document(path.stem, text, tuple(sentences), tuple(names))


def _outermost(names: list[GoldName]) -> list[GoldName]:
    """Return the names that lie inside no longer one."""
    return [
        name
        for name in names
        if not any(other.range.contains(name.range) and len(other.range) > len(name.range) for other in names)
    ]


def _sentences(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0].isdigit() and line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _entities(rows: list[list[str]]) -> Iterator[tuple[str, str, int, int]]:
    """Return (entity, kind, first word, last word) of every closed bracket."""
    open_: dict[str, list[tuple[str, int]]] = {}
    for place, row in enumerate(rows):
        field = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for piece in re.findall(r"\([^()]+\)?|[^()]+\)", field):
            entity = re.match(r"\(?(\d+)", piece)
            if entity is None:
                continue
            number = entity.group(1)
            if piece.startswith("("):
                open_.setdefault(number, []).append((piece[1:].rstrip(")").split("-")[1], place))
            if piece.endswith(")") and open_.get(number):
                kind, first = open_[number].pop()
                yield number, kind, first, place


def _names(rows: list[list[str]], spans: list[tuple[int, int]]) -> Iterator[GoldName]:
    for number, kind, first, last in _entities(rows):
        heads = [place for place in range(first, last + 1) if not first <= int(rows[place][6]) - 1 <= last]
        if kind not in KINDS or len(heads) != 1 or rows[heads[0]][3] != "PROPN":
            continue
        left = right = heads[0]
        while left > first and _inside(rows, left - 1):
            left -= 1
        while right < last and _inside(rows, right + 1):
            right += 1
        while left < right and not _capital(rows[left]):
            left += 1
        while right > left and not _capital(rows[right]):
            right -= 1
        if all(rows[place][1].lower() in TITLES for place in range(left, right + 1)):
            continue
        yield GoldName(Range(spans[left][0], spans[right][1]), KINDS[kind], number)


def _inside(rows: list[list[str]], place: int) -> bool:
    """Say whether a word continues a name: a capitalised word, a hyphen, or "of" and the like before one."""
    row = rows[place]
    if _capital(row) or row[1] in ("-", "&"):
        return True
    return row[1].lower() in ("of", "for", "the") and rows[int(row[6]) - 1][3] == "PROPN" and row[6] != "0"


def _capital(row: list[str]) -> bool:
    """Say whether a row is a capitalised word that names are made of."""
    return row[3] in ("PROPN", "ADJ", "NOUN", "X", "VERB") and row[1][:1].isupper()
