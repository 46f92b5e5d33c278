"""A house rule chosen on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.origins.origin_stories import FIRE

from rashomon import cli


@pytest.fixture
def fires(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(FIRE, encoding="utf-8")
    return [str(path) for path in paths]


def test_the_rule_is_the_one_that_was_asked_for(fires: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["compare", *fires, "--format", "json", "--policy", "named-on-record"]) == cli.DONE
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {side["badge"]["policy"] for finding in findings for side in finding["sides"]} == {"named-on-record"}


def test_a_rule_that_is_not_there_is_named_before_anything_is_parsed(
    fires: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["compare", *fires, "--policy", "four-eyes"]) == cli.UNUSABLE
    assert "four-eyes" in capsys.readouterr().err
