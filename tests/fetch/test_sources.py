"""A fetched page is read like a file: by its content, with the address and the charset it came with."""

from __future__ import annotations

import pytest
from tests.fetch.site import Site, fetcher

from rashomon import pipeline
from rashomon.fetch.fetching import Fetched
from rashomon.fetch.sources import page_source

WORDS = "Die Fähre nach Tarn kam am Montag wegen Nebels zwei Stunden später an, sagte das Hafenamt in Köln. "
PAGE = f"<html><head><title>Fähre zu spät</title></head><body><article><p>{WORDS * 3}</p></article></body></html>"


def fetched(site: Site, path: str, body: bytes, kind: str) -> Fetched:
    site.gives(path, body, Content_Type=kind)
    return fetcher(site).fetch(site.url(path))


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/2026/story.php?id=3", "text/html; charset=utf-8", "story.html"),
        ("/", "text/html", "news.example.html"),
        ("/feed", "application/rss+xml", "feed.xml"),
        ("/a.pdf", "application/pdf", "a.pdf"),
        ("/" + "a" * 300, "text/plain", "a" * 80 + ".txt"),
        ("/a.jsonl", "application/x-ndjson", "a"),
    ],
)
def test_a_page_gets_a_name_by_its_address_and_kind(site: Site, path: str, kind: str, name: str) -> None:
    assert page_source(fetched(site, path, b"words", kind)).name == name


@pytest.mark.parametrize(
    ("parameter", "charset"),
    [
        ("; charset=Windows-1252", "windows-1252"),
        ('; Charset="UTF-8"', "utf-8"),
        ("", ""),
        ("; charset=", ""),
        ("; charset*=utf-8''%C3%A4", ""),
        ("; charset=" + "a" * 200, "a" * 40),
    ],
)
def test_the_charset_is_that_of_the_header(site: Site, parameter: str, charset: str) -> None:
    assert page_source(fetched(site, "/story", b"words", f"text/html{parameter}")).charset == charset


def test_a_page_is_read_by_the_charset_it_came_with(site: Site) -> None:
    page = page_source(fetched(site, "/story", PAGE.encode("cp1252"), "text/html; charset=windows-1252"))
    (report,) = pipeline.read([], pages=[page]).reports
    assert "Fähre nach Tarn" in report.text
    assert report.url == site.url("/story")
    assert report.source == site.url("/story")


def test_the_order_of_pages_changes_nothing(site: Site) -> None:
    pages = [page_source(fetched(site, f"/{n}/story", PAGE.encode(), "text/html; charset=utf-8")) for n in range(3)]
    assert pipeline.read([], pages=pages) == pipeline.read([], pages=pages[::-1])
