"""How the time to read grows with what means harm: `pumped.py` writes bench/results/pumped.json.

The work is that of `tests/hostile/pumped.py`: one piece repeated, files nested without end. The tests count its steps
in Python; here the clock sees what the libraries in C take too. The time for four times the text is divided by the time
for the text, each the fastest of several runs: in proportion is 4, the square is 16. Exits with 1 where one grows more
than `HIGHEST` times.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from results_file import write_result

ROOT = Path(__file__).resolve().parent.parent
LARGER = 20  # times what the tests take
FOLD = 4
HIGHEST = 8
TIMES = 5
FASTEST = 0.02  # seconds: below, the clock decides


def growth(pumped: Any) -> float:  # noqa: ANN401 - its class is that of the tests
    """Return how many times longer four times the text takes, or 0 where it takes too little to tell."""
    short, long = (pumped.work(LARGER * pumped.size * fold) for fold in (1, FOLD))
    once = seconds(long)
    if once < FASTEST:
        return 0.0
    return min(once, *(seconds(long) for _ in range(TIMES - 1))) / min(seconds(short) for _ in range(TIMES))


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that the work takes."""
    started = time.process_time()
    work()
    return max(time.process_time() - started, 1e-6)


def main() -> int:
    """Measure all work, write the result, and name what grows too fast."""
    sys.path.insert(0, str(ROOT))
    from tests.hostile.pumped import all_pumped

    grown = {f"{one.kind} {one.piece!r}": growth(one) for one in all_pumped()}
    highest = max(grown, key=lambda name: grown[name])
    found = {name: round(times, 1) for name, times in sorted(grown.items()) if times > HIGHEST}
    result = {
        "texts": len(grown),
        "times the text": FOLD,
        "highest growth": {"times": round(grown[highest], 1), "of": highest},
        "too fast": found,
    }
    write_result("pumped", result, [ROOT / "tests" / "hostile" / name for name in ("pumped.py", "shapes.py")])
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
