"""The ledger: what each rule brings, with its best event left out, and what is lost without it."""

from __future__ import annotations

import importlib
import os
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rashomon.settings import Settings

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("RASHOMON_SHARED", "../shared"))
with_scorer = pytest.mark.skipif(not (SHARED / "bench" / "score.py").exists(), reason=f"no scorer under {SHARED}")


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("ledger")


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("ledger_events")


@cache  # parsed once
def ferry() -> Any:  # noqa: ANN401 - a class of bench, which is no package
    return importlib.import_module("verdicts_sets").load_sets(ROOT, only="ferry", kinds=("examples",))[0]


def scorer() -> ModuleType:
    loaded: ModuleType = importlib.import_module("verdicts_sets").load_scorer(SHARED)
    return loaded


def test_the_best_event_is_left_out(ledger: ModuleType) -> None:
    entry = ledger.Entry()
    entry.events |= {"quake": Counter(right=3, noise=1), "vote": Counter(right=1), "trial": Counter(noise=2)}
    row = entry.row()
    assert (row["events"], row["right"], row["noise"], row["events with a right one"]) == (3, 4, 3, 2)
    assert (row["right without its best event"], row["noise without its best event"]) == (1, 2)


def test_where_nothing_is_right_the_event_with_most_findings_is_left_out(ledger: ModuleType) -> None:
    entry = ledger.Entry()
    entry.events |= {"quake": Counter(noise=1), "trial": Counter(noise=2), "vote": Counter(other=1)}
    assert entry.row()["noise without its best event"] == 1


def test_the_gain_is_what_the_totals_lose_without_the_rule(ledger: ModuleType) -> None:
    entry = ledger.Entry()
    entry.gains = {
        "quake": Counter(differences_right=3, right_conflict=1, differences_reported=4, unmatched_differences=1),
        "vote": Counter(differences_right=-1, conflicts_reported=2),
    }
    gained = entry.gained(Counter(differences_right=9, differences_reported=8, unmatched_differences=4))
    assert (gained["differences right"], gained["conflicts right"], gained["conflicts called"]) == (2, 1, 2)
    assert gained["differences right without its best event"] == -1
    assert gained["difference precision"] == 0.25  # four of eight, one of four without it


def row(right_on: int, **gain: float) -> dict[str, Any]:
    none = {
        "differences right": 0,
        "differences exact": 0,
        "conflicts right": 0,
        "internal seen": 0,
        "false conflicts": 0,
    }
    return {"events with a right one": right_on, "gain": {**none, "difference precision": 0.0, **gain}}


@pytest.mark.parametrize(
    ("real", "invented", "why"),
    [
        (None, None, "never rules"),
        (row(0), row(0), "right nowhere"),
        (row(1), row(0), "right on one event alone"),
        (row(1, **{"differences right": 1}), None, "right on one event alone"),
        (row(2), row(0, **{"differences right": -1}), "nothing is lost without it"),
        (row(1), row(1, **{"differences right": 1}), None),
        (row(2, **{"internal seen": 1}), None, None),
        (row(2, **{"differences exact": 1}), None, None),
        (row(2, **{"false conflicts": -1}), None, None),
        (row(2, **{"difference precision": 0.01}), None, None),
    ],
)
def test_what_brings_nothing_or_only_where_it_was_born_is_marked(
    ledger: ModuleType, real: dict[str, Any] | None, invented: dict[str, Any] | None, why: str | None
) -> None:
    found = {
        "real": {"place.wording": real} if real else {},
        "invented": {"place.wording": invented} if invented else {},
    }
    assert ledger.doubts(found).get("place.wording") == why


def test_the_table_has_a_line_a_rule_by_kind(ledger: ModuleType) -> None:
    counts = Counter(differences_reported=1)
    event = ledger.EventLedger(
        "quake",
        {"time.zone": Counter(right=2, noise=1), "agree.same-words": Counter(noise=4)},
        counts,
        {"time.zone": Counter(differences_right=2)},
    )
    found = {"real": ledger.figures_of([event])["rules"], "invented": {}}
    lines = list(ledger.table(found, {"time.zone": "right on one event alone", "age.older": "never rules"}))
    assert [line.split()[0] for line in lines[4:]] == ["age.older", "agree.same-words", "time.zone"]
    assert lines[4].endswith("retire? never rules") and "2/0/1" in lines[6] and "+2 +0 +0/+0 +0.0" in lines[6]


def test_every_rule_has_a_name_of_its_own(events: ModuleType) -> None:
    assert "quantity.bound" in events.every_rule()  # which another function wraps
    assert len(events.every_rule()) == sum(len(question.rules) for question in events.QUESTIONS)


@with_scorer
def test_every_finding_is_entered_under_its_rule(events: ModuleType) -> None:
    event = ferry()
    entered = list(events.outcomes(event, scorer()))
    assert len(entered) == len(events.findings_of(event, Settings()))
    rules = Counter(rule for rule, _ in entered)
    assert rules["quantity.conflict"] and rules["agree.same-words"] and rules["sole.one-report"]
    assert ("quantity.conflict", "right") in entered


@with_scorer
def test_naming_the_rules_changes_no_count_and_taking_one_out_does(events: ModuleType) -> None:
    event, official = ferry(), scorer()
    plain = events.as_compared(event, events.findings_of(event, Settings()))
    entered = events.entered(event, official)
    assert entered.counts == official.score(official.Set(event.folder), plain)[0]
    assert entered.gains["quantity.conflict"]["conflicts_reported"] > 0
    assert set(entered.gains) <= set(events.every_rule())


def test_what_is_found_once_is_found_for_other_accounts_anew(events: ModuleType) -> None:
    event = ferry()
    settings = Settings()
    fewer = events.replace(event, accounts=event.accounts[:2])
    alone = events.findings_of(fewer, settings)
    with events.found_once():
        whole = events.findings_of(event, settings)
        assert events.findings_of(event, settings) == whole
        assert events.findings_of(fewer, settings) == alone != whole
