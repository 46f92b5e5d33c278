"""Which part of which treebank is trained on, selected on and evaluated on."""

from __future__ import annotations

import re
from pathlib import Path

from conllu import Tree, read_trees

# The genres of GUM whose texts may be used commercially; the others (NC, reddit) are never opened.
OPEN_GENRES = ("academic", "bio", "court", "interview", "news", "voyage")
# Kept out of training to watch the training by; they are no evaluation figures.
SELECTION_DOCUMENTS = ("GUM_news_election", "GUM_news_stampede", "GUM_interview_peres")


def gum_split(treebanks: Path) -> dict[str, str]:
    """Return the split (train, dev, test) of each GUM document, read from the corpus' own list."""
    split, found = "", {}
    for line in (treebanks / "gum" / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            split = line[3:].strip()
        elif match := re.match(r"\s*\* (GUM_\w+)", line):
            found[match[1]] = split
    return found


def evaluation_files(treebanks: Path) -> dict[str, list[Path]]:
    """Return the three evaluation sets: never trained on, never selected on."""
    news = [
        name for name, split in sorted(gum_split(treebanks).items()) if "_news_" in name and split in ("dev", "test")
    ]
    return {
        "gum-news": [treebanks / "gum" / f"{name}.conllu" for name in news],
        "ewt-dev": [treebanks / "en_ewt-ud-dev.conllu"],
    }


def training_files(treebanks: Path) -> tuple[list[Path], list[Path]]:
    """Return the files to train on, and the small slice that is only watched."""
    held_out = {path for paths in evaluation_files(treebanks).values() for path in paths}
    train = [treebanks / "en_ewt-ud-train.conllu", treebanks / "en_ewt-ud-test.conllu"]
    watched: list[Path] = []
    for name, split in sorted(gum_split(treebanks).items()):
        path = treebanks / "gum" / f"{name}.conllu"
        if name.split("_")[1] not in OPEN_GENRES or split not in ("train", "dev", "test") or path in held_out:
            continue
        (watched if name in SELECTION_DOCUMENTS else train).append(path)
    return train, watched


def trees(paths: list[Path]) -> list[Tree]:
    """Return all sentences of the files, in order."""
    return [tree for path in paths for tree in read_trees(path)]
