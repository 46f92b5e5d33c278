"""Collects from the treebanks what the rules for dictionary forms cannot know."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from types import MappingProxyType

from conllu import Tree

from rashomon.lang.lemmas import SMALL_WORDS, Lemmas, kind_of

KINDS = ("verb", "noun", "degree")
# Rarer than this, and a treebank's form is as likely a slip as a fact.
LEAST_SEEN = 2


def lemma_table(data: list[Tree]) -> dict[str, dict[str, str] | list[str]]:
    """Return the known dictionary forms, and the words for which irregular forms and rules together are wrong."""
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    known: set[str] = set()
    for tree in data:
        for word, lemma, pos, tag in zip(tree.words, tree.lemmas, tree.upos, tree.xpos, strict=True):
            kind = kind_of(pos, tag)
            if kind in KINDS and lemma.isalpha():
                seen[word.lower(), pos, tag][lemma.lower()] += 1
                known.add(f"{lemma.lower()}/{kind}")
            elif pos in (*SMALL_WORDS, "NUM") and word.isalpha():
                known.add(f"{word.lower()}/{pos}")
    words = sorted(known)
    rules = Lemmas(frozenset(words), MappingProxyType({}))
    learned = {}
    for (word, pos, tag), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= LEAST_SEEN and rules.of(word, pos, tag) != lemma:
            learned[f"{word}/{tag}"] = lemma
    return {"known": words, "learned": learned}


def write_lemma_table(data: list[Tree], path: Path) -> None:
    """Write the table as JSON with sorted keys."""
    path.write_text(json.dumps(lemma_table(data), sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
