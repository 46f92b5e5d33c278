"""Labelled sets scored by the official scorer with the code as it stands, the parser loaded once a process.

The figures are those of `score.py --all FOLDER --run 'rashomon compare --format json'`, which starts a program a set.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

from rashomon import pipeline
from rashomon.lang import parse
from rashomon.render.json import comparison_as_json
from verdicts_sets import load_scorer

# As the command line sets them: the last bits of a sum would depend on the number of threads.
MATRIX_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class ScoredSet:
    """One set as the scorer counts it; `failure` says why there is nothing to count, and is empty where there is."""

    name: str
    counts: Counter[str]
    failure: str = ""


def folders_in(sets: Path) -> list[Path]:
    """Return the labelled sets of a folder, ordered by name."""
    return sorted(gold.parent for gold in sets.glob("*/gold.json"))


def scored_sets(folders: Iterable[Path], shared: Path, workers: int | None = None) -> Iterator[ScoredSet]:
    """Yield each set in the order given, as it is done; `workers` processes, or one for each processor.

    `shared` holds bench/score.py. A set that fails ends nothing: it says so in its place.
    """
    for name in MATRIX_THREADS:
        os.environ.setdefault(name, "1")  # the processes started below find it there before they load numpy
    with ProcessPoolExecutor(workers or os.cpu_count(), get_context("spawn"), load_parser_once) as pool:
        yield from pool.map(score_set, folders, repeat(shared))


def load_parser_once() -> None:
    """Let every comparison of this process use one parser."""
    parse.load_parser = cache(parse.load_parser)


def score_set(folder: Path, shared: Path) -> ScoredSet:
    """Return the set scored; whatever went wrong with it stands in its `failure`."""
    try:
        scorer = load_scorer(shared)
        labelled = scorer.Set(folder)
        reading = pipeline.read([str(folder / f"{report}.txt") for report in labelled.texts])
        if reading.failed or not reading.reports:  # the command line ends with a code of its own
            said = "; ".join(problem.message for problem in reading.problems) or "no report could be read"
            return ScoredSet(folder.name, Counter(), said)
        counts, _ = scorer.score(labelled, json.loads(comparison_as_json(pipeline.compare(reading.reports))))
        return ScoredSet(folder.name, Counter(counts))
    except Exception as error:  # noqa: BLE001 - any bug in the code that is measured is one failed set
        return ScoredSet(folder.name, Counter(), f"{type(error).__name__}: {error}")


def totals_of(sets: Iterable[ScoredSet]) -> Counter[str]:
    """Return the counts of all sets together, and how many failed."""
    total: Counter[str] = Counter()
    for scored in sets:
        total += scored.counts
        total["failed_sets"] += bool(scored.failure)
    return total


def show_totals(scorer: ModuleType, sets: int, total: Counter[str]) -> None:
    """Print the totals as the scorer does: one line, then what is seen of each reason."""
    scorer.show(f"TOTAL of {sets} sets", total)
    for name in sorted((name for name in total if name.startswith("gold ")), key=lambda name: -total[name]):
        print(f"    {name[5:]}: seen {scorer.ratio(total['seen ' + name[5:]], total[name])}")
    print(f"failed sets {total['failed_sets']}")
