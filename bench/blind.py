"""Scores the events that nobody reads, and shows totals alone: no set's name, no miss, no word of a text.

    python bench/blind.py ../shared     writes bench/results/blind.json

What fails is counted and not told: even the message of an error may quote a text.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from gate import as_result, figures_of
from results_file import write_result
from scored_sets import folders_in, scored_sets, show_totals, totals_of
from verdicts_sets import load_scorer


def main() -> int:
    """Score the sets under invented/blind, print and write their totals; return 1 where one failed or none is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py and invented/blind")
    shared: Path = parser.parse_args().shared
    blind = shared / "invented" / "blind"
    folders, started, done = folders_in(blind), time.perf_counter(), []
    if not folders:
        print(f"no labelled set under {blind}")
        return 1
    for scored in scored_sets(folders, shared):
        done.append(scored)
        print(f"{len(done)} of {len(folders)}", flush=True)
    total = totals_of(done)
    show_totals(load_scorer(shared), len(folders), total)
    figures = as_result(figures_of(total), total, len(folders), time.perf_counter() - started)
    write_result("blind", figures, sorted(blind.glob("*/*")))
    return int(total["failed_sets"] > 0)


if __name__ == "__main__":
    sys.exit(main())
