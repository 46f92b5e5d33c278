"""The quality gate: figures on the labelled event sets may get better and never worse.

    python bench/gate.py ../shared             compare with bench/floors.json; exit 1 on a drop or a changed corpus
    python bench/gate.py ../shared --update    write bench/results/reports.json and invented.json, raise the floors
    python bench/gate.py ../shared --found WHY found the floors anew on a corpus that changed; the old ones go into
                                               bench/floors-history.json
    --only real | invented                     one part alone

bench/allowances.json names what may stand below its floor, how far, and why: the floor stays, each run says so, and an
allowance that is no longer needed is a complaint.

Real reports and invented events are two parts, each with its own corpus and floors. A floor is never lowered: an update
after a drop pins the corpus, keeps the floors, and fails; one after a failed set pins nothing. Modelled on the gate of
trafilatura (tests/eval_gate.py); docs/decisions/0040-floors-belong-to-a-corpus.md says what is held and how tightly.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from results_file import ROOT, corpus_hash, write_result

FLOORS = ROOT / "bench" / "floors.json"
HISTORY = ROOT / "bench" / "floors-history.json"
ALLOWANCES = ROOT / "bench" / "allowances.json"
# Part -> its folder under the shared one, and the name of its file of results.
PARTS = MappingProxyType({"real": ("reports", "reports"), "invented": ("invented/open", "invented")})

# More is better: what was reached, of how many; a third name is taken off what was reached.
FLOORED: Mapping[str, tuple[str, ...]] = {
    "differences_seen": ("differences_seen", "differences"),
    "differences_right": ("differences_right", "differences"),
    "differences_exact": ("differences_exact", "differences"),
    "difference_precision": ("differences_reported", "differences_reported", "unmatched_differences"),
    "conflict_recall": ("right_conflict", "gold_conflict"),
    "conflict_precision": ("conflicts_reported", "conflicts_reported", "false_conflicts"),
    "agreements_seen": ("agreements_seen", "agreements"),
    "agreements_whole": ("agreements_whole", "agreements"),
    "soles_seen": ("soles_seen", "soles"),
    "internal_seen": ("internal_seen", "internal"),
    "screen_precision": ("screen_matched", "screen_shown"),
    "screen_recall": ("weighty_on_screen", "weighty"),
}
# Fewer is better: soles mixed of all soles, cards for one difference, cards a report.
CAPPED: Mapping[str, tuple[str, ...]] = {
    "soles_mixed": ("soles_mixed", "sole_findings"),
    "repeats": ("difference_matches", "differences_matched"),
    "volume": ("volume", "reports"),
}
# Counts of mistakes: fewer is better too.
MISTAKES = ("violations", "offset_errors", "failed_sets", "false_agreements")
# Mistakes that are never pinned: no figure is worth a run that failed or words that are not there.
NEVER = ("offset_errors", "failed_sets")
# What is no share has no points to lose: it is held to half of the last digit that the scorer prints.
AS_PRINTED: Mapping[str, Fraction] = {"repeats": Fraction(1, 200), "volume": Fraction(1, 20)}


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was reached, of how many (at least 1)."""

    reached: int
    of: int

    @property
    def value(self) -> Fraction:
        """Return the quotient, exactly: 0 to 1 for a share."""
        return Fraction(self.reached, self.of)

    def __str__(self) -> str:
        """Return both numbers, as "27 of 31"."""
        return f"{self.reached} of {self.of}"


Ratios = Mapping[str, Ratio]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: the ratio of every measure that has something to measure, and the counts of mistakes."""

    ratios: Ratios
    mistakes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pinned:
    """What is held: the corpus by its sha256, floors, ceilings, and the most mistakes of each kind."""

    corpus: str
    floors: Ratios
    ceilings: Ratios
    mistakes: Mapping[str, int]


def figures_of(totals: Mapping[str, int]) -> Figures:
    """Return the ratios and the mistakes that the scorer's totals give; a ratio of nothing is left out."""
    ratios = {}
    for name, (reached, of, *less) in {**FLOORED, **CAPPED}.items():
        if totals.get(of):
            ratios[name] = Ratio(totals.get(reached, 0) - sum(totals.get(part, 0) for part in less), totals[of])
    return Figures(ratios, {name: totals.get(name, 0) for name in MISTAKES})


def slack(name: str, held: Ratio) -> Fraction:
    """Return by how much a figure may be worse than held: for a share, half of the least that one finding changes.

    One finding more makes a share smaller by share/(of + 1) or larger by (1 - share)/(of + 1), one point lost or won
    makes more than either: whatever becomes worse by one is seen.
    """
    if name in AS_PRINTED:
        return AS_PRINTED[name]
    return min(held.value, 1 - held.value) / (2 * (held.of + 1))


def complaints(pinned: Pinned, corpus: str, measured: Figures) -> list[str]:
    """Return a line for each figure that is worse than pinned, and one where the corpus is another."""
    nothing = Ratio(0, 1)
    lines = (
        [] if corpus == pinned.corpus else ["the corpus is another than the floors were measured on: --update pins it"]
    )
    for name, floor in sorted(pinned.floors.items()):
        found = measured.ratios.get(name, nothing)
        if found.value < floor.value - slack(name, floor):
            lines.append(f"{name} fell: {found} ({float(found.value):.4f}) is under {floor} ({float(floor.value):.4f})")
    for name, ceiling in sorted(pinned.ceilings.items()):
        found = measured.ratios.get(name, nothing)
        if found.value > ceiling.value + slack(name, ceiling):
            lines.append(
                f"{name} rose: {found} ({float(found.value):.4f}) is over {ceiling} ({float(ceiling.value):.4f})"
            )
    return lines + [
        f"{name} rose: {measured.mistakes.get(name, 0)} is over {most}"
        for name, most in sorted(pinned.mistakes.items())
        if measured.mistakes.get(name, 0) > most
    ]


def allowed(lines: Sequence[str], allowances: Mapping[str, Mapping[str, str]], measured: Figures) -> list[str]:
    """Return the complaints that no allowance covers, and one for each allowance that covers nothing.

    An allowance is by measure: `at`, the ratio or count down (or up) to which it may go, and `why`.
    """
    left, used = [], set()
    for line in lines:
        name = line.partition(" ")[0]
        held = allowances.get(name)
        used.add(name)
        if held is None or not _within(name, held["at"], measured):
            left.append(line)
        else:
            print(f"allowed: {line}: {held['why']}")
    return left + [f"{name} needs no allowance any more: strike it" for name in sorted(set(allowances) - used)]


def _within(name: str, at: str, measured: Figures) -> bool:
    """Say whether a figure is no worse than an allowance."""
    if name in MISTAKES:
        return measured.mistakes[name] <= int(at)
    limit = Ratio(*(int(number) for number in at.split("/"))).value
    found = measured.ratios[name].value
    return found >= limit if name in FLOORED else found <= limit


def read_allowances(file: Path, part: str) -> Mapping[str, Mapping[str, str]]:
    """Return the allowances of one part by measure; none where there is no file."""
    content: dict[str, dict[str, dict[str, str]]] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return content.get(part, {})


def raised(pinned: Pinned | None, corpus: str, measured: Figures) -> Pinned:
    """Return what to pin now: the better of what was held and what was measured, for this corpus."""
    held = pinned or Pinned("", {}, {}, {})
    floors, ceilings = dict(held.floors), dict(held.ceilings)
    for name, found in measured.ratios.items():
        if name in FLOORED and (name not in floors or found.value > floors[name].value):
            floors[name] = found
        if name in CAPPED and (name not in ceilings or found.value < ceilings[name].value):
            ceilings[name] = found
    mistakes = {name: min(held.mistakes.get(name, count), count) for name, count in measured.mistakes.items()}
    return Pinned(corpus, floors, ceilings, {**held.mistakes, **mistakes, **dict.fromkeys(NEVER, 0)})


def read_floors(file: Path) -> dict[str, Pinned]:
    """Return what is pinned for each part; nothing where nothing is yet."""
    content = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {
        part: Pinned(held["corpus_sha256"], _ratios(held["floors"]), _ratios(held["ceilings"]), held["mistakes"])
        for part, held in content.items()
    }


def write_floors(file: Path, pinned: Mapping[str, Pinned]) -> None:
    """Write what is pinned for each part, sorted, ratios as "27/31"."""
    content = {part: _as_written(held) for part, held in pinned.items()}
    file.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def add_to_history(file: Path, part: str, pinned: Pinned, why: str) -> None:
    """Add what was held until today to the end of the history."""
    entries = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    entries.append({"until": date.today().isoformat(), "part": part, "why": why, **_as_written(pinned)})
    file.write_text(json.dumps(entries, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def as_result(measured: Figures, totals: Mapping[str, int], sets: int, seconds: float) -> dict[str, Any]:
    """Return what a file of results says of one part: shares and cards rounded, and the counts they come from."""
    return {
        "shares": {name: round(float(ratio.value), 4) for name, ratio in measured.ratios.items()},
        "counts": {name: str(ratio) for name, ratio in measured.ratios.items()},
        "mistakes": measured.mistakes,
        "totals": {name: count for name, count in totals.items() if " " not in name},
        "sets": sets,
        "seconds": round(seconds, 1),
    }


def measure(shared: Path, folder: str) -> tuple[Counter[str], int]:
    """Return the scorer's totals over the sets of a folder and how many there are, with a line for each as it is done.

    A line is the scorer's own, or says why the set failed.
    """
    from scored_sets import folders_in, scored_sets, show_totals, totals_of
    from verdicts_sets import load_scorer

    scorer, folders, done = load_scorer(shared), folders_in(shared / folder), []
    for scored in scored_sets(folders, shared):
        done.append(scored)
        print(f"[{len(done)}/{len(folders)}] ", end="")
        if scored.failure:
            print(f"{scored.name}: failed: {scored.failure}")
        else:
            scorer.show(scored.name, scored.counts)
        sys.stdout.flush()
    total = totals_of(done)
    show_totals(scorer, len(folders), total)
    return total, len(folders)


def check(part: str, asked: argparse.Namespace) -> list[str]:
    """Measure one part, pin and write what is asked for, and return what is wrong."""
    folder, result = PARTS[part]
    files = sorted((asked.shared / folder).glob("*/*"))
    corpus, started = corpus_hash(files), time.perf_counter()
    everything = read_floors(FLOORS)
    held = everything.get(part)
    if asked.found and held and held.corpus == corpus:
        return ["floors are founded anew on another corpus alone, and this one is theirs"]
    totals, sets = measure(asked.shared, folder)
    measured = figures_of(totals)
    if asked.update or asked.found:
        if any(measured.mistakes[name] for name in NEVER):
            return [f"nothing is pinned: {', '.join(f'{measured.mistakes[name]} {name}' for name in NEVER)}"]
        if asked.found and held:
            add_to_history(HISTORY, part, held, asked.found)
            held = None
        held = raised(held, corpus, measured)
        write_floors(FLOORS, {**everything, part: held})
        write_result(result, as_result(measured, totals, sets, time.perf_counter() - started), files)
    wrong = complaints(held or Pinned("", {}, {}, {}), corpus, measured)
    return allowed(wrong, read_allowances(ALLOWANCES, part), measured)


def main() -> int:
    """Measure, compare with what is pinned, and return the exit code."""
    asked = _arguments()
    if not (asked.shared / "bench" / "score.py").exists():
        print(f"quality gate skipped: no labelled reports under {asked.shared}")
        return 0
    wrong = [f"{part}: {line}" for part in asked.only or PARTS for line in check(part, asked)]
    print("\n".join(f"quality gate: {line}" for line in wrong) or "quality gate passed")
    return 1 if wrong else 0


def _ratios(written: Mapping[str, str]) -> dict[str, Ratio]:
    return {name: Ratio(*(int(number) for number in ratio.split("/"))) for name, ratio in written.items()}


def _as_written(pinned: Pinned) -> dict[str, Any]:
    return {
        "corpus_sha256": pinned.corpus,
        "floors": {name: f"{ratio.reached}/{ratio.of}" for name, ratio in pinned.floors.items()},
        "ceilings": {name: f"{ratio.reached}/{ratio.of}" for name, ratio in pinned.ceilings.items()},
        "mistakes": dict(pinned.mistakes),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py, reports/ and invented/")
    parser.add_argument("--update", action="store_true", help="write the results and raise the floors")
    parser.add_argument("--found", metavar="WHY", help="found the floors anew on a corpus that changed")
    parser.add_argument("--only", action="append", choices=list(PARTS), help="one part alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
