"""How many findings on the other reports change where files are renamed, a copy or a stranger comes in, a report goes.

    python bench/laws.py ../shared [--cache FOLDER]     writes bench/results/laws.json

The tests hold the first three to none (tests/properties/test_laws_on_sets.py). What changes where a report of the same
event goes is measured here: a finding counts as changed where its verdict, reason or passages do; what no two reports
that are left tell is no finding on them any more. Origins are compared but where a report goes: then they are fewer.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from rashomon.comparing import findings_on
from rashomon.model import Account, Finding, Verdict
from rashomon.pseudonyms import called, named_findings, under_pseudonyms
from rashomon.settings import Settings
from results_file import write_result
from verdicts_sets import LabelledSet, corpus_files, load_sets

KINDS = {"real": "reports", "invented": "invented/open"}
STRANGERS = 3  # events that each send their first report
Passages = frozenset[tuple[str, int, int]]  # report, start, end
Sides = frozenset[tuple[Passages, tuple[int, int] | None]]  # with the fewest and most origins
Told = Counter[tuple[str, str, Sides]]  # verdict, reason, sides


def compared(accounts: Iterable[Account]) -> tuple[Finding, ...]:
    """Return what the pipeline finds, from the accounts on."""
    by_id = {account.report.id: account for account in accounts}
    ordered, names = under_pseudonyms([account.report for account in by_id.values()])
    findings, _ = findings_on([called(by_id[names[r.id]], r.id) for r in ordered], Settings())
    return named_findings(findings, names)


def told(findings: Iterable[Finding], among: Collection[str], origins: bool = True) -> Told:
    """Return what is said of the reports `among`: verdict, reason, and each side's passages with its origins."""
    found: Told = Counter()
    for finding in findings:
        sides = [
            (
                frozenset((e.report, e.range.start, e.range.end) for e in side.evidence if e.report in among),
                (side.origins.at_least, side.origins.at_most) if origins and side.origins else None,
            )
            for side in finding.sides
        ]
        left = [side for side in sides if side[0]]
        reports = {place[0] for side in left for place in side[0]}
        whole = finding.verdict in (Verdict.SOLE, Verdict.INTERNAL) and len(left) == len(finding.sides)
        if whole or (len(reports) > 1 and (len(left) > 1 or finding.verdict is Verdict.AGREE)):
            found[finding.verdict.value, finding.reason, frozenset(left)] += 1
    return found


def trials(event: LabelledSet, others: Sequence[LabelledSet]) -> dict[str, list[Told]]:
    """Return for each law what was told before and after, trial by trial: before, after, before, after."""
    accounts = event.accounts
    ids = [account.report.id for account in accounts]
    turned = {name: f"{len(ids) - number:03}" for number, name in enumerate(ids)}
    back = {new: old for old, new in turned.items()}
    findings = compared(accounts)
    alone = told(findings, ids)
    pairs: dict[str, list[Told]] = {}
    renamed = compared(called(account, turned[account.report.id]) for account in reversed(accounts))
    pairs["renamed and turned round"] = [alone, _renamed(told(renamed, back), back)]
    pairs["a copy added"] = [alone, told(compared([*accounts, called(accounts[-1], "a-copy")]), ids)]
    for other in others:
        stranger = called(other.accounts[0], "a-stranger")
        pairs.setdefault("a report of another event added", []).extend(
            [alone, told(compared([*accounts, stranger]), ids)]
        )
    for gone in ids if len(ids) > 2 else ():
        left = [name for name in ids if name != gone]
        rest = compared(account for account in accounts if account.report.id != gone)
        pairs.setdefault("a report of the event taken away", []).extend(
            [told(findings, left, origins=False), told(rest, left, origins=False)]
        )
    return pairs


def _renamed(found: Told, names: Mapping[str, str]) -> Told:
    """Return what is told with the reports' names exchanged."""
    back: Told = Counter()
    for (verdict, reason, sides), times in found.items():
        named = frozenset(
            (frozenset((names[report], start, end) for report, start, end in passages), origins)
            for passages, origins in sides
        )
        back[verdict, reason, named] += times
    return back


def figures_of(events: Sequence[LabelledSet]) -> dict[str, Any]:
    """Return for each law: trials, findings before, how many of them are lost and how many come, by verdict."""
    found: dict[str, Counter[str]] = {}
    for number, event in enumerate(events):
        others = [events[(number + step) % len(events)] for step in range(1, STRANGERS + 1)]
        for law, sides in trials(event, others).items():
            count = found.setdefault(law, Counter())
            for before, after in zip(sides[::2], sides[1::2], strict=True):
                count["trials"] += 1
                count["findings"] += before.total()
                count.update(f"lost: {verdict}" for verdict, _, _ in (before - after).elements())
                count.update(f"come: {verdict}" for verdict, _, _ in (after - before).elements())
        print(f"{event.name} is done", file=sys.stderr)
    return {law: dict(sorted(count.items())) for law, count in found.items()}


def main() -> int:
    """Measure, print and write the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds reports/ and invented/open/")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parsed reports between runs")
    asked = parser.parse_args()
    figures = {part: figures_of(load_sets(asked.shared, asked.cache, kinds=(kind,))) for part, kind in KINDS.items()}
    write_result("laws", figures, corpus_files(asked.shared, tuple(KINDS.values())))
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
