"""Archives of crawls: each page a report of its own, whatever is wrong with another."""

from __future__ import annotations

import gzip
import io
import sys
import zlib

import brotli
import pytest

from rashomon import Settings
from rashomon.errors import InputError, TooLarge, Unreadable
from rashomon.read.formats import format_of, read_source
from rashomon.read.found import Found, Outcome, Source, source_of

STORY = "The kite club of Varnholm won the cup on Sunday."


def record(
    payload: bytes, url: str = "https://example.org/a/kites", kind: str = "response", length: int | None = None
) -> bytes:
    size = len(payload) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {size}\r\n\r\n"
    return head.encode() + payload + b"\r\n\r\n"


def answer(body: bytes | str = STORY, served: str = "text/plain", status: int = 200, **more: str) -> bytes:
    headers = {"Content-Type": served} | {name.replace("_", "-"): value for name, value in more.items()}
    head = f"HTTP/1.1 {status} Fine\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return head.encode() + b"\r\n" + (body.encode() if isinstance(body, str) else body)


def read(content: bytes, **settings: int) -> list[tuple[Source, Outcome]]:
    return list(read_source(source_of(content, "crawl.warc"), Settings(**settings)))  # type: ignore[arg-type]


def texts(found: list[tuple[Source, Outcome]]) -> list[str]:
    return [outcome.text for _, outcome in found if isinstance(outcome, Found)]


def errors(found: list[tuple[Source, Outcome]]) -> list[InputError]:
    return [outcome for _, outcome in found if isinstance(outcome, InputError)]


def test_each_page_is_a_source_with_its_address_and_charset() -> None:
    content = record(b"a: b\r\n", kind="warcinfo") + record(answer(served='text/plain; charset="utf-8"'))
    ((source, found),) = read(content)
    assert isinstance(found, Found)
    assert found.text == STORY
    assert (source.label, source.name, source.charset) == ("crawl.warc, record 2", "kites.txt", "utf-8")
    assert source.metadata.url == "https://example.org/a/kites"


@pytest.mark.parametrize(
    "pack", [lambda pages: gzip.compress(b"".join(pages)), lambda pages: b"".join(map(gzip.compress, pages))]
)
def test_it_may_be_packed_whole_or_record_by_record(pack) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    packed = pack([record(answer(f"{STORY} {n}")) for n in range(3)])
    found = list(read_source(source_of(packed, "crawl.warc.gz"), Settings()))
    assert texts(found) == [f"{STORY} {n}" for n in range(3)]
    assert [source.label for source, _ in found] == [f"crawl.warc.gz, record {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "other",
    [
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(b"anything", kind="metadata"),
        record(answer(b"\x89PNG\x00", "image/png")),
        record(answer("moved", status=301)),
        record(answer("not here", "text/html", status=404)),
        record(answer("a{b:c}", "text/css")),
    ],
)
def test_what_holds_no_page_is_passed_over_silently(other: bytes) -> None:
    assert texts(read(other + record(answer()))) == [STORY]
    assert errors(read(other + record(answer()))) == []


def test_an_archive_without_a_page_is_named() -> None:
    (error,) = errors(read(record(b"a: b\r\n", kind="warcinfo")))
    assert "crawl.warc: is WARC but holds no report" in str(error)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/2024/kite-cup.html?x=1", "kite-cup.txt"),
        ("https://example.org/", "example.org.txt"),
        ("https://example.org/../../etc/passwd%00", "passwd-00.txt"),
        ("<https://example.org/old>", "old.txt"),
        ("https://example.org/" + "k" * 500, "k" * 80 + ".txt"),
        ("", "page.txt"),
        ("https://example.org/..", "page.txt"),
    ],
)
def test_a_page_is_named_by_its_address(url: str, name: str) -> None:
    assert read(record(answer(), url))[0][0].name == name


# ---------------------------------------------------------------- packed pages


def chunked(body: bytes) -> bytes:
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(body[n : n + 7]), body[n : n + 7]) for n in range(0, len(body), 7))
        + b"0\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("identity", bytes), ("", bytes)],
)
def test_a_page_is_unpacked(encoding: str, pack) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    body = pack(STORY.encode())
    assert texts(read(record(answer(body, Content_Encoding=encoding)))) == [STORY]
    sent = answer(chunked(body), Content_Encoding=encoding, Transfer_Encoding="chunked")
    assert texts(read(record(sent))) == [STORY]


def test_two_encodings_are_undone_in_turn() -> None:
    body = gzip.compress(brotli.compress(STORY.encode()))
    assert texts(read(record(answer(body, Content_Encoding="br, gzip")))) == [STORY]


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_page_kept_unpacked_under_its_old_headers_is_read(encoding: str) -> None:
    page = '{"text": "The kite club won."}'
    sent = answer(page, "application/json", Content_Encoding=encoding, Transfer_Encoding="chunked")
    assert texts(read(record(sent))) == ["The kite club won."]


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_a_bomb_in_a_page_stops_at_the_limit(encoding: str, pack) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    bomb = record(answer(pack(b" " * 30_000_000), Content_Encoding=encoding))
    found = read(bomb + record(answer()))
    assert texts(found) == [STORY]
    (error,) = errors(found)
    assert isinstance(error, TooLarge)
    assert "record 1: unpacks to more than" in str(error)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [("zstd", b"\x28\xb5"), ("br", b"\xff\xff\xff"), ("gzip", b"\x1f\x8b\x08broken"), ("br,br,br,br", b"")],
)
def test_what_cannot_be_unpacked_is_named(encoding: str, body: bytes) -> None:
    found = read(record(answer(body, Content_Encoding=encoding)) + record(answer()))
    assert texts(found) == [STORY]
    assert "record 1" in str(errors(found)[0])


def test_without_the_extra_br_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    (error,) = errors(read(record(answer(brotli.compress(STORY.encode()), Content_Encoding="br"))))
    assert "rashomon[archives]" in str(error)


# ---------------------------------------------------------------- broken archives


@pytest.mark.parametrize(
    "broken",
    [
        record(answer(), length=20),
        record(answer()).replace(b"Content-Length", b"Content-Lenght"),
        record(answer()).replace(b"Content-Length: ", b"Content-Length: -"),
        record(answer()).replace(b"Content-Length: ", b"Content-Length: \xd9\xa3"),
        b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000 + b"\r\n",
        record(b"no answer"),
        record(b"\x00\x00\xff\r\n\r\n"),
        record(answer()).replace(b"\r\n\r\n", b"", 1),
    ],
)
def test_a_broken_record_is_named_and_the_next_is_read(broken: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(broken + record(answer("The club lost.")))
    assert texts(found)[-1] == "The club lost."
    assert "crawl.warc, record 1" in str(errors(found)[0])
    assert capsys.readouterr().err == ""


def test_a_record_over_the_limit_is_named_and_passed_over() -> None:
    found = read(record(answer("kite " * 200)) + record(answer()), largest_file=500)
    assert texts(found) == [STORY]
    assert isinstance(errors(found)[0], TooLarge)


def test_bytes_between_records_are_named() -> None:
    found = read(record(answer()) + b"\x00" * 100_000 + b"\r\n" + record(answer()))
    assert texts(found) == [STORY, STORY]
    assert "100,002 bytes of no record" in str(errors(found)[0])


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_an_archive_broken_off_keeps_what_stood_before(cut: int) -> None:
    content = record(answer()) + record(answer())
    packed = gzip.compress(record(answer())) * 2
    for name, whole in (("crawl.warc", content), ("crawl.warc.gz", packed)):
        found = list(read_source(source_of(whole[: -4 - cut], name), Settings()))
        # Where only the end of the packing is missing, the second page is whole.
        assert texts(found) in ([STORY], [STORY, STORY] if name.endswith(".gz") and cut < 8 else [])
        assert isinstance(errors(found)[-1], Unreadable)


def test_one_record_is_held_at_a_time() -> None:
    read_of: list[int] = []

    class Counted(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            read_of.append(self.tell())
            return super().read(size)

    content = record(answer()) * 1_000
    source = Source("crawl.warc", "crawl.warc", lambda: Counted(content))
    pages = format_of(source).reads(source, Settings())
    next(pages)
    assert max(read_of) < len(content) / 100


# ---------------------------------------------------------------- records packed one by one


def packed(*numbers: int) -> list[bytes]:
    return [gzip.compress(record(answer(f"{STORY} {n}" + "".join(map(chr, range(300, 900)))))) for n in numbers]


def unpacked(content: bytes) -> tuple[list[str], list[InputError]]:
    found = list(read_source(source_of(content, "crawl.warc.gz"), Settings()))
    return [text.partition("\u012c")[0].removeprefix(STORY).strip() for text in texts(found)], errors(found)


@pytest.mark.parametrize("at", [0, 3, 12, 200, -200, -6, -1])
def test_a_broken_piece_costs_only_its_own_record(at: int) -> None:
    pieces = packed(0, 1, 2, 3)
    broken = bytearray(pieces[1])
    for n in range(min(3, len(broken[at:]))):
        broken[at + n if at >= 0 or at + n < 0 else -1] ^= 0x55
    read_of, failed = unpacked(b"".join([pieces[0], bytes(broken), *pieces[2:]]))
    assert [n for n in read_of if n != "1"] == ["0", "2", "3"]
    assert failed
    assert all("crawl.warc.gz" in str(error) for error in failed)
    assert len({str(error) for error in failed}) == len(failed)


def test_zeros_between_pieces_are_nothing_and_other_bytes_are_named() -> None:
    first, second = packed(0, 1)
    assert unpacked(first + bytes(200_000) + second + bytes(9)) == (["0", "1"], [])
    read_of, failed = unpacked(first + b"garbage" * 20_000 + second + b"more")
    assert read_of == ["0", "1"]
    assert ["bytes of no record" in str(error) for error in failed] == [True, True]


def test_what_is_broken_everywhere_is_given_up() -> None:
    read_of, failed = unpacked(packed(0)[0] + b"\x1f\x8b\x08\xff" * 100_000)
    assert read_of == ["0"]
    assert len(failed) <= 102
    assert "more than 100 places" in str(failed[-1])


def test_a_bomb_among_the_pieces_stops_at_the_limit() -> None:
    bomb = gzip.compress(record(bytes(60_000_000), kind="metadata"))
    read_of, failed = unpacked(packed(0)[0] + bomb)
    assert read_of == ["0"]
    assert isinstance(failed[-1], TooLarge)
