"""Whether the tests notice what breaks: each rule and each threshold broken by one step, the tests of its kind run.

    PYTHONPATH=src python bench/mutations.py [--only KIND] [--workers N]      writes bench/results/mutations.json

What can be broken stands in mutants.py. The code and the tests are copied to a temporary folder, one thing is broken at
a time, and only the tests of its own kind are run (tests/questions/KIND, tests/coreference). What they do not notice
survives: a test is missing, or the number decides nothing. Survivors that are agreed to stand in
mutations_allowed.toml, each with its reason.

A journal keeps what was measured, so that a run that was stopped is taken up where it stopped. An outcome holds for as
long as the code of the kind and its tests are the same; what the code below does to it is measured anew with --again.
Exits with 1 where something survives that is not agreed to, or where the tests fail before anything is broken.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from mutants import ROOMS, SHARED, Mutant, mutants
from results_file import write_result

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = ROOT / "bench" / "mutations_allowed.toml"
JOURNAL = Path(tempfile.gettempdir()) / "rashomon-mutations.jsonl"
CODE = (".py", ".toml")
SURVIVED, NOTICED, BROKEN, TIMED_OUT, NO_TESTS = "survived", "noticed", "does not import", "timed out", "no tests"
ALIVE = (SURVIVED, NO_TESTS)
OUTCOMES = {0: SURVIVED, 1: NOTICED, 2: BROKEN}  # what pytest exits with
PATIENCE = 5  # times what the tests take when nothing is broken, beyond which a test hangs
LEAST_PATIENCE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the code and the tests in which one thing at a time is broken."""

    folder: Path

    @property
    def package(self) -> Path:
        """Return where the code stands in it."""
        return self.folder / "src" / "rashomon"

    def outcome(self, mutant: Mutant, tests: list[str], patience: float) -> str:
        """Return what the tests make of a mutant: an outcome of `OUTCOMES`, or that they took longer than `patience`.

        Raises `RuntimeError` where they cannot be run.
        """
        file = self.package / mutant.file
        whole = file.read_bytes()
        file.write_text(mutant.text, encoding="utf-8")
        try:
            return self.run(tests, patience)
        finally:
            file.write_bytes(whole)

    def run(self, tests: list[str], patience: float | None = None) -> str:
        """Return what comes of the tests as the copy stands. Raises `RuntimeError` where they cannot be run."""
        words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
        try:
            ended = subprocess.run(
                words, cwd=self.folder, env=self.surroundings(), capture_output=True, timeout=patience, check=False
            )
        except subprocess.TimeoutExpired:
            return TIMED_OUT
        if ended.returncode not in OUTCOMES:
            said = ended.stdout.decode(errors="replace")[-500:]
            raise RuntimeError(f"pytest {' '.join(tests)} ended with {ended.returncode}: {said}")
        return OUTCOMES[ended.returncode]

    def surroundings(self) -> dict[str, str]:
        """Return the environment in which this copy of the package is the one that is imported."""
        # No bytecode is written: it is told from older code by size and whole seconds, and a mutant may have both.
        return {**os.environ, "PYTHONPATH": str(self.folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


def copied(folder: Path, root: Path = ROOT) -> Copy:
    """Return a copy of code and tests below a folder. Raises `RuntimeError` where Python imports another package."""
    leave = shutil.ignore_patterns("__pycache__")
    for part in ("src/rashomon", "tests"):
        shutil.copytree(root / part, folder / part, ignore=leave, copy_function=_code_copied)
    shutil.copy2(root / "pyproject.toml", folder)
    one = Copy(folder)
    _python(one, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "src")  # by contents, not by time
    imported = Path(_python(one, "-c", "import rashomon; print(rashomon.__file__)").strip())
    if imported.resolve().parent != one.package.resolve():
        raise RuntimeError(f"{imported} is imported in place of the copy in {folder}: take it off the path")
    return one


def _code_copied(source: str, target: str) -> None:
    """Copy what may be broken; what is large and never is, as the parser's weights, stays where it is."""
    if source.endswith(CODE):
        shutil.copy2(source, target)
    else:
        Path(target).symlink_to(Path(source).resolve())


def _python(one: Copy, *words: str) -> str:
    ended = subprocess.run(
        [sys.executable, *words], cwd=one.folder, env=one.surroundings(), capture_output=True, text=True, check=True
    )
    return ended.stdout


def tests_of(mutant: Mutant, root: Path = ROOT) -> list[str]:
    """Return the test files of a mutant's kind, those that mirror its module first; none where its kind has none."""
    room, stem = root / "tests" / Path(mutant.file).parts[0], Path(mutant.file).stem
    if mutant.kind == SHARED:  # its own tests, and those of the kinds that use the module
        use = [
            f for f in (root / "src/rashomon" / SHARED).glob("*/*.py") if f"{SHARED}.{stem} " in f.read_text("utf-8")
        ]
        files = [
            *room.glob("test_*.py"),
            *(t for k in {f.parent.name for f in use} for t in room.glob(f"{k}/test_*.py")),
        ]
    else:
        files = list((room if mutant.kind in ROOMS else room / mutant.kind).rglob("test_*.py"))
    return [str(f.relative_to(root)) for f in sorted(files, key=lambda f: (stem not in f.stem, str(f)))]


def fingerprint(mutant: Mutant, root: Path = ROOT) -> str:
    """Return a hash of the mutant, of the code of its kind, its tests, and of what the tests are built with."""
    own = (root / "src" / "rashomon" / mutant.file).parent
    tests = [root / name for name in tests_of(mutant, root)]
    built_with = [f for folder in ("tests", "tests/questions") for f in (root / folder).glob("*.py")]
    digest = hashlib.sha256(mutant.text.encode())
    for file in (*sorted(f for f in own.iterdir() if f.suffix in CODE), *tests, *sorted(built_with)):
        digest.update(_hash_of(file))
    return digest.hexdigest()[:16]


@cache
def _hash_of(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


def journaled(journal: Path) -> dict[str, str]:
    """Return fingerprint -> outcome as the journal has them; a line that was cut off says nothing."""
    found = {}
    for line in journal.read_text(encoding="utf-8").splitlines() if journal.exists() else ():
        try:
            entry = json.loads(line)
            found[entry["fingerprint"]] = entry["outcome"]
        except (ValueError, TypeError, KeyError):
            continue
    return found


def measured(wanted: list[Mutant], workers: int, journal: Path) -> Iterator[tuple[Mutant, str]]:
    """Yield each mutant with its outcome as it is known, and write it to the journal.

    Of a kind whose tests fail before anything is broken, nothing is yielded: it is told on stderr.
    """
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(workers) as pool:
        copies: queue.Queue[Copy] = queue.Queue()
        for number in range(workers):
            copies.put(copied(Path(place) / str(number)))
        usual = {tests: _seconds(copies, list(tests)) for tests in {tuple(tests_of(mutant)) for mutant in wanted}}
        begun = {
            pool.submit(_outcome, copies, one, patience): one
            for one in wanted
            if (patience := usual[tuple(tests_of(one))]) is not None
        }
        try:
            for done in as_completed(begun):
                one, outcome = begun[done], done.result()
                with journal.open("a", encoding="utf-8") as lines:
                    lines.write(json.dumps({"id": one.id, "fingerprint": fingerprint(one), "outcome": outcome}) + "\n")
                yield one, outcome
        finally:
            pool.shutdown(cancel_futures=True)


def _seconds(copies: queue.Queue[Copy], tests: list[str]) -> float | None:
    """Return how long tests may take; None, told on stderr, where they fail with nothing broken."""
    one, begun = copies.get(), time.monotonic()
    try:
        outcome = one.run(tests) if tests else SURVIVED
    finally:
        copies.put(one)
    if outcome != SURVIVED:
        print(f"{' '.join(tests)}: {outcome} before anything is broken; mend them first", file=sys.stderr)
        return None
    return max(LEAST_PATIENCE, PATIENCE * (time.monotonic() - begun))


def _outcome(copies: queue.Queue[Copy], mutant: Mutant, patience: float) -> str:
    if not (tests := tests_of(mutant)):
        return NO_TESTS
    one = copies.get()
    try:
        return one.outcome(mutant, tests, patience)
    finally:
        copies.put(one)


def allowed(file: Path = ALLOWED) -> dict[str, str]:
    """Return survivor -> why it is agreed to. Raises `SystemExit` where an entry gives no reason."""
    entries = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for name, entry in entries.items():
        if not isinstance(entry, dict) or not entry.get("reason"):
            raise SystemExit(f"{file.name}: [{name}] gives no reason; write `reason = ...`")
    return {name: entry["reason"] for name, entry in entries.items()}


def figures_of(every: Iterable[Mutant], known: Mapping[str, str], agreed: Mapping[str, str]) -> dict[str, Any]:
    """Return the figures of the kinds of which all outcomes are known, by id, and what kinds are not tried in full."""
    kinds: dict[str, list[Mutant]] = {}
    for one in every:
        kinds.setdefault(one.kind, []).append(one)
    whole = {kind: ones for kind, ones in sorted(kinds.items()) if all(one.id in known for one in ones)}
    rows = {}
    for kind, ones in whole.items():
        alive = {one.id: known[one.id] for one in ones if known[one.id] in ALIVE}
        rows[kind] = {
            "mutants": len(ones),
            "noticed": len(ones) - len(alive),
            "survivors": {name: outcome for name, outcome in sorted(alive.items()) if name not in agreed},
            "allowed": {name: agreed[name] for name in sorted(alive) if name in agreed},
        }
    noticed = {name for name in agreed if name in known and known[name] not in ALIVE}
    gone = set(agreed) - {one.id for ones in kinds.values() for one in ones}
    return {
        "kinds": rows,
        "not tried in full": sorted(set(kinds) - set(whole)),
        "allowed for nothing": sorted(noticed | gone),
    }


def main() -> int:
    """Break what is not measured yet, print the survivors, and write the result."""
    every = list(mutants(ROOT / "src" / "rashomon"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=sorted({one.kind for one in every}), help="one kind of question, or one room")
    parser.add_argument("--workers", type=int, default=1, help="copies in which something is broken at a time")
    parser.add_argument("--journal", type=Path, default=JOURNAL, help="the file that keeps what was measured")
    parser.add_argument("--again", action="store_true", help="measure anew what the journal has")
    asked = parser.parse_args()
    agreed = allowed()
    before = journaled(asked.journal)
    known = {one.id: before[mark] for one in every if (mark := fingerprint(one)) in before}
    of_kind = [one for one in every if asked.only in (None, one.kind)]
    wanted = [one for one in of_kind if asked.again or one.id not in known]
    print(f"{len(of_kind)} mutants, {len(wanted)} to be measured", file=sys.stderr)
    begun = time.monotonic()
    for done, (one, outcome) in enumerate(measured(wanted, asked.workers, asked.journal) if wanted else (), 1):
        known[one.id] = outcome
        took = time.monotonic() - begun
        print(f"{done}/{len(wanted)} {took:.0f} s {one.id}: {outcome}", file=sys.stderr, flush=True)
    figures = figures_of(every, known, agreed)
    for kind, row in figures["kinds"].items():
        print(f"{kind}: {row['noticed']} of {row['mutants']} noticed, {len(row['allowed'])} allowed")
        print("".join(f"    {outcome}: {name}\n" for name, outcome in row["survivors"].items()), end="")
    for name in figures["allowed for nothing"]:
        print(f"allowed for nothing, take it out of {ALLOWED.name}: {name}")
    print("not tried in full:", ", ".join(figures["not tried in full"]) or "none")
    read = [f for top in ("src/rashomon", "tests") for room in ROOMS for f in (ROOT / top / room).rglob("*")]
    write_result("mutations", figures, [file for file in read if file.suffix in CODE])
    unmeasured = any(one.id not in known for one in of_kind)
    return 1 if unmeasured or any(row["survivors"] for row in figures["kinds"].values()) else 0


if __name__ == "__main__":
    sys.exit(main())
