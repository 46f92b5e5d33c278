"""Labels without words: what was marked comes back on the same texts, and on no others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BUILD = Path(__file__).parents[2] / "training" / "events" / "build.py"
LABELS = BUILD.parent / "labels"
TOKENS = ["The", "mayor", "'s", "boat", "(", "24", "feet", ")", "sank", "."]


def corpus(folder: Path, last: str = "sank") -> Path:
    words = [last if word == "sank" else word for word in TOKENS]
    tokens = "".join(f'<token t_id="{n}" sentence="0">{word}</token>' for n, word in enumerate(words))
    for number in (1, 2):
        file = folder / "ecb-plus" / "9" / f"9_{number}ecb.xml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<Document>{tokens}</Document>", encoding="utf-8")
    return folder


def built(script: str, corpora: Path, labels: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Run the script with other labels than the project's."""
    here = labels.parent / "build.py"
    here.write_text(script, encoding="utf-8")
    return subprocess.run([sys.executable, here, str(corpora), str(out)], capture_output=True, text=True)


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """Return a folder with an event whose labels were kept by the script itself."""
    text = "The mayor's boat (24 feet) sank.\n"
    folder = tmp_path / "out" / "dev" / "reports" / "ecb-9ecb"
    folder.mkdir(parents=True)
    for name in ("9_1ecb", "9_2ecb"):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    sides = [{"value": "24", "evidence": [{"report": n, "text": "24 feet"}]} for n in ("9_1ecb", "9_2ecb")]
    point = {"id": "length", "verdict": "agree", "about": "how long it was", "sides": sides[:1]}
    never = [{"a": {"report": "9_1ecb", "text": "24"}, "b": {"report": "9_2ecb", "text": "boat"}, "why": ""}]
    gold = {"points": [point], "never_conflict": never, "boilerplate": []}
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    script = tmp_path / "events" / "build.py"
    script.parent.mkdir()
    script.write_text(BUILD.read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run([sys.executable, script, "--keep", str(tmp_path / "out"), "dev"], check=True, capture_output=True)
    return tmp_path


def test_labels_hold_no_words_and_come_back_with_them(labelled: Path) -> None:
    kept = (labelled / "events" / "labels" / "dev" / "ecb-9ecb.json").read_text(encoding="utf-8")
    assert "feet" not in kept and "boat" not in kept
    script = BUILD.read_text(encoding="utf-8")
    asked = built(script, corpus(labelled / "corpora"), labelled / "events" / "labels", labelled / "again")
    assert asked.returncode == 0, asked.stderr
    folder = labelled / "again" / "dev" / "reports" / "ecb-9ecb"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    assert (folder / "9_1ecb.txt").read_text(encoding="utf-8") == "The mayor's boat (24 feet) sank.\n"
    assert gold["points"][0]["sides"][0]["evidence"] == [{"report": "9_1ecb", "text": "24 feet"}]
    assert gold["never_conflict"][0]["b"] == {"report": "9_2ecb", "text": "boat"}


def test_other_texts_are_refused(labelled: Path) -> None:
    script = BUILD.read_text(encoding="utf-8")
    other = corpus(labelled / "other", last="burned")
    asked = built(script, other, labelled / "events" / "labels", labelled / "again")
    assert asked.returncode != 0
    assert "not those that were labelled" in asked.stderr


def test_the_kept_labels_are_spans_of_known_verdicts() -> None:
    files = sorted(LABELS.glob("*/*.json"))
    assert len(files) == 14
    verdicts = {"conflict", "compatible", "unclear", "agree", "sole", "internal"}
    for file in files:
        labels = json.loads(file.read_text(encoding="utf-8"))
        assert {point["verdict"] for point in labels["points"]} <= verdicts
        spans = [span for point in labels["points"] for side in point["sides"] for span in side]
        assert all(0 <= start < end for _, start, end in spans)
