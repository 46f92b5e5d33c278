"""The measurements themselves: what they count, on figures and texts small enough to check by hand."""

from __future__ import annotations

import importlib
import os
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rashomon.model import Finding

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
FOLDERS = ("bench", "training/alignment")


@pytest.fixture(autouse=True)
def _folders(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in FOLDERS:
        monkeypatch.syspath_prepend(str(ROOT / folder))


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


# ---------------------------------------------------------------- verdicts and curve


COUNTS = Counter(
    {
        **{"differences": 8, "differences_seen": 4, "differences_reported": 10, "unmatched_differences": 4},
        **{"gold_conflict": 4, "right_conflict": 1, "conflicts_reported": 2, "false_conflicts": 1, "reports": 5},
    }
)


def test_shares_are_of_what_there_is_and_none_of_nothing() -> None:
    found = module("verdicts").shares(COUNTS)
    assert found["differences seen"] == 0.5
    assert found["difference precision"] == 0.6
    assert (found["conflict recall"], found["conflict precision"]) == (0.25, 0.5)
    assert found["agreements seen"] is None


def test_the_threshold_with_the_best_recall_among_the_precise_is_chosen() -> None:
    def counted(right: int, false: int) -> Counter[str]:
        reported = {"conflicts_reported": right + false, "false_conflicts": false}
        return Counter({"gold_conflict": 10, "right_conflict": right, **reported})

    best = module("verdicts")._best
    assert best({0.3: counted(6, 4), 0.5: counted(4, 1), 0.7: counted(3, 0)}) == 0.5
    assert best({0.3: counted(6, 6), 0.5: counted(4, 3)}) == 0.5


def test_weights_are_put_back_after_measuring() -> None:
    quantities = module("rashomon.questions.quantity.candidates")
    shipped = quantities.load_weights("quantity")
    with module("verdicts_sets").weights_set({"quantity": {"bias": 7.0}}):
        assert quantities.load_weights("quantity")["bias"] == 7.0
    assert quantities.load_weights("quantity") == shipped


@pytest.mark.skipif(not (SHARED / "reports").is_dir(), reason=f"no labelled reports under {SHARED}")
def test_a_set_measured_from_its_accounts_is_what_the_pipeline_finds() -> None:
    rashomon, sets = module("rashomon"), module("verdicts_sets")
    event = next(iter(sets.load_sets(SHARED, only="kim-visit")))
    compared = rashomon.compare(rashomon.read([str(file) for file in sorted(event.folder.glob("*.txt"))]).reports)
    measured = sets.findings_of(event, rashomon.Settings())
    assert [_told(f) for f in measured] == [_told(f) for f in compared.findings]


def _told(finding: Finding) -> tuple[Any, ...]:
    """Return what the scorer looks at: the pipeline adds origins afterwards."""
    places = [(e.report, e.range) for side in finding.sides for e in side.evidence]
    return finding.verdict, finding.reason, places


# ---------------------------------------------------------------- workbench


def test_causes_are_counted_most_frequent_first() -> None:
    missed = ["conflict:date", "compatible:unit", "conflict:date"]
    rows = [("score", "unclear:name"), *(("gate", kind) for kind in missed)]
    table = module("workbench").counted(rows, "Missed")
    assert table.splitlines() == [
        "## Missed: 4",
        "",
        "| cause | count | of them |",
        "|---|---|---|",
        "| gate | 3 | conflict:date 2, compatible:unit 1 |",
        "| score | 1 | unclear:name 1 |",
    ]


# ---------------------------------------------------------------- nanco and growth


def test_balanced_accuracy_is_the_mean_of_both_shares() -> None:
    same = {1: True, 2: True, 3: False, 4: False, 5: False, 6: False}
    said = {1: True, 2: False, 3: False, 4: False, 5: False, 6: True}
    assert module("nanco").balanced(said, same) == (0.5 + 0.75) / 2


def test_groups_are_alike_on_the_whole() -> None:
    groups_of = module("nanco").groups_of
    assert groups_of(3, {(0, 1): 0.9, (1, 2): 0.5, (0, 2): 0.0}, 0.4) == [(0, 1), (2,)]
    assert groups_of(3, {(0, 1): 0.9, (1, 2): 0.5, (0, 2): 0.5}, 0.4) == [(0, 1, 2)]


def test_mixed_reports_are_the_same_every_time_and_no_copies(tmp_path: Path) -> None:
    growth = module("growth")
    folder = tmp_path / "reports" / growth.EVENT
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The harbour pilots refused overtime. Freighters waited outside. Nobody was hurt.")
    (folder / "b.txt").write_text("Thirty freighters waited. Engineers repaired the lighthouse. Fishermen celebrated.")
    texts = growth.mixed(tmp_path, 9)
    assert texts == growth.mixed(tmp_path, 9)
    assert len(texts) == 9
    assert len(set(texts)) >= 4
    assert not set(texts[2:]) & set(texts[:2])


# ---------------------------------------------------------------- training


def test_the_regression_finds_what_tells_the_labels_apart() -> None:
    numpy, logistic = module("numpy"), module("logistic")
    rows = numpy.array([[float(n % 2), float(n % 3)] for n in range(60)])
    labels = rows[:, 0]
    weights = logistic.fit(rows, labels, numpy.ones(60), 0.5)
    assert weights[1] > 3 > abs(weights[2])
    assert ((logistic.predict(rows, weights) > 0.5) == (labels == 1)).all()


def test_average_precision_is_that_of_the_textbook() -> None:
    numpy, precision = module("numpy"), module("logistic").average_precision
    assert precision(numpy.array([1.0, 0.0, 1.0]), numpy.array([0.9, 0.8, 0.7])) == pytest.approx((1 + 2 / 3) / 2)
    assert precision(numpy.array([1.0, 0.0]), numpy.array([0.5, 0.5])) == pytest.approx(0.5)
    assert precision(numpy.array([0.0]), numpy.array([0.5])) == 0.0


def test_no_single_difference_teaches_the_whole() -> None:
    pairs = module("pairs").pairs_of("event", [{"a": 1.0}] * 5, ["x", "x", "x", "x", ""])
    assert pairs.importance.tolist() == [1.5, 1.5, 1.5, 1.5, 1.0]
    assert pairs.labels.tolist() == [1.0, 1.0, 1.0, 1.0, 0.0]


def test_weights_are_written_with_their_meaning_and_other_channels_stay() -> None:
    file = module("weights_file")
    channel = file.Channel("quantity", {"bias": -1.0, "near": 0.5}, {"near": "How near."}, "5 pairs")
    text = file.written((channel,), "How.", "[quantity]\nbias = 3.0\n\n[wording]\nbias = 2.00\n")
    assert text == (
        "# How.\n\n# 5 pairs\n[quantity]\n"
        "bias = -1.00              # The constant.\nnear = 0.50               # How near.\n\n[wording]\nbias = 2.00\n"
    )


def test_every_wording_weight_that_ships_has_a_meaning() -> None:
    weights = module("rashomon.coreference.same_question").load_weights("wording")
    assert list(weights) == ["bias", *module("wordings").MEANINGS]
