"""The command line: what it prints where, and the code it ends with."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import rashomon
from rashomon import cli, pipeline
from rashomon.errors import InstallError
from rashomon.model import Comparison, Report

FERRY = Path(__file__).parents[1] / "examples" / "ferry"
PROGRAM = [sys.executable, "-c", "from rashomon.cli import main; main()"]
FIRST = "Kite club wins cup\n\nThe kite club won the cup on Sunday.\n"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    file = tmp_path / "first.txt"
    file.write_text(FIRST, encoding="utf-8")
    return file


@pytest.fixture
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the stages after reading out: these tests are about what stands around them."""

    def compare(reports: Iterable[Report], *_: object) -> Comparison:
        return Comparison(tuple(reports), ())

    monkeypatch.setattr(pipeline, "compare", compare)


def program(*arguments: str | Path, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def computed() -> float:
    """Return the seconds that started programs have computed: a busy machine does not add to them."""
    spent = os.times()
    return spent.children_user + spent.children_system


def test_help_is_understood_and_quick() -> None:
    before = computed()
    asked = program("--help")
    assert asked.returncode == cli.DONE
    assert "Compare the reports of one event." in asked.stdout
    # 0.08 s on the machine of bench/results; a slow one is given five times the 150 ms that were promised.
    assert computed() - before < 0.75


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["--version"]])
def test_help_loads_neither_parser_nor_renderers(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom rashomon.cli import run\n"
        f"run({arguments!r})\n"
        "heavy = {'spacy', 'rich', 'jinja2', 'rapidfuzz', 'numpy', 'rashomon.pipeline'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    asked = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr


def test_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == cli.DONE
    assert capsys.readouterr().out == f"rashomon {rashomon.__version__}\n"


def test_runs_as_a_module() -> None:
    told = subprocess.run([sys.executable, "-m", "rashomon", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout == f"rashomon {rashomon.__version__}\n"


def test_without_a_command_it_helps(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == cli.DONE
    assert "Usage: rashomon" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compere"],
        ["compare", "--format", "svg", "x"],
        ["compare", "--open", "--format", "json", "x"],
        ["compare", "x", "--largest-file", "0"],
    ],
)
def test_a_wrong_command_says_what_is_wrong(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == cli.UNUSABLE
    assert "Error:" in capsys.readouterr().err


@pytest.mark.usefixtures("unparsed")
def test_every_format_can_be_read(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["compare", str(first), "--format", "json"]) == cli.DONE
    assert json.loads(capsys.readouterr().out)["reports"][0]["id"] == "first"
    assert cli.run(["compare", str(first), "--format", "csv"]) == cli.DONE
    assert "verdict" in next(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert cli.run(["compare", str(first), "--format", "markdown"]) == cli.DONE
    assert capsys.readouterr().out.startswith("# 1 report compared\n")
    assert cli.run(["compare", str(first), "--format", "html"]) == cli.DONE
    assert "</html>" in capsys.readouterr().out
    assert cli.run(["compare", str(first)]) == cli.DONE
    assert capsys.readouterr().out.startswith("1 report\n")


@pytest.mark.usefixtures("unparsed")
@pytest.mark.parametrize(
    ("name", "start"), [("a.json", "{"), ("a.html", "<!"), ("a.md", "# "), ("a.csv", "finding,"), ("a.out", "1 report")]
)
def test_the_output_file_is_in_the_format_of_its_name(first: Path, tmp_path: Path, name: str, start: str) -> None:
    assert cli.run(["compare", str(first), "--output", str(tmp_path / name)]) == cli.DONE
    assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(start)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([name, "first.txt"])


@pytest.mark.usefixtures("unparsed")
def test_the_page_can_be_opened(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    page = first.with_name("page.html")
    assert cli.run(["compare", str(first), "--open", "--output", str(page)]) == cli.DONE
    assert opened == [page.as_uri()]


@pytest.mark.usefixtures("unparsed")
def test_a_bad_input_among_good_ones_ends_in_3_and_is_named(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = first.with_name("missing.txt")
    assert cli.run(["compare", str(first), str(missing), "--format", "json"]) == cli.PARTLY
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)["reports"]) == 1
    assert shown.err == f"rashomon: failed: {missing}: cannot be read (No such file or directory)\n"


@pytest.mark.usefixtures("unparsed")
def test_json_that_is_no_report_is_named_and_ends_in_0(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = first.with_name("gold.json")
    gold.write_text("{}", encoding="utf-8")
    assert cli.run(["compare", str(first), str(gold)]) == cli.DONE
    assert "rashomon: skipped: " in capsys.readouterr().err


def test_nothing_to_compare_ends_in_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["compare", str(tmp_path / "missing.txt")]) == cli.UNUSABLE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("rashomon: no report could be read, so there is nothing to compare\n")


def test_a_missing_part_of_the_installation_ends_in_4(
    first: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Comparison:
        raise InstallError("the parser is not installed; reinstall Rashomon")

    monkeypatch.setattr(pipeline, "compare", broken)
    assert cli.run(["compare", str(first)]) == cli.NOT_INSTALLED
    assert capsys.readouterr().err == "rashomon: the parser is not installed; reinstall Rashomon\n"


def test_a_bug_is_one_line_and_70(
    first: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Comparison:
        raise KeyError("kite")

    monkeypatch.setattr(pipeline, "compare", broken)
    assert cli.run(["compare", str(first)]) == cli.BUG
    assert capsys.readouterr().err.count("\n") == 1
    monkeypatch.setenv("RASHOMON_TRACEBACK", "1")
    with pytest.raises(KeyError):
        cli.run(["compare", str(first)])


def test_an_interrupted_run_ends_in_130(
    first: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> Comparison:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "compare", interrupted)
    assert cli.run(["compare", str(first)]) == cli.INTERRUPTED
    assert capsys.readouterr().err.strip() == "rashomon: interrupted"


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes as POSIX has them")
def test_control_c_while_it_waits_for_standard_input() -> None:
    # The program waits for as long as this test holds the end of a pipe, and says so when it begins: a line stands
    # on standard output as soon as it has asked for the first bytes.
    asks = (
        "import sys\nfrom rashomon.cli import main\n"
        "class Asked:\n"
        "    def __init__(self, stream): self.stream = stream\n"
        "    def read(self, most):\n"
        "        print('asked', flush=True)\n"
        "        return self.stream.read(most)\n"
        "class Standard:\n"
        "    buffer = Asked(sys.stdin.buffer)\n"
        "sys.stdin = Standard()\nmain()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", asks, "compare", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == b"asked\n"
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err.strip()) == (cli.INTERRUPTED, b"", b"rashomon: interrupted")


@pytest.mark.usefixtures("unparsed")
def test_a_full_disk_is_one_line_and_74(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    assert cli.run(["compare", str(first), "--output", "/dev/full"]) == cli.NOT_WRITTEN
    assert capsys.readouterr().err == "rashomon: the output could not be written (No space left on device)\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line_and_74(first: Path) -> None:
    with Path("/dev/full").open("w") as full:
        asked = subprocess.run(
            [*PROGRAM, "compare", str(first)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert asked.returncode == cli.NOT_WRITTEN
    assert asked.stderr == "rashomon: the output could not be written (No space left on device)\n"


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
def test_a_closed_pipe_is_quiet(first: Path) -> None:
    running = subprocess.Popen([*PROGRAM, "compare", str(first)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    err = running.stderr.read()
    running.stderr.close()
    assert (running.wait(timeout=60), err) == (cli.PIPE_CLOSED, b"")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.html"
    target.write_text("before", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        cli.write_whole(target, "after")
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_standard_input_is_compared(first: Path) -> None:
    asked = program("compare", "-", first, "--format", "json", input="The kite club lost the cup on Sunday.\n")
    assert asked.returncode == cli.DONE, asked.stderr
    assert [report["id"] for report in json.loads(asked.stdout)["reports"]] == ["first", "stdin"]


def test_same_bytes_whatever_the_hash_seed_locale_zone_and_order() -> None:
    files = sorted(FERRY.glob("*.txt"))
    if not files:
        pytest.skip("the examples are not beside the tests")
    settings = [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "7", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
    ]
    orders = (files, files[::-1], files[2:] + files[:2])
    seen = {
        program("compare", *order, "--format", "json", env=os.environ | environment).stdout
        for order, environment in zip(orders, settings, strict=True)
    }
    assert len(seen) == 1
    assert json.loads(seen.pop())["findings"]


def test_shell_completion_answers() -> None:
    asked = program(env=os.environ | {"_RASHOMON_COMPLETE": "bash_source"})
    assert "_rashomon_completion" in asked.stdout
