"""Ctrl-C wherever it comes: while modules load, too, the program ends in one line and 130."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rashomon import cli

# Ctrl-C is pressed at the moment at which a module is sought, by the program itself: nothing waits and hopes.
PRESSED = """
import signal, sys

class Pressed:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            sys.meta_path.remove(self)
            print("pressed", flush=True)
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Pressed())
from rashomon.cli import main
main(sys.argv[2:])
"""


@pytest.mark.parametrize(
    "module",
    [
        "rashomon.cli.codes",
        "click",
        "rashomon.cli.comparing",
        "rashomon.cli.program",
        "rashomon.pipeline",
        "lxml.etree",
        "rashomon.questions.statement.candidates",
        "numpy",
        "spacy",
        "thinc.api",
        "rich",
    ],
)
def test_control_c_while_a_module_loads(module: str, tmp_path: Path) -> None:
    story, target = tmp_path / "a.txt", tmp_path / "page.out"
    story.write_text("The kite club won the cup on Sunday.\n", encoding="utf-8")
    arguments = [sys.executable, "-c", PRESSED, module, "compare", str(story), "--output", str(target)]
    ended = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (cli.INTERRUPTED, "pressed\n"), ended.stderr
    assert ended.stderr.strip() == "rashomon: interrupted"
    assert not target.exists()


def test_control_c_once_more_while_the_first_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The kite club won.\n", encoding="utf-8")
    twice = PRESSED.replace("name == sys.argv[1]", 'name in ("rashomon.pipeline", "rashomon.render.page.visible")')
    twice = twice.replace("sys.meta_path.remove(self)", "pass")
    arguments = [sys.executable, "-c", twice, "", "compare", str(tmp_path / "a.txt")]
    ended = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (cli.INTERRUPTED, "pressed\npressed\n"), ended.stderr
    assert "Traceback" not in ended.stderr
