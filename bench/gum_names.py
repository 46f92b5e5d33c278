"""Reads who and what is named in GUM's entity brackets: spans, kinds and which of them are one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.text import Range

KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_BRACKET = re.compile(r"\(([^()]*)|(\d+)\)")


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
        names.extend(_names(rows, spans))
    return Document(path.stem, text, tuple(sentences), tuple(names))


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
        while left > first and _inside(rows, left - 1, first):
            left -= 1
        while right < last and _inside(rows, right + 1, last):
            right += 1
        while left < right and rows[left][3] != "PROPN":
            left += 1
        while right > left and rows[right][3] != "PROPN":
            right -= 1
        yield GoldName(Range(spans[left][0], spans[right][1]), KINDS[kind], number)


def _inside(rows: list[list[str]], place: int, limit: int) -> bool:
    """Say whether a word continues a run of proper nouns: one itself, a hyphen, or "of" before one."""
    row = rows[place]
    if row[3] == "PROPN" or row[1] in ("-", "&") or (row[3] in ("X",) and row[1][:1].isupper()):
        return True
    return row[1].lower() in ("of", "for", "and", "the") and row[6] != "0" and rows[int(row[6]) - 1][3] == "PROPN"
