"""Measures which reports of one event share their text, on ECB+: `copies.py CORPORA`.

The oracle counts the runs of five words of both reports, and what share of the shorter one's stand in the other; from
0.3 on a pair shares text. What is measured is the whole search, from the texts to the pairs that are called copies.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from rashomon.group.copies import WHOLE, find_copies
from rashomon.model import Report
from rashomon.read.build import build_report
from rashomon.read.found import Found
from results_file import write_result

FLOORS = {"precision": 0.99, "recall": 0.98}
ORACLE = 0.3


def clusters(corpora: Path) -> dict[str, list[Report]]:
    """Return the reports of every event: those of one topic whose names end in the same letters."""
    found: dict[str, list[Report]] = defaultdict(list)
    for path in sorted((corpora / "ecb-plus").glob("*/*.xml")):
        topic, kind = path.parent.name, re.sub(r"^\d+_\d+", "", path.stem)
        lines: dict[str, list[str]] = defaultdict(list)
        for token in ElementTree.parse(path).getroot().iter("token"):  # noqa: S314 - a corpus at hand, not the network
            lines[token.get("sentence", "")].append(token.text or "")
        text = "\n".join(" ".join(words) for words in lines.values())
        found[f"{topic}{kind}"].append(build_report(path.stem, path.name, Found(text)))
    return dict(found)


def runs(report: Report) -> set[tuple[str, ...]]:
    """Return every run of five words of a report, without what is marked as boilerplate: the oracle's own reading."""
    aside = [p.range for p in report.passages if p.why]
    words = [
        match.group().lower()
        for match in re.finditer(r"\w+", report.text)
        if not any(place.start <= match.start() < place.end for place in aside)
    ]
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)} or {tuple(words)}


def measure(corpora: Path) -> dict[str, Any]:
    """Return precision and recall over all pairs within a cluster, and how many of either kind there are."""
    right = wrong = missed = pairs = partial = 0
    for reports in clusters(corpora).values():
        copies = find_copies(reports)
        called = {frozenset((c.first, c.second)) for c in copies if c.kind == "verbatim" and c.share >= WHOLE}
        partial += len(copies) - len(called)
        known = {report.id: runs(report) for report in reports}
        for first, second in combinations(known, 2):
            share = len(known[first] & known[second]) / min(len(known[first]), len(known[second]))
            gold, found = share >= ORACLE, frozenset((first, second)) in called
            pairs += 1
            right += gold and found
            wrong += found and not gold
            missed += gold and not found
    return {
        "pairs": pairs,
        "pairs_that_share_text": right + missed,
        "precision": round(right / (right + wrong), 4),
        "recall": round(right / (right + missed), 4),
        "pairs_with_a_shared_passage_besides": partial,
    }


def main() -> int:
    """Print and write the figures; 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    arguments = parser.parse_args()
    figures = measure(arguments.corpora)
    print(figures)
    write_result("copies", figures | {"floors": FLOORS}, [arguments.corpora / "ecb-plus"])
    return 0 if all(figures[name] >= floor for name, floor in FLOORS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
