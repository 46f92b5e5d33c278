"""Pages, from their bytes to the report."""

from __future__ import annotations

import codecs
from datetime import datetime

import pytest

from rashomon import Settings
from rashomon.errors import NotAReport, TooLarge
from rashomon.model import Role
from rashomon.read.build import build_report
from rashomon.read.charset import decode_page
from rashomon.read.formats import format_of
from rashomon.read.formats.html import read_html
from rashomon.read.found import Found, source_of
from rashomon.text import Range

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Pier closes &ndash; The Lindmar Post</title>
<meta property="og:site_name" content="The Lindmar Post"><meta name="author" content="Ada Venn">
<meta property="article:published_time" content="2024-03-03T07:30:00+00:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Pier closes after line breaks</h1>
<p>LINDMAR, March 3 (Coast Wire) &mdash; The old pier was closed on Sunday after a kite line broke over it,
and forty visitors were led <b>away</b>, the harbour master said.</p>
<p>Nobody was hurt. &ldquo;We were lucky,&rdquo; said Jon Marsh, who keeps the caf&eacute; at its end &amp; saw it.</p>
<p>The pier will open again on Tuesday, when its railing has been mended by the town's own workmen.</p></article>
<footer><p>&copy; The Lindmar Post</p><a href="/about">About us</a></footer>
<script>var a = "<p>no</p>";</script></body></html>
"""


def page(content: bytes, name: str = "pier.html") -> Found:
    (found,) = read_html(source_of(content, name), Settings())
    return found


def test_reads_the_article_and_what_the_page_says_of_it() -> None:
    found = page(PAGE.encode())
    report = build_report("pier", "pier.html", found)
    assert report.headline == "Pier closes after line breaks"
    assert (report.outlet, report.byline, report.place, report.agency) == (
        "The Lindmar Post",
        "Ada Venn",
        "Lindmar",
        "Coast Wire",
    )
    assert report.published == datetime(2024, 3, 3, 7, 30)
    assert found.text.count("\n\n") == 3
    assert not {"Home", "About us", "no"} & set(found.text.split("\n\n"))
    assert [p.role for p in report.passages] == [Role.HEADLINE, Role.DATELINE, Role.LEDE, Role.BODY, Role.BODY]


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.encode("cp1252"),
        codecs.BOM_UTF8 + PAGE.encode(),
        codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"),
        PAGE.replace("harbour", "h\u0301\u202earb\xadour").encode(),
        PAGE.replace("harbour", "har\x00bour").replace("visitors", "visi&#1;tors&#xffff;").encode(),
        PAGE.encode().replace(b"harbour", b"har\xffbour"),
    ],
)
def test_every_character_leads_back_to_the_page(content: bytes) -> None:
    found, characters = page(content), decode_page(content)
    assert found.offsets is not None
    for start, place, length in found.offsets.runs:
        assert found.text[start : start + length] == characters[place : place + length]
    assert sum(length for _, _, length in found.offsets.runs) > 0.9 * len(found.text)
    at = found.text.index("forty visi")
    where = found.offsets.source(Range(at, at + 5))
    assert where is not None
    assert where.of(characters) == "forty"


def test_the_hash_is_that_of_the_bytes() -> None:
    assert page(PAGE.encode()).content == PAGE.encode()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PAGE, "pier"),
        (PAGE, "pier.txt"),
        ("\ufeff\n<!-- saved --><HTML><body>x", "x"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="y">', "x.dat"),
        ("<article><p>Kites.</p></article>", "x"),
        ("Kites <b>flew</b>", "x.htm"),
    ],
)
def test_a_page_is_told_by_its_first_bytes(content: str, name: str) -> None:
    assert format_of(source_of(content.encode(), name)).name == "HTML"
    assert format_of(source_of(codecs.BOM_UTF16_LE + content.encode("utf-16-le"), name)).name == "HTML"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<p>Kites in Markdown", "x.md"),
        ("Kites < 3", "x.html"),
        ("Kites <b>flew</b>", "x"),
        ("<kites>", "x"),
        ("", "x"),
    ],
)
def test_what_holds_a_bracket_is_no_page(content: str, name: str) -> None:
    assert format_of(source_of(content.encode(), name)).name == "text"


@pytest.mark.parametrize("content", ["<html></html>", "<html><script>x</script>", "<!doctype html>", "<p> &nbsp; </p>"])
def test_a_page_without_text_is_no_report(content: str) -> None:
    with pytest.raises(NotAReport, match=r"pier\.html"):
        page(content.encode())


def test_a_page_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        list(read_html(source_of(PAGE.encode(), "x"), Settings(largest_file=100)))


def test_what_was_read_before_changes_nothing() -> None:
    first = page(PAGE.encode())
    for _ in range(4):
        assert page(PAGE.encode()) == first
