"""The measurement of a crawl: its pages are the same every time, and an interruption is one."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_a_crawl_is_made_the_same_and_read_the_same_however_often_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    reading = importlib.import_module("reading")
    for name in ("one", "two"):
        reading.write_crawl(tmp_path / name, 3)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    figures = reading.measure(60, tmp_path)
    assert (figures["reports"], figures["lost"], figures["doubled"]) == (60, 0, 0)
    assert figures["equal_to_one_run"]
    assert figures["exit_codes"] == [0, 130, -9, 0]
    assert 0 < figures["reports_when_interrupted"] < figures["reports_when_killed"] < 60
