"""Measures attribution on PolNeAR: exact spans of sources, cues and contents.

    python bench/attribution.py CORPORA [--split dev]

PolNeAR gives each token one role in one attribution, so both sides are sequences of labelled spans: a span is a longest
run of characters with one role in one attribution (blanks between pieces do not split it; a content that source and cue
cut in two is two spans). A found span is right where a gold span of the same role has exactly its first and last
character; precision, recall and F1 are taken over all articles together. Since PolNeAR annotates only the outermost of
nested attributions, found ones whose cue lies in the content of another are left out here. Of several annotators of one
article the first by file name is taken.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

from polnear import Relation, Span, joined, read_articles
from rashomon.extract.attribution import find_attributions
from rashomon.lang.names import report_names
from rashomon.lang.parse import load_parser
from rashomon.lang.sentences import split_sentences
from rashomon.model import Attribution
from results_file import write_result

ROLES = ("source", "cue", "content")
Spans = dict[str, set[Span]]


def spans_of_gold(relations: Iterable[Relation]) -> Spans:
    """Return the annotated spans of each role."""
    found: Spans = {role: set() for role in ROLES}
    for relation in relations:
        for role in ROLES:
            found[role].update(getattr(relation, role))
    return found


def outermost(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Return the attributions whose cue lies in the content of no other."""
    every = list(attributions)
    contents = [piece for attribution in every for piece in attribution.contents]
    return [a for a in every if a.cue is not None and not any(piece.contains(a.cue) for piece in contents)]


def spans_of_found(attributions: Iterable[Attribution], text: str) -> Spans:
    """Return the found spans of each role, nested attributions left out."""
    found: Spans = {role: set() for role in ROLES}
    for attribution in outermost(attributions):
        if attribution.cue is not None:
            found["cue"].add((attribution.cue.start, attribution.cue.end))
        if attribution.chain:
            found["source"].add((attribution.chain[0].range.start, attribution.chain[0].range.end))
        found["content"].update(joined([(piece.start, piece.end) for piece in attribution.contents], text))
    return found


def score(pairs: Iterable[tuple[Spans, Spans]]) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of each role over pairs of gold and found spans."""
    right, gold, found = dict.fromkeys(ROLES, 0), dict.fromkeys(ROLES, 0), dict.fromkeys(ROLES, 0)
    for expected, given in pairs:
        for role in ROLES:
            right[role] += len(expected[role] & given[role])
            gold[role] += len(expected[role])
            found[role] += len(given[role])
    return {role: _figures(right[role], gold[role], found[role]) for role in ROLES}


def _figures(right: int, gold: int, found: int) -> dict[str, float]:
    precision, recall = right / max(1, found), right / max(1, gold)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "gold": gold,
    }


def measure(corpora: Path, split: str) -> dict[str, object]:
    """Return the figures over one split: F1 of each role, and sentences a second without the parse and the names."""
    parser = load_parser()
    pairs = []
    sentences_read, seconds = 0, 0.0
    for article in read_articles(corpora, split):
        sentences = parser.parse(article.text, split_sentences(article.text, 0, len(article.text)))
        names = report_names(article.text, sentences)
        began = time.process_time()
        found = find_attributions(article.text, sentences, names)
        seconds += time.process_time() - began
        sentences_read += len(sentences)
        pairs.append((spans_of_gold(article.relations), spans_of_found(found, article.text)))
    return {
        "split": split,
        "articles": len(pairs),
        "sentences": sentences_read,
        "sentences_per_second_without_parse_and_names": round(sentences_read / seconds),
        "definition": "exact character span of a source, a cue, or an unbroken piece of content; micro-averaged",
        **score(pairs),
    }


def main() -> None:
    """Read the command line, measure, write bench/results/attribution.json."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", type=Path, help="the folder that holds polnear/")
    arguments.add_argument("--split", default="dev", choices=("train", "dev", "test"))
    given = arguments.parse_args()
    figures = measure(given.corpora, given.split)
    name = "attribution" if given.split == "dev" else f"attribution-{given.split}"
    write_result(name, figures, [given.corpora / "polnear" / given.split])
    for role in ROLES:
        print(role, figures[role])
    print(figures["sentences_per_second_without_parse_and_names"], "sentences a second without the parse and the names")


if __name__ == "__main__":
    main()
