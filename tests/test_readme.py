"""The README says what is: its excerpt and figures are those that the script makes now, and its commands are CI's."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def readme(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("readme")


def test_the_excerpt_and_the_figures_are_up_to_date(readme: ModuleType) -> None:
    if not (ROOT / "bench" / "results" / "reports.json").exists():
        pytest.skip("nothing has been measured yet")
    before = readme.README.read_text(encoding="utf-8")
    parts = {"excerpt": readme.excerpt(), "figures": readme.figures(ROOT / "bench" / "results")}
    assert readme.written(before, parts) == before, "run: python bench/readme.py"


def test_figures_are_those_of_the_results(readme: ModuleType, tmp_path: Path) -> None:
    assert readme.figures(tmp_path) == "Nothing has been measured yet."
    (tmp_path / "reports.json").write_text(json.dumps({"figures": {"shares": {"conflict_precision": 0.625}}}))
    assert readme.figures(tmp_path).splitlines()[2:] == ["| reported conflicts that are conflicts | 62% |"]


def test_parts_go_between_their_markers_alone(readme: ModuleType) -> None:
    page = "a\n<!-- x: by -->\nold\n<!-- /x -->\nb\n"
    assert readme.written(page, {"x": "new\\1"}) == "a\n<!-- x: by -->\nnew\\1\n<!-- /x -->\nb\n"
    with pytest.raises(ValueError, match="markers for y"):
        readme.written(page, {"y": "new"})


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
