"""Trains the shipped tagger and dependency parser.

    python training/parser/train.py TREEBANKS STAGE1
    python training/parser/train.py TREEBANKS STAGE2 --start STAGE1

The result depends on the treebanks, config.cfg, the seed and the number of epochs alone.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from conllu import Tree, to_doc
from shipping import write_model
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config
from thinc.api import NumpyOps, Optimizer, set_current_ops
from treebanks import training_files, trees

HERE = Path(__file__).parent
WARMUP = 0.03
LAST_RATE = 0.00002
BATCH_WORDS = (300, 1000)
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


@dataclass(frozen=True, slots=True)
class Stage:
    """One rise and fall of the learning rate: its peak, and the share of sentences turned into headlines."""

    peak_rate: float
    headlines: float


# The first starts from nothing, the second from what the first left.
STAGES = {1: Stage(peak_rate=0.0015, headlines=0.0), 2: Stage(peak_rate=0.0008, headlines=0.1)}


def varied(tree: Tree, chance: random.Random, headlines: float) -> Tree:
    """Return the sentence as a newspaper might also print it: other case, no final stop; mostly unchanged."""
    if headlines and chance.random() < headlines:
        return recased(headline(tree), chance.random(), (0.1, 0.25, 0.7))
    tree = recased(tree, chance.random(), (0.05, 0.09, 0.14))
    return kept(tree, set(range(len(tree.words))) - final_stop(tree)) if chance.random() < 0.05 else tree


def recased(tree: Tree, draw: float, bounds: tuple[float, float, float]) -> Tree:
    """Return the sentence in lower case, capitals or title case for a draw below the first, second, third bound."""
    words = tree.words
    if draw < bounds[0]:
        words = tuple(word.lower() for word in words)
    elif draw < bounds[1]:
        words = tuple(word.upper() for word in words)
    elif draw < bounds[2]:
        words = tuple(word if len(word) < 4 else word[0].upper() + word[1:] for word in words)
    return replace(tree, words=words)


def headline(tree: Tree) -> Tree:
    """Return the sentence without articles, forms of "be" as a helping verb, and the final stop."""
    dropped = final_stop(tree)
    for index, (word, dep) in enumerate(zip(tree.words, tree.deps, strict=True)):
        article = dep == "det" and word.lower() in ("the", "a", "an")
        helper = dep in ("aux:pass", "aux", "cop") and word.lower() in BE
        if (article or helper) and index not in tree.heads:
            dropped.add(index)
    return kept(tree, set(range(len(tree.words))) - dropped)


def final_stop(tree: Tree) -> set[int]:
    """Return the index of the full stop that ends the sentence, if one does and nothing depends on it."""
    last = len(tree.words) - 1
    return {last} if last > 0 and tree.words[last] == "." and last not in tree.heads else set()


def kept(tree: Tree, wanted: set[int]) -> Tree:
    """Return the sentence with the wanted words only; no word that is left may depend on one that goes."""
    order = sorted(wanted)
    place = {old: new for new, old in enumerate(order)}
    if not order or any(tree.heads[old] not in place for old in order):
        return tree
    columns = (tree.words, tree.spaces, tree.lemmas, tree.upos, tree.xpos)
    words, spaces, lemmas, upos, xpos = (tuple(column[old] for old in order) for column in columns)
    return replace(
        tree,
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        upos=upos,
        xpos=xpos,
        heads=tuple(place[tree.heads[old]] for old in order),
        deps=tuple(tree.deps[old] for old in order),
    )


def batches(data: list[Tree], size: int, chance: random.Random, headlines: float) -> Iterator[list[Tree]]:
    """Return the sentences shuffled and varied, in groups of about `size` words."""
    order = list(data)
    chance.shuffle(order)
    group: list[Tree] = []
    words = 0
    for tree in order:
        group.append(varied(tree, chance, headlines))
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


def rate(progress: float, peak: float) -> float:
    """Return the learning rate at a point (0 to 1) of a stage: up to the peak, then straight down."""
    if progress < WARMUP:
        return peak * max(progress, 0.002) / WARMUP
    return LAST_RATE + (peak - LAST_RATE) * (1 - (progress - WARMUP) / (1 - WARMUP))


def evaluate(nlp: Language, data: list[Tree]) -> dict[str, float]:
    """Return spaCy's own scores over gold words and gold sentences, punctuation left out of the attachment scores."""
    scores = nlp.evaluate([example(tree, nlp) for tree in data])
    return {name: round(scores[name] or 0.0, 4) for name in ("dep_uas", "dep_las", "tag_acc", "pos_acc")}


def prepared(start: Path | None, config: Path, data: list[Tree]) -> tuple[Language, Optimizer]:
    """Return the pipeline, fresh or as an earlier stage left it, and its optimizer."""
    if start is not None:
        nlp = spacy.load(start)
        return nlp, nlp.resume_training()
    nlp = load_model_from_config(load_config(config), auto_fill=True)
    return nlp, nlp.initialize(lambda: [example(tree, nlp) for tree in data])


def train(treebanks: Path, output: Path, passes: tuple[int, int], start: Path | None, config: Path) -> None:
    """Run one stage and write the model directory; `passes` over the data are run, and planned for."""
    run, epochs = passes
    # numpy's matrix product is about three times as fast as the default one.
    set_current_ops(NumpyOps(use_blis=False))
    seed = load_config(config)["system"]["seed"]
    fix_random_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - shuffles sentences, keeps no secret
    paths, watched_paths = training_files(treebanks)
    data, watched = trees(paths), trees(watched_paths)
    total = sum(len(tree.words) for tree in data)
    print(f"{len(data)} sentences, {total} words; watched: {sum(len(t.words) for t in watched)} words", flush=True)
    nlp, optimizer = prepared(start, config, data)
    stage = STAGES[1 if start is None else 2]
    dropout = nlp.config["training"]["dropout"]
    began, seen = time.time(), 0
    for epoch in range(run):
        size = int(BATCH_WORDS[0] + (BATCH_WORDS[1] - BATCH_WORDS[0]) * min(1.0, 2 * epoch / epochs))
        losses: dict[str, float] = {}
        for group in batches(data, size, chance, stage.headlines):
            optimizer.learn_rate = rate(min(1.0, seen / (total * epochs)), stage.peak_rate)
            nlp.update([example(tree, nlp) for tree in group], sgd=optimizer, drop=dropout, losses=losses)
            seen += sum(len(tree.words) for tree in group)
        with nlp.use_params(optimizer.averages):
            scores = evaluate(nlp, watched)
            write_model(nlp, data, output)
        line = {"epoch": epoch + 1, "minutes": round((time.time() - began) / 60, 1), **scores}
        line["losses"] = {name: round(value) for name, value in losses.items()}
        print(json.dumps(line), flush=True)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, help="folder with en_ewt-ud-*.conllu and gum/")
    parser.add_argument("output", type=Path, help="folder for the trained model")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--stop", type=int, help="stop after this many, as if more were to come")
    parser.add_argument("--start", type=Path, help="model of stage 1: runs stage 2 on it")
    parser.add_argument("--config", type=Path, default=HERE / "config.cfg")
    arguments = parser.parse_args()
    print("spaCy", spacy.__version__, flush=True)
    epochs = (arguments.stop or arguments.epochs, arguments.epochs)
    train(arguments.treebanks, arguments.output, epochs, arguments.start, arguments.config)


if __name__ == "__main__":
    main()
