"""Reads PolNeAR's brat annotations: who said what, as character spans. Nothing of the corpus is kept in the project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ANNOTATOR = re.compile(r"_[0-9a-f]{4}(?:\.txt)?\.ann$")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """One annotated attribution: the spans of each of its three roles, pieces separated by blanks alone joined."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article with the attributions of one annotator."""

    name: str
    text: str
    relations: tuple[Relation, ...]


def read_articles(corpora: Path, split: str) -> Iterator[Article]:
    """Return the articles of `split` ("train", "dev"); of several annotators of one article the first by file name."""
    folder = corpora / "polnear" / split
    seen: set[str] = set()
    for path in sorted((folder / "attributions").iterdir()):
        name = ANNOTATOR.sub("", path.name)
        if name in seen:
            continue
        seen.add(name)
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        yield Article(name, text, tuple(relations(path.read_text(encoding="utf-8"), text)))


def relations(annotation: str, text: str) -> Iterator[Relation]:
    """Return the attributions of one brat file; spans of no relation, such as those marked Discard, are left out."""
    spans: dict[str, tuple[Span, ...]] = {}
    for line in annotation.splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 2:
            pieces = sorted(tuple(map(int, piece.split())) for piece in fields[1].split(" ", 1)[1].split(";"))
            spans[fields[0]] = joined([(piece[0], piece[1]) for piece in pieces], text)
    for line in annotation.splitlines():
        fields = line.split("\t")
        if line.startswith("E") and len(fields) > 1 and fields[1].startswith("Attribution"):
            roles: dict[str, tuple[Span, ...]] = {"Source": (), "Cue": (), "Content": ()}
            for argument in fields[1].split()[1:]:
                role, _, reference = argument.partition(":")
                role = role.rstrip("0123456789")
                if role in roles and reference in spans:
                    roles[role] = joined(sorted((*roles[role], *spans[reference])), text)
            if roles["Cue"] or roles["Source"]:
                yield Relation(roles["Source"], roles["Cue"], roles["Content"])


def joined(pieces: list[Span], text: str) -> tuple[Span, ...]:
    """Return the pieces without blanks at their ends, those that only blanks separate made one."""
    found: list[Span] = []
    for left, right in pieces:
        words = text[left:right]
        start, end = left + len(words) - len(words.lstrip()), left + len(words.rstrip())
        if start >= end:
            continue
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
