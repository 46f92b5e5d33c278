"""What another value of one number brings: the totals of the official scorer, one line a value.

    PYTHONPATH=src python bench/sweep.py group alike 0.25 0.3 0.35 --shared ../shared

ROOM is a folder of src/rashomon with a `thresholds.toml`, NAME an entry of it (docs/thresholds.md lists them), a value
is written as it stands there: 3, 0.5, 3/2 or [0.25, 0.75]. Each value is tried in a copy of the package that differs in
nothing else; the real and the invented events are read, compared and scored anew.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from types import MappingProxyType

sys.path.insert(0, str(Path(__file__).resolve().parent))
import rashomon
from scored_sets import folders_in, scored_sets, totals_of
from verdicts_sets import load_scorer

PARTS = MappingProxyType({"real": "reports", "invented": "invented/open"})


def with_value(table: str, name: str, value: str) -> str:
    """Return a table of thresholds in which one entry has another value.

    Raises `SystemExit` where there is no such entry, or its value cannot be of that kind.
    """
    entries = tomllib.loads(table)
    if name not in entries:
        raise SystemExit(f"no number is called {name}: choose {', '.join(sorted(entries))}")
    before = entries[name]["value"]
    written = f'"{value}"' if isinstance(before, str) else value
    try:
        after = tomllib.loads(f"value = {written}")["value"]
    except tomllib.TOMLDecodeError as error:
        raise SystemExit(f"{value} is no value of {name} ({error})") from error
    fitting = int | float if isinstance(before, float) else type(before)
    if not isinstance(after, fitting) or isinstance(after, bool):
        raise SystemExit(f"{value} is no value of {name}, which is {before}")
    entry = re.compile(rf"^(\[{re.escape(name)}\]\n(?:(?!\[).*\n)*?value = ).*$", re.MULTILINE)
    return entry.sub(lambda found: found[1] + written, table, count=1)


def copied(package: Path, into: Path, room: str, name: str, value: str) -> Path:
    """Return a copy of the package below the folder `into` with one value changed. Raises as `with_value` does."""
    table = Path(*re.split(r"[./]", room), "thresholds.toml")
    if not (package / table).is_file():
        raise SystemExit(f"no room {room}: {package / table} is not there")
    changed = with_value((package / table).read_text("utf-8"), name, value)
    copy = into / package.name
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / table).write_text(changed, "utf-8")
    return copy


def score(shared: Path) -> None:
    """Print the totals of each part with the package as it is imported: a line each, in the official scorer's words."""
    scorer = load_scorer(shared)
    for part, folder in PARTS.items():
        total = totals_of(scored_sets(folders_in(shared / folder), shared))
        failed = total["failed_sets"]
        scorer.show(f"{part} ({failed} failed)" if failed else part, total)


def measured(package: Path, shared: Path) -> str:
    """Return in one line what a copy of the package scores. Raises `SystemExit` where it does not run."""
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    asked = [sys.executable, str(Path(__file__).resolve()), "--score", "--shared", str(shared.resolve())]
    done = subprocess.run(asked, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
    return "   ".join(done.stdout.splitlines())


def main() -> int:
    """Try each value and print its line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", nargs="?", help="a folder of src/rashomon, as lang/dates")
    parser.add_argument("name", nargs="?", help="an entry of its thresholds.toml")
    parser.add_argument("values", nargs="*", help="the values to try")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/score.py")
    parser.add_argument("--score", action="store_true", help="score the package that is imported, and try nothing")
    asked = parser.parse_args()
    if asked.score:
        score(asked.shared)
        return 0
    if not asked.values:
        parser.error("give a room, a name and at least one value")
    for value in asked.values:
        with tempfile.TemporaryDirectory() as folder:
            copy = copied(Path(rashomon.__file__).parent, Path(folder), asked.room, asked.name, value)
            print(f"{asked.room} {asked.name} = {value}: {measured(copy, asked.shared)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
