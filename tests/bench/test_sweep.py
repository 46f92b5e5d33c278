"""Sweeping a number: one value is changed in a copy of the package, and nothing else."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import rashomon

ROOT = Path(__file__).parents[2]
TABLE = """# Numbers.

[near]
value = 3
unit = "value = 9"

[nearest]
unit = ""
value = 0.5

[far]
value = "3/2"

[span]
value = [0.25, 0.75]
"""


@pytest.fixture
def sweep(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("sweep")


@pytest.mark.parametrize(
    ("name", "value", "before", "after"),
    [
        ("near", "4", "value = 3\n", "value = 4\n"),
        ("nearest", "1", "value = 0.5\n", "value = 1\n"),
        ("far", "5/4", 'value = "3/2"', 'value = "5/4"'),
        ("span", "[0.2, 0.8]", "[0.25, 0.75]", "[0.2, 0.8]"),
    ],
)
def test_one_value_is_changed(sweep: ModuleType, name: str, value: str, before: str, after: str) -> None:
    assert sweep.with_value(TABLE, name, value) == TABLE.replace(before, after)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("nowhere", "1", "near, nearest"),
        ("near", "0.5", "is no value of near"),
        ("near", "many", "is no value of near"),
    ],
)
def test_what_cannot_be_tried_is_said(sweep: ModuleType, name: str, value: str, said: str) -> None:
    found = TABLE if name != "nowhere" else TABLE.replace("[far]", "[zero]")
    with pytest.raises(SystemExit, match=said):
        sweep.with_value(found, name, value)


def test_the_copy_alone_has_the_value(sweep: ModuleType, tmp_path: Path) -> None:
    package = Path(rashomon.__file__).parent
    copy = sweep.copied(package, tmp_path, "group", "seed", "7")
    code = "from rashomon.group.runs import SEED; print(SEED)"
    run = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(copy.parent)}
    assert subprocess.run(run, env=environment, capture_output=True, text=True, check=True).stdout == "7\n"
    assert "value = 7" not in (package / "group" / "thresholds.toml").read_text(encoding="utf-8")


def test_a_room_without_numbers_is_said(sweep: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no room nowhere"):
        sweep.copied(Path(rashomon.__file__).parent, tmp_path, "nowhere", "seed", "7")
