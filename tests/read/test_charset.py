"""The characters of a page, whatever it says of its encoding."""

from __future__ import annotations

import codecs

import pytest

from rashomon.read.charset import decode_page

META = '<meta charset="{}"><p>Café – Łódź</p>'


@pytest.mark.parametrize(
    ("content", "page"),
    [
        ("<p>Café</p>".encode(), "<p>Café</p>"),
        (codecs.BOM_UTF8 + "<p>Café</p>".encode(), "<p>Café</p>"),
        (codecs.BOM_UTF16_LE + "<p>Café</p>".encode("utf-16-le"), "<p>Café</p>"),
        (codecs.BOM_UTF16_BE + "<p>Café</p>".encode("utf-16-be"), "<p>Café</p>"),
        (META.format("iso-8859-2").replace("–", "-").encode("iso-8859-2"), META.format("iso-8859-2").replace("–", "-")),
        ('<meta charset="latin1">Café – “x”'.encode("cp1252"), '<meta charset="latin1">Café – “x”'),
        ('<meta charset="gb2312">镕'.encode("gb18030"), '<meta charset="gb2312">镕'),
        ("<p>Café – x</p>".encode("cp1252"), "<p>Café – x</p>"),
        (META.format("latin1").encode(), META.format("latin1")),
        (b"<p>a\r\nb\rc", "<p>a\nb\nc"),
    ],
)
def test_reads_what_was_written(content: bytes, page: str) -> None:
    assert decode_page(content) == page


@pytest.mark.parametrize(
    "stated", ["utf-8", "utf-16", "nonsense", "rot13", "hex", "zip", "idna", "unicode_escape", "é", "..."]
)
def test_what_is_stated_in_vain_is_passed_over(stated: str) -> None:
    content = f'<meta charset="{stated}"><p>'.encode() + b"caf\xe9</p>"
    assert decode_page(content).endswith("<p>café</p>")


def test_what_a_page_was_served_as_counts_first() -> None:
    content = '<meta charset="latin1">Łódź'.encode("iso-8859-2")
    assert decode_page(content, "ISO-8859-2").endswith("Łódź")
    assert decode_page(content, "no such\0thing").endswith("£ódŸ".replace("Ÿ", "¼"))
    assert decode_page("Łódź".encode(), "latin1") == "Łódź"


def test_one_broken_byte_makes_no_other_encoding() -> None:
    content = b'<meta charset="utf-8">' + "é".encode() * 40 + b"\xff" + "é".encode()
    assert decode_page(content).endswith("é" * 40 + "\N{REPLACEMENT CHARACTER}é")
