"""Files and folders in, reports out."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import datetime
from pathlib import Path, PurePath

import pytest

from rashomon import Settings
from rashomon.read.files import Inputs, read_each, read_files
from rashomon.read.folders import expand
from rashomon.read.metadata import Listing, Metadata
from rashomon.read.problems import Gravity, Problem, Reading

STORY = "Kite club wins cup\n\nThe kite club won the cup on Sunday.\n"


def reading(*paths: Path | str, **settings: int) -> Reading:
    return read_files(paths, Settings(**settings))  # type: ignore[arg-type]


def said(found: Reading) -> list[tuple[str, str]]:
    return [(problem.gravity.value, Path(problem.source).name) for problem in found.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "first.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "second.md").write_text("# Kites\n\nThe club lost.\n", encoding="utf-8")
    (tmp_path / "third.json").write_text(
        json.dumps({"id": "third", "text": "Kites flew.", "outlet": "Weekly"}), encoding="utf-8"
    )
    (tmp_path / "fourth.jsonl").write_text('{"text": "One."}\n{"id": "named", "text": "Two."}\n', encoding="utf-8")
    return tmp_path


def test_reads_every_kind_of_file_in_a_folder(folder: Path) -> None:
    found = reading(folder)
    assert [report.id for report in found.reports] == ["first", "fourth-1", "named", "second", "third"]
    assert found.problems == ()
    assert found.reports[0].headline == "Kite club wins cup"
    assert found.reports[4].outlet == "Weekly"


def test_order_and_repetition_change_nothing(folder: Path) -> None:
    files = sorted(folder.iterdir())
    assert reading(*files) == reading(*reversed(files), folder, files[0])


def test_a_text_keeps_its_characters_and_its_hash(folder: Path) -> None:
    file = folder / "first.txt"
    file.write_bytes(b"\xef\xbb\xbfKites\r\n\r\nThey flew.\r\n")
    (report,) = reading(file).reports
    assert report.text == file.read_text(encoding="utf-8")
    assert report.headline == "Kites"
    assert len(report.sha256) == 64


def test_metadata_beside_a_file_is_found_when_the_file_is_named(folder: Path) -> None:
    entry = {"id": "first", "outlet": "Kite Weekly", "published": "2024-03-03", "url": "https://example.org/1"}
    (folder / "meta.json").write_text(json.dumps({"reports": [entry]}), encoding="utf-8")
    found = reading(folder / "first.txt", folder / "second.md", folder / "meta.json")
    assert [(r.outlet, r.published) for r in found.reports] == [("Kite Weekly", datetime(2024, 3, 3)), (None, None)]
    assert found.problems == ()


def test_a_listing_tells_the_reports_of_a_folder_from_its_other_texts(folder: Path) -> None:
    (folder / "meta.json").write_text('{"reports": [{"id": "first"}, {"id": "third"}]}', encoding="utf-8")
    found = reading(folder)
    assert [report.id for report in found.reports] == ["first", "third"]
    assert said(found) == [("skipped", folder.name)]
    assert "fourth.jsonl, second.md not listed" in found.problems[0].message
    assert not found.failed
    for name in ("x.txt", "y.txt"):
        (folder / name).write_text(STORY, encoding="utf-8")
    assert "fourth.jsonl, second.md, x.txt (and 1 more) not listed" in reading(folder).problems[0].message


def test_the_text_speaks_before_the_metadata(folder: Path) -> None:
    (folder / "first.txt").write_text("Kites win\nPublished 4 March 2024\nThe club won.\n", encoding="utf-8")
    (folder / "meta.json").write_text(
        '{"reports": [{"id": "first", "published": "2024-03-09", "title": "T"}]}', encoding="utf-8"
    )
    (report,) = reading(folder / "first.txt").reports
    assert (report.published, report.headline) == (datetime(2024, 3, 4), "Kites win")


def test_json_that_is_no_report_is_named_and_skipped(folder: Path) -> None:
    (folder / "gold.json").write_text('{"points": []}', encoding="utf-8")
    found = reading(folder / "first.txt", folder / "gold.json")
    assert [report.id for report in found.reports] == ["first"]
    assert said(found) == [("skipped", "gold.json")]
    assert not found.failed


def test_every_bad_file_is_named_and_the_others_are_read(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b"\xef\xbb\xbf \n\t\n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    (folder / "broken.json").write_bytes(b"{")
    (folder / "large.txt").write_bytes(b"kite " * 100)
    (folder / "latin.txt").write_bytes("The club\u2019s caf\u00e9 opened.".encode("cp1252"))
    found = reading(folder, folder / "missing.txt", largest_file=400)
    bad = ["blank.txt", "broken.json", "empty.txt", "large.txt", "missing.txt", "picture.txt"]
    assert [name for gravity, name in said(found) if gravity == "failed"] == bad
    assert [name for gravity, name in said(found) if gravity == "noted"] == ["latin.txt"]
    assert [report.id for report in found.reports] == ["first", "fourth-1", "latin", "named", "second", "third"]
    assert all(str(folder) in problem.message for problem in found.problems)
    assert found.failed


def test_a_text_too_long_for_a_report_is_named(folder: Path) -> None:
    found = reading(folder / "first.txt", folder / "fourth.jsonl", largest_report=4)
    assert [report.id for report in found.reports] == ["fourth-1", "named"]
    assert "no news report" in found.problems[0].message
    assert len(reading(folder / "fourth.jsonl", largest_report=3).problems) == 2


def test_a_bad_listing_is_named_and_the_reports_are_read(folder: Path) -> None:
    (folder / "meta.json").write_bytes(b"{")
    found = reading(folder / "first.txt")
    assert len(found.reports) == 1
    assert said(found) == [("failed", "meta.json")]


def test_a_bad_line_of_records_is_named_with_its_number(folder: Path) -> None:
    (folder / "fourth.jsonl").write_text('{"text": "One."}\nnot json\n{"text": ""}\n', encoding="utf-8")
    found = reading(folder / "fourth.jsonl")
    assert [report.text for report in found.reports] == ["One."]
    assert "line 2" in found.problems[0].message
    assert "report 3" in found.problems[1].message


def test_a_folder_of_folders_says_what_to_do(folder: Path) -> None:
    outer = folder / "outer"
    (outer / "inner").mkdir(parents=True)
    found = reading(outer)
    assert found.failed
    assert "name one of them" in found.problems[0].message


def test_ids_that_clash_take_their_folder(folder: Path) -> None:
    for name in ("north", "south"):
        (folder / name).mkdir()
        (folder / name / "first.txt").write_text(f"The {name} club won.\n", encoding="utf-8")
    found = reading(folder / "north", folder / "south")
    assert [report.id for report in found.reports] == ["north/first", "south/first"]


def test_identical_files_are_noted(folder: Path) -> None:
    (folder / "copy.txt").write_text(STORY, encoding="utf-8")
    found = reading(folder / "first.txt", folder / "copy.txt")
    assert len(found.reports) == 2
    (note,) = found.problems
    assert (note.gravity, note.message) == (Gravity.NOTED, "the same text under several names: copy, first")


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (b"The club won.", ["stdin"]),
        (b'{"text": "One."}', ["stdin-1"]),
        (b'{"text": "One."}\n{"text": "Two."}', ["stdin-1", "stdin-2"]),
    ],
)
def test_standard_input_is_a_text_or_records(content: bytes, ids: list[str]) -> None:
    found = read_files(["-"], Settings(), content)
    assert [report.id for report in found.reports] == ids


def test_the_public_function_stays_a_function_whatever_is_imported() -> None:
    import rashomon.read.files
    import rashomon.read.plain

    assert callable(rashomon.read)
    assert rashomon.read(["missing.txt"]).failed


def test_an_empty_path_is_an_error_and_not_the_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = reading("")
    assert (found.reports, found.failed) == ((), True)
    assert found.problems[0].message == '"": an empty path names nothing; name a file or a folder'
    assert [report.id for report in reading("", "first.txt").reports] == ["first"]
    assert len(reading(".").reports) == 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_a_folder_holds_and_is_not_read_is_named_and_never_opened(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"PK")
    (folder / "b").write_text("The club won.\n", encoding="utf-8")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    found = reading(folder)
    assert [(p.gravity, p.message) for p in found.problems] == [
        (Gravity.SKIPPED, f"{folder}: not read: a.docx, b, gone.txt")
    ]
    os.mkfifo(folder / "c.txt")
    (folder / "d").mkdir()
    (folder / ".hidden").write_bytes(b"")
    found = reading(folder)
    assert [problem.message for problem in found.problems] == [f"{folder}: not read: a.docx, b, c.txt (and 2 more)"]
    assert len(found.reports) == 5
    assert not found.failed


def test_a_folder_of_folders_names_them(folder: Path) -> None:
    (folder / "outer" / "inner").mkdir(parents=True)
    assert reading(folder / "outer").problems[1].message.endswith("outer: not read: inner/")


def test_the_file_that_is_written_is_not_told_as_unread(folder: Path) -> None:
    (folder / "kept").write_text("", encoding="utf-8")
    inputs = Inputs([folder], besides=folder / "kept")
    assert not [one for one in read_each(inputs, Settings(), []) if isinstance(one, Problem)]


def test_a_folder_is_listed_in_steps_that_grow_as_its_files_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: Counter[str] = Counter()

    def counted(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def step(*given: object) -> object:
            steps[name] += 1
            return real(*given)

        monkeypatch.setattr(owner, name, step)

    for name in ("isfile", "isdir", "realpath"):
        counted(os.path, name)
    counted(PurePath, "__eq__")
    taken = []
    for count in (100, 400):
        steps.clear()
        inside = tmp_path / str(count)
        inside.mkdir()
        for number in range(count):
            (inside / f"{number}.txt").touch()
            (inside / f"{number}.docx").touch()
        files, _ = expand([inside], {inside: Listing({str(n): Metadata() for n in range(count)})})
        assert len(files) == count
        taken.append(dict(steps))
    assert taken[0]["isfile"] == 200  # each entry once
    assert taken[0]["realpath"] == 100
    assert all(taken[1][name] <= 4 * taken[0].get(name, 0) + 8 for name in taken[1])
