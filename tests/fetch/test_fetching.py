"""Fetching from a site in this process: what is asked, what is followed, and what puts an end to it."""

from __future__ import annotations

import contextlib
import gzip
import random
import tracemalloc
import zlib
from dataclasses import Field, fields, replace
from http.server import BaseHTTPRequestHandler
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.fetch.site import LONGEST, PAGE, Clock, Drip, Names, Route, Site, fetcher, send

from rashomon.errors import NotFetched
from rashomon.fetch import fetching
from rashomon.fetch.cache import Cache
from rashomon.fetch.fetching import Fetcher, Limits
from rashomon.fetch.sources import page_source

MEGABYTE = 1_000_000


def refused(site: Site, path: str, **more: float) -> str:
    """Return the words with which a page is refused."""
    asking = fetcher(site)
    asking.limits = replace(asking.limits, **more)  # type: ignore[arg-type]
    with pytest.raises(NotFetched) as raised:
        asking.fetch(site.url(path))
    return str(raised.value)


# ---------------------------------------------------------------- what is asked


def test_says_who_asks_and_nothing_else(site: Site) -> None:
    fetcher(site).fetch(site.url("/story"))
    assert site.paths == ["/robots.txt", "/story"]
    for _, headers in site.asked:
        assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert headers["user-agent"] == "rashomon/1"
        assert headers["host"] == f"news.example:{site.port}"


def test_a_contact_is_told(site: Site) -> None:
    asking = fetcher(site)
    asking.contact = "mailto:desk@news.example"
    asking.fetch(site.url("/story"))
    assert site.asked[-1][1]["user-agent"] == "rashomon/1 (+mailto:desk@news.example)"


def test_cookies_are_not_sent_back(site: Site) -> None:
    site.gives("/story", PAGE, Set_Cookie="reader=17")
    asking = fetcher(site)
    asking.fetch(site.url("/story"))
    asking.fetch(site.url("/story"))
    assert "cookie" not in site.asked[-1][1]


def test_proxies_of_the_environment_are_passed_by(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert fetcher(site).fetch(site.url("/story")).content == PAGE


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_the_referrer_stays_here(site: Site) -> None:
    site.moves("/old", "/older/../new", 301)
    site.moves("/new", site.url("/story", "other.example"), 307)
    fetched = fetcher(site).fetch(site.url("/old#part"))
    assert fetched.place.url == site.url("/story", "other.example")
    assert fetched.content == PAGE
    assert site.paths == ["/robots.txt", "/old", "/new", "/robots.txt", "/story"]
    assert not any("referer" in headers for _, headers in site.asked)


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://metadata.example/",
        "file:///etc/passwd",
        "ftp://news.example/story",
        "//user@news.example/",
        "http://news.example:22/",
        "javascript:alert(1)",
        "http://[broken/",
        "",
    ],
)
def test_a_redirect_to_where_nothing_is_fetched_from_is_refused(site: Site, to: str) -> None:
    site.moves("/story", to)
    answers = {host: [(host,)] for host in ("169.254.169.254", "::ffff:169.254.169.254")}
    names = Names({**answers, "metadata.example": [("169.254.169.254",)]})
    with pytest.raises(NotFetched):
        fetcher(site, names).fetch(site.url("/story"))
    assert site.paths == ["/robots.txt", "/story"]


def test_a_host_is_vetted_anew_on_every_redirect(site: Site) -> None:
    site.moves("/story", site.url("/next", "turns.example"))
    names = Names({"turns.example": [("10.0.0.1",), ("127.0.0.1",)]})
    with pytest.raises(NotFetched, match=r"10\.0\.0\.1"):
        fetcher(site, names).fetch(site.url("/story"))
    assert "/next" not in site.paths


def test_a_circle_and_a_long_chain_have_an_end(site: Site) -> None:
    site.moves("/a", "/b")
    site.moves("/b", "/a")
    assert "circle" in refused(site, "/a")
    assert site.paths == ["/robots.txt", "/a", "/b"]
    for number in range(8):
        site.moves(f"/{number}", f"/{number + 1}")
    site.gives("/5", PAGE)
    assert fetcher(site).fetch(site.url("/0")).content == PAGE
    site.moves("/5", "/6")
    assert "5 times" in refused(site, "/0")


# ---------------------------------------------------------------- answers


@pytest.mark.parametrize("status", [204, 206, 304, 400, 401, 404, 410, 451, 500, 503])
def test_an_answer_without_a_page_is_named(site: Site, status: int) -> None:
    site.gives("/story", b"", status)
    assert str(status) in refused(site, "/story")


@pytest.mark.parametrize(
    "kind", ["image/png", "video/mp4", "application/octet-stream", "image/svg+xml", "application/zip", "", "html"]
)
def test_what_holds_no_report_is_refused(site: Site, kind: str) -> None:
    site.gives("/story", PAGE, Content_Type=kind)
    assert "holds no report" in refused(site, "/story")


@pytest.mark.parametrize(
    "kind",
    [
        "text/html; charset=utf-8",
        "TEXT/HTML",
        "application/xhtml+xml",
        "application/xml",
        "application/json",
        "application/ld+json",
        "text/plain",
        "application/pdf",
        "application/rss+xml",
        "application/atom+xml",
    ],
)
def test_what_may_hold_a_report_is_brought_in(site: Site, kind: str) -> None:
    site.gives("/story", PAGE, Content_Type=kind)
    assert fetcher(site).fetch(site.url("/story")).content == PAGE


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("GZIP", gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]) + b"\0" * 20),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("identity", PAGE),
    ],
    ids=["gzip", "x-gzip", "members", "zlib", "bare", "identity"],
)
def test_packed_pages_are_unpacked(site: Site, packing: str, packed: bytes) -> None:
    site.gives("/story", packed, Content_Encoding=packing)
    assert fetcher(site).fetch(site.url("/story")).content == PAGE


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", PAGE),
        ("gzip", gzip.compress(PAGE)[:-9]),
        ("gzip", gzip.compress(b"") * 200_000),
        ("deflate", PAGE),
        ("br", PAGE),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
    ],
    ids=["no gzip", "torn", "members", "no deflate", "br", "twice"],
)
def test_what_is_packed_badly_or_otherwise_is_refused(site: Site, packing: str, packed: bytes) -> None:
    site.gives("/story", packed, Content_Encoding=packing)
    assert "packed as" in refused(site, "/story")


# ---------------------------------------------------------------- bounds


def test_a_bomb_is_unpacked_no_further_than_a_page_can_be(site: Site) -> None:
    site.gives("/story", gzip.compress(bytes(50 * MEGABYTE)), Content_Encoding="gzip")
    assert "5,000,000" in refused(site, "/story")


def test_a_large_page_is_refused(site: Site) -> None:
    site.gives("/story", bytes(6 * MEGABYTE))
    assert "5,000,000" in refused(site, "/story")
    site.gives("/story", bytes(5 * MEGABYTE))
    assert len(fetcher(site).fetch(site.url("/story")).content) == 5 * MEGABYTE


@pytest.mark.parametrize("chunked", [True, False])
def test_a_body_without_an_end_is_left(site: Site, chunked: bool) -> None:
    sent = count()

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        if chunked:
            handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        piece = bytes(100_000)
        while next(sent) < 1000:
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)

    site.routes["/story"] = endless
    assert "5,000,000" in refused(site, "/story")
    assert next(sent) < 900


@pytest.mark.parametrize("part", ["size of a chunk", "trailer", "header", "reason"])
def test_a_line_without_an_end_is_left(site: Site, part: str) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
    openings = {"size of a chunk": head + b"\r\n", "trailer": head + b"\r\n0\r\nX: ", "header": head + b"X: "}
    sent = count()

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(openings.get(part, b"HTTP/1.1 200 "))
        while next(sent) < 3000:
            handler.wfile.write(b"0" * 100_000)

    site.routes["/story"] = endless
    tracemalloc.start()
    refused(site, "/story")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20 * MEGABYTE
    assert next(sent) < 2900


DRIPS = {
    "body": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n",
    "open body": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
    "chunk": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
    "header": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Slow: ",
    "status": b"HTTP/1.1 2",
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Put a clock in the place of the real one, which runs out where a server says so."""
    by_hand = Clock()
    monkeypatch.setattr(fetching, "Deadline", by_hand)
    return by_hand


@pytest.mark.parametrize("opening", DRIPS.values(), ids=DRIPS)
def test_a_slow_drip_is_stopped_by_the_deadline(site: Site, opening: bytes, clock: Clock) -> None:
    drip = site.routes["/story"] = Drip(opening, clock)
    assert "too long" in refused(site, "/story")
    assert drip.left.wait(LONGEST)


def test_the_deadline_is_that_of_the_whole_chain(site: Site, clock: Clock) -> None:
    for number in range(5):
        site.moves(f"/{number}", f"/{number + 1}")
    site.gives("/5", PAGE)
    assert fetcher(site).fetch(site.url("/0")).content == PAGE
    assert clock.made == 1
    site.routes["/3"] = _moves_late("/4", clock)
    assert "too long" in refused(site, "/0")
    assert clock.made == 2


def _moves_late(to: str, clock: Clock) -> Route:
    def late(handler: BaseHTTPRequestHandler) -> None:
        clock.over.set()
        send(handler, 302, {"Location": to}, b"")

    return late


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"SSH-2.0-OpenSSH_9\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_a_broken_answer_is_named(site: Site, words: bytes) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        with contextlib.suppress(OSError):
            handler.wfile.write(words)

    site.routes["/story"] = broken
    message = refused(site, "/story")
    assert message.startswith(site.url("/story"))
    assert message.isprintable()
    assert "0x" not in message


def test_a_port_where_nobody_listens_is_named(site: Site) -> None:
    quiet = Site(1)
    message = ""
    try:
        fetcher(quiet).fetch(quiet.url("/story"))
    except NotFetched as error:
        message = str(error)
    assert "no connection" in message


# ---------------------------------------------------------------- pauses


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock by which the fetcher pauses."""
    monkeypatch.setattr(fetching, "time", SimpleNamespace(monotonic=lambda: 1_000.0))


@pytest.mark.usefixtures("stopped")
def test_one_host_is_not_asked_twice_at_once(site: Site) -> None:
    pauses: list[float] = []
    asking = fetcher(site)
    asking.limits, asking.sleep = Limits(seconds=LONGEST, pause=3), pauses.append
    asking.fetch(site.url("/story"))
    assert pauses == []
    asking.fetch(site.url("/story", "other.example"))
    assert pauses == []
    asking.fetch(site.url("/story"))
    assert pauses == [3]


@pytest.mark.usefixtures("stopped")
def test_the_pause_that_a_site_asks_for_is_kept_within_reason(site: Site) -> None:
    pauses: list[float] = []
    asking = fetcher(site)
    asking.sleep = pauses.append
    site.gives("/robots.txt", b"User-agent: *\nCrawl-delay: 12\n")
    asking.fetch(site.url("/story"))
    asking.fetch(site.url("/story"))
    assert pauses == [12]
    site.gives("/robots.txt", b"User-agent: *\nCrawl-delay: 600\n")
    asking = fetcher(site)
    asking.fetch(site.url("/story"))
    with pytest.raises(NotFetched, match="600 seconds"):
        asking.fetch(site.url("/story"))


def test_nothing_is_opened_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_: pytest.fail("asked"))
    assert Fetcher("1").agent == "rashomon/1"


@pytest.mark.parametrize("limit", fields(Limits), ids=lambda limit: str(limit.name))
def test_every_limit_is_documented_with_its_default(limit: Field[float]) -> None:
    page = Path(__file__).parents[2] / "docs" / "settings.md"
    assert f"| `{limit.name}` | {limit.default} |" in page.read_text(encoding="utf-8")


def test_whatever_a_server_sends_is_a_page_or_is_named(site: Site, tmp_path: Path) -> None:
    packed = gzip.compress(PAGE, mtime=0)
    whole = (
        b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nETag: "a"\r\n'
        b"Location: /story\r\nContent-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n"
    ) % (len(packed), len(packed), packed)
    chance = random.Random(34)
    sent = {"/story": whole, "/robots.txt": whole}
    for path in sent:
        site.routes[path] = lambda handler: handler.wfile.write(sent[handler.path])
    pages = 0
    for _ in range(60):
        for path in sent:
            sent[path] = mutated(whole, chance) if chance.random() < 0.6 else whole
        asking = fetcher(site, cache=Cache(tmp_path))
        try:
            fetched = asking.fetch(site.url("/story"))
        except NotFetched as error:
            assert str(error).isprintable()
        else:
            pages += 1
            assert page_source(fetched).name
    assert 5 < pages < 60


def mutated(words: bytes, chance: random.Random) -> bytes:
    changed = bytearray(words)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        turn = chance.randrange(4)
        if turn == 0:
            changed[at] = chance.randrange(256)
        elif turn == 1:
            del changed[at : at + chance.randint(1, 20)]
        elif turn == 2:
            changed[at:at] = changed[at : at + chance.randint(1, 40)]
        else:
            changed[at:at] = chance.choice([b"\r\n", b"\x00", b"\xff", b" ", b"302", b"304", b"-1", b"99999999999"])
    return bytes(changed)
