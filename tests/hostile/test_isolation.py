"""One bad input among many: it is named, it is the only one that is missing, and the exit code says so."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon import Settings, pipeline
from rashomon.cli import PARTLY, run
from rashomon.errors import Unreadable
from rashomon.model import Comparison
from rashomon.read import drafts, files
from rashomon.read.found import Found, Source

MANY = 100
BAD = "0050.txt"


def filled(folder: Path, many: int) -> Path:
    for number in range(many):
        words = f"The club of the town won {number} cups on Sunday, and it was good.\n"
        (folder / f"{number:04}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path, MANY)


def only_the_bad_one(found: files.Reading, many: int = MANY) -> None:
    failed = [Path(problem.source).name for problem in found.problems if problem.gravity == "failed"]
    assert failed == [BAD]
    assert len(found.reports) == many - 1


@pytest.mark.parametrize("content", [b"\x00\xff", b"", b"\x1f\x8b\x08broken", b"\xff\xfe\x00\xd8"])
def test_one_bad_file_among_many(folder: Path, content: bytes) -> None:
    (folder / BAD).write_bytes(content)
    only_the_bad_one(files.read_files([folder], Settings()))


def test_one_bad_file_among_a_thousand(tmp_path: Path) -> None:
    (filled(tmp_path, 1_000) / BAD).write_bytes(b"\x00\xff")
    only_the_bad_one(files.read_files([tmp_path], Settings()), 1_000)


@pytest.mark.parametrize("error", [MemoryError, RecursionError, ZeroDivisionError, Unreadable])
@pytest.mark.parametrize("step", ["build_report", "read_source"])
def test_one_failure_injected_among_many(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception], step: str
) -> None:
    honest = getattr(drafts, step)

    def breaking(first: str | Source, *rest: object) -> object:
        if getattr(first, "name", first) in ("0050", BAD):
            raise error(f"{BAD}: made up")
        return honest(first, *rest)

    monkeypatch.setattr(drafts, step, breaking)
    found = files.read_files([folder], Settings())
    only_the_bad_one(found)
    assert BAD in found.problems[0].message


def test_a_bug_is_called_one_and_keeps_what_was_read_before_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(source: Source, *_: object) -> Iterator[tuple[Source, Found]]:
        yield source, Found(f"{source.name} tells of the cup that was won.")
        raise KeyError("made up")

    monkeypatch.setattr(drafts, "read_source", breaking)
    found = files.read_files([folder / "0001.txt"], Settings())
    assert len(found.reports) == 1
    assert "a bug in Rashomon (KeyError" in found.problems[0].message


def test_the_exit_code_says_that_one_was_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / BAD).write_bytes(b"\x00\xff")
    compared = []

    def recorded(reports: tuple[object, ...], *_: object) -> Comparison:
        compared.extend(reports)
        return Comparison((), ())

    # What 99 reports say together takes minutes and is not what is tested.
    monkeypatch.setattr(pipeline, "compare", recorded)
    assert run(["compare", str(folder), "--format", "json"]) == PARTLY
    assert len(compared) == MANY - 1
    said = capfd.readouterr().err.splitlines()
    assert len(said) == 1
    assert BAD in said[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_gives_all_its_bytes_though_it_can_be_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = "The club of the town won 4 cups on Sunday, and it was good.\n" * 500
    writer = threading.Thread(target=pipe.write_text, args=(text,), kwargs={"encoding": "utf-8"})
    writer.start()
    found = files.read_files([pipe], Settings())
    writer.join()
    assert [report.text for report in found.reports] == [text]
