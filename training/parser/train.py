"""Trains the shipped tagger and dependency parser.

    python training/parser/train.py TREEBANKS OUTPUT [--minutes 60] [--epochs 30]

The result depends on the treebanks, config.cfg, the seed and the number of epochs alone.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import spacy
from conllu import Tree, to_doc
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config
from thinc.api import NumpyOps, set_current_ops
from treebanks import training_files, trees

HERE = Path(__file__).parent
WARMUP = 0.03
PEAK_RATE = 0.0015
LAST_RATE = 0.00002
BATCH_WORDS = (300, 1000)


class NumpyProducts(NumpyOps):
    """thinc's operations with numpy's matrix product, which is about three times as fast as its own on one core."""

    def gemm(self, x, y, out=None, trans1=False, trans2=False):  # type: ignore[no-untyped-def]
        """Return the product of two matrices, either of them transposed on request."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def varied(tree: Tree, chance: random.Random) -> Tree:
    """Return the sentence as a newspaper might also print it: other case, no final stop; mostly unchanged."""
    draw = chance.random()
    words = tree.words
    if draw < 0.05:
        words = tuple(word.lower() for word in words)
    elif draw < 0.09:
        words = tuple(word.upper() for word in words)
    elif draw < 0.14:
        words = tuple(word if len(word) < 4 else word[0].upper() + word[1:] for word in words)
    tree = replace(tree, words=words)
    return without_stop(tree) if chance.random() < 0.05 else tree


def without_stop(tree: Tree) -> Tree:
    """Return the sentence without its full stop, as headlines are printed."""
    last = len(tree.words) - 1
    if last < 1 or tree.words[last] != "." or last in tree.heads:
        return tree
    return Tree(
        *(field[:last] for field in (tree.words, tree.spaces, tree.lemmas, tree.upos, tree.xpos, tree.heads, tree.deps)),
        new_document=tree.new_document,
        new_paragraph=tree.new_paragraph,
    )


def batches(data: list[Tree], size: int, chance: random.Random) -> Iterator[list[Tree]]:
    """Return the sentences shuffled, in groups of about `size` words."""
    order = list(data)
    chance.shuffle(order)
    group: list[Tree] = []
    words = 0
    for tree in order:
        group.append(varied(tree, chance))
        words += len(tree.words)
        if words >= size:
            yield group
            group, words = [], 0
    if group:
        yield group


def example(tree: Tree, nlp: Language) -> Example:
    """Return the sentence as spaCy's pair of bare and annotated document."""
    bare = Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces))
    return Example(bare, to_doc(tree, nlp.vocab))


def rate(progress: float) -> float:
    """Return the learning rate at a point (0 to 1) of the training: up, then straight down."""
    if progress < WARMUP:
        return PEAK_RATE * max(progress, 0.002) / WARMUP
    return LAST_RATE + (PEAK_RATE - LAST_RATE) * (1 - (progress - WARMUP) / (1 - WARMUP))


def evaluate(nlp: Language, data: list[Tree]) -> dict[str, float]:
    """Return spaCy's own scores over gold words and gold sentences, punctuation left out of the attachment scores."""
    scores = nlp.evaluate([example(tree, nlp) for tree in data])
    return {name: round(scores[name] or 0.0, 4) for name in ("dep_uas", "dep_las", "tag_acc", "pos_acc")}


def train(treebanks: Path, output: Path, epochs: int, config: Path) -> None:
    """Train for the given number of passes over the data and write the model directory."""
    set_current_ops(NumpyProducts())
    settings = load_config(config)
    seed = settings["system"]["seed"]
    fix_random_seed(seed)
    chance = random.Random(seed)
    nlp = load_model_from_config(settings, auto_fill=True)
    paths, watched_paths = training_files(treebanks)
    data, watched = trees(paths), trees(watched_paths)
    total = sum(len(tree.words) for tree in data)
    print(f"{len(data)} sentences, {total} words; watched: {sum(len(t.words) for t in watched)} words", flush=True)
    optimizer = nlp.initialize(lambda: [example(tree, nlp) for tree in data])
    dropout = nlp.config["training"]["dropout"]
    began, seen = time.time(), 0
    for epoch in range(epochs):
        progress = epoch / epochs
        size = int(BATCH_WORDS[0] + (BATCH_WORDS[1] - BATCH_WORDS[0]) * min(1.0, 2 * progress))
        losses: dict[str, float] = {}
        for group in batches(data, size, chance):
            optimizer.learn_rate = rate(seen / (total * epochs))
            nlp.update([example(tree, nlp) for tree in group], sgd=optimizer, drop=dropout, losses=losses)
            seen += sum(len(tree.words) for tree in group)
        with nlp.use_params(optimizer.averages):
            scores = evaluate(nlp, watched)
            nlp.to_disk(output)
        line = {"epoch": epoch + 1, "minutes": round((time.time() - began) / 60, 1), **scores}
        line["losses"] = {name: round(value) for name, value in losses.items()}
        print(json.dumps(line), flush=True)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, help="folder with en_ewt-ud-*.conllu and gum/")
    parser.add_argument("output", type=Path, help="folder for the trained model")
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--config", type=Path, default=HERE / "config.cfg")
    arguments = parser.parse_args()
    print("spaCy", spacy.__version__, flush=True)
    train(arguments.treebanks, arguments.output, arguments.epochs, arguments.config)


if __name__ == "__main__":
    main()
