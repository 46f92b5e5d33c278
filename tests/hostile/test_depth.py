"""Depth and breadth without end: no recursion error, and time that grows no faster than the input."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable

import pytest

from rashomon import Settings
from rashomon.errors import RashomonError
from rashomon.read.build import build_report
from rashomon.read.formats import read_source
from rashomon.read.found import source_of

WORDS = "The club flew four kites over the harbour on Sunday, and the town said that it was good to see. "
GROWTH = 3  # for twice the input; a square gives 4
NOISE = 0.3  # seconds below which a busy machine decides


def page(inside: str) -> bytes:
    return f"<!DOCTYPE html><html><body><article><p>{WORDS * 3}</p>{inside}</article></body></html>".encode()


Made = Callable[[int], bytes]
SHAPES: dict[str, tuple[str, Made, int]] = {
    "nested div": ("a.html", lambda n: page("<div>" * n + WORDS + "</div>" * n), 50_000),
    "open div": ("a.html", lambda n: page("<div>" * n + WORDS), 50_000),
    "nested b": ("a.html", lambda n: page("<b>" * n + WORDS), 20_000),
    "nested tables": ("a.html", lambda n: page("<table><tr><td>" * n + WORDS), 10_000),
    "angles": ("a.html", lambda n: page("<" * n), 40_000),
    "comments": ("a.html", lambda n: page("<!--" * n), 40_000),
    "links": ("a.html", lambda n: page("<a " * n), 40_000),
    "ampersands": ("a.html", lambda n: page("&" * n), 40_000),
    "attributes": ("a.html", lambda n: page("<p " + " ".join(f"a{k}='b'" for k in range(n)) + ">" + WORDS), 20_000),
    "attributes of data": (
        "a.html",
        lambda n: page(f"<script type='application/ld+json' {' '.join(f'a{k}' for k in range(n))}>{{}}</script>"),
        10_000,
    ),
    "attributes, quoted": (
        "a.html",
        lambda n: page("<p " + "".join(f"a{k}='<>'" for k in range(n)) + ">" + WORDS),
        10_000,
    ),
    "tags of many attributes": (
        "a.html",
        lambda n: page(("<p " + " ".join(f"a{k}" for k in range(900)) + ">" + WORDS) * n),
        150,
    ),
    "paragraphs": ("a.html", lambda n: page(f"<p>{WORDS}</p>" * n), 2_000),
    "one line": ("a.html", lambda n: page(f"<p>{WORDS * n}</p>"), 2_000),
    "scripts": ("a.html", lambda n: page("<script>" * n), 20_000),
    "xml": ("a.xml", lambda n: b"<?xml version='1.0'?>" + b"<a>" * n + b"</a>" * n, 50_000),
    "feed": ("a.rss", lambda n: f"<rss><channel>{'<item><title>a</title></item>' * n}</channel></rss>".encode(), 5_000),
    "feed depth": ("a.rss", lambda n: b"<rss><channel>" + b"<item>" * n, 50_000),
    "columns": ("a.csv", lambda n: b"text," + b"a," * n + b"\n" + b"b," * n, 500_000),
    "rows": ("a.csv", lambda n: b"text,id\n" + b"The club won a cup.,a\n" * n, 10_000),
    "quotes": ("a.csv", lambda n: b'text,id\n"' + b'a""' * n, 100_000),
    "lists": ("a.json", lambda n: b'{"text": "The club won.", "a": ' + b"[" * n + b"]" * n + b"}", 50_000),
    "objects": ("a.json", lambda n: b'{"a":' * n, 50_000),
    "digits": ("a.json", lambda n: b'{"text": "The club won.", "a": ' + b"9" * n + b"}", 50_000),
    "records": ("a.jsonl", lambda n: b'{"text": "The club won a cup.", "id": "a"}\n' * n, 4_000),
    "text": ("a.txt", lambda n: WORDS.encode() * n, 2_500),
    "lines": ("a.txt", lambda n: b"The club won\n\n" * n, 10_000),
    "captions": ("a.txt", lambda n: b"A man. (Photo by A)\n\n" * n, 10_000),
    "parts": (
        "a.eml",
        lambda n: b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nb\n" * n,
        5_000,
    ),
    "mail depth": (
        "a.eml",
        lambda n: b"".join(b"Content-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (k, k) for k in range(n)),
        1_000,
    ),
    "headers": ("a.eml", lambda n: b"Subject: a\n" + b"Received: from b\n" * n + b"\nThe club won.\n", 20_000),
    "words": ("a.eml", lambda n: b"Subject: " + b"=?utf-8?b?YQ==?= " * n + b"\n\nThe club won.\n", 4_000),
    "records of a crawl": (
        "a.warc",
        lambda n: b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * n,
        5_000,
    ),
}


def seconds(name: str, content: bytes) -> float:
    """Return the processor time to read it; whatever comes of it is a report or an error of ours."""
    gc.collect()
    gc.disable()  # what the tests before have left would be gone through again and again
    started = time.process_time()
    for source, outcome in read_source(source_of(content, name), Settings()):
        if not isinstance(outcome, RashomonError):
            with contextlib.suppress(RashomonError):
                build_report("x", source.label, outcome)
    took = time.process_time() - started
    gc.enable()
    return took


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_no_faster_than_the_input(shape: str) -> None:
    name, made, size = SHAPES[shape]
    once, twice = made(size), made(2 * size)
    short = min(seconds(name, once) for _ in range(3))
    # Processor time, too, is longer on a busy machine: what is slow by nature is slow each time.
    for _ in range(4):
        long = seconds(name, twice)
        if long < max(GROWTH * short, NOISE):
            break
    assert long < max(GROWTH * short, NOISE), f"{short:.2f} s for {size}, {long:.2f} s for twice that"


def test_the_least_nested_json_that_is_refused_is_named() -> None:
    content = b'{"text": "The club won.", "a": ' + b"[" * 100_000
    ((_, outcome),) = read_source(source_of(content, "deep.json"), Settings())
    assert "deep.json: is not valid JSON" in str(outcome)
