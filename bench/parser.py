"""Measures the shipped parser and the sentence splitter.

    python bench/parser.py CORPORA_FOLDER

`CORPORA_FOLDER/treebanks` holds en_ewt-ud-dev.conllu and gum/. Writes bench/results/parser.json.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.training import Example

from rashomon.lang.parse import _Pipeline
from rashomon.lang.sentences import split_sentences
from rashomon.model import Sentence
from rashomon.text import Range
from results_file import ROOT, write_result

sys.path.insert(0, str(ROOT / "training" / "parser"))
from conllu import Tree, to_doc
from treebanks import evaluation_files, trees

MODEL = ROOT / "src" / "rashomon" / "lang" / "parser_model"
SPEED_RUNS = 3


def on_gold_words(pipeline: _Pipeline, data: Sequence[Tree]) -> dict[str, float]:
    """Return spaCy's scores over gold words and gold sentences; attachment without punctuation."""
    nlp = pipeline._nlp
    pairs = []
    for tree in data:
        starts = [True] + [False] * (len(tree.words) - 1)
        bare = Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces), sent_starts=starts)
        pairs.append(Example(bare, to_doc(tree, nlp.vocab)))
    scores = nlp.evaluate(pairs)
    wanted = {"uas": "dep_uas", "las": "dep_las", "tag": "tag_acc", "pos": "pos_acc"}
    return {name: round(scores[key], 4) for name, key in wanted.items()}


def as_printed(data: Sequence[Tree], paragraphs: bool) -> tuple[str, list[Range], list[list[Range]]]:
    """Return the text that the sentences came from, their ranges, and those of their words.

    Documents are parted by a blank line, paragraphs by a line break, or by a space where `paragraphs` is false.
    """
    text, sentences, words = "", [], []
    for tree in data:
        if text and tree.new_document:
            text = text.rstrip(" ") + "\n\n"
        elif text and tree.new_paragraph:
            text = text.rstrip(" ") + ("\n" if paragraphs else " ")
        ranges = []
        for word, space in zip(tree.words, tree.spaces, strict=True):
            ranges.append(Range(len(text), len(text) + len(word)))
            text += word + " " * space
        sentences.append(Range(ranges[0].start, ranges[-1].end))
        words.append(ranges)
    return text, sentences, words


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return round(2 * right / (found + gold), 4) if found + gold else 0.0


def sentence_f1(files: Sequence[Path], paragraphs: bool) -> float:
    """Return how well exact sentence ranges are found in running text."""
    right = found = gold = 0
    for path in files:
        text, sentences, _ = as_printed(trees([path]), paragraphs)
        ours = set(split_sentences(text, 0, len(text)))
        right += len(ours & set(sentences))
        found += len(ours)
        gold += len(sentences)
    return f1(right, found, gold)


def from_characters(pipeline: _Pipeline, files: Sequence[Path]) -> dict[str, float]:
    """Return F1 of words and of arcs with our own sentences and words, nothing gold; punctuation left out."""
    words_right = words_found = words_gold = right = found = gold = 0
    for path in files:
        data = trees([path])
        text, _, ranges = as_printed(data, paragraphs=True)
        theirs = {
            (r.start, r.end): (places[head].start, dep)
            for tree, places in zip(data, ranges, strict=True)
            for r, head, dep in zip(places, tree.heads, (d.replace("ROOT", "root") for d in tree.deps), strict=True)
        }
        ours = _arcs(pipeline.parse(text, split_sentences(text, 0, len(text))))
        words_right += len(ours.keys() & theirs.keys())
        words_found += len(ours)
        words_gold += len(theirs)
        ours = {place: arc for place, arc in ours.items() if arc[1] != "punct"}
        theirs = {place: arc for place, arc in theirs.items() if arc[1] != "punct"}
        right += len(ours.items() & theirs.items())
        found += len(ours)
        gold += len(theirs)
    return {"words_f1": f1(words_right, words_found, words_gold), "las_f1": f1(right, found, gold)}


def _arcs(sentences: Sequence[Sentence]) -> dict[tuple[int, int], tuple[int, str]]:
    return {(t.start, t.end): (s.tokens[t.head].start, t.dep) for s in sentences for t in s.tokens}


def lemma_accuracy(pipeline: _Pipeline, data: Sequence[Tree]) -> float:
    """Return how often the dictionary form of nouns and verbs is right, given gold tags and ignoring case."""
    right = total = 0
    for tree in data:
        for word, lemma, pos, tag in zip(tree.words, tree.lemmas, tree.upos, tree.xpos, strict=True):
            if pos in ("NOUN", "VERB", "AUX"):
                total += 1
                right += pipeline._lemmas.of(word, pos, tag).lower() == lemma.lower()
    return round(right / total, 4)


def words_per_second(files: Sequence[Path]) -> int:
    """Return words split and parsed in a second of processor time on one thread, measured in a process of its own."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, __file__, "--speed", *map(str, files)]
    return int(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)


def print_speed(files: Sequence[Path]) -> None:
    """Print words a second of processor time over the running text of the files, the best of several runs."""
    pipeline = _Pipeline.shipped()
    text, _, _ = as_printed(trees(list(files)), paragraphs=True)
    best = 0.0
    for _ in range(SPEED_RUNS):
        began = time.process_time()
        parsed = pipeline.parse(text, split_sentences(text, 0, len(text)))
        best = max(best, sum(len(s.tokens) for s in parsed) / (time.process_time() - began))
    print(round(best))


def measure(treebanks: Path) -> tuple[dict[str, Any], list[Path]]:
    """Return all figures and the files that they were measured on."""
    pipeline = _Pipeline.shipped()
    figures: dict[str, Any] = {}
    sets = evaluation_files(treebanks)
    for name, paths in sets.items():
        data = trees(paths)
        figures[name] = {
            **on_gold_words(pipeline, data),
            "words": sum(len(tree.words) for tree in data),
            "lemma_nouns_verbs": lemma_accuracy(pipeline, data),
            "sentences_f1": sentence_f1(paths, paragraphs=True),
            "sentences_f1_without_line_breaks": sentence_f1(paths, paragraphs=False),
            "nothing_gold": from_characters(pipeline, paths),
        }
    files = [path for paths in sets.values() for path in paths]
    figures["words_per_second_one_core"] = words_per_second(files)
    figures["model_megabytes"] = round(sum(f.stat().st_size for f in MODEL.rglob("*") if f.is_file()) / 1e6, 2)
    return figures, files


def main() -> None:
    """Read the command line, measure, write the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?", help="folder that holds treebanks/")
    parser.add_argument("--speed", type=Path, nargs="+", metavar="FILE", help="only print words a second on these")
    arguments = parser.parse_args()
    if arguments.speed:
        print_speed(arguments.speed)
        return
    if arguments.corpora is None:
        parser.error("name the folder that holds treebanks/")
    figures, files = measure(arguments.corpora / "treebanks")
    path = write_result("parser", figures, files)
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
