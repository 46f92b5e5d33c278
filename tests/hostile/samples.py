"""One small valid sample of each format that can be read, made in code: what the fuzz mutates and bad bytes begin from.

All tell of one invented event, in our own words.
"""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping

from rashomon.read.build import build_report
from rashomon.read.found import Found
from rashomon.render.report_lines import report_as_line

PARAGRAPHS = (
    "OSLO (AP) - Four ferries were held at the north pier on Sunday after a rope broke, the harbour office said.",
    "“Nobody was hurt,” said Marta Lindqvist, who speaks for the café owners of the quay. “We were lucky.”",
    "About 320 people waited until 6 p.m., and the last of the boats left on 4 March 2024.",
    "The rope had been tested in January, said Jonas Reve, the harbour master, and was found to be sound.",
)
HEADLINE = "Rope breaks at north pier & ferries wait"
TEXT = "\n\n".join((HEADLINE, "By Jane Doe\n3 March 2024", *PARAGRAPHS)) + "\n\nRead also: The winter of the storms\n"
_ADDRESS = "https://harbour.example/2024/03/03/rope"
_BODY = "".join(f"<p>{words}</p>\n" for words in PARAGRAPHS)
_LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2024-03-03T18:20:00+01:00",
    "author": [{"@type": "Person", "name": "Jane Doe"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
}
_MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("home", "weather", "sport"))
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Rope breaks at north pier &amp; ferries wait - Harbour Post</title>
<meta property="og:title" content="Rope breaks at north pier &amp; ferries wait">
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2024-03-03T18:20:00+01:00"><link rel="canonical" href="{_ADDRESS}">
<script type="application/ld+json">{json.dumps(_LINKED)}</script><style>p {{ margin: 0 }}</style></head>
<body><nav><ul>{_MENU}</ul></nav><article><h1>Rope breaks at north pier &amp; ferries wait</h1>
<p class="byline">By Jane Doe</p><time datetime="2024-03-03">3 March 2024</time>
<figure><img src="pier.jpg" alt="The pier"><figcaption>The pier on Sunday. (Photo by Ida Berg)</figcaption></figure>
{_BODY}<table><tr><td>Ferries</td><td>4</td></tr></table><aside>Read also: The winter of the storms</aside></article>
<footer>&copy; 2024 Harbour Post. All rights reserved.</footer></body></html>
"""
_RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><link>https://harbour.example/</link><description>News of the quay</description>
<item><title>Rope breaks at north pier</title><link>{_ADDRESS}</link><guid>{_ADDRESS}</guid>
<dc:creator>Jane Doe</dc:creator>
<pubDate>Sun, 03 Mar 2024 18:20:00 +0100</pubDate><source url="https://wire.example/rss">Wire</source>
<description>{PARAGRAPHS[0]}</description><content:encoded><![CDATA[{_BODY}]]></content:encoded></item>
<item><title>Ferries sail again</title><description>{PARAGRAPHS[2]}</description></item></channel></rss>
"""
_ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><id>urn:harbour</id>
<updated>2024-03-03T18:20:00Z</updated>
<entry><title type="html">Rope breaks &amp;amp; ferries wait</title><id>urn:harbour:1</id><link href="{_ADDRESS}"/>
<published>2024-03-03T18:20:00Z</published><author><name>Jane Doe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_BODY}</div></content></entry></feed>
"""
_NEWSML = f"""<?xml version="1.0" encoding="utf-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour:1" version="1" standard="NewsML-G2">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Harbour Post"/>
<versionCreated>2024-03-03T18:20:00Z</versionCreated></itemMeta>
<contentMeta><headline>Rope breaks at north pier</headline><by>By Jane Doe</by><dateline>OSLO</dateline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body>{_BODY}</body></html>
</inlineXML></contentSet></newsItem>
"""
_NINJS = {
    "uri": "urn:harbour:1",
    "type": "text",
    "versioncreated": "2024-03-03T18:20:00Z",
    "headline": HEADLINE,
    "byline": "Jane Doe",
    "body_text": "\n".join(PARAGRAPHS),
    "body_xhtml": _BODY,
}


def samples() -> Mapping[str, bytes]:
    """Return the bytes of each sample by its file name."""
    page, text = PAGE.encode(), TEXT.encode()
    plain = {
        "report.txt": text,
        "wide.txt": TEXT.encode("utf-16"),
        "latin.txt": TEXT.encode("cp1252"),
        "page.html": page,
        "latin.html": PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252"),
        "feed.rss": _RSS.encode(),
        "feed.atom": _ATOM.encode(),
        "item.xml": _NEWSML.encode(),
        "wide.xml": _NEWSML.replace("utf-8", "utf-16", 1).encode("utf-16"),
        "item.json": json.dumps(_NINJS).encode(),
        "records.json": json.dumps({"reports": [{"id": "one", "text": TEXT, "published": "2024-03-03"}] * 2}).encode(),
        "records.jsonl": b"".join(json.dumps({"title": HEADLINE, "text": TEXT}).encode() + b"\n" for _ in range(3)),
        "table.csv": _table().encode(),
        "letter.eml": _letter().encode(),
        "paper.pdf": _pdf(),
        "crawl.warc": _warc(page),
        "kept.jsonl": report_as_line(build_report("kept", "quay.txt", Found(TEXT))).encode(),
    }
    packed = {
        "report.txt.gz": gzip.compress(text, mtime=0),
        "page.html.gz": gzip.compress(page, mtime=0),
        "crawl.warc.gz": gzip.compress(_warc(page), mtime=0),
        "all.tar.gz": gzip.compress(_tar({"report.txt": text, "inner/records.json": plain["records.json"]}), mtime=0),
        "all.zip": _zip({name: plain[name] for name in ("report.txt", "page.html", "feed.rss", "records.json")}),
        "nested.zip": _zip({"inner.zip": _zip({"report.txt": text}), "report.txt.gz": gzip.compress(text, mtime=0)}),
    }
    return plain | packed


def _table() -> str:
    table = io.StringIO()
    rows = [("id", "title", "text", "outlet", "published", "url")]
    rows += [(str(number), HEADLINE, TEXT, "Harbour Post", "2024-03-03", _ADDRESS) for number in range(3)]
    csv.writer(table).writerows(rows)
    return table.getvalue()


def _letter() -> str:
    packed = base64.encodebytes(PAGE.encode()).decode()
    return f"""From: Harbour Post <news@harbour.example>\r
To: reader@example.org\r
Subject: =?utf-8?q?Rope_breaks_at_north_pier_=26_ferries_wait?=\r
Date: Sun, 03 Mar 2024 18:20:00 +0100\r
Message-ID: <1@harbour.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary="edge"\r
\r
--edge\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: 8bit\r
\r
{TEXT}\r
--edge\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: base64\r
\r
{packed}\r
--edge--\r
"""


def _pdf() -> bytes:
    lines = [words.encode("ascii", "replace").replace(b"(", b"\\(").replace(b")", b"\\)") for words in PARAGRAPHS]
    shown = b"BT /F1 12 Tf 14 TL 72 720 Td " + b" ".join(b"(" + line + b") Tj T*" for line in lines) + b" ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Rope breaks at north pier) /CreationDate (D:20240303182000Z) >>",
    )
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return content + b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def _warc(page: bytes) -> bytes:
    served = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (
        len(page),
        page,
    )
    return b"".join(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s/%d\r\nWARC-Date: 2024-03-03T18:20:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:%d>\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (_ADDRESS.encode(), number, number, len(served), served)
        for number in range(2)
    )


def _tar(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def _zip(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
