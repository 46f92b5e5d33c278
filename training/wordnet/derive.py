"""Derive the small lexicon of the package from the WordNet 3.0 database files.

    python training/wordnet/derive.py FOLDER_WITH_data.noun OUT.tsv.gz

The database comes with Debian's package `wordnet-base` (/usr/share/wordnet). Kept are single lower-case words with at
most `SENSES` senses each (most frequent first), and the synsets those need, up to the roots. Words that the
corpora lack keep their first sense. The output is the same for the same input: sorted, and compressed without a time
stamp.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

SENSES = {"n": 3, "v": 4, "a": 3}
FILES = {"n": "noun", "v": "verb", "a": "adj"}
HYPERNYM, ANTONYM, SIMILAR, DERIVED = "@", "!", "&", "+"


def read_synsets(folder: Path, pos: str) -> dict[str, tuple[str, list[tuple[str, str, str]], list[str]]]:
    """Return offset -> (lexicographer file number, pointers, words) of one data file."""
    synsets = {}
    for line in (folder / f"data.{FILES[pos]}").read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = [
            (fields[at + 1 + 4 * i], fields[at + 2 + 4 * i], fields[at + 3 + 4 * i]) for i in range(int(fields[at]))
        ]
        synsets[fields[0]] = (fields[1], pointers, words)
    return synsets


def read_index(folder: Path, pos: str) -> list[tuple[str, list[str]]]:
    """Return (word, offsets of its most frequent senses) for each single word."""
    rows = []
    for line in (folder / f"index.{FILES[pos]}").read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        senses = int(fields[2])
        tagged = int(fields[-senses - 1])
        if fields[0].isalpha():
            rows.append((fields[0], fields[-senses:][: SENSES[pos] if tagged else 1]))
    return rows


def derive(folder: Path) -> str:
    """Return the lexicon as tab-separated lines: `s` lines are synsets, `w` lines are words."""
    lines = []
    for pos in FILES:
        synsets, index = read_synsets(folder, pos), read_index(folder, pos)
        needed, waiting = set(), [offset for _, offsets in index for offset in offsets]
        while waiting:
            offset = waiting.pop()
            if offset not in needed:
                needed.add(offset)
                waiting += [to for symbol, to, p in synsets[offset][1] if symbol.startswith(HYPERNYM) and p == pos]
        number = {offset: format(i, "x") for i, offset in enumerate(sorted(needed))}
        for offset in sorted(needed):
            lexfile, pointers, _ = synsets[offset]
            above = [number[to] for symbol, to, p in pointers if symbol.startswith(HYPERNYM) and to in number]
            opposite = [
                number[to] for symbol, to, p in pointers if symbol == ANTONYM and to in number and p in (pos, "s")
            ]
            near = [number[to] for symbol, to, p in pointers if symbol == SIMILAR and to in number]
            lines.append(
                "\t".join(("s", pos, number[offset], lexfile, ",".join(above), ",".join(opposite), ",".join(near)))
            )
        lines += ["\t".join(("w", pos, word, ",".join(number[o] for o in offsets))) for word, offsets in sorted(index)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    with target.open("wb") as stream, gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="") as packed:
        packed.write(derive(source).encode("utf-8"))
