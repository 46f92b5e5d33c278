"""`rashomon read`: what it shows, what it keeps, and how it goes on after an interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon import cli, pipeline
from rashomon.model import Comparison, Report
from rashomon.read.problems import Problem

STORY = "Kite club wins cup\n\nBy Ada Wren\n\nVARNHOLM (Norpress) - The club won the cup.\n\nRead more: All the kites\n"
PROGRAM = [sys.executable, "-c", "from rashomon.cli import main; main()"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "reports"
    inside.mkdir()
    (inside / "first.txt").write_text(STORY, encoding="utf-8")
    lines = "".join(json.dumps({"text": f"The club won cup number {n}."}) + "\n" for n in range(20))
    (inside / "many.jsonl").write_text(lines, encoding="utf-8")
    (inside / "other.txt").write_text("The club lost.\n", encoding="utf-8")
    return inside


def page(n: int) -> bytes:
    body = f"HTTP/1.1 200 Fine\r\nContent-Type: text/plain\r\n\r\nThe kite club won cup number {n}.".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/kites?{n}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def test_shows_what_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", str(folder / "first.txt")]) == cli.DONE
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.splitlines()[:8] == [
        "first",
        "  headline    Kite club wins cup",
        "  byline      Ada Wren",
        "  dateline    Varnholm (Norpress)",
        "  language    English",
        "  words       15",
        "  boilerplate 5 words (related-link 1)",
        f"  source      {folder / 'first.txt'}",
    ]
    assert "All the kites" not in shown.out
    assert cli.run(["read", str(folder / "first.txt"), "--boilerplate"]) == cli.DONE
    assert "    related-link: Read more: All the kites\n" in capsys.readouterr().out


def test_the_screen_gets_no_control_characters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = {"text": "The club \u202ewon.\x1b[31m", "outlet": "Kite\x1b[2J Weekly", "title": "a\u202eb", "id": "\x07"}
    file = tmp_path / "a.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    assert cli.run(["read", str(file), "--boilerplate"]) == cli.DONE
    assert not {"\x1b", "\u202e", "\x07"} & set(capsys.readouterr().out)


def test_what_is_kept_is_read_again_with_nothing_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = folder.parent / "kept.jsonl"
    assert cli.run(["read", str(folder), "--output", str(kept)]) == cli.DONE
    capsys.readouterr()
    assert cli.run(["read", str(kept), "--format", "jsonl"]) == cli.DONE
    assert capsys.readouterr().out == kept.read_text(encoding="utf-8")
    assert list(pipeline.read([kept]).reports) == list(pipeline.read([folder]).reports)


def test_compare_takes_what_was_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "compare", lambda reports, *_: Comparison(tuple(reports), ()))
    shown = []
    for path in (folder, folder.parent / "kept.jsonl"):
        cli.run(["compare", str(path), "--format", "json"])
        shown.append(capsys.readouterr().out)
        cli.run(["read", str(folder), "--output", str(folder.parent / "kept.jsonl"), "--resume"])
        capsys.readouterr()
    assert len(shown[0]) > 1_000
    assert shown[0] == shown[1]


def test_a_bad_input_among_good_ones_ends_in_3_and_is_told_at_the_end(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.json").write_bytes(b"{")
    assert cli.run(["read", str(folder)]) == cli.PARTLY
    shown = capsys.readouterr()
    assert shown.out.count("  source ") == 22
    assert shown.err.startswith(f"rashomon: failed: {folder / 'broken.json'}: is not valid JSON")


def test_nothing_read_ends_in_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", str(tmp_path / "missing.txt")]) == cli.UNUSABLE
    assert "rashomon: no report could be read" in capsys.readouterr().err


def test_the_columns_of_a_table_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "table.csv"
    table.write_text("was,wer,text\nThe club won the cup.,Harbour Post,no\n", encoding="utf-8")
    assert cli.run(["read", str(table), "--column", "text=was", "--column", "outlet=wer"]) == cli.DONE
    shown = capsys.readouterr().out
    assert "Harbour Post" in shown
    assert "words       5" in shown


@pytest.mark.parametrize("words", ["text", "text=", "colour=was", "=was"])
def test_a_column_for_no_field_is_named(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", "a.csv", "--column", words]) == cli.UNUSABLE
    assert "--column" in capsys.readouterr().err


def test_many_problems_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"text": "The club won."}\n' + "{\n" * 1_002, encoding="utf-8")
    assert cli.run(["read", str(file)]) == cli.PARTLY
    said = capsys.readouterr().err.splitlines()
    assert (len(said), said[-1]) == (1_001, "rashomon: and 2 more like these")


@pytest.mark.parametrize(
    "options", [["--resume"], ["--output", "x", "--format", "terminal"], ["--output", "x", "--boilerplate"]]
)
def test_options_that_do_not_go_together_are_named(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", "a.txt", *options]) == cli.UNUSABLE
    assert "Error:" in capsys.readouterr().err
    assert not Path("x").exists()


# ---------------------------------------------------------------- long runs


def test_a_file_that_stands_there_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = folder / "other.txt"
    assert cli.run(["read", str(folder / "first.txt"), "--output", str(other)]) == cli.UNUSABLE
    assert "--resume" in capsys.readouterr().err
    assert cli.run(["read", str(folder / "first.txt"), "--output", str(other), "--resume"]) == cli.UNUSABLE
    assert "other.txt, line 1: is no report" in capsys.readouterr().err
    assert other.read_text(encoding="utf-8") == "The club lost.\n"


def test_an_output_among_the_inputs_is_not_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = folder / "kept.jsonl"
    for _ in range(2):
        assert cli.run(["read", str(folder), str(kept), "--output", str(kept), "--resume"]) == cli.DONE
        assert kept.read_text(encoding="utf-8").count("\n") == 22


def test_every_place_where_a_run_may_be_cut_off_is_gone_on_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "crawl.warc").write_bytes(b"".join(map(page, range(12))))
    kept = folder.parent / "kept.jsonl"
    assert cli.run(["read", str(folder), "--output", str(kept)]) == cli.DONE
    whole = kept.read_bytes()
    assert whole.count(b"\n") == 34
    for cut in [*range(0, len(whole), 997), len(whole)]:
        kept.write_bytes(whole[:cut])
        assert cli.run(["read", str(folder), "--output", str(kept), "--resume"]) == cli.DONE
        assert kept.read_bytes() == whole
    assert capsys.readouterr().err == ""


def test_what_was_kept_is_not_built_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "crawl.warc").write_bytes(b"".join(map(page, range(12))))
    kept = folder.parent / "kept.jsonl"
    assert cli.run(["read", str(folder), "--output", str(kept)]) == cli.DONE

    def fails(*_: object) -> None:
        raise AssertionError("built again")

    monkeypatch.setattr(sys.modules["rashomon.read.drafts"], "build_report", fails)
    assert cli.run(["read", str(folder), "--output", str(kept), "--resume"]) == cli.DONE


def test_problems_are_told_again_when_it_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.json").write_bytes(b"{")
    arguments = ["read", str(folder), "--output", str(folder.parent / "kept.jsonl"), "--resume"]
    assert [cli.run(arguments), cli.run(arguments)] == [cli.PARTLY, cli.PARTLY]
    assert capsys.readouterr().err.count("broken.json: is not valid JSON") == 2


def test_an_interruption_leaves_whole_lines_and_says_how_to_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = folder.parent / "kept.jsonl"
    assert cli.run(["read", str(folder), "--output", str(kept)]) == cli.DONE
    whole = kept.read_bytes()
    (folder / "broken.json").write_bytes(b"{")
    kept.unlink()
    each = pipeline.read_each

    def interrupted(*given: object) -> Iterator[Report | Problem]:
        for number, outcome in enumerate(each(*given)):  # type: ignore[arg-type]
            if number == 6:
                os.kill(os.getpid(), signal.SIGINT)
            yield outcome

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "read_each", interrupted)
        assert cli.run(["read", str(folder), "--output", str(kept)]) == cli.INTERRUPTED
    said = capsys.readouterr().err
    assert "broken.json: is not valid JSON" in said
    assert "--resume goes on where it ends" in said
    part = kept.read_bytes()
    assert part.count(b"\n") == 6
    assert whole.startswith(part)
    assert cli.run(["read", str(folder), "--output", str(kept), "--resume"]) == cli.PARTLY
    assert kept.read_bytes() == whole
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_disk_that_is_full_leaves_whole_lines(folder: Path) -> None:
    kept = folder.parent / "kept.jsonl"
    limited = f"ulimit -f 4; exec {sys.executable} -c 'from rashomon.cli import main; main()' \"$@\""
    arguments = ["read", str(folder), "--output", str(kept)]
    ended = subprocess.run(["/bin/sh", "-c", limited, "bash", *arguments], capture_output=True, text=True, check=False)
    assert ended.returncode == cli.NOT_WRITTEN, ended.stderr
    assert "the output could not be written" in ended.stderr
    part = kept.read_bytes()
    assert part.endswith(b"\n")
    assert all(json.loads(line)["schema"] for line in part.splitlines())
    assert cli.run([*arguments, "--resume"]) == cli.DONE
    assert kept.read_bytes().count(b"\n") == 22


def test_a_device_can_be_written_to(folder: Path) -> None:
    arguments = [*PROGRAM, "read", str(folder), "--output"]
    out = subprocess.run([*arguments, "/dev/stdout"], stdout=subprocess.PIPE, check=False)
    assert (out.returncode, out.stdout.count(b"\n")) == (cli.DONE, 22)
    assert subprocess.run([*arguments, "/dev/full"], capture_output=True, check=False).returncode == cli.NOT_WRITTEN
