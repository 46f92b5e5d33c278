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
from dataclasses import dataclass
from pathlib import Path

import spacy
from conllu import Tree, to_doc
from headlines import varied
from invented import invented
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


@dataclass(frozen=True, slots=True)
class Stage:
    """One rise and fall of the learning rate.

    Its peak, the words in a batch at the start and from halfway on, the share of sentences turned into headlines, the
    share of those put in the present tense, and how many invented sentences are added.
    """

    peak_rate: float
    batch: tuple[int, int] = (300, 1000)
    headlines: float = 0.0
    present: float = 0.0
    invented: int = 0


# The first starts from nothing, each other from what the one before left.
STAGES = {
    1: Stage(peak_rate=0.0015),
    2: Stage(peak_rate=0.0008, headlines=0.1),
    3: Stage(peak_rate=0.0005, headlines=0.12, present=0.7, batch=(600, 1000)),
    4: Stage(peak_rate=0.0004, headlines=0.1, present=0.7, batch=(800, 1000), invented=900),
    5: Stage(peak_rate=0.0004, headlines=0.05, present=0.7, batch=(800, 1000), invented=900),
}


def batches(data: list[Tree], size: int, chance: random.Random, stage: Stage) -> Iterator[list[Tree]]:
    """Return the sentences shuffled and varied, in groups of about `size` words."""
    order = list(data)
    chance.shuffle(order)
    group: list[Tree] = []
    words = 0
    for tree in order:
        group.append(varied(tree, chance, (stage.headlines, stage.present)))
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


def train(folders: tuple[Path, Path, Path | None], passes: tuple[int, int], stage: Stage, config: Path) -> None:
    """Run one stage and write the model directory.

    `folders` are the treebanks, the output, and the model to start from; `passes` over the data are run, and planned.
    """
    treebanks, output, start = folders
    run, epochs = passes
    # numpy's matrix product is about three times as fast as the default one.
    set_current_ops(NumpyOps(use_blis=False))
    seed = load_config(config)["system"]["seed"]
    fix_random_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - shuffles sentences, keeps no secret
    paths, watched_paths = training_files(treebanks)
    data, watched = trees(paths), trees(watched_paths)
    taught = data + invented(stage.invented, seed)
    total = sum(len(tree.words) for tree in taught)
    print(f"{len(taught)} sentences, {total} words; watched: {sum(len(t.words) for t in watched)} words", flush=True)
    nlp, optimizer = prepared(start, config, taught)
    dropout = nlp.config["training"]["dropout"]
    began, seen = time.time(), 0
    for epoch in range(run):
        size = int(stage.batch[0] + (stage.batch[1] - stage.batch[0]) * min(1.0, 2 * epoch / epochs))
        losses: dict[str, float] = {}
        for group in batches(taught, size, chance, stage):
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
    parser.add_argument("--stage", type=int, choices=STAGES, default=1)
    parser.add_argument("--start", type=Path, help="the model that the stage before wrote")
    parser.add_argument("--config", type=Path, default=HERE / "config.cfg")
    arguments = parser.parse_args()
    print("spaCy", spacy.__version__, flush=True)
    epochs = (arguments.stop or arguments.epochs, arguments.epochs)
    stage = STAGES[arguments.stage]
    train((arguments.treebanks, arguments.output, arguments.start), epochs, stage, arguments.config)


if __name__ == "__main__":
    main()
