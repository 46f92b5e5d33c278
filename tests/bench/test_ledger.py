"""The ledger: what each rule brings, with its best event left out."""

from __future__ import annotations

import importlib
import os
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("ledger")


def test_the_best_event_is_left_out(ledger: ModuleType) -> None:
    entry = ledger.Entry()
    entry.events |= {"quake": Counter(right=3, noise=1), "vote": Counter(right=1), "trial": Counter(noise=2)}
    row = entry.row()
    assert (row["events"], row["right"], row["noise"], row["events with a right one"]) == (3, 4, 3, 2)
    assert (row["right without its best event"], row["noise without its best event"]) == (1, 2)


@pytest.mark.skipif(not (SHARED / "bench" / "score.py").exists(), reason=f"no scorer under {SHARED}")
def test_every_finding_is_entered_under_its_rule(ledger: ModuleType) -> None:
    sets = importlib.import_module("verdicts_sets")
    event = sets.load_sets(ROOT, only="ferry", kinds=("examples",))[0]
    entered = list(ledger.outcomes(event, sets.load_scorer(SHARED)))
    assert len(entered) == len(sets.findings_of(event, ledger.Settings()))
    rules = Counter(rule for rule, _ in entered)
    assert rules["quantity.conflict"] and rules["agree.same-words"] and rules["sole.one-report"]
    assert ("quantity.conflict", "right") in entered
