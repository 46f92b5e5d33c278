"""What is handed on: licences that stand where they are named, data beside the code, and no path of a machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rashomon"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
MOST_BYTES = 25_000_000  # of the package before it is compressed
# A home folder, a mounted folder or a drive: where somebody's machine keeps things.
A_MACHINES_PATH = re.compile(r"(?<![\w.:/])(?:/(?:home|Users|root|mnt|work|tmp)/\w|[A-Z]:\\\\?Users\\)")


def committed() -> list[Path]:
    """Return the files that git keeps, or skip where this is no checkout."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S607
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("name", PROJECT["license-files"])
def test_every_licence_is_there(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_the_notice_names_files_that_are_there() -> None:
    named = re.findall(r"src/rashomon/[\w/.]*\w", NOTICE)
    assert len(named) >= 7
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_all_that_was_derived_from_others_is_in_the_notice() -> None:
    derived = [SOURCE / "lang" / "parser_model", *SOURCE.rglob("*.gz")]
    assert [part for part in derived if part.relative_to(ROOT).as_posix() not in NOTICE] == []


def test_the_package_is_small() -> None:
    parts = [part for part in SOURCE.rglob("*") if part.is_file() and "__pycache__" not in part.parts]
    assert sum(part.stat().st_size for part in parts) < MOST_BYTES


def test_no_committed_file_names_a_path_of_a_machine() -> None:
    found = []
    for file in committed():
        words = file.read_bytes()
        if b"\0" not in words:
            text = words.decode("utf-8", errors="replace")
            found += [f"{file.relative_to(ROOT)}: {match[0]}" for match in A_MACHINES_PATH.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "wrong"), [("/" + "home/ann/x", True), ("C:" + "\\Users\\ann", True), ("a/tmp/b", False)]
)
def test_a_path_of_a_machine_is_known(text: str, wrong: bool) -> None:
    assert bool(A_MACHINES_PATH.search(text)) is wrong
