"""Addresses of pages: one spelling each, and none that two programs could read in two ways."""

from __future__ import annotations

import pytest

from rashomon.errors import NotFetched
from rashomon.fetch.web_address import read_web_address


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("HTTP://News.Example", "http://news.example/"),
        ("https://news.example:443/a?b=c#d", "https://news.example/a?b=c"),
        ("http://news.example:80/", "http://news.example/"),
        ("http://news.example./a", "http://news.example/a"),
        ("http://news.example/a/./b/../c", "http://news.example/a/c"),
        ("http://news.example/%2e%2E/private", "http://news.example/private"),
        ("http://news.example/a/..", "http://news.example/"),
        ("http://news.example//a", "http://news.example//a"),
        ("http://bücher.example/fähre?ort=Köln", "http://xn--bcher-kva.example/f%C3%A4hre?ort=K%C3%B6ln"),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
    ],
)
def test_an_address_has_one_spelling(given: str, url: str) -> None:
    assert read_web_address(given).url == url
    assert read_web_address(url).url == url


@pytest.mark.parametrize(
    "given",
    [
        "file:///etc/passwd",
        "ftp://news.example/",
        "gopher://news.example/",
        "javascript:alert(1)",
        "data:text/html,hello",
        "//news.example/",
        "news.example",
        "http://",
        "http:///story",
        "http://user@news.example/",
        "http://user:secret@news.example/",
        "http://news.example@10.0.0.1/",
        "http://news.example\\@10.0.0.1/",
        "http://news.example\t.example/",
        "http://news.example/a b",
        "http://news.example/\r\nHost: other.example",
        "http://news.example:port/",
        "http://news.example:99999/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://a..b/",
        "http://" + "a" * 70 + ".example/",
        "http://news.example/" + "a" * 5000,
        "http://news.example/\u202egpj.exe",
        "http://exa_mple!/",
    ],
)
def test_what_is_no_plain_address_is_refused(given: str) -> None:
    with pytest.raises(NotFetched) as raised:
        read_web_address(given)
    assert "secret" not in str(raised.value)
    assert str(raised.value).isprintable()
