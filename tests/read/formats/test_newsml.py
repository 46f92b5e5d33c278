"""News items of agencies in XML."""

from __future__ import annotations

from datetime import datetime

import pytest

from rashomon import Settings
from rashomon.errors import NotAReport
from rashomon.read.formats import format_of
from rashomon.read.formats.newsml import read_newsml
from rashomon.read.found import Found, Outcome, source_of

NITF = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Kites</hl1></hedline>
<byline>By Jane Doe</byline><dateline><location>Harrow Bay</location></dateline></body.head>
<body.content><p>They flew &amp; won.</p><p>All of them.</p></body.content></body></nitf>"""
XHTML = """<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>No</h:title></h:head>
<h:body><h:p>They flew &amp; won.</h:p><h:p>All of them.</h:p></h:body></h:html>"""


def item(content: str, status: str = "usable", guid: str = "urn:newsml:wire.example:1") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="wire.example"><name>Northwire</name></provider>
<versionCreated>2024-03-03T10:37:00Z</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><located qcode="city:1"><name>Harrow Bay</name></located><by>Jane Doe</by>
<headline>Kites</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""


def outcomes(content: str) -> list[Outcome]:
    source = source_of(content.encode(), "x.xml")
    assert format_of(source).name == "NewsML"
    return [outcome for outcome in read_newsml(source, Settings()) if isinstance(outcome, Found | NotAReport)]


@pytest.mark.parametrize("inline", [NITF, XHTML], ids=["nitf", "xhtml"])
def test_an_item_is_a_report(inline: str) -> None:
    (found,) = outcomes(item(f"<inlineXML>{inline}</inlineXML>"))
    assert isinstance(found, Found)
    assert found.text == "They flew & won.\n\nAll of them."
    known = found.metadata
    assert (known.title, known.outlet, known.byline, known.place) == ("Kites", "Northwire", "Jane Doe", "Harrow Bay")
    assert (known.published, known.language) == (datetime(2024, 3, 3, 10, 37), "en-GB")
    assert found.id == "urn:newsml:wire.example:1"


@pytest.mark.parametrize("name", ["h:p", "h:0", "h:", "x:y:p", ":"])
def test_names_that_a_broken_file_leaves_harm_nothing(name: str) -> None:
    for found in outcomes(item(f"<inlineXML><html><body><{name}>They flew.</{name}></body></html></inlineXML>")):
        assert isinstance(found, NotAReport) or found.text.startswith("They flew.")


def test_the_words_may_stand_as_they_are() -> None:
    (found,) = outcomes(item("<inlineData contenttype='text/plain'>3 &lt; 4 holds.</inlineData>"))
    assert isinstance(found, Found)
    assert found.text == "3 < 4 holds."


def test_a_message_holds_several_and_says_what_was_withdrawn() -> None:
    whole, other, picture = (
        item(f"<inlineXML>{NITF}</inlineXML>"),
        item("<inlineData>Gone.</inlineData>", "canceled"),
        item("<remoteContent href='x.jpg'/>"),
    )
    found = outcomes(f"<newsMessage><itemSet>{whole}{other}{picture}</itemSet></newsMessage>")
    assert [type(one) for one in found] == [Found, NotAReport, NotAReport]
    assert "withdrawn" in str(found[1])
    assert "no text" in str(found[2])


def test_nitf_stands_alone_too() -> None:
    (found,) = outcomes(NITF)
    assert isinstance(found, Found)
    assert (found.metadata.title, found.metadata.place) == ("Kites", "Harrow Bay")
    assert found.text.startswith("They flew")


def test_a_package_alone_is_no_report() -> None:
    with pytest.raises(NotAReport, match="points"):
        outcomes("<packageItem guid='x'><groupSet/></packageItem>")


def test_other_xml_is_named_and_not_read_as_text() -> None:
    source = source_of(b"<?xml version='1.0'?><recipe>Eggs.</recipe>", "x.xml")
    with pytest.raises(NotAReport, match="recipe"):
        list(format_of(source).reads(source, Settings()))


def test_a_long_document_type_hides_no_item() -> None:
    source = source_of(f"<!DOCTYPE x [<!-- {'x' * 5_000} -->]>{NITF}".encode(), "x.xml")
    (found,) = list(format_of(source).reads(source, Settings()))
    assert isinstance(found, Found)
