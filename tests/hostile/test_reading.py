"""Input that means harm, or came to it: no traceback, no long wait, and the other files are still read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from rashomon import Settings
from rashomon.errors import RashomonError
from rashomon.read import drafts, files
from rashomon.read.boilerplate import shipped_rules
from rashomon.read.characters import decode
from rashomon.read.formats.records import read_json
from rashomon.read.found import source_of
from rashomon.read.plain import read_plain


def test_mutated_reports_raise_nothing_but_our_own_errors() -> None:
    seed = (
        b"Kite club wins\nBy Jane Doe\n3 March 2024\n\nOSLO (AP) - The club won, \xe2\x80\x9chands down\xe2\x80\x9d.\n"
    )
    seed += b'{"text": "x"}\n'
    chance = random.Random(7)
    for _ in range(2_000):
        content = bytearray(seed)
        for _ in range(chance.randrange(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            text, _ = decode(bytes(content), "x")
            read_plain(text, shipped_rules())
            list(read_json(source_of(text.encode(), "x"), Settings()))
        except RashomonError:
            continue


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_one_file_that_breaks_the_machine_harms_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"The club won {number} cups.\n", encoding="utf-8")
    honest = drafts.build_report

    def breaking(name: str, *rest: object) -> object:
        if name == "13":
            raise error
        return honest(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(drafts, "build_report", breaking)
    found = files.read_files([tmp_path], Settings())
    assert len(found.reports) == 19
    assert [Path(problem.source).name for problem in found.problems] == ["13.txt"]


@pytest.mark.parametrize("name", ["\x00", "x" * 5_000, "/dev/null", "a\nb"])
def test_odd_paths_are_named(name: str) -> None:
    found = files.read_files([name], Settings())
    assert found.reports == ()
    assert found.failed


def test_a_device_without_end_is_refused() -> None:
    zero = Path("/dev/zero")
    if not zero.exists():
        pytest.skip("this system has no /dev/zero")
    assert "larger" in files.read_files([zero], Settings(largest_file=1_000)).problems[0].message


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert files.read_files([tmp_path / "loop.txt"], Settings()).failed
