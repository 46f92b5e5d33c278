"""Files of every format that are deep or broad without end: how each is made in a size, and read whole."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from rashomon import Settings
from rashomon.errors import RashomonError
from rashomon.read.build import build_report
from rashomon.read.formats import read_source
from rashomon.read.found import source_of

WORDS = "The club flew four kites over the harbour on Sunday, and the town said that it was good to see. "
STORY = (
    "<p>The kite festival at Lindmar drew four hundred people on Sunday, the organiser Ada Venn said. The wind was "
    "light, and nobody was hurt when a line broke over the pier.</p>"
)


def page(inside: str) -> bytes:
    return f"<!DOCTYPE html><html><body><article><p>{WORDS * 3}</p>{inside}</article></body></html>".encode()


Made = Callable[[int], bytes]
SHAPES: dict[str, tuple[str, Made, int]] = {
    "nested div": ("a.html", lambda n: page("<div>" * n + WORDS + "</div>" * n), 1_000),
    "open div": ("a.html", lambda n: page("<div>" * n + WORDS), 1_000),
    "nested b": ("a.html", lambda n: page("<b>" * n + WORDS), 1_000),
    "nested tables": ("a.html", lambda n: page("<table><tr><td>" * n + WORDS), 500),
    "angles": ("a.html", lambda n: page("<" * n), 2_000),
    "comments": ("a.html", lambda n: page("<!--" * n), 2_000),
    "links": ("a.html", lambda n: page("<a " * n), 2_000),
    "ampersands": ("a.html", lambda n: page("&" * n), 2_000),
    "attributes": ("a.html", lambda n: page("<p " + " ".join(f"a{k}='b'" for k in range(n)) + ">" + WORDS), 1_000),
    "attributes of data": (
        "a.html",
        lambda n: page(f"<script type='application/ld+json' {' '.join(f'a{k}' for k in range(n))}>{{}}</script>"),
        500,
    ),
    "attributes, quoted": (
        "a.html",
        lambda n: page("<p " + "".join(f"a{k}='<>'" for k in range(n)) + ">" + WORDS),
        500,
    ),
    "tags of many attributes": (
        "a.html",
        lambda n: page(("<p " + " ".join(f"a{k}" for k in range(900)) + ">" + WORDS) * n),
        10,
    ),
    "paragraphs": ("a.html", lambda n: page(f"<p>{WORDS}</p>" * n), 100),
    "one line": ("a.html", lambda n: page(f"<p>{WORDS * n}</p>"), 100),
    "scripts": ("a.html", lambda n: page("<script>" * n), 1_000),
    "xml": ("a.xml", lambda n: b"<?xml version='1.0'?>" + b"<a>" * n + b"</a>" * n, 1_000),
    "feed": ("a.rss", lambda n: f"<rss><channel>{'<item><title>a</title></item>' * n}</channel></rss>".encode(), 250),
    "feed depth": ("a.rss", lambda n: b"<rss><channel>" + b"<item>" * n, 2_500),
    "columns": ("a.csv", lambda n: b"text," + b"a," * n + b"\n" + b"b," * n, 5_000),
    "rows": ("a.csv", lambda n: b"text,id\n" + b"The club won a cup.,a\n" * n, 50),
    "quotes": ("a.csv", lambda n: b'text,id\n"' + b'a""' * n, 2_000),
    "lists": ("a.json", lambda n: b'{"text": "The club won.", "a": ' + b"[" * n + b"]" * n + b"}", 2_500),
    "objects": ("a.json", lambda n: b'{"a":' * n, 2_500),
    "digits": ("a.json", lambda n: b'{"text": "The club won.", "a": ' + b"9" * n + b"}", 2_500),
    "records": ("a.jsonl", lambda n: b'{"text": "The club won a cup.", "id": "a"}\n' * n, 50),
    "text": ("a.txt", lambda n: WORDS.encode() * n, 125),
    "lines": ("a.txt", lambda n: b"The club won\n\n" * n, 100),
    "captions": ("a.txt", lambda n: b"A man. (Photo by A)\n\n" * n, 100),
    "parts": (
        "a.eml",
        lambda n: b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nb\n" * n,
        60,
    ),
    "mail depth": (
        "a.eml",
        lambda n: b"".join(b"Content-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (k, k) for k in range(n)),
        300,
    ),
    "headers": ("a.eml", lambda n: b"Subject: a\n" + b"Received: from b\n" * n + b"\nThe club won.\n", 1_000),
    "words": ("a.eml", lambda n: b"Subject: " + b"=?utf-8?b?YQ==?= " * n + b"\n\nThe club won.\n", 200),
    "records of a crawl": (
        "a.warc",
        lambda n: b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * n,
        250,
    ),
}


def read_whole(name: str, content: bytes) -> None:
    """Read it to its end; whatever comes of it is a report or an error of ours."""
    for source, outcome in read_source(source_of(content, name), Settings()):
        if not isinstance(outcome, RashomonError):
            with contextlib.suppress(RashomonError):
                build_report("x", source.label, outcome)
