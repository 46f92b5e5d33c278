"""How long a comparison takes, cold start included.

    python bench/speed.py ../shared     writes bench/results/speed.json

Each command runs as a process of its own, several times; the median is kept, for the machine may be busy.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from results_file import write_result

RUNS = 5
PAIR = "kim-visit"
MANY = 11  # reports in the sets that findings per second are measured on


def seconds_of(command: Sequence[str]) -> tuple[float, str]:
    """Return the median of the seconds that a command takes from its start to its end, and what it printed."""
    times, shown = [], ""
    for _ in range(RUNS):
        started = time.perf_counter()
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        times.append(time.perf_counter() - started)
    return round(statistics.median(times), 3), shown


def measure(reports: Path) -> dict[str, Any]:
    """Return the figures: seconds for help, for the pair, and for each large set with its findings per second."""
    program = [sys.executable, "-m", "rashomon.cli"]
    figures: dict[str, Any] = {"help_seconds": seconds_of([*program, "--help"])[0]}
    for folder in sorted(path.parent for path in reports.glob("*/meta.json")):
        files = sorted(str(file) for file in folder.glob("*.txt"))
        if folder.name != PAIR and len(files) < MANY:
            continue
        took, shown = seconds_of([*program, "compare", *files, "--format", "json"])
        findings = len(json.loads(shown)["findings"])
        figures[folder.name] = {
            "reports": len(files),
            "seconds": took,
            "findings": findings,
            "findings_per_second": round(findings / took, 1),
        }
    return figures


def main() -> int:
    """Measure and write the result."""
    reports = Path(sys.argv[1]) / "reports"
    figures = measure(reports)
    write_result("speed", figures, sorted(reports.glob("*/*.txt")))
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
