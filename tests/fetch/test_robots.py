"""What a site asks of programs is kept, and what it says in a hostile way harms nothing."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest
from tests.fetch.site import PAGE, Names, Site, fetcher

from rashomon.errors import NotFetched
from rashomon.fetch.robots import rules_of
from rashomon.fetch.web_address import read_web_address

STORY = read_web_address("http://news.example/private/story")


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (b"", True),
        (b"User-agent: *\nDisallow: /\n", False),
        (b"User-agent: *\nDisallow: /private\n", False),
        (b"User-agent: *\nDisallow: /other\n", True),
        (b"User-agent: *\nDisallow: /\nUser-agent: rashomon\nAllow: /\n", True),
        (b"User-agent: Rashomon\nDisallow: /\nUser-agent: *\nAllow: /\n", False),
        (b"User-agent: *\nDisallow: /\nAllow: /private/story\n", True),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /*story\r\n", False),
        (b"\x00\xff\xfe nothing of the kind", True),
    ],
)
def test_rules_are_kept(words: bytes, allowed: bool) -> None:
    assert rules_of(200, words).allow(STORY) is allowed


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (410, True), (429, False), (500, False), (503, False)]
)
def test_none_is_open_and_a_server_in_trouble_is_shut(site: Site, status: int, allowed: bool) -> None:
    site.gives("/robots.txt", b"", status)
    if allowed:
        assert fetcher(site).fetch(site.url("/story")).content == PAGE
    else:
        with pytest.raises(NotFetched, match=r"robots\.txt"):
            fetcher(site).fetch(site.url("/story"))
        assert site.paths == ["/robots.txt"]


def test_what_a_site_asks_to_leave_is_left_and_it_is_asked_once(site: Site) -> None:
    site.gives("/robots.txt", b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    asking = fetcher(site)
    for _ in range(2):
        with pytest.raises(NotFetched, match=r"robots\.txt"):
            asking.fetch(site.url("/private/story"))
    assert asking.fetch(site.url("/story")).content == PAGE
    assert site.paths == ["/robots.txt", "/story"]


def test_the_page_behind_a_redirect_is_asked_about_too(site: Site) -> None:
    site.gives("/robots.txt", b"User-agent: *\nDisallow: /private\n")
    site.moves("/open", "/private/story")
    with pytest.raises(NotFetched, match=r"private/story.*robots\.txt"):
        fetcher(site).fetch(site.url("/open"))
    assert "/private/story" not in site.paths


def test_it_is_fetched_through_the_same_guard(site: Site) -> None:
    site.moves("/robots.txt", site.url("/robots.txt", "inside.example"))
    names = Names({"inside.example": [("10.0.0.1",)]})
    with pytest.raises(NotFetched, match=r"robots\.txt.*10\.0\.0\.1"):
        fetcher(site, names).fetch(site.url("/story"))
    site.moves("/robots.txt", "/rules.txt")
    site.gives("/rules.txt", b"User-agent: *\nDisallow: /story\n")
    with pytest.raises(NotFetched, match=r"asks programs to leave"):
        fetcher(site).fetch(site.url("/story"))


def test_redirected_for_ever_is_as_good_as_none(site: Site) -> None:
    site.moves("/robots.txt", "/robots.txt")
    assert fetcher(site).fetch(site.url("/story")).content == PAGE
    assert site.paths.count("/robots.txt") == 6


def test_one_without_an_end_is_read_as_far_as_the_bound(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"User-agent: *\nDisallow: /story\n")
        for _ in range(1000):
            handler.wfile.write(b"# nothing\n" * 10_000)

    site.routes["/robots.txt"] = endless
    with pytest.raises(NotFetched, match="asks programs to leave"):
        fetcher(site).fetch(site.url("/story"))
