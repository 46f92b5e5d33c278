"""Characters that deceive: each is read or named, positions stay true, and what is read can be written."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from rashomon import Settings
from rashomon.cli import run
from rashomon.errors import InputError
from rashomon.read.build import build_report
from rashomon.read.characters import decode
from rashomon.read.files import read_files
from rashomon.read.found import Found

STORY = "Kite club wins cup\n\nThe kite club won “four” cups on Sunday, and the café said that it was good.\n"
ODD = {
    "bidi": STORY.replace("four", "\u202efour\u202c"),
    "isolates": STORY.replace("four", "\u2067four\u2069"),
    "joiners": "\u200d".join(STORY),
    "zero width": "\u200b".join(STORY),
    "combining": STORY.replace("e", "e" + "\u0301" * 500),
    "tags": STORY + "".join(chr(0xE0000 + ord(letter)) for letter in "hidden"),
    "noncharacters": STORY + "\uffff\ufdd0\U0010ffff",
    "separators": STORY.replace(" ", "\u2028").replace("\n", "\x85"),
    "controls": STORY + "".join(map(chr, range(1, 32))),
    "astral": STORY.replace("kite", "\U0001f600\U0001d4b3"),
    "escape": STORY + "\x1b[2J\x1b]0;owned\x07",
}
MARKS = {"utf-8-sig": 1, "utf-16": 0, "utf-32": 0, "utf-8": 0}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("codec", MARKS)
def test_passages_tile_the_file_as_an_editor_opens_it(name: str, codec: str) -> None:
    text, _ = decode(ODD[name].encode(codec), "odd.txt")
    assert text[MARKS[codec] :] == ODD[name].replace("\r", "\n")
    report = build_report("odd", "odd.txt", Found(text))
    assert "".join(passage.range.of(text) for passage in report.passages) == text


def test_a_file_of_mostly_utf_8_keeps_its_signs() -> None:
    content = STORY.encode() + "café".encode()[:-1]
    text, remark = decode(content, "cut.txt")
    assert text == content.decode("utf-8", errors="replace")
    assert "not all UTF-8" in remark


@pytest.mark.parametrize("codec", ["cp1251", "shift-jis", "gb18030", "iso8859-2", "koi8-r"])
def test_another_charset_is_said_and_never_stops_a_run(codec: str, tmp_path: Path) -> None:
    words = {"cp1251": "Клуб победил", "koi8-r": "Клуб победил", "iso8859-2": "Klub zwyciężył w zawodach łódek"}
    (tmp_path / "odd.txt").write_bytes(f"Kite club: {words.get(codec, '凧揚げ大会で優勝')}\n".encode(codec))
    found = read_files([tmp_path / "odd.txt"], Settings())
    assert len(found.reports) == 1
    assert any("UTF-8" in problem.message for problem in found.problems)


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00\x00a", b"\xff\xfea\x00\x00\x00", b"\xff\xfe\x00\xd8", bytes(range(1, 256)) * 4, b"\x81\x8d" * 50],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match=r"odd\.txt"):
        decode(content, "odd.txt")


def test_text_without_words_is_no_report() -> None:
    for text in ("\u200b\u200d\u2060", "\ufeff \u00a0", "...", "\u0301" * 1000):
        with pytest.raises(InputError, match=r"odd\.txt: (is empty|holds no words)"):
            build_report("odd", "odd.txt", Found(text))


@pytest.mark.parametrize("form", ["json", "html", "markdown", "csv", "terminal"])
def test_half_signs_in_records_and_file_names_can_be_written(
    tmp_path: Path, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    record = {"text": STORY + "\ud800", "id": "a\udfff", "title": "\ud800", "outlet": "\udc80", "url": "x\ud800"}
    (tmp_path / "records.json").write_text(json.dumps([record, record | {"id": "b"}]), encoding="utf-8")
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\x1b[2J.txt")).write_text(STORY, encoding="utf-8")
    assert run(["compare", str(tmp_path), "--format", form, "--output", str(tmp_path / "out")]) == 0
    shown = (tmp_path / "out").read_text(encoding="utf-8")
    assert "\x1b" not in shown + capfd.readouterr().err


def test_names_cannot_talk_to_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad\x1b[2J\u202e.txt").write_bytes(b"\x00")
    assert run(["compare", str(tmp_path)]) == 2
    said = capfd.readouterr().err
    assert "bad⟦U+001B⟧[2J⟦U+202E⟧.txt" in said
    assert "\x1b" not in said
