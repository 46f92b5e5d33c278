"""What each rule brings: on how many events it fires, what is right and what noise, also with its best event left out.

    PYTHONPATH=src python bench/ledger.py ../shared [--cache FOLDER]      writes bench/results/ledger.json

Real and invented events stand apart. The gain of a rule is what the scorer's totals lose when the rule is taken out of
the register: where another rule then says the same, it is nothing. A rule that is right nowhere, or on one labelled
event alone, is marked: it brings nothing, or only where it was born. Labels hold a sample of the agreements and of what
one report alone tells: most of the noise there is true.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from ledger_events import EventLedger, enter_folder, every_rule, load_parser_once
from results_file import write_result
from scored_sets import MATRIX_THREADS, folders_in
from verdicts_sets import corpus_files

KINDS = MappingProxyType({"real": "reports", "invented": "invented/open"})
OUTCOMES = ("right", "other", "noise")
# What a rule may gain, by the scorer's names.
GAINS = MappingProxyType(
    {
        "differences right": "differences_right",
        "differences exact": "differences_exact",
        "conflicts right": "right_conflict",
        "conflicts called": "conflicts_reported",
        "false conflicts": "false_conflicts",
        "internal seen": "internal_seen",
    }
)
GOOD = ("differences right", "differences exact", "conflicts right", "internal seen")
PRECISION = "difference precision"
Figures = Mapping[str, Mapping[str, Any]]  # rule -> name of the figure -> figure


@dataclass(slots=True)
class Entry:
    """What one rule did: event -> outcome -> number of findings, and event -> what the scorer's counts gain by it."""

    events: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    gains: dict[str, Counter[str]] = field(default_factory=dict)

    def total(self, outcome: str, without: str = "") -> int:
        """Return the number of findings of one outcome, one event left out."""
        return sum(count[outcome] for event, count in self.events.items() if event != without)

    def gain(self, count: str, without: str = "") -> int:
        """Return by how much one of the scorer's counts is higher for the rule, one event left out; negative: lower."""
        return sum(gained[count] for event, gained in self.gains.items() if event != without)

    @property
    def best(self) -> str:
        """Return the event on which it is right most often; of such, the one on which it fires most."""
        return max(
            sorted(self.events), key=lambda event: (self.events[event]["right"], self.events[event].total()), default=""
        )

    @property
    def best_gain(self) -> str:
        """Return the event on which most right differences are owed to it."""
        return max(sorted(self.gains), key=lambda event: self.gains[event]["differences_right"], default="")

    def row(self) -> dict[str, int]:
        """Return the figures: events, findings by outcome, events with a right one, and all without the best event."""
        left_out = {f"{outcome} without its best event": self.total(outcome, self.best) for outcome in OUTCOMES}
        right_on = sum(count["right"] > 0 for count in self.events.values())
        found = {outcome: self.total(outcome) for outcome in OUTCOMES}
        return {"events": len(self.events), **found, "events with a right one": right_on, **left_out}

    def gained(self, totals: Counter[str]) -> dict[str, Any]:
        """Return what the scorer's totals gain by it, and its right differences without the event that gains most."""
        found: dict[str, Any] = {name: self.gain(count) for name, count in GAINS.items()}
        lost = Counter({count: totals[count] - self.gain(count) for count in totals})
        found["difference precision"] = round(precision(totals) - precision(lost), 4)
        found["differences right without its best event"] = self.gain("differences_right", self.best_gain)
        return found


def precision(counts: Mapping[str, int]) -> float:
    """Return the share of the differences reported that match a labelled one, from 0 to 1; 0 where there is none."""
    reported = counts.get("differences_reported", 0)
    return (reported - counts.get("unmatched_differences", 0)) / reported if reported else 0.0


def entries_of(events: Iterable[EventLedger]) -> dict[str, Entry]:
    """Return rule -> what it did on the events."""
    entries: dict[str, Entry] = defaultdict(Entry)
    for event in events:
        for rule, count in event.found.items():
            entries[rule].events[event.name] += count
        for rule, gained in event.gains.items():
            entries[rule].gains[event.name] = gained
    return dict(sorted(entries.items()))


def figures_of(events: list[EventLedger]) -> dict[str, Any]:
    """Return the totals of the scorer on the events, and rule -> its figures, with what the totals gain by it."""
    totals: Counter[str] = sum((event.counts for event in events), Counter())
    rows = {}
    for name, entry in entries_of(events).items():
        rows[name] = {**entry.row(), **({"gain": entry.gained(totals)} if entry.gains else {})}
    shown = {name: totals[count] for name, count in GAINS.items()}
    return {"rules": rows, "totals": {**shown, PRECISION: round(precision(totals), 4)}, "events": len(events)}


def doubts(found: Mapping[str, Figures]) -> dict[str, str]:
    """Return rule -> why it may go; `found` holds the rules' figures, real and invented apart."""
    why = {}
    for rule in every_rule():
        rows = [rows[rule] for rows in found.values() if rule in rows]
        right_on = sum(row["events with a right one"] for row in rows)
        gains = [row["gain"] for row in rows if "gain" in row]
        if not rows:
            why[rule] = "never rules"
        elif not right_on:
            why[rule] = "right nowhere"
        elif right_on == 1:
            why[rule] = "right on one event alone"
        elif not any(_brings(gain) for gain in gains):
            why[rule] = "nothing is lost without it"
    return why


def _brings(gain: Mapping[str, Any]) -> bool:
    """Say whether anything is better for the rule: more is right, fewer conflicts are false, or less is noise."""
    return any(gain[name] > 0 for name in (*GOOD, PRECISION)) or gain["false conflicts"] < 0


def table(found: Mapping[str, Figures], why: Mapping[str, str]) -> Iterator[str]:
    """Yield the ledger as lines, one a rule, sorted by kind: each part of the events in a column."""
    names = sorted({*(rule for rows in found.values() for rule in rows), *why})
    wide = max(map(len, names))
    yield "on: events; best left out: right/noise without the best event; right on: events with a right one"
    yield "less by, without it: differences right (or slips seen), exact, conflicts right/called, points of precision"
    head = f"{'on':>3} {'right/other/noise':>17} {'best left out':>13} {'right on':>8} {'less by':>22}"
    yield f"{'':{wide}}   " + "   ".join(f"{part:<{len(head)}}" for part in found)
    yield f"{'rule':{wide}}   " + "   ".join(head for _ in found)
    for name in names:
        cells = (_cell(rows.get(name)) for rows in found.values())
        yield f"{name:{wide}}   " + "   ".join(f"{cell:<{len(head)}}" for cell in cells) + _mark(why.get(name, ""))


def _cell(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return f"{'-':>3}"
    outcomes = "/".join(str(row[outcome]) for outcome in OUTCOMES)
    left_out = "/".join(str(row[f"{outcome} without its best event"]) for outcome in ("right", "noise"))
    return f"{row['events']:>3} {outcomes:>17} {left_out:>13} {row['events with a right one']:>8} {_gain(row):>22}"


def _gain(row: Mapping[str, Any]) -> str:
    """Return differences right (or slips seen), those exact, conflicts right and called, and points of precision."""
    gain = row.get("gain")
    if gain is None:
        return ""
    right = gain["differences right"] + gain["internal seen"]
    conflicts = f"{gain['conflicts right']:+}/{gain['conflicts called']:+}"
    return f"{right:+} {gain['differences exact']:+} {conflicts} {100 * gain[PRECISION]:+.1f}"


def _mark(why: str) -> str:
    return f"   retire? {why}" if why else ""


def measured(shared: Path, kept: Path | None, workers: int | None) -> dict[str, list[EventLedger]]:
    """Return what is entered of every event, real and invented apart; each set is told as it is done."""
    for name in MATRIX_THREADS:
        os.environ.setdefault(name, "1")  # the processes started below find it there before they load numpy
    found: dict[str, list[EventLedger]] = {part: [] for part in KINDS}
    with ProcessPoolExecutor(workers or os.cpu_count(), get_context("spawn"), load_parser_once) as pool:
        for part, kind in KINDS.items():
            folders = folders_in(shared / kind)
            for event in pool.map(enter_folder, folders, repeat(shared), repeat(kept)):
                found[part].append(event)
                print(f"{part} {len(found[part])}/{len(folders)} {event.name}", file=sys.stderr, flush=True)
    return found


def main() -> int:
    """Print the ledger and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py, reports/ and invented/open/")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    parser.add_argument("--workers", type=int, help="processes; one for each processor where none is given")
    asked = parser.parse_args()
    figures: dict[str, Any] = {
        part: figures_of(events) for part, events in measured(asked.shared, asked.cache, asked.workers).items()
    }
    rules: dict[str, Figures] = {part: figures[part]["rules"] for part in KINDS}
    why = doubts(rules)
    print("\n".join(line.rstrip() for line in table(rules, why)))
    for part in KINDS:
        print(f"{part}, {figures[part]['events']} events: {figures[part]['totals']}")
    figures["never rules"] = [rule for rule, said in why.items() if said == "never rules"]
    figures["retire?"] = why
    write_result("ledger", figures, corpus_files(asked.shared, tuple(KINDS.values())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
