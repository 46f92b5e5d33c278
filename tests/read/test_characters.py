"""Bytes to characters: positions are those of `Path.read_text`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import Unreadable
from rashomon.read.characters import decode, without_surrogates


@pytest.mark.parametrize(
    "content",
    [
        b"one\r\ntwo\rthree\n",
        "\ufeffone\n".encode(),
        "\u201cone\u201d \U0001f600\n".encode(),
        b"",
        b"\r\n\r\n",
        b"\r\r\n",
    ],
)
def test_reads_utf_8_as_python_reads_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content)
    assert decode(content, "report.txt") == (file.read_text(encoding="utf-8"), "")


@given(st.text())
@settings(derandomize=True, deadline=None, database=None)
def test_any_utf_8_text_keeps_its_positions(text: str) -> None:
    content = without_surrogates(text).replace("\x00", "").encode("utf-8")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    expected = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    assert decode(content, "x")[0] == expected


def test_reads_utf_16_with_its_mark_and_says_so() -> None:
    assert decode("four kites\r\n".encode("utf-16"), "x") == ("four kites\n", "is UTF-16")


def test_reads_windows_1252_and_says_where_utf_8_ended() -> None:
    text, remark = decode("the club\u2019s kites".encode("cp1252"), "x")
    assert text == "the club\u2019s kites"
    assert remark == "is not UTF-8 (byte 8); it was read as Windows-1252"


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfe\x00", b"a\x00b"])
def test_refuses_what_is_not_text(content: bytes) -> None:
    with pytest.raises(Unreadable, match="picture"):
        decode(content, "picture")


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    assert without_surrogates("a\ud800b\udfffc") == "a\ufffdb\ufffdc"


def test_reads_utf_32_with_its_mark_and_says_so() -> None:
    assert decode("four kites\r\n".encode("utf-32"), "x") == ("four kites\n", "is UTF-32")


def test_reads_what_is_mostly_utf_8_as_that() -> None:
    content = "the club\u2019s \u201ckites\u201d".encode()[:-1]
    assert decode(content, "x") == (
        "the club\u2019s \u201ckites\ufffd",
        "is not all UTF-8 (byte 21); each broken sign was replaced by \ufffd",
    )
