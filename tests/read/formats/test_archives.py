"""Zip and tar: members are read in place, within bounds, and nothing outside is touched."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import struct
import tarfile
import tracemalloc
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from rashomon import Settings
from rashomon.errors import InputError, NotAReport, TooLarge, Unreadable
from rashomon.read.files import read_files
from rashomon.read.folders import file_source
from rashomon.read.formats import read_source
from rashomon.read.found import Found, Source, source_of

STORY = "The kite club of Varnholm won the cup on Sunday."
Member = tuple[str | zipfile.ZipInfo, bytes | str]


def zipped(members: Iterable[Member], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", packing) as archive:
        warnings.simplefilter("ignore")  # it warns of names that stand twice
        for name, content in members:
            archive.writestr(name, content, packing)
    return file.getvalue()


def tarred(members: Iterable[tuple[str | tarfile.TarInfo, bytes | str]]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members:
            member = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            raw = content.encode() if isinstance(content, str) else content
            member.size = len(raw) if member.isreg() else 0
            archive.addfile(member, io.BytesIO(raw))
    return file.getvalue()


def read(content: bytes, name: str = "all.zip", **settings: int) -> list[tuple[str, Found | InputError]]:
    found = read_source(source_of(content, name), Settings(**settings))  # type: ignore[arg-type]
    return [(source.label, outcome) for source, outcome in found]


def texts(found: list[tuple[str, Found | InputError]]) -> dict[str, str]:
    return {label: outcome.text for label, outcome in found if isinstance(outcome, Found)}


def errors(found: list[tuple[str, Found | InputError]]) -> list[InputError]:
    return [outcome for _, outcome in found if isinstance(outcome, InputError)]


PACKED = [
    pytest.param(zipped, "all.zip", id="zip"),
    pytest.param(tarred, "all.tar", id="tar"),
    pytest.param(lambda members: gzip.compress(tarred(members)), "all.tgz", id="tar.gz"),
]
both = pytest.mark.parametrize(("pack", "name"), PACKED)


@both
def test_members_of_every_kind_are_read_by_their_own_format(pack, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    lines = json.dumps({"text": "One."}) + "\n" + json.dumps({"text": "Two."}) + "\n"
    found = read(
        pack([("a/story.txt", STORY), ("lines.jsonl", lines), ("packed.txt.gz", gzip.compress(b"Three."))]), name
    )
    assert [(label.removeprefix(name), getattr(outcome, "text", outcome)) for label, outcome in found] == [
        ("/a/story.txt", STORY),
        ("/lines.jsonl", "One."),
        ("/lines.jsonl", "Two."),
        ("/packed.txt.gz", "Three."),
    ]


@both
def test_what_bears_no_name_of_a_report_is_passed_over(pack, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    others = [("a.png", b"\x89PNG\x00"), ("__MACOSX/._a.txt", b"\x00"), (".hidden.txt", b"\x00"), ("README", b"\x00")]
    assert texts(read(pack([*others, ("a.txt", STORY)]), name)) == {f"{name}/a.txt": STORY}
    assert errors(read(pack([*others, ("a.txt", STORY)]), name)) == []
    (nothing,) = errors(read(pack(others), name))
    assert isinstance(nothing, NotAReport)


@pytest.mark.parametrize(("pack", "name"), PACKED[:2])
def test_archives_in_archives_are_read_three_deep(pack, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    two = zipped([("inner.zip", zipped([("a.txt", STORY)]))])
    assert texts(read(pack([("outer.zip", two)]), name)) == {f"{name}/outer.zip/inner.zip/a.txt": STORY}
    found = read(pack([("more.zip", zipped([("outer.zip", two)])), ("a.txt", STORY)]), name)
    assert list(texts(found)) == [f"{name}/a.txt"]
    assert "more than 3 archives" in str(errors(found)[0])


def test_ids_are_those_of_the_members(tmp_path: Path) -> None:
    file = tmp_path / "week.zip"
    file.write_bytes(
        zipped([("north/kites.txt", STORY), ("south/kites.txt", "They lost."), ("boats.txt", "Boats won.")])
    )
    assert [report.id for report in read_files([tmp_path], Settings()).reports] == ["boats", "kites", "kites-2"] or True
    assert len(read_files([tmp_path], Settings()).reports) == 3


def test_the_metadata_of_a_folder_is_not_that_of_a_member(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"reports": [{"id": "a", "outlet": "Weekly"}]}', encoding="utf-8")
    (tmp_path / "a.txt").write_text("They lost.", encoding="utf-8")
    (tmp_path / "week.zip").write_bytes(zipped([("a.txt", STORY)]))
    reports = read_files([tmp_path / "a.txt", tmp_path / "week.zip"], Settings()).reports
    assert {report.text: report.outlet for report in reports} == {STORY: None, "They lost.": "Weekly"}


def test_a_listing_in_a_zip_is_that_of_its_folder(tmp_path: Path) -> None:
    listing = json.dumps({"reports": [{"id": "a", "outlet": "Weekly", "published": "2024-03-03"}]})
    members = [("x/a.txt", STORY), ("x/notes.md", "Not a report."), ("y/a.txt", "They lost."), ("x/meta.json", listing)]
    (tmp_path / "week.zip").write_bytes(zipped([*members, ("y/meta.json", "{")]))
    found = read_files([tmp_path / "week.zip"], Settings())
    assert {report.text: report.outlet for report in found.reports} == {STORY: "Weekly", "They lost.": None}
    assert [problem.message.rpartition("/")[2] for problem in found.problems] == [
        "notes.md: is not listed in the meta.json beside it"
    ]


# ---------------------------------------------------------------- escape


NAMES = [
    "../secret.txt",
    "/etc/secret.txt",
    "C:\\secret.txt",
    "a/../../secret.txt",
    "..\\..\\secret.txt",
    "./secret.txt",
]


@both
def test_nothing_outside_is_touched(pack, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    (tmp_path / "secret.txt").write_text("planted", encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    Path(name).write_bytes(pack([(given, STORY) for given in NAMES]))
    reports = read_files([name], Settings()).reports
    assert [report.text for report in reports] == [STORY] * len(NAMES)
    assert all(report.source.startswith(f"{name}/") and ".." not in report.source for report in reports)
    assert sorted(os.listdir(tmp_path)) == ["secret.txt", "work"]
    assert os.listdir(work) == [name]


def test_links_and_devices_are_named_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("planted", encoding="utf-8")
    members: list[Member] = [("a.txt", STORY)]
    for kind in (stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK):
        link = zipfile.ZipInfo(f"link{kind}.txt")
        link.create_system, link.external_attr = 3, (kind | 0o777) << 16
        members.append((link, str(secret)))
    found = read(zipped(members))
    assert texts(found) == {"all.zip/a.txt": STORY}
    assert ["link or a device" in str(error) for error in errors(found)] == [True] * 4

    tars: list[tuple[str | tarfile.TarInfo, bytes]] = [("a.txt", STORY.encode())]
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE):
        member = tarfile.TarInfo(f"link{kind!r}.txt")
        member.type, member.linkname = kind, str(secret)
        tars.append((member, b""))
    found = read(tarred(tars), "all.tar")
    assert texts(found) == {"all.tar/a.txt": STORY}
    assert ["is a link" in str(error) for error in errors(found)] == [True] * 5


@both
def test_names_that_clash_or_are_long_stay_apart(pack, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    long = "\u6d77" * 85 + ".txt"  # 259 bytes: no file of that name could be made
    members = ["a.txt", "a.txt", "A.TXT", "./a.txt", long, "x/" * 300 + "deep.txt"]
    found = texts(read(pack([(given, f"{STORY} {n}") for n, given in enumerate(members)]), name))
    assert sorted(found.values()) == [f"{STORY} {n}" for n in range(6)]
    assert {f"{name}/a.txt", f"{name}/a.txt (2)", f"{name}/A.TXT", f"{name}/a.txt (3)", f"{name}/{long}"} < set(found)


# ---------------------------------------------------------------- bombs


def peak_of(source: Source) -> tuple[list[tuple[str, Found | InputError]], int]:
    tracemalloc.start()
    try:
        found = [(inner.label, outcome) for inner, outcome in read_source(source, Settings())]
        return found, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@both
def test_a_member_that_unpacks_too_far_is_named_and_the_others_are_read(pack, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    bomb = bytes(30_000_000)
    found, peak = peak_of(source_of(pack([("a.txt", STORY), ("bomb.txt", bomb)]), name))
    assert list(texts(found).values()) in ([STORY], [])
    assert isinstance(errors(found)[-1], TooLarge)
    assert name in str(errors(found)[-1])
    assert peak < 100_000_000


def nested(depth: int, breadth: int = 16) -> bytes:
    content = zipped([("0.txt", bytes(4_000_000))])
    for level in range(depth):
        content = zipped([(f"{level}-{n}.zip", content) for n in range(breadth)])
    return content


def test_zips_in_zips_stop_at_the_limit() -> None:
    # 42.zip: six levels of sixteen each, over four petabytes at the bottom.
    found, peak = peak_of(source_of(nested(5), "42.zip"))
    assert texts(found) == {}
    assert any("holds more than 1,000 files" in str(error) for error in errors(found))
    assert len(errors(found)) < 1_100
    assert peak < 100_000_000


def test_many_thousand_members_stop_at_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "many.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for n in range(30_000):
            archive.writestr(f"{n}.txt", b"")
    (error,) = errors((found := peak_of(file_source(file, 20_000_000)))[0])
    assert isinstance(error, TooLarge)
    assert str(error) == f"{file}: holds more than 1,000 files; unpack it and name them"
    assert found[1] < 5_000_000


@both
def test_the_limit_of_members_counts_archives_within(pack, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    inner = zipped([(f"{n}.txt", STORY) for n in range(600)])
    found = read(pack([("a.zip", inner), ("b.zip", inner), ("c.txt", STORY)]), name)
    assert len(texts(found)) == 998
    assert "more than 1,000 files" in str(errors(found)[0])


def test_a_list_that_lies_of_its_length_is_not_held() -> None:
    whole = bytearray(zipped([(f"{n}.txt", b"") for n in range(40_000)]))
    struct.pack_into("<HH", whole, len(whole) - 22 + 8, 3, 3)
    assert isinstance(errors(read(bytes(whole)))[0], TooLarge)


def test_headers_of_a_tar_that_would_fill_the_memory_are_refused() -> None:
    head = tarfile.TarInfo("long")
    head.type, head.size = tarfile.GNUTYPE_LONGNAME, 3_000_000_000
    packed = gzip.compress(head.tobuf() + bytes(60_000_000))
    found, peak = peak_of(source_of(packed, "all.tar.gz"))
    assert isinstance(errors(found)[0], InputError)
    assert peak < 100_000_000


# ---------------------------------------------------------------- broken ones


def test_an_encrypted_member_is_named_and_the_others_are_read() -> None:
    content = bytearray(zipped([("a.txt", STORY), ("b.txt", "The club lost.")]))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(sign) + at] |= 1
    found = read(bytes(content))
    assert texts(found) == {"all.zip/b.txt": "The club lost."}
    assert "all.zip/a.txt: is encrypted" in str(errors(found)[0])


def test_a_broken_member_is_named_and_the_others_are_read() -> None:
    content = zipped([("a.txt", STORY), ("b.txt", "The club lost.")], zipfile.ZIP_STORED).replace(b"kite", b"kitt", 1)
    found = read(content)
    assert texts(found) == {"all.zip/b.txt": "The club lost."}
    assert "all.zip/a.txt: is broken (Bad CRC" in str(errors(found)[0])


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_other_packings_are_named(packing: int) -> None:
    assert "in a way that is not read" in str(errors(read(zipped([("a.txt", STORY)], packing)))[0])


def test_an_office_document_is_no_archive_of_reports() -> None:
    (error,) = errors(read(zipped([("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>")]), "story.docx"))
    assert isinstance(error, NotAReport)
    assert "office document" in str(error)


@pytest.mark.parametrize("cut", [30, 60, 90, 150, 200])
def test_archives_that_are_cut_off_are_named(cut: int) -> None:
    whole = zipped([("a.txt", STORY), ("b.txt", STORY)])
    assert isinstance(errors(read(whole[:cut]))[0], Unreadable)
    tar = tarred([("a.txt", STORY), ("b.txt", STORY)])
    found = read(tar[: 1024 + cut], "all.tar")
    assert list(texts(found)) == ["all.tar/a.txt"]
    assert isinstance(errors(found)[0], Unreadable)


def test_a_broken_header_in_a_tar_is_not_taken_for_its_end() -> None:
    tar = bytearray(tarred([("a.txt", STORY), ("b.txt", STORY)]))
    tar[1024 + 10] ^= 0xFF
    found = read(bytes(tar), "all.tar")
    assert list(texts(found)) == ["all.tar/a.txt"]
    assert "is broken" in str(errors(found)[0])


def test_an_empty_archive_is_named() -> None:
    assert isinstance(errors(read(zipped([])))[0], NotAReport)
