"""What pages say of themselves."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from lxml.html import document_fromstring

from rashomon.read.linked_data import linked_metadata
from rashomon.read.metadata import Metadata
from rashomon.read.page_metadata import page_metadata

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour reopens &amp; ferries sail",
    "datePublished": "2024-03-03T07:30:00+01:00",
    "author": [{"@type": "Person", "name": "Ada Venn"}, {"name": "By Jon Marsh"}, {"name": "https://example.org/x"}],
    "publisher": {"@id": "#us"},
    "mainEntityOfPage": {"@id": "https://example.org/harbour"},
    "inLanguage": "en_GB",
}
US = {"@id": "#us", "@type": "Organization", "name": "The Lindmar Post"}
READ = Metadata(
    "Harbour reopens & ferries sail",
    "The Lindmar Post",
    datetime(2024, 3, 3, 7, 30),
    "https://example.org/harbour",
    "Ada Venn, Jon Marsh",
    "en-GB",
)


def read(head: str, body: str = "", attributes: str = "") -> Metadata:
    return page_metadata(document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize("shape", [{"@graph": [US, ARTICLE]}, [ARTICLE, US], {"a": {"b": [ARTICLE]}, "c": US}])
def test_reads_an_article_wherever_it_stands_in_the_data(shape: object) -> None:
    assert linked_metadata([json.dumps(shape)]) == READ
    assert linked_metadata(["{broken", "", f"<!--{json.dumps(shape)}-->"]) == READ


def test_an_article_knows_more_than_its_page() -> None:
    page = {"@type": "WebPage", "headline": "A page", "datePublished": "2020-01-01", "url": "https://example.org/page"}
    assert linked_metadata([json.dumps([page, ARTICLE | {"mainEntityOfPage": 4}])]).title == READ.title
    assert linked_metadata([json.dumps([page, ARTICLE | {"mainEntityOfPage": 4}])]).url == "https://example.org/page"


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" + "{}," * 100_000 + "{}]",
        json.dumps(
            {"@type": ["NewsArticle", 3, None], "headline": ["x"], "author": [[["y"]]], "publisher": {"name": {}}}
        ),
        json.dumps({"@type": "NewsArticle", "headline": "x" * 100_000, "datePublished": "4" * 100_000}),
        "null",
        "4",
        '"x"',
    ],
)
def test_data_that_is_none_says_nothing(script: str) -> None:
    assert linked_metadata([script]) == Metadata()


def test_reads_meta_tags() -> None:
    head = """<title>Harbour | Post</title><meta property="og:title" content="Harbour reopens">
    <meta property="og:site_name" content="The  Post"><meta name="author" content="By Ada Venn">
    <meta property="article:published_time" content="2024-03-03T07:30:00Z"><meta property="og:locale" content="en_GB">
    <link rel="canonical" href="https://example.org/h">"""
    assert read(head) == Metadata(
        "Harbour reopens", "The Post", datetime(2024, 3, 3, 7, 30), "https://example.org/h", "Ada Venn", "en-GB"
    )
    assert read(head, attributes='lang="fr"').language == "fr"


def test_the_headline_is_the_one_that_readers_see() -> None:
    title = "<title>Harbour reopens after storm - The Post</title>"
    assert (
        read(title, "<h1>The Post</h1><h1>Harbour reopens after the storm</h1>").title
        == "Harbour reopens after the storm"
    )
    assert read(title, "<h1>Newsletters</h1>").title == "Harbour reopens after storm"
    assert read("<title>Storm - what we know about the harbour today</title>").title is not None
    assert read("", "<h1>Harbour reopens</h1>").title == "Harbour reopens"
    assert read("", "<h1>Harbour reopens</h1><h1>Ferries</h1>").title is None


def test_an_address_is_no_name() -> None:
    head = '<meta name="author" content="https://example.org/ada"><meta property="og:url" content="javascript:x">'
    assert (read(head).byline, read(head).url) == (None, None)


def test_a_date_that_only_the_page_shows_is_found() -> None:
    assert read("", '<time datetime="2024-03-03" itemprop="datePublished">3 March</time>').published == datetime(
        2024, 3, 3
    )
    assert read("", "<p>Kites.</p>").published is None
