"""What was fetched is kept as it came, asked for again only if it changed, and enough without a network."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.fetch.site import PAGE, Names, Site, fetcher, send, system_trust
from warcio.archiveiterator import ArchiveIterator

from rashomon.errors import NotFetched
from rashomon.fetch.addresses import Guard
from rashomon.fetch.cache import Cache, default_folder
from rashomon.fetch.fetching import Fetcher, Limits
from rashomon.fetch.web_address import read_web_address


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept", lambda: datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC))


def kept_files(cache: Cache) -> list[Path]:
    return sorted(cache.folder.iterdir()) if cache.folder.exists() else []


def offline(cache: Cache) -> Fetcher:
    def never(host: str, port: int) -> tuple[str, ...]:
        raise AssertionError("asked for a host")

    return Fetcher("1", cache=cache, offline=True, guard=Guard(never), tls=system_trust())


def test_the_bytes_and_headers_are_kept_as_they_came(site: Site, cache: Cache) -> None:
    packed = gzip.compress(PAGE)
    site.gives("/story", packed, Content_Encoding="gzip", X_Odd="  as   given")
    fetched = fetcher(site, cache=cache).fetch(site.url("/story"))
    (file,) = kept_files(cache)
    assert file.name.startswith("news.example-")
    assert file.name.endswith(".warc.gz")
    with file.open("rb") as stream:
        records = [(r.rec_type, r.rec_headers, r.http_headers, r.raw_stream.read()) for r in ArchiveIterator(stream)]
    (_, given, answer, body), (_, asked, question, _) = records
    assert [kind for kind, *_ in records] == ["response", "request"]
    assert body == packed
    assert fetched.content == PAGE
    assert given.get_header("WARC-Target-URI") == site.url("/story")
    assert given.get_header("WARC-Date") == "2026-03-04T05:06:07Z"
    assert given.get_header("WARC-IP-Address") == "127.0.0.1"
    assert asked.get_header("WARC-Concurrent-To") == given.get_header("WARC-Record-ID")
    assert question.get_header("User-Agent") == "rashomon/1"
    assert answer.get_statuscode() == "200"
    assert answer.get_header("Content-Encoding") == "gzip"
    assert answer.get_header("X-Odd") == "as given"


def test_a_body_in_chunks_is_kept_whole(site: Site, cache: Cache) -> None:
    def chunked(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in (PAGE[:20], PAGE[20:]):
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")

    site.routes["/story"] = chunked
    assert fetcher(site, cache=cache).fetch(site.url("/story")).content == PAGE
    with kept_files(cache)[0].open("rb") as stream:
        bodies = [r.content_stream().read() for r in ArchiveIterator(stream) if r.rec_type == "response"]
    assert bodies == [PAGE]
    assert offline(cache).fetch(site.url("/story")).content == PAGE


def test_an_unchanged_page_comes_from_the_cache(site: Site, cache: Cache) -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers["If-None-Match"] == '"seventeen"'
        send(handler, 304 if same else 200, {"Content-Type": "text/html", "ETag": '"seventeen"'}, b"" if same else PAGE)

    site.routes["/story"] = page
    assert not fetcher(site, cache=cache).fetch(site.url("/story")).cached
    (file,) = kept_files(cache)
    before = file.read_bytes()
    again = fetcher(site, cache=cache).fetch(site.url("/story"))
    assert again.cached
    assert again.content == PAGE
    assert file.read_bytes() == before


def test_a_changed_page_takes_the_place_of_the_kept_one(site: Site, cache: Cache) -> None:
    site.gives("/story", PAGE, Last_Modified="Wed, 04 Mar 2026 05:06:07 GMT")
    fetcher(site, cache=cache).fetch(site.url("/story"))
    site.gives("/story", PAGE + b"<!-- new -->")
    changed = fetcher(site, cache=cache).fetch(site.url("/story"))
    assert site.asked[-1][1]["if-modified-since"] == "Wed, 04 Mar 2026 05:06:07 GMT"
    assert changed.content.endswith(b"new -->")
    assert offline(cache).fetch(site.url("/story")).content == changed.content
    assert len(kept_files(cache)) == 1


def test_without_a_network_the_cache_is_enough(site: Site, cache: Cache) -> None:
    site.moves("/old", "/story", 301)
    fetcher(site, cache=cache).fetch(site.url("/old"))
    asked = len(site.asked)
    there = offline(cache).fetch(site.url("/old"))
    assert there.content == PAGE
    assert there.cached
    assert there.place.url == site.url("/story")
    with pytest.raises(NotFetched, match="not in the cache"):
        offline(cache).fetch(site.url("/other"))
    with pytest.raises(NotFetched, match="not in the cache"):
        Fetcher("1", offline=True).fetch(site.url("/story"))
    assert len(site.asked) == asked


def test_only_what_led_to_a_page_is_kept(site: Site, cache: Cache) -> None:
    site.moves("/old", "/gone")
    site.gives("/picture", PAGE, Content_Type="image/png")
    for path in ("/old", "/gone", "/picture"):
        with pytest.raises(NotFetched):
            fetcher(site, cache=cache).fetch(site.url(path))
    assert kept_files(cache) == []


def test_a_header_cannot_write_records(site: Site, cache: Cache) -> None:
    def forged(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: a\r\n WARC/1.0\r\nContent-Length: 4\r\n\r\nWARC"
        )

    site.routes["/story"] = forged
    fetcher(site, cache=cache).fetch(site.url("/story"))
    with kept_files(cache)[0].open("rb") as stream:
        assert [record.rec_type for record in ArchiveIterator(stream)] == ["response", "request"]


@pytest.mark.parametrize("etag", [b'ETag: "a\xffb"', b'ETag: "\xe2\x82\xac"', b"ETag: a\x1b", b"X-Gr\xfc\xdfe: none"])
def test_odd_headers_are_kept_without_harm(etag: bytes, site: Site, cache: Cache) -> None:
    def odd(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(
            b"HTTP/1.1 200 F\xe4hre\x00\x1b[2J\r\nContent-Type: text/html\r\nX-Town: K\xf6ln \xe2\x82\xac \x00\r\n"
            + etag
            + b"\r\nContent-Length: 4\r\n\r\npage"
        )

    site.routes["/story"] = odd
    assert fetcher(site, cache=cache).fetch(site.url("/story")).content == b"page"
    assert offline(cache).fetch(site.url("/story")).content == b"page"
    assert fetcher(site, cache=cache).fetch(site.url("/story")).content == b"page"
    assert b"K\xf6ln \xe2\x82\xac" in gzip.decompress(kept_files(cache)[0].read_bytes())


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"no archive",
        gzip.compress(b"WARC/1.0\r\n"),
        gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 "),
        gzip.compress(bytes(30_000_000)),
    ],
    ids=["empty", "text", "head", "torn", "bomb"],
)
def test_a_broken_file_in_the_cache_is_fetched_anew(site: Site, cache: Cache, broken: bytes) -> None:
    cache.folder.mkdir()
    cache.file_of(read_web_address(site.url("/story"))).write_bytes(broken)
    with pytest.raises(NotFetched, match="not in the cache"):
        offline(cache).fetch(site.url("/story"))
    assert fetcher(site, cache=cache).fetch(site.url("/story")).content == PAGE
    assert offline(cache).fetch(site.url("/story")).content == PAGE


def test_a_kept_bomb_or_picture_is_refused_as_a_fetched_one_is(site: Site, cache: Cache) -> None:
    site.gives("/story", gzip.compress(bytes(4_000_000)), Content_Encoding="gzip")
    fetcher(site, cache=cache).fetch(site.url("/story"))
    strict = offline(cache)
    strict.limits = Limits(largest=1_000_000)
    with pytest.raises(NotFetched, match="1,000,000"):
        strict.fetch(site.url("/story"))


def test_a_file_is_written_whole_or_not_at_all(site: Site, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    fetcher(site, cache=cache).fetch(site.url("/story"))
    before = {file.name: file.read_bytes() for file in kept_files(cache)}
    site.gives("/story", PAGE * 2)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        fetcher(site, cache=cache).fetch(site.url("/story"))
    assert {file.name: file.read_bytes() for file in kept_files(cache)} == before


def test_the_folder_is_the_users_own_for_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "rashomon"
    monkeypatch.setenv("HOME", str(tmp_path))
    for odd in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", odd)
        assert default_folder() == tmp_path / ".cache" / "rashomon"


def test_hosts_make_harmless_names(cache: Cache) -> None:
    for url in ("http://[2001:db8::1]/", "http://" + ".".join(["a" * 60] * 4) + "/", "http://news.example/../../etc"):
        file = cache.file_of(read_web_address(url))
        assert file.parent == cache.folder
        assert len(file.name) < 120
        assert ":" not in file.name


def test_a_full_disk_is_the_callers_to_tell(site: Site, tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("no folder", encoding="utf-8")
    with pytest.raises(OSError, match=r"."):
        fetcher(site, Names(), Cache(taken)).fetch(site.url("/story"))
