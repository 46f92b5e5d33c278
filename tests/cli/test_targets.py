"""What `--output` may write over: nothing that is read, and nothing of the user's own unless that is asked for."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from rashomon import cli, pipeline
from rashomon.cli.targets import Target
from rashomon.errors import InputError
from rashomon.model import Comparison, Report

FERRY = Path(__file__).parents[2] / "examples" / "ferry"
STORY = "The kite club won the cup on Sunday.\n"
OF_NAME = {
    "page.html": "html",
    "page.json": "json",
    "page.csv": "csv",
    "page.md": "markdown",
    "page.out": "terminal",
}
NAMES = tuple(OF_NAME)
PROGRAM = [sys.executable, "-c", "from rashomon.cli import main; main()"]
posix = pytest.mark.skipif(os.name != "posix", reason="links and modes as POSIX has them")


@pytest.fixture(autouse=True)
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the stages after reading out: these tests are about the files around them."""

    def compare(reports: Iterable[Report], *_: object) -> Comparison:
        return Comparison(tuple(reports), ())

    monkeypatch.setattr(pipeline, "compare", compare)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "reports"
    inside.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (inside / name).write_text(f"{name}: {STORY}", encoding="utf-8")
    return inside


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def refused(*arguments: str | Path) -> bool:
    return cli.run(["compare", *map(str, arguments)]) == cli.UNUSABLE


# ---------------------------------------------------------------- inputs


def test_a_pattern_after_output_harms_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    first, *others = sorted(folder.glob("*.txt"))
    assert refused("--output", first, *others)
    assert f"{first}: stands there already" in capsys.readouterr().err
    assert contents(folder) == before


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("given", ["file", "folder"])
def test_an_input_is_never_written_over(
    folder: Path, given: str, force: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "meta.json").write_text('{"reports": [{"id": "a"}]}', encoding="utf-8")
    before = contents(folder)
    paths = [folder] if given == "folder" else [folder / "a.txt", folder / "b.txt"]
    for target in (folder / "a.txt", folder / "meta.json", folder / ".." / "reports" / "a.txt"):
        assert refused(*paths, "--output", target, *force)
        assert "is one of the files to be read" in capsys.readouterr().err
    assert contents(folder) == before


def test_an_earlier_page_that_lies_among_the_reports_of_a_folder_is_one_of_them(folder: Path) -> None:
    assert cli.run(["compare", str(folder), "--output", str(folder / "page.html"), "--force"]) == cli.DONE
    before = contents(folder)
    assert refused(folder, "--output", folder / "page.html", "--force")
    assert contents(folder) == before


@pytest.mark.parametrize("name", ["result.txt", "result.md", "page.html", "result.csv"])
def test_no_output_comes_to_lie_among_the_reports_of_a_folder(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be a report the next time, and agree with all others."""
    before = contents(folder)
    assert refused(folder, "--output", folder / ".." / folder.name / name)
    assert "would be read as one of them" in capsys.readouterr().err
    assert contents(folder) == before
    assert cli.run(["compare", str(folder), "--output", str(folder / "result.json")]) == cli.DONE
    assert cli.run(["compare", str(folder), "--output", str(folder / "result.out")]) == cli.DONE


@posix
def test_a_link_to_an_input_is_the_input(folder: Path, tmp_path: Path) -> None:
    soft, hard, around = tmp_path / "soft.html", tmp_path / "hard.html", tmp_path / "around"
    soft.symlink_to(folder / "a.txt")
    os.link(folder / "b.txt", hard)
    around.symlink_to(folder)
    before = contents(tmp_path)
    for target in (soft, hard, around / "c.txt"):
        assert refused(folder, "--output", target, "--force")
    assert refused(around, "--output", folder / "c.txt", "--force")
    assert contents(tmp_path) == before


def test_an_archive_and_a_house_rule_are_inputs(folder: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "all"), "zip", folder))
    rule = tmp_path / "rule.toml"
    rule.write_text("", encoding="utf-8")
    before = contents(tmp_path)
    assert refused(archive, "--output", archive, "--force")
    assert refused(folder, "--policy", rule, "--output", rule, "--force")
    assert contents(tmp_path) == before


@posix
def test_the_file_behind_standard_input_is_an_input(folder: Path) -> None:
    story = folder / "a.txt"
    with story.open("rb") as stream:
        arguments = [*PROGRAM, "compare", "-", "--output", str(story), "--force"]
        ended = subprocess.run(arguments, stdin=stream, capture_output=True, text=True, check=False)
    assert ended.returncode == cli.UNUSABLE, ended.stderr
    assert story.read_text(encoding="utf-8") == f"a.txt: {STORY}"


# ---------------------------------------------------------------- files of the user


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_the_user_is_replaced_only_where_that_is_asked_for(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / name
    target.write_text("# My notes\n", encoding="utf-8")
    assert refused(folder, "--output", target)
    assert "--force" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "# My notes\n"
    assert cli.run(["compare", str(folder), "--output", str(target), "--force"]) == cli.DONE
    assert "notes" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_an_earlier_output_is_replaced_by_one_of_its_format_alone(folder: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    arguments = ["compare", str(folder / "a.txt"), "--output", str(target)]
    assert cli.run(arguments) == cli.DONE
    first = target.read_bytes()
    assert cli.run(["compare", str(folder), "--output", str(target)]) == cli.DONE
    assert target.read_bytes() != first or name == "page.csv"
    for other in {"json", "html", "csv", "markdown", "terminal"} - {OF_NAME[name]}:
        assert refused(folder, "--output", target, "--format", other)


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_of_a_whole_comparison_are_known_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    target = tmp_path / name
    for _ in range(2):
        assert cli.run(["compare", str(FERRY), "--output", str(target)]) == cli.DONE


def test_an_empty_file_may_be_replaced(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").touch()
    assert cli.run(["compare", str(folder), "--output", str(tmp_path / "page.html")]) == cli.DONE


def test_what_came_there_while_it_was_compared_stays(tmp_path: Path) -> None:
    target = Target(tmp_path / "page.html", "html")
    target.check()
    target.path.write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="stands there already"):
        target.write("<!doctype html>")
    assert target.path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("command", ["compare", "read"])
def test_an_empty_name_is_no_target(folder: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([command, str(folder), "--output", ""]) == cli.UNUSABLE
    shown = capsys.readouterr()
    assert (shown.out, "an empty path" in shown.err) == ("", True)


def test_force_is_for_a_file(folder: Path) -> None:
    assert refused(folder, "--force")
    assert cli.run(["fetch", "https://news.example/", "--force"]) == cli.UNUSABLE


@pytest.mark.parametrize("name", ["reports.jsonl", "pages.warc.gz"])
def test_fetch_asks_no_server_where_a_file_stands_there(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    assert cli.run(["fetch", "https://news.example/", "--output", str(tmp_path / name)]) == cli.UNUSABLE
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("content", ["one precious line", '{"text": "a record"}', '{"schema": "mine/1"}\n'])
def test_read_goes_on_with_no_file_that_it_did_not_write(folder: Path, tmp_path: Path, content: str) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_text(content, encoding="utf-8")
    assert cli.run(["read", str(folder), "--output", str(kept), "--resume"]) == cli.UNUSABLE
    assert kept.read_text(encoding="utf-8") == content


# ---------------------------------------------------------------- how it is written


@posix
def test_a_file_keeps_its_mode_and_a_link_leads_to_it(tmp_path: Path) -> None:
    real, link = tmp_path / "inside" / "real.html", tmp_path / "link.html"
    real.parent.mkdir()
    link.symlink_to(real)
    cli.write_whole(link, "first")
    assert link.is_symlink()
    real.chmod(0o604)
    cli.write_whole(link, "second")
    assert (real.read_text(encoding="utf-8"), stat.S_IMODE(real.stat().st_mode)) == ("second", 0o604)
    assert link.is_symlink()
    assert sorted(tmp_path.rglob("*")) == [real.parent, real, link]


@posix
def test_a_new_file_has_the_mode_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    cli.write_whole(tmp_path / "page.html", "words")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.html"
    target.write_text("first", encoding="utf-8")
    # Root may write everything: what anybody else is told is said here.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(PermissionError):
        cli.write_whole(target, "second")
    assert target.read_text(encoding="utf-8") == "first"


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 250 + ".html")
    for words in ("first", "second"):
        cli.write_whole(target, words)
        assert target.read_text(encoding="utf-8") == words


def test_a_part_of_another_run_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".rashomon-{os.getpid()}-0.part"
    other.write_text("another's", encoding="utf-8")
    cli.write_whole(tmp_path / "page.html", "words")
    assert other.read_text(encoding="utf-8") == "another's"
