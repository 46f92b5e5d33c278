"""Measures how agency copy is recognised from the text alone, on PolNeAR's train and dev: `wire.py CORPORA`.

The corpus' `wire` column names the agency of each article, or "None" or "NA" where the outlet's own staff wrote it.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import Any

from rashomon.origins.credits import copy_of
from rashomon.read.build import build_report
from rashomon.read.found import Found
from results_file import write_result

FLOORS = {"precision": 0.95, "recall": 0.85}
AGENCIES = {
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "reuters": "Reuters",
    "UPI": "United Press International",
}


def measure(corpora: Path, show: bool) -> dict[str, Any]:
    """Return precision, recall, and how often the agency that was named is the right one."""
    folder = corpora / "polnear"
    right = wrong = missed = named = 0
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        path = folder / row["compartment"] / "text" / f"{row['filename']}.txt"
        credit = copy_of(build_report(path.stem, path.name, Found(path.read_text(encoding="utf-8"))))
        gold = "" if row["wire"] in ("None", "NA") else AGENCIES.get(row["wire"], row["wire"])
        right += bool(gold and credit)
        wrong += bool(credit and not gold)
        missed += bool(gold and not credit)
        named += bool(gold and credit and credit.agency == gold)
        if show and bool(gold) != bool(credit):
            print("missed" if gold else f"wrong ({credit})", row["filename"])
    return {
        "articles": len(rows),
        "agency_copy": right + missed,
        "precision": round(right / (right + wrong), 4),
        "recall": round(right / (right + missed), 4),
        "agency_named_right": round(named / right, 4),
        "found_right": right,
        "found_wrong": wrong,
    }


def main() -> int:
    """Print and write the figures; 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--misses", action="store_true", help="name each article that is judged wrongly")
    arguments = parser.parse_args()
    figures = measure(arguments.corpora, arguments.misses)
    print(figures)
    write_result("wire", figures | {"floors": FLOORS}, [arguments.corpora / "polnear" / "metadata.tsv"])
    return 0 if all(figures[name] >= floor for name, floor in FLOORS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
