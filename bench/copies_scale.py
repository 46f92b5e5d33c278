"""Measures the search for copies against its peers, in one run: `copies_scale.py [--reports 100000] [--seed 7]`.

From raw texts to pairs that were checked, in processor time on one core, with the recall of each kind of copy and the
precision. The peers are used as their documentation shows: word shingles of three, 128 permutations, a threshold of
0.5, pairs checked by the sketches' own estimate. Only this needs them: `pip install datasketch rensa gaoya xxhash`.
"""

from __future__ import annotations

import argparse
import gc
import importlib.metadata
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from copies_reports import KINDS, Made, make_reports
from rashomon.group.candidates import similar_pairs
from rashomon.group.fingerprints import fingerprints
from results_file import write_result

Pairs = set[tuple[int, int]]
FASTER = {"datasketch": 5.0, "rensa": 3.0, "gaoya": 1.5}
RECALL = {"headline": 0.99, "edited_3": 0.99, "edited_10": 0.99, "cut": 0.99, "embedded": 0.95}
PRECISION, BYTES = 0.99, 1024
PERMUTATIONS, THRESHOLD = 128, 0.5


def ours(texts: Sequence[str]) -> Pairs:
    """Return the pairs that Rashomon finds."""
    return {(pair.first, pair.second) for pair in similar_pairs(texts)}


def shingles(text: str) -> set[str]:
    """Return the runs of three words of a text, as the peers' documentation makes them."""
    words = text.lower().split()
    return {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}


def with_datasketch(texts: Sequence[str]) -> Pairs:
    """Return the pairs that datasketch's MinHash LSH finds, with the faster hash that its documentation names."""
    import xxhash
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    sketches = []
    found: Pairs = set()
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS, hashfunc=lambda shingle: xxhash.xxh32(shingle).intdigest())
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        near = (int(other) for other in index.query(sketch))
        found.update((other, number) for other in near if sketches[other].jaccard(sketch) >= THRESHOLD)
        index.insert(str(number), sketch)
        sketches.append(sketch)
    return found


def with_rensa(texts: Sequence[str]) -> Pairs:
    """Return the pairs that rensa's RMinHash LSH finds."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    sketches = []
    found: Pairs = set()
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(list(shingles(text)))
        found.update((other, number) for other in index.query(sketch) if sketches[other].jaccard(sketch) >= THRESHOLD)
        index.insert(number, sketch)
        sketches.append(sketch)
    return found


def with_gaoya(texts: Sequence[str]) -> Pairs:
    """Return the pairs that gaoya's MinHash index finds; it cuts the texts into shingles itself."""
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=42,
        band_size=3,
        num_hashes=126,
        analyzer="word",
        lowercase=True,
        ngram_range=(3, 3),
    )
    found: Pairs = set()
    for number, text in enumerate(texts):
        found.update((int(other), number) for other in index.query(text))
        index.insert_document(number, text)
    return found


METHODS: dict[str, Callable[[Sequence[str]], Pairs]] = {
    "rashomon": ours,
    "datasketch": with_datasketch,
    "rensa": with_rensa,
    "gaoya": with_gaoya,
}


def measure(made: Made, methods: Iterable[str]) -> dict[str, Any]:
    """Return for each method the reports a second and what it found."""
    figures: dict[str, Any] = {}
    known = set(made.copies) | made.siblings
    for name in methods:
        METHODS[name](made.texts[:50])  # load and warm up
        gc.collect()
        started = time.process_time()
        found = METHODS[name](made.texts)
        seconds = time.process_time() - started
        recall = {}
        for kind in KINDS:
            wanted = [pair for pair, its_kind in made.copies.items() if its_kind == kind]
            recall[kind] = round(sum(pair in found for pair in wanted) / len(wanted), 4)
        figures[name] = {
            "reports_a_second": round(len(made.texts) / seconds),
            "recall": recall,
            "precision": round(sum(pair in known for pair in found) / len(found), 4) if found else 0.0,
            "pairs": len(found),
        }
        if name != "rashomon":
            figures[name]["version"] = importlib.metadata.version(name)
        print(name, figures[name], flush=True)
    return figures


def verdict(figures: dict[str, Any]) -> list[str]:
    """Return every floor that is not reached."""
    own = figures["rashomon"]
    missed = [f"recall of {kind}" for kind, floor in RECALL.items() if own["recall"][kind] < floor]
    missed += ["precision"] if own["precision"] < PRECISION else []
    missed += ["index"] if figures["index_bytes_a_report"] > BYTES else []
    return missed + [
        f"{ratio} times {name}"
        for name, ratio in FASTER.items()
        if name in figures and figures["faster_than"][name] < ratio
    ]


def main() -> int:
    """Print and write the figures; 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--without-peers", action="store_true")
    arguments = parser.parse_args()
    made = make_reports(arguments.reports, arguments.seed)
    print(len(made.texts), "reports", flush=True)
    figures = measure(made, ["rashomon"] if arguments.without_peers else METHODS)
    kept = fingerprints(made.texts)
    figures["index_bytes_a_report"] = round((kept.hashes.nbytes + kept.places.nbytes + kept.bounds.nbytes) / len(kept))
    speed = figures["rashomon"]["reports_a_second"]
    figures["faster_than"] = {
        name: round(speed / figures[name]["reports_a_second"], 2) for name in FASTER if name in figures
    }
    figures |= {"reports": len(made.texts), "copies": len(made.copies), "seed": arguments.seed}
    missed = verdict(figures)
    print(figures["faster_than"], figures["index_bytes_a_report"], "bytes a report", "missed:", missed)
    if not arguments.without_peers:
        write_result("copies_scale", figures, [])
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
