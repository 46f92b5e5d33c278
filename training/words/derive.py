"""Count in how many sentences of open treebanks each word stands: how telling a word is, whatever event it is used of.

    python training/words/derive.py ../shared/corpora/treebanks src/rashomon/lang/word_sentences.tsv.gz

Counted are base forms in the sentences that the parser is trained on (UD English-EWT and the openly licensed genres of
GUM), so no text that anything is evaluated on is opened. Words of a single sentence are left out: there chance decides.
The output is the same for the same input: sorted, and compressed without a time stamp.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "parser"))
from conllu import read_trees
from treebanks import training_files

FEWEST = 2  # sentences


def counted(treebanks: Path) -> tuple[int, Counter[str]]:
    """Return the number of sentences, and for each base form in lower case in how many of them it stands."""
    files, held_out = training_files(treebanks)
    trees = [tree for file in (*files, *held_out) for tree in read_trees(file)]
    return len(trees), Counter(lemma for tree in trees for lemma in {word.lower() for word in tree.lemmas})


def main(treebanks: str, out: str) -> None:
    """Write the table: the number of sentences under an empty word, then word and count, sorted."""
    sentences, count = counted(Path(treebanks))
    rows = ["\t" + str(sentences), *(f"{word}\t{n}" for word, n in sorted(count.items()) if n >= FEWEST)]
    with Path(out).open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(("\n".join(rows) + "\n").encode("utf-8"))
    print(f"{sentences} sentences, {len(rows) - 1} words")


if __name__ == "__main__":
    main(*sys.argv[1:3])
