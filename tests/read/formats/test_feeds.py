"""Feeds of every kind, whole and broken, and the pieces of HTML inside them."""

from __future__ import annotations

from datetime import datetime

import pytest

from rashomon import Settings
from rashomon.errors import NotAReport
from rashomon.read.formats import format_of
from rashomon.read.formats.feeds import read_feed
from rashomon.read.found import Found, source_of

LONG = "The kite club of Harrow Bay won the cup on Sunday. " * 8

RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Post</title><link>https://post.example/</link>
<item><media:title>A picture</media:title><title>Kites &amp;amp; cups</title>
<link>https://post.example/kites</link><guid isPermaLink="false">kites-1</guid>
<pubDate>Sun, 03 Mar 2024 23:30:00 GMT</pubDate><author>desk@post.example (Jane Doe)</author>
<description>Kites won.</description>
<content:encoded><![CDATA[<p>{LONG}</p><script>x()</script><p>Second &eacute;tage.</p>]]></content:encoded></item>
<item><title>Taken over</title><link>https://post.example/two</link><source url="https://wire.example">Northwire</source>
<description>&lt;b&gt;One&lt;/b&gt; line only.</description></item>
<item><title>Nothing else</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title type="html">A &lt;i&gt;kite&lt;/i&gt;</title><id>tag:post.example,2024:1</id>
<link rel="enclosure" href="https://post.example/sound"/><link href="https://post.example/kites"/>
<updated>2024-03-03T23:30:00Z</updated><author><name>Jane Doe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content></entry>
<entry><title>B</title><summary type="text">3 &lt; 4 holds.</summary><source><title>Northwire</title></source></entry>
</feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title></channel>
<item rdf:about="https://post.example/kites"><title>Kites</title><link>https://post.example/kites</link>
<description>They flew.</description><dc:date>2024-03-03</dc:date><dc:creator>Jane Doe</dc:creator></item></rdf:RDF>"""


def items(content: str | bytes) -> list[Found]:
    raw = content.encode() if isinstance(content, str) else content
    source = source_of(raw, "feed.xml")
    assert format_of(source).name == "feed"
    return [found for found in read_feed(source, Settings()) if isinstance(found, Found)]


def test_an_item_of_rss_is_a_report_with_all_that_the_feed_says() -> None:
    first, second = items(RSS)
    assert first.text == f"{LONG.strip()}\n\nSecond \u00e9tage."
    assert first.metadata.title == "Kites & cups"
    assert (first.metadata.outlet, first.metadata.byline) == ("Harbour Post", "Jane Doe")
    assert first.metadata.published == datetime(2024, 3, 3, 23, 30)
    assert (first.metadata.url, first.id, first.part) == ("https://post.example/kites", "kites-1", "item 1")
    assert first.remark == ""
    assert (second.text, second.metadata.outlet) == ("One line only.", "Northwire")


def test_a_summary_is_said_to_be_one_and_a_title_alone_is_no_report() -> None:
    outcomes = list(read_feed(source_of(RSS.encode(), "feed.xml"), Settings()))
    assert isinstance(outcomes[1], Found)
    assert outcomes[1].remark.startswith("item 2 is only a summary")
    assert "https://post.example/two" in outcomes[1].remark
    assert isinstance(outcomes[2], NotAReport)


def test_an_entry_of_atom_tells_how_its_words_are_written() -> None:
    first, second = items(ATOM)
    assert first.text == "First.\n\nSecond."
    assert first.metadata.title == "A kite"
    assert first.metadata.url == "https://post.example/kites"
    assert (first.metadata.byline, first.id) == ("Jane Doe", "tag:post.example,2024:1")
    assert second.text == "3 < 4 holds."
    assert second.metadata.outlet == "Northwire"


def test_the_older_rss_keeps_its_items_beside_the_channel() -> None:
    (item,) = items(RDF)
    assert (item.text, item.metadata.outlet, item.metadata.byline) == ("They flew.", "Harbour Post", "Jane Doe")
    assert (item.metadata.published, item.id) == (datetime(2024, 3, 3), "https://post.example/kites")


def test_a_broken_feed_loses_no_character_of_what_stands_before_and_after_the_break() -> None:
    broken = "<rss><channel><title>P</title><item><title>A & B &amp; C</title>"
    broken += "<description>1 &nbsp;&lt;p&gt;x &amp;amp; y &hellip; &bogus; &#x110000; z</description></item>"
    (item,) = items(broken)
    assert item.metadata.title == "A & B & C"
    assert item.text == "1\n\nx & y \u2026 &bogus; \ufffd z"


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_encodings_are_read_as_declared(codec: str) -> None:
    declared = f'<?xml version="1.0" encoding="{codec.removesuffix("-sig")}"?>'
    feed = declared + "<rss><channel><item><description>Caf\u00e9 closed.</description></item></channel></rss>"
    assert items(feed.encode(codec))[0].text == "Caf\u00e9 closed."


def test_a_feed_without_items_is_no_report() -> None:
    with pytest.raises(NotAReport):
        list(read_feed(source_of(b"<rss><channel/></rss>", "feed.xml"), Settings()))


def test_a_text_about_feeds_is_a_text() -> None:
    assert format_of(source_of(b"The <rss> tag opens a feed.", "x.txt")).name == "text"
