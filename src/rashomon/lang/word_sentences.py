"""In how many of a hundred sentences each word stands, in a table of open treebanks that ships.

How telling a word is must not depend on the reports at hand: a stranger among them would move findings on the others.
The table is made by `training/words/derive.py` from UD English-EWT and GUM; their attribution
stands in `parser_model/ATTRIBUTION.md`.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_word_sentences() -> tuple[int, MappingProxyType[str, int]]:
    """Return the number of sentences that were counted, and for each base form in how many of them it stands.

    Words of a single sentence are not in the table.
    """
    packed = files("rashomon.lang").joinpath("word_sentences.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    count = {word: int(number) for word, number in rows}
    return count.pop(""), MappingProxyType(count)


def share_of_sentences(word: str) -> float:
    """Return in which share of sentences a base form stands, 0 to 1; 0 for a word that the table lacks."""
    sentences, count = load_word_sentences()
    return count.get(word, 0) / sentences
