"""How the time of each regular expression grows with the text: `patterns.py` writes bench/results/patterns.json.

Every expression of the package, as `tests/hostile/scanned.py` finds it, goes over one unit repeated, for each unit that
it names characters of. The time for eight times the text is divided by the time for the text, each the fastest of
several runs: in proportion is 8, the square is 64. Exits with 1 where one grows more than `HIGHEST` times.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from results_file import write_result

ROOT = Path(__file__).resolve().parent.parent
SHORT, LONG = 4_000, 32_000  # characters
HIGHEST = 24
TIMES = 5
# Below this the clock decides. The square of the longer text is a thousand million steps: none is done so soon.
FASTEST = 0.002
ALWAYS = ("a", "A", "1", " ", ",", ".", "-", "'", '"', "(", "<", "\n", "1,", "a ", "A.", "a-", "1 ", "“", "é", "<a ")


def growth(scanned: Any, unit: str) -> float:  # noqa: ANN401 - its class is that of the tests
    """Return how many times longer eight times the text takes, or 0 where it takes too little to tell."""
    long = _seconds(scanned, unit, LONG, 1)
    if long < FASTEST:
        return 0.0
    return min(long, _seconds(scanned, unit, LONG, TIMES)) / _seconds(scanned, unit, SHORT, TIMES)


def _seconds(scanned: Any, unit: str, length: int, times: int) -> float:  # noqa: ANN401
    pattern, text = scanned.pattern, (unit * length)[:length]
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    taken = []
    for _ in range(times):
        started = time.process_time()
        if scanned.anchored:
            pattern.match(given)
        else:
            for _ in pattern.finditer(given):
                pass
        taken.append(time.process_time() - started)
    return max(min(taken), 1e-6)


def units(pattern: str) -> list[str]:
    """Return what is repeated for a pattern: what always is, and the characters that stand in it."""
    return [*ALWAYS, *sorted({letter for letter in pattern if letter.isalnum() or letter in " .,:;/'()$%&-"})[:30]]


def main() -> int:
    """Measure every pattern, write the result, and name the patterns that grow too fast."""
    sys.path.insert(0, str(ROOT))
    from tests.hostile.scanned import scanned
    from tests.hostile.test_patterns import SAFE

    found, highest = [], (0.0, "", "")
    for one in scanned():
        worst = max((growth(one, unit), unit) for unit in units(str(one.pattern.pattern)))
        if one.where not in SAFE or "possessive" in SAFE[one.where]:
            highest = max(highest, (*worst, one.where))
            found += [f"{one.where}: {worst[0]:.0f} times on {worst[1]!r}"] if worst[0] > HIGHEST else []
    result = {
        "patterns": len(scanned()),
        "times the text": LONG // SHORT,
        "highest growth": {"times": round(highest[0], 1), "unit": highest[1], "pattern": highest[2]},
        "too fast": found,
    }
    write_result("patterns", result, [ROOT / "tests" / "hostile" / "scanned.py"])
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
