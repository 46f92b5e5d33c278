"""Score alignment and verdicts on the labelled event sets with the official scorer, in one process.

    python bench/verdicts.py ../shared [--cache FOLDER]     writes bench/results/verdicts.json and curve.json

Two figures stand side by side for all that is learned: `as shipped` (weights trained on all the sets) and `leave one
set out` (each set compared with weights that the other sets teach). The curve gives conflict precision and recall for
each value of the setting `conflict_score`; `chosen on the other sets` is what the threshold is worth that reaches the
wanted precision at the best recall on the other sets.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "training" / "alignment")]
from learning import left_out  # noqa: E402
from pairs import labelled_pairs  # noqa: E402
from times import time_pairs  # noqa: E402
from wordings import wording_pairs  # noqa: E402

from rashomon.coreference.event import event_of  # noqa: E402
from rashomon.findings.verdicts import judge  # noqa: E402
from rashomon.model import Finding, Topic  # noqa: E402
from rashomon.questions import find_topics  # noqa: E402
from rashomon.settings import Settings  # noqa: E402
from results_file import write_result  # noqa: E402
from verdicts_sets import (  # noqa: E402
    LabelledSet,
    Weights,
    as_compared,
    corpus_files,
    load_scorer,
    load_sets,
    weights_set,
)

WANTED = 0.75  # conflict precision that a threshold must reach
THRESHOLDS = tuple(round(0.05 * step, 2) for step in range(4, 20))


@dataclass(frozen=True, slots=True)
class Scored:
    """One set as the official scorer counts it, with the findings that were scored."""

    event: LabelledSet
    counts: Counter[str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """One set with its topics: judging them anew is cheap."""

    event: LabelledSet
    topics: tuple[Topic, ...]

    def scored(self, scorer: ModuleType, settings: Settings) -> Scored:
        """Return the set judged with `settings` and scored."""
        findings = judge(self.event.accounts, self.topics, settings)
        counts, _ = scorer.score(scorer.Set(self.event.folder), as_compared(self.event, findings))
        return Scored(self.event, Counter(counts), findings)


def aligned(sets: Sequence[LabelledSet], weights: Mapping[str, Weights | None]) -> tuple[Aligned, ...]:
    """Return each set with the topics that its weights find; None stands for the weights that ship."""
    found = []
    for event in sets:
        with weights_set(weights.get(event.name)):
            found.append(Aligned(event, find_topics(event_of(event.accounts, Settings()))))
    return tuple(found)


def weights_left_out(sets: Sequence[LabelledSet]) -> dict[str, Weights]:
    """Return set -> the weights of every learned channel that the other sets teach."""
    quantities = left_out([labelled_pairs(event) for event in sets])
    wordings = left_out([wording_pairs(event) for event in sets])
    times = left_out([time_pairs(event) for event in sets])
    found = {"quantity": quantities, "wording": wordings, "time": times}
    return {event.name: {channel: weights[event.name] for channel, weights in found.items()} for event in sets}


def figures_of(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return totals, the same by set, what is seen by reason, and how many findings of each kind there are."""
    total = sum((s.counts for s in scored), Counter[str]())
    findings = Counter(f"{f.verdict.value}:{f.reason}" for s in scored for f in s.findings)
    return {
        "total": shares(total),
        "by set": {s.event.name: shares(s.counts) for s in scored},
        "seen by reason": {
            key[5:]: f"{total['seen ' + key[5:]]}/{count}" for key, count in total.items() if key.startswith("gold ")
        },
        "findings": dict(findings),
    }


def shares(c: Mapping[str, int]) -> dict[str, Any]:
    """Return the scorer's counts as shares (0 to 1, None of nothing) and mistakes."""
    reported, found = c.get("differences_reported", 0), c.get("conflicts_reported", 0)
    return {
        "differences seen": _share(c.get("differences_seen", 0), c.get("differences", 0)),
        "differences right": _share(c.get("differences_right", 0), c.get("differences", 0)),
        "differences exact": _share(c.get("differences_exact", 0), c.get("differences", 0)),
        "difference precision": _share(reported - c.get("unmatched_differences", 0), reported),
        "differences reported": reported,
        "conflict recall": _share(c.get("right_conflict", 0), c.get("gold_conflict", 0)),
        "conflict precision": _share(found - c.get("false_conflicts", 0), found),
        "conflicts reported": found,
        "agreements seen": _share(c.get("agreements_seen", 0), c.get("agreements", 0)),
        "agree findings a report": _share(c.get("agree_findings", 0), c.get("reports", 0)),
        "false agreements": c.get("false_agreements", 0),
        "soles seen": _share(c.get("soles_seen", 0), c.get("soles", 0)),
        "internal seen": _share(c.get("internal_seen", 0), c.get("internal", 0)),
        "violations": c.get("violations", 0),
        "offset errors": c.get("offset_errors", 0),
    }


def curve(found: Sequence[Aligned], scorer: ModuleType) -> dict[str, Any]:
    """Return precision and recall of conflicts by threshold, and what a threshold chosen on the other sets is worth."""
    at = {t: [a.scored(scorer, replace(Settings(), conflict_score=t)).counts for a in found] for t in THRESHOLDS}
    chosen = Counter[str]()
    for left in range(len(found)):
        others = {t: sum((c for i, c in enumerate(sets) if i != left), Counter[str]()) for t, sets in at.items()}
        chosen += at[_best(others)][left]
    return {
        "curve": [{"threshold": t, **_conflicts(sum(sets, Counter[str]()))} for t, sets in at.items()],
        "chosen on the other sets": _conflicts(chosen),
    }


def _best(totals: Mapping[float, Mapping[str, int]]) -> float:
    """Return the threshold with the best recall among those precise enough, else the most precise."""
    rows = {t: _conflicts(c) for t, c in totals.items()}
    precise = {t: row["recall"] or 0.0 for t, row in rows.items() if (row["precision"] or 0.0) >= WANTED}
    return (
        max(precise, key=lambda t: (precise[t], t))
        if precise
        else max(rows, key=lambda t: (rows[t]["precision"] or 0.0, -t))
    )


def _conflicts(c: Mapping[str, int]) -> dict[str, Any]:
    found, reported = shares(c), c.get("conflicts_reported", 0)
    return {
        "precision": found["conflict precision"],
        "recall": found["conflict recall"],
        "reported": reported,
        "right points": c.get("right_conflict", 0),
        "violations": c.get("violations", 0),
    }


def _share(part: int, of: int) -> float | None:
    return round(part / of, 4) if of else None


def main() -> int:
    """Measure and write both results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds bench/score.py and reports/")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    parser.add_argument("--shipped", action="store_true", help="print the shipped totals alone and write nothing")
    asked = parser.parse_args()
    scorer, sets = load_scorer(asked.shared), load_sets(asked.shared, asked.cache)
    shipped = aligned(sets, {})
    figures = {"as shipped": figures_of([a.scored(scorer, Settings()) for a in shipped])}
    if not asked.shipped:
        unseen = aligned(sets, weights_left_out(sets))
        figures["leave one set out"] = figures_of([a.scored(scorer, Settings()) for a in unseen])
        curves = {"as shipped": curve(shipped, scorer), "leave one set out": curve(unseen, scorer)}
        write_result("verdicts", figures, corpus_files(asked.shared))
        write_result("curve", curves, corpus_files(asked.shared))
        print(json.dumps({name: c["chosen on the other sets"] for name, c in curves.items()}, indent=2))
    print(json.dumps({name: f["total"] for name, f in figures.items()}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
