"""What unpacks to more than it should: stopped at a stated limit, in little memory, and the other files are read."""

from __future__ import annotations

import gzip
import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from rashomon import Settings
from rashomon.read.files import read_files
from rashomon.read.formats import packed, read_source
from rashomon.read.found import source_of

STORY = "Kite club wins cup\n\nThe kite club won the cup on Sunday, and the town said that it was good.\n"
BLANKS = 150_000_000  # bytes: more than a process that holds them all may take
PEAK = """
import json, resource, sys
from rashomon import Settings
from rashomon.read.files import read_files
found = read_files(sys.argv[1:], Settings())
# What `getrusage` tells of a child holds what its parent had before it became a program of its own.
try:
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
said = [problem.message for problem in found.problems]
print(json.dumps([peak // 1024, [report.id for report in found.reports], said]))
"""


@cache
def bomb() -> bytes:
    """Return 146 KB of gzip that unpack to 150 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    blank = b" " * 1_000_000
    return b"".join(packer.compress(blank) for _ in range(BLANKS // len(blank))) + packer.flush()


def read_apart(*paths: Path) -> tuple[int, list[str], list[str]]:
    """Return the peak of memory in MB that a process of its own needs to read, the ids, and what it says."""
    done = subprocess.run([sys.executable, "-c", PEAK, *map(str, paths)], capture_output=True, text=True, check=True)
    peak, ids, said = json.loads(done.stdout)
    return peak, ids, said


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_bomb_is_stopped_in_little_memory_and_the_others_are_read(tmp_path: Path, layers: int) -> None:
    content = bomb()
    assert len(content) < 150_000
    for _ in range(layers - 1):
        content = gzip.compress(content)
    (tmp_path / "bomb.txt.gz").write_bytes(content)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    peak, ids, (said,) = read_apart(tmp_path)
    assert peak < 100
    assert ids == ["story"]
    assert "bomb.txt.gz" in said
    assert f"{packed.HIGHEST_RATIO} times" in said or "20,000,000 bytes" in said


def test_a_bomb_of_lines_is_stopped_where_it_swells(tmp_path: Path) -> None:
    line = json.dumps({"id": "one", "text": STORY}).encode() + b"\n"
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(line + b" " * 50_000_000))
    peak, ids, (said,) = read_apart(tmp_path)
    assert (peak < 100, ids) == (True, ["one"])
    assert "bomb.jsonl.gz" in said


def test_a_zip_of_a_bomb_is_stopped_and_its_other_members_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt.gz", bomb())
        archive.writestr("inner.zip", zipped({"blank.txt": b" " * 30_000_000, "deep.txt": STORY.encode()}))
        archive.writestr("story.txt", STORY)
    peak, ids, said = read_apart(tmp_path / "bomb.zip")
    assert peak < 100
    assert ids == ["deep", "story"]
    assert [name for name in ("bomb.txt.gz", "inner.zip/blank.txt") if any(name in line for line in said)] == [
        "bomb.txt.gz",
        "inner.zip/blank.txt",
    ]


def test_members_that_share_their_bytes_are_refused() -> None:
    content = zipped({"story.txt": STORY.encode()})
    start, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entry = content[start:end]
    closing = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 900, 900, 900 * len(entry), start, 0)
    ((_, outcome),) = read_source(source_of(content[:start] + entry * 900 + closing, "over.zip"), Settings())
    assert "over.zip: is broken (its files lie over one another)" in str(outcome)


def zipped(members: Mapping[str, bytes]) -> bytes:
    packed_up = io.BytesIO()
    with zipfile.ZipFile(packed_up, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return packed_up.getvalue()


def test_archives_in_archives_end() -> None:
    content = STORY.encode()
    for _ in range(40):
        content = gzip.compress(content)
    ((_, outcome),) = read_source(source_of(content, "deep.gz"), Settings())
    assert "deep.gz: lies in more than 3 archives" in str(outcome)


def test_large_text_packed_twice_is_held_against_what_is_packed_around_it() -> None:
    text = "\n".join(f"The club flew {number * 7919 % 100_003} kites." for number in range(60_000))
    twice = gzip.compress(gzip.compress(text.encode()))
    ((_, outcome),) = read_source(source_of(twice, "kites.txt.gz.gz"), Settings())
    assert getattr(outcome, "text", outcome) == text


@pytest.mark.parametrize("cut", [9, 30, 200, -4])
def test_a_packed_file_that_breaks_off_is_named_and_what_stood_before_is_kept(tmp_path: Path, cut: int) -> None:
    lines = [json.dumps({"id": f"r{number}", "text": f"{number * 7919 % 9_973} {STORY}"}) for number in range(3_000)]
    content = gzip.compress("\n".join(lines).encode())
    (tmp_path / "cut.jsonl.gz").write_bytes(content[:cut])
    found = read_files([tmp_path / "cut.jsonl.gz"], Settings())
    assert found.failed
    assert "cut.jsonl.gz: is broken" in found.problems[-1].message
    assert (len(found.reports) > 2_900) == (cut < 0)


def test_flipped_bytes_of_a_packed_file_are_named() -> None:
    content = gzip.compress(STORY.encode() * 40)
    for at in range(len(content)):
        flipped = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
        for _, outcome in read_source(source_of(flipped, "flipped.gz"), Settings()):
            assert isinstance(outcome, Exception) or outcome.text
