"""The quality gate: figures on the labelled event sets may rise and never fall.

    python bench/gate.py ../shared            compare with bench/floors.json; exit 1 on a drop or a changed corpus
    python bench/gate.py ../shared --update   write bench/results/reports.json and raise the floors to what was measured

A floor is never lowered: an update after a drop pins the corpus, keeps the floors, and fails. Modelled on the gate of
trafilatura (tests/eval_gate.py).
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from results_file import ROOT, corpus_hash, write_result

FLOORS = ROOT / "bench" / "floors.json"
# Smaller than one labelled point of any measure (1/84 at the finest), so that no point is lost unseen; larger than the
# rounding of the figures.
EPSILON = 0.002

# What is measured: the count that was reached, of how many. More is better.
SHARES: Mapping[str, tuple[str, str]] = {
    "differences_seen": ("differences_seen", "differences"),
    "differences_right": ("differences_right", "differences"),
    "differences_exact": ("differences_exact", "differences"),
    "conflict_recall": ("right_conflict", "gold_conflict"),
    "agreements_seen": ("agreements_seen", "agreements"),
    "soles_seen": ("soles_seen", "soles"),
    "internal_seen": ("internal_seen", "internal"),
}
# Counts of mistakes. Fewer is better; the ceiling may only come down.
MISTAKES = ("violations", "offset_errors", "failed_sets", "false_agreements")
# Mistakes that are never pinned: no figure is worth a run that failed or words that are not there.
NEVER = ("offset_errors", "failed_sets")


@dataclass(frozen=True, slots=True)
class Pinned:
    """What is held: the corpus by its sha256, a floor for each share (0 to 1), a ceiling for each count of mistakes."""

    corpus: str
    floors: Mapping[str, float]
    ceilings: Mapping[str, int]


def figures_of(totals: Mapping[str, int]) -> tuple[dict[str, float], dict[str, int]]:
    """Return the shares and the mistakes that the scorer's totals give; a share of nothing is left out."""
    shares = {
        name: round(totals.get(reached, 0) / totals[of], 4) for name, (reached, of) in SHARES.items() if totals.get(of)
    }
    reported = totals.get("conflicts_reported", 0)
    if reported:
        shares["conflict_precision"] = round(1 - totals.get("false_conflicts", 0) / reported, 4)
    return shares, {name: totals.get(name, 0) for name in MISTAKES}


def complaints(pinned: Pinned, corpus: str, shares: Mapping[str, float], mistakes: Mapping[str, int]) -> list[str]:
    """Return a line for each figure that is worse than pinned, and one where the corpus is another."""
    lines = (
        [] if corpus == pinned.corpus else ["the corpus is another than the floors were measured on: --update pins it"]
    )
    lines += [
        f"{name} fell: {shares.get(name, 0.0):.4f} is under {floor:.4f}"
        for name, floor in sorted(pinned.floors.items())
        if shares.get(name, 0.0) < floor - EPSILON
    ]
    return lines + [
        f"{name} rose: {mistakes.get(name, 0)} is over {ceiling}"
        for name, ceiling in sorted(pinned.ceilings.items())
        if mistakes.get(name, 0) > ceiling
    ]


def raised(pinned: Pinned | None, corpus: str, shares: Mapping[str, float], mistakes: Mapping[str, int]) -> Pinned:
    """Return what to pin now: the better of what was held and what was measured, for this corpus."""
    floors = dict(pinned.floors) if pinned else {}
    ceilings = (dict(pinned.ceilings) if pinned else dict(mistakes)) | dict.fromkeys(NEVER, 0)
    return Pinned(
        corpus,
        {name: max(floors.get(name, 0.0), share) for name, share in {**floors, **shares}.items()},
        {name: min(ceilings.get(name, count), count) for name, count in mistakes.items()},
    )


def read_floors(file: Path) -> Pinned | None:
    """Return what is pinned, or None where nothing is yet."""
    if not file.exists():
        return None
    content = json.loads(file.read_text(encoding="utf-8"))
    return Pinned(content["corpus_sha256"], content["floors"], content["ceilings"])


def write_floors(file: Path, pinned: Pinned) -> None:
    """Write what is pinned, sorted, with the epsilon it is held to."""
    content = {
        "ceilings": pinned.ceilings,
        "corpus_sha256": pinned.corpus,
        "epsilon": EPSILON,
        "floors": pinned.floors,
    }
    file.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def measure(shared: Path) -> tuple[dict[str, int], float]:
    """Return the scorer's totals over every set under `shared`/reports, and the seconds it took."""
    command = shlex.join([sys.executable, "-m", "rashomon.cli", "compare", "--format", "json"])
    scorer = [sys.executable, str(shared / "bench" / "score.py")]
    started = time.perf_counter()
    scored = subprocess.run(
        [*scorer, "--all", str(shared / "reports"), "--run", command, "--totals"],
        capture_output=True,
        text=True,
        check=False,
    )
    if scored.returncode:
        raise SystemExit(f"the scorer failed:\n{scored.stderr[-2000:]}")
    print(scored.stdout, end="")
    return json.loads(scored.stdout.strip().splitlines()[-1]), time.perf_counter() - started


def main() -> int:
    """Measure, compare with what is pinned, and return the exit code."""
    asked = _arguments()
    if not (asked.shared / "bench" / "score.py").exists():
        print(f"quality gate skipped: no labelled reports under {asked.shared}")
        return 0
    reports = sorted((asked.shared / "reports").glob("*/*"))
    corpus = corpus_hash(reports)
    totals, seconds = measure(asked.shared)
    shares, mistakes = figures_of(totals)
    pinned = read_floors(FLOORS)
    wrong = complaints(pinned or Pinned("", {}, {}), corpus, shares, mistakes)
    if asked.update:
        after = raised(pinned, corpus, shares, mistakes)
        write_floors(FLOORS, after)
        figures: dict[str, Any] = {
            "shares": shares,
            "mistakes": mistakes,
            "totals": totals,
            "seconds": round(seconds, 1),
        }
        write_result("reports", figures, reports)
        wrong = complaints(after, corpus, shares, mistakes)
    print("\n".join(f"quality gate: {line}" for line in wrong) or "quality gate passed")
    return 1 if wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py and reports/")
    parser.add_argument("--update", action="store_true", help="write the results and raise the floors")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
