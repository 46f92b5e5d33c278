"""Takes over what others measured on sets that are kept aside: bench/results/kept-aside.json.

    python bench/kept_aside.py ../shared

The texts of those sets are not given out: after each round the maintainers score a released commit with the official
scorer and write the figures into bench/kept-aside.json of the shared folder. The latest round of each kind is taken, in
the form of our own results; `commit` says which code it is for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from results_file import ROOT

KINDS: Mapping[str, str] = {"real": "real reports", "invented": "invented events"}  # part -> how its kind begins
NAMES: Mapping[str, str] = {"cards_a_report": "volume"}  # theirs -> ours
MISTAKES = ("violations", "false_agreements")


def latest(rounds: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the figures of the latest round of each part that has one."""
    found: dict[str, Any] = {}
    for measured in sorted(rounds, key=lambda measured: measured["round"]):
        for part, kind in KINDS.items():
            if measured["kind"].startswith(kind):
                found[part] = _as_ours(measured)
    return found


def _as_ours(measured: Mapping[str, Any]) -> dict[str, Any]:
    pairs = {name: value for name, value in measured.items() if isinstance(value, list)}
    plain = {NAMES.get(name, name): value for name, value in measured.items() if isinstance(value, float)}
    return {
        "commit": measured["commit"],
        "round": measured["round"],
        "sets": measured["sets"],
        "counts": {name: f"{reached} of {of}" for name, (reached, of) in pairs.items()},
        "shares": {name: round(reached / of, 4) for name, (reached, of) in pairs.items()} | plain,
        "mistakes": {name: measured[name] for name in MISTAKES if name in measured},
    }


def main() -> int:
    """Write the file and return 0; 1 where there is nothing to take over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/kept-aside.json")
    source: Path = parser.parse_args().shared / "bench" / "kept-aside.json"
    if not source.exists():
        print(f"nothing to take over: no {source}")
        return 1
    content = source.read_bytes()
    taken = {"figures": latest(json.loads(content)["rounds"]), "source_sha256": hashlib.sha256(content).hexdigest()}
    target = ROOT / "bench" / "results" / "kept-aside.json"
    target.write_text(json.dumps(taken, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
