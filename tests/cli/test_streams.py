"""Standard streams that were closed before the program began."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon import cli

pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams are closed by a POSIX shell")
CLOSED = "rashomon: the output could not be written (standard output is closed)\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text("The kite club won the cup on Sunday.\n", encoding="utf-8")
    return file


def program(words: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program with what a shell makes of the words behind its arguments."""
    named = shlex.join([sys.executable, "-c", "from rashomon.cli import main; main()", *map(str, arguments)])
    return subprocess.run(["/bin/sh", "-c", f"{named} {words}"], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["compare", "read"])
def test_what_cannot_be_shown_ends_in_74(command: str, story: Path) -> None:
    ended = program(">&-", command, story)
    assert (ended.returncode, ended.stderr) == (cli.NOT_WRITTEN, CLOSED)


def test_help_that_cannot_be_shown_ends_in_74() -> None:
    ended = program(">&-", "--help")
    assert (ended.returncode, ended.stderr) == (cli.NOT_WRITTEN, CLOSED)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["compare", "read"])
def test_a_file_is_written_whatever_is_closed(command: str, closed: str, story: Path) -> None:
    usual, target = story.with_name("usual.out"), story.with_name("page.out")
    assert program("", command, story, "--output", usual).returncode == cli.DONE
    ended = program(closed, command, story, "--output", target)
    assert (ended.returncode, ended.stdout, ended.stderr) == (cli.DONE, "", "")
    assert target.read_bytes() == usual.read_bytes()


def test_what_is_said_on_a_closed_standard_error_stands_in_no_file(story: Path) -> None:
    target = story.with_name("page.out")
    ended = program("2>&-", "compare", story, story.with_name("missing.txt"), "--output", target)
    assert (ended.returncode, ended.stdout) == (cli.PARTLY, "")
    assert "missing" not in target.read_text(encoding="utf-8")
    assert program("2>&-", "compare").returncode == cli.UNUSABLE
    assert program("2>&-", "compare", story).stdout.startswith("1 report\n")


def test_a_closed_standard_input_is_named_where_it_is_asked_for(story: Path) -> None:
    ended = program("<&-", "compare", "-", story)
    assert ended.returncode == cli.UNUSABLE
    assert ended.stderr.startswith("rashomon: standard input is closed")
    assert program("<&-", "compare", story).returncode == cli.DONE
