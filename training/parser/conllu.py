"""Reads CoNLL-U treebanks into plain sentences and into spaCy documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

STRAIGHT_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence: words, whether a space follows each, tags, heads (index in the sentence) and labels."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    new_document: bool
    new_paragraph: bool


def read_trees(path: Path) -> Iterator[Tree]:
    """Return the sentences of one CoNLL-U file, in order; empty nodes are left out, contractions stay split."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        if words:
            comments = [line for line in lines if line.startswith("#")]
            yield _tree(words, _glued(rows), comments)


def _glued(rows: list[list[str]]) -> set[int]:
    """Return the ids of the words that no space follows, those inside a contraction included."""
    glued: set[int] = set()
    for row in rows:
        closed = "SpaceAfter=No" in row[9].split("|")
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            glued.update(range(first, last))
            if closed:
                glued.add(last)
        elif row[0].isdigit() and closed:
            glued.add(int(row[0]))
    return glued


def _tree(words: list[list[str]], glued: set[int], comments: list[str]) -> Tree:
    heads = (int(row[6]) - 1 for row in words)
    return Tree(
        words=tuple(row[1].translate(STRAIGHT_QUOTES) for row in words),
        spaces=tuple(int(row[0]) not in glued for row in words),
        lemmas=tuple(row[2] for row in words),
        upos=tuple(row[3] for row in words),
        xpos=tuple(row[4] for row in words),
        heads=tuple(index if head < 0 else head for index, head in enumerate(heads)),
        deps=tuple("ROOT" if row[7] == "root" else row[7] for row in words),
        new_document=any(line.startswith("# newdoc") for line in comments),
        new_paragraph=any(line.startswith("# newpar") for line in comments),
    )


def to_doc(tree: Tree, vocab: Vocab) -> Doc:
    """Return the sentence as an annotated document."""
    return Doc(
        vocab,
        words=list(tree.words),
        spaces=list(tree.spaces),
        pos=list(tree.upos),
        tags=list(tree.xpos),
        heads=list(tree.heads),
        deps=list(tree.deps),
        sent_starts=[True] + [False] * (len(tree.words) - 1),
    )
