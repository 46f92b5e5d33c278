"""The quality gate: it fails on a drop, and no update lowers a floor."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

TOTALS = {
    **{"differences": 10, "differences_seen": 6, "differences_right": 5, "differences_exact": 4, "gold_conflict": 4},
    **{"right_conflict": 2, "conflicts_reported": 4, "false_conflicts": 1, "agreements": 8, "agreements_seen": 6},
    **{"violations": 0, "false_agreements": 3},
}


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "bench"))
    return importlib.import_module("gate")


def test_figures_are_shares_and_counts_of_mistakes(gate: ModuleType) -> None:
    shares, mistakes = gate.figures_of(TOTALS)
    assert shares == {
        **{"differences_seen": 0.6, "differences_right": 0.5, "differences_exact": 0.4, "conflict_recall": 0.5},
        **{"agreements_seen": 0.75, "conflict_precision": 0.75},
    }
    assert mistakes == {"violations": 0, "offset_errors": 0, "failed_sets": 0, "false_agreements": 3}


def test_no_conflict_reported_is_no_precision(gate: ModuleType) -> None:
    assert "conflict_precision" not in gate.figures_of({**TOTALS, "conflicts_reported": 0})[0]


def test_the_same_figures_pass(gate: ModuleType) -> None:
    pinned = gate.raised(None, "corpus", *gate.figures_of(TOTALS))
    assert gate.complaints(pinned, "corpus", *gate.figures_of(TOTALS)) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"differences_seen": 5}, "differences_seen fell"),
        ({"agreements_seen": 5}, "agreements_seen fell"),
        ({"false_conflicts": 2}, "conflict_precision fell"),
        ({"conflicts_reported": 0}, "conflict_precision fell"),
        ({"violations": 1}, "violations rose"),
        ({"failed_sets": 1}, "failed_sets rose"),
    ],
)
def test_one_point_lost_fails(gate: ModuleType, change: dict[str, int], complaint: str) -> None:
    pinned = gate.raised(None, "corpus", *gate.figures_of(TOTALS))
    (line,) = gate.complaints(pinned, "corpus", *gate.figures_of({**TOTALS, **change}))
    assert line.startswith(complaint)


def test_another_corpus_fails(gate: ModuleType) -> None:
    pinned = gate.raised(None, "corpus", *gate.figures_of(TOTALS))
    (line,) = gate.complaints(pinned, "another", *gate.figures_of(TOTALS))
    assert "corpus" in line


def test_an_update_raises_floors_and_lowers_none_but_pins_the_corpus(gate: ModuleType, tmp_path: Path) -> None:
    before = gate.raised(None, "corpus", *gate.figures_of(TOTALS))
    measured = gate.figures_of({**TOTALS, "differences_seen": 5, "differences_exact": 5, "false_agreements": 4})
    after = gate.raised(before, "another", *measured)
    assert (after.floors["differences_seen"], after.floors["differences_exact"]) == (0.6, 0.5)
    assert after.ceilings["false_agreements"] == 3
    assert after.corpus == "another"
    assert gate.complaints(after, "another", *measured) != []
    gate.write_floors(tmp_path / "floors.json", after)
    assert gate.read_floors(tmp_path / "floors.json") == after


def test_a_failed_set_is_never_pinned(gate: ModuleType) -> None:
    measured = gate.figures_of({**TOTALS, "failed_sets": 2})
    (line,) = gate.complaints(gate.raised(None, "corpus", *measured), "corpus", *measured)
    assert line.startswith("failed_sets rose")


def test_nothing_pinned_is_nothing(gate: ModuleType, tmp_path: Path) -> None:
    assert gate.read_floors(tmp_path / "floors.json") is None


def test_what_is_pinned_was_measured(gate: ModuleType) -> None:
    if not gate.FLOORS.exists():
        pytest.skip("nothing is pinned yet")
    pinned = gate.read_floors(gate.FLOORS)
    assert all(0 <= floor <= 1 for floor in pinned.floors.values())
    assert pinned.ceilings["offset_errors"] == 0
