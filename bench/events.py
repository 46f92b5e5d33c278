"""What rules and weights are worth on events that nobody looked at while they were written.

    python bench/events.py ../shared [--parts dev test] [--cache FOLDER]     writes bench/results/events.json

The events are those of training/events: texts of ECB+ with labels of this project, put together in a temporary folder.
Their labels are denser than those of the shared sets (training/events/README.md), so compare versions, not sets.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "training" / "events")]
from build import LABELS, build  # noqa: E402

from rashomon.settings import Settings  # noqa: E402
from results_file import write_result  # noqa: E402
from verdicts import aligned, figures_of  # noqa: E402
from verdicts_sets import load_scorer, load_sets  # noqa: E402


def measure(folder: Path, cache: Path | None) -> dict[str, Any]:
    """Return the figures of one part, all its events together and one by one."""
    scorer = load_scorer(folder)
    return figures_of([a.scored(scorer, Settings()) for a in aligned(load_sets(folder, cache), {})])


def main() -> int:
    """Measure and write the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py and corpora/")
    parser.add_argument("--parts", nargs="*", default=["dev", "test"], help="parts of training/events/labels")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        build(asked.shared / "corpora", Path(made))
        figures = {part: measure(Path(made) / part, asked.cache) for part in asked.parts}
    labels = [file for part in asked.parts for file in sorted((LABELS / part).glob("*.json"))]
    write_result("events", figures, labels)
    print(json.dumps({part: found["total"] for part, found in figures.items()}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
