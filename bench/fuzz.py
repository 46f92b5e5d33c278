"""Reads mutants of every format for SECONDS, writes `bench/results/fuzz.json`, and keeps what raised as fixtures.

    nice -n 10 python bench/fuzz.py 600 [SEED]

The mutants are those of `tests/hostile/fuzz.py`; what raised is written to `tests/hostile/crashes/`, named by its
hash, where the tests read it from then on. Exits with 1 where something raised or was too slow.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from results_file import write_result

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the fuzz, write its figures, and say what raised."""
    sys.path.insert(0, str(ROOT))
    from tests.hostile import fuzz

    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7
    figures = fuzz.run(seconds, seed)
    for where, (name, content, trace) in figures.crashes.items():
        kept = fuzz.CRASHES / f"{hashlib.sha256(content).hexdigest()[:12]}-{name}"
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(content)
        print(f"{where}: kept as {kept.relative_to(ROOT)}\n{trace}")
    worst, slowest, _ = figures.slowest
    result = {
        "exceptions_of_others": len(figures.crashes),
        "inputs": len(figures.seconds),
        "milliseconds_p50": round(1000 * figures.quantile(0.5), 1),
        "milliseconds_p99": round(1000 * figures.quantile(0.99), 1),
        "milliseconds_worst": round(1000 * worst, 1),
        "refused": figures.refused,
        "reports": figures.reports,
        "samples": len(fuzz.seeds()),
        "seconds": seconds,
        "seed": seed,
        "worst_is_a_mutant_of": slowest,
    }
    write_result("fuzz", result, [ROOT / "tests" / "hostile" / "samples.py"])
    print(result)
    return 1 if figures.crashes or figures.quantile(0.99) > 0.1 or worst > 2 else 0


if __name__ == "__main__":
    sys.exit(main())
