"""The quality gate: it fails on a drop, no update lowers a floor, and sets nobody reads give totals alone."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from argparse import Namespace
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
EXAMPLES = ("ferry", "takeover")
TOTALS = {
    **{"differences": 10, "differences_seen": 6, "differences_right": 5, "differences_exact": 4, "gold_conflict": 4},
    **{"right_conflict": 2, "conflicts_reported": 4, "false_conflicts": 1, "agreements": 8, "agreements_seen": 6},
    **{"differences_reported": 9, "unmatched_differences": 5, "agreements_whole": 3, "screen_shown": 12},
    **{"screen_matched": 7, "weighty": 9, "weighty_on_screen": 2, "sole_findings": 20, "soles_mixed": 15},
    **{"difference_matches": 9, "differences_matched": 6, "volume": 60, "reports": 5},
    **{"violations": 0, "false_agreements": 3},
}


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("gate")


def test_figures_are_what_was_reached_of_how_many(gate: ModuleType) -> None:
    measured = gate.figures_of(TOTALS)
    assert {name: (ratio.reached, ratio.of) for name, ratio in measured.ratios.items()} == {
        **{"differences_seen": (6, 10), "differences_right": (5, 10), "differences_exact": (4, 10)},
        **{"difference_precision": (4, 9), "conflict_recall": (2, 4), "conflict_precision": (3, 4)},
        **{"agreements_seen": (6, 8), "agreements_whole": (3, 8), "screen_precision": (7, 12)},
        **{"screen_recall": (2, 9), "soles_mixed": (15, 20), "repeats": (9, 6), "volume": (60, 5)},
    }
    assert measured.mistakes == {"violations": 0, "offset_errors": 0, "failed_sets": 0, "false_agreements": 3}


def test_no_conflict_reported_is_no_precision(gate: ModuleType) -> None:
    assert "conflict_precision" not in gate.figures_of({**TOTALS, "conflicts_reported": 0}).ratios


def test_the_same_figures_pass(gate: ModuleType) -> None:
    pinned = gate.raised(None, "corpus", gate.figures_of(TOTALS))
    assert gate.complaints(pinned, "corpus", gate.figures_of(TOTALS)) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"differences_seen": 5}, "differences_seen fell: 5 of 10 (0.5000) is under 6 of 10 (0.6000)"),
        ({"agreements_seen": 5}, "agreements_seen fell"),
        ({"agreements_whole": 2}, "agreements_whole fell"),
        ({"false_conflicts": 2}, "conflict_precision fell"),
        ({"conflicts_reported": 5, "false_conflicts": 2}, "conflict_precision fell"),
        ({"conflicts_reported": 0}, "conflict_precision fell"),
        ({"differences_reported": 10, "unmatched_differences": 6}, "difference_precision fell"),
        ({"screen_matched": 6}, "screen_precision fell"),
        ({"weighty_on_screen": 1}, "screen_recall fell"),
        ({"sole_findings": 21, "soles_mixed": 16}, "soles_mixed rose"),
        ({"difference_matches": 10}, "repeats rose"),
        ({"volume": 61}, "volume rose"),
        ({"violations": 1}, "violations rose"),
        ({"failed_sets": 1}, "failed_sets rose"),
    ],
)
def test_one_point_lost_fails(gate: ModuleType, change: dict[str, int], complaint: str) -> None:
    pinned = gate.raised(None, "corpus", gate.figures_of(TOTALS))
    (line,) = gate.complaints(pinned, "corpus", gate.figures_of({**TOTALS, **change}))
    assert line.startswith(complaint)


@pytest.mark.parametrize("reached", [0, 1, 250, 499, 500])
def test_the_slack_of_a_share_is_less_than_any_one_finding_changes(gate: ModuleType, reached: int) -> None:
    held = gate.Ratio(reached, 500)
    others = [(reached, 501), (reached + 1, 501), (reached - 1, 499), (reached, 499), (reached - 1, 500)]
    changes = [abs(gate.Ratio(part, of).value - held.value) for part, of in others if 0 <= part <= of]
    assert gate.slack("soles_mixed", held) < min((change for change in changes if change), default=1)


def test_every_floor_and_ceiling_that_is_pinned_has_less_slack_than_one_labelled_point(gate: ModuleType) -> None:
    for pinned in gate.read_floors(gate.FLOORS).values():
        for name, held in pinned.floors.items():
            assert gate.slack(name, held) * held.of < 1, name


def test_another_corpus_fails(gate: ModuleType) -> None:
    pinned = gate.raised(None, "corpus", gate.figures_of(TOTALS))
    (line,) = gate.complaints(pinned, "another", gate.figures_of(TOTALS))
    assert "corpus" in line


def test_an_update_makes_nothing_looser_but_pins_the_corpus(gate: ModuleType, tmp_path: Path) -> None:
    before = gate.raised(None, "corpus", gate.figures_of(TOTALS))
    worse = {"differences_seen": 5, "false_agreements": 4, "volume": 70}
    measured = gate.figures_of({**TOTALS, **worse, "differences_exact": 5, "soles_mixed": 14})
    after = gate.raised(before, "another", measured)
    assert (str(after.floors["differences_seen"]), str(after.floors["differences_exact"])) == ("6 of 10", "5 of 10")
    assert (str(after.ceilings["volume"]), str(after.ceilings["soles_mixed"])) == ("60 of 5", "14 of 20")
    assert after.mistakes["false_agreements"] == 3
    assert after.corpus == "another"
    assert len(gate.complaints(after, "another", measured)) == len(worse)
    gate.write_floors(tmp_path / "floors.json", {"real": after})
    assert gate.read_floors(tmp_path / "floors.json") == {"real": after}


def test_a_measure_that_is_not_there_keeps_its_floor_and_ceiling(gate: ModuleType) -> None:
    before = gate.raised(None, "corpus", gate.figures_of(TOTALS))
    assert gate.raised(before, "corpus", gate.Figures({}, {})) == before


def test_a_failed_set_is_never_pinned(gate: ModuleType) -> None:
    measured = gate.figures_of({**TOTALS, "failed_sets": 2})
    (line,) = gate.complaints(gate.raised(None, "corpus", measured), "corpus", measured)
    assert line.startswith("failed_sets rose")


def test_nothing_pinned_is_nothing(gate: ModuleType, tmp_path: Path) -> None:
    assert gate.read_floors(tmp_path / "floors.json") == {}


def test_what_is_pinned_was_measured(gate: ModuleType) -> None:
    pinned = gate.read_floors(gate.FLOORS)
    assert set(pinned) == set(gate.PARTS)
    for held in pinned.values():
        assert set(held.floors) == set(gate.FLOORED)
        assert set(held.ceilings) == set(gate.CAPPED)
        assert all(0 <= floor.value <= 1 for floor in held.floors.values())
        assert held.mistakes["offset_errors"] == held.mistakes["failed_sets"] == 0


# ---------------------------------------------------------------- founding and pinning


@pytest.fixture
def measuring(gate: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Namespace:
    """Let the gate measure TOTALS on a corpus of one file, and write into a folder of the test's own."""
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "HISTORY", tmp_path / "floors-history.json")
    monkeypatch.setattr(gate, "ALLOWANCES", tmp_path / "allowances.json")
    monkeypatch.setattr(gate, "write_result", lambda *_: None)
    monkeypatch.setattr(gate, "measure", lambda *_: (Counter(TOTALS), 1))
    (tmp_path / "reports" / "event").mkdir(parents=True)
    (tmp_path / "reports" / "event" / "one.txt").write_text("one")
    return Namespace(shared=tmp_path, update=False, found=None)


def test_floors_are_founded_anew_on_another_corpus_alone(
    gate: ModuleType, measuring: Namespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gate.check("real", Namespace(**{**vars(measuring), "update": True})) == []
    founding = Namespace(**{**vars(measuring), "found": "fewer labels"})
    monkeypatch.setattr(gate, "measure", lambda *_: (Counter(TOTALS | {"differences_seen": 1}), 1))
    (refused,) = gate.check("real", founding)
    assert "another corpus alone" in refused
    assert not gate.HISTORY.exists()
    (measuring.shared / "reports" / "event" / "one.txt").write_text("another")
    assert gate.check("real", founding) == []
    assert str(gate.read_floors(gate.FLOORS)["real"].floors["differences_seen"]) == "1 of 10"
    (entry,) = json.loads(gate.HISTORY.read_text())
    assert (entry["floors"]["differences_seen"], entry["why"], entry["part"]) == ("6/10", "fewer labels", "real")


def test_nothing_is_pinned_after_a_failed_set(
    gate: ModuleType, measuring: Namespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "measure", lambda *_: (Counter(TOTALS | {"failed_sets": 1}), 1))
    (line,) = gate.check("real", Namespace(**{**vars(measuring), "update": True}))
    assert "1 failed_sets" in line
    assert not gate.FLOORS.exists()


# ---------------------------------------------------------------- scoring


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Return a shared folder with the official scorer and two of our examples as blind events."""
    if not (SHARED / "bench" / "score.py").exists():
        pytest.skip("the official scorer is not at hand")
    (tmp_path / "bench").mkdir()
    shutil.copy(SHARED / "bench" / "score.py", tmp_path / "bench")
    for name in EXAMPLES:
        shutil.copytree(ROOT / "examples" / name, tmp_path / "invented" / "blind" / name)
    return tmp_path


def test_the_figures_are_those_of_the_scorer(gate: ModuleType, shared: Path) -> None:
    scored_sets = importlib.import_module("scored_sets")
    folders = scored_sets.folders_in(shared / "invented" / "blind")
    total = scored_sets.totals_of(scored_sets.score_set(folder, shared) for folder in folders)
    compare = f"{sys.executable} -m rashomon.cli compare --format json"
    scorer = [sys.executable, str(shared / "bench" / "score.py"), "--all", str(shared / "invented" / "blind")]
    told = subprocess.run([*scorer, "--run", compare, "--totals"], capture_output=True, text=True, check=True)
    wanted = json.loads(told.stdout.splitlines()[-1])
    assert gate.as_result(gate.figures_of(total), total, 2, 0.0)["totals"] == {"failed_sets": 0, **wanted}
    assert wanted["differences"] > 0


def test_blind_sets_give_totals_alone(
    gate: ModuleType, shared: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    blind = importlib.import_module("blind")
    monkeypatch.setattr("results_file.ROOT", shared)
    monkeypatch.setattr(sys, "argv", ["blind.py", str(shared)])
    broken = shared / "invented" / "blind" / EXAMPLES[1]
    (broken / "gold.json").write_text('{"points": "Sterling Wire"}')
    assert blind.main() == 1
    said = "".join(capfd.readouterr())
    assert said.startswith("1 of 2\n2 of 2\nTOTAL of 2 sets: differences seen ")
    assert "failed sets 1" in said
    kept = (shared / "bench" / "results" / "blind.json").read_text()
    points = json.loads((shared / "invented" / "blind" / EXAMPLES[0] / "gold.json").read_text())["points"]
    assert json.loads(kept)["figures"]["totals"]["differences"] > 0
    for told in (*EXAMPLES, "Sterling", *(point["id"] for point in points), *(point["about"] for point in points)):
        assert told not in said + kept


# ---------------------------------------------------------------- sets that are kept aside


def test_the_latest_round_of_each_kind_is_taken_over(gate: ModuleType) -> None:
    kept_aside = importlib.import_module("kept_aside")
    first = {"round": 1, "commit": "a", "sets": 2, "kind": "real reports, kept aside", "conflict_recall": [1, 4]}
    second = {**first, "round": 2, "commit": "b", "conflict_recall": [3, 4], "cards_a_report": 8.0, "violations": 5}
    found = kept_aside.latest([second, first, {**first, "kind": "invented events, kept aside"}])
    assert found["real"] == {
        **{"commit": "b", "round": 2, "sets": 2, "counts": {"conflict_recall": "3 of 4"}},
        **{"shares": {"conflict_recall": 0.75, "volume": 8.0}, "mistakes": {"violations": 5}},
    }
    assert found["invented"]["commit"] == "a"


def test_an_allowance_covers_a_drop_so_far_and_no_further(gate: ModuleType) -> None:
    pinned = gate.raised(None, "corpus", gate.figures_of(TOTALS))
    worse = gate.figures_of({**TOTALS, "differences_right": 4})
    lines = gate.complaints(pinned, "corpus", worse)
    assert gate.allowed(lines, {"differences_right": {"at": "4/10", "why": "retired"}}, worse) == []
    assert gate.allowed(lines, {"differences_right": {"at": "5/10", "why": "retired"}}, worse) != []


def test_an_allowance_that_nothing_needs_is_a_complaint(gate: ModuleType) -> None:
    measured = gate.figures_of(TOTALS)
    assert gate.allowed([], {"violations": {"at": "3", "why": "retired"}}, measured) == [
        "violations needs no allowance any more: strike it"
    ]
