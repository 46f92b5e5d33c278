"""XML that means harm: nothing is expanded, opened or asked for, and the time stays in proportion."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from rashomon import Settings
from rashomon.errors import InputError
from rashomon.read.formats import read_source
from rashomon.read.found import Found, source_of

LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def feed(words: str, declared: str = "", head: str = "") -> str:
    return (
        f"{head}{declared}<rss><channel><item><title>T</title><description>{words}</description></item></channel></rss>"
    )


def news(words: str, declared: str = "", head: str = "") -> str:
    body = f"<inlineXML><html><body><p>{words}</p></body></html></inlineXML>"
    return f"{head}{declared}<newsItem guid='x'><contentSet>{body}</contentSet></newsItem>"


def outcomes(content: str | bytes) -> list[Found | InputError]:
    raw = content if isinstance(content, bytes) else content.encode()
    return [outcome for _, outcome in read_source(source_of(raw, "x.xml"), Settings())]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a parser reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("form", [feed, news])
@pytest.mark.parametrize("words", ["&a9;", "x &a9; y", '<a href="&a9;">x</a>'])
def test_a_billion_laughs_are_not_heard(form: object, words: str) -> None:
    (outcome,) = outcomes(form(words, f"<!DOCTYPE r [{LAUGHS}]>"))  # type: ignore[operator]
    assert isinstance(outcome, InputError) or len(outcome.text) < 100


@pytest.mark.parametrize("form", [feed, news])
def test_one_long_entity_called_often_is_not_expanded(form: object) -> None:
    declared = f'<!DOCTYPE r [<!ENTITY a "{"x" * 100_000}">]>'
    (outcome,) = outcomes(form("&a;" * 20_000, declared))  # type: ignore[operator]
    assert isinstance(outcome, InputError) or len(outcome.text) < 100_000


@pytest.mark.parametrize("form", [feed, news])
@pytest.mark.parametrize("kind", ["entity", "parameter", "dtd", "xinclude"])
def test_no_file_beside_it_is_read(tmp_path: Path, form: object, kind: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("PLANTED", encoding="utf-8")
    address = secret.as_uri()
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{address}" parse="text"/>'
    declared = {
        "entity": f'<!DOCTYPE r [<!ENTITY a SYSTEM "{address}">]>',
        "parameter": f'<!DOCTYPE r [<!ENTITY % a SYSTEM "{address}"> %a;]>',
        "dtd": f'<!DOCTYPE r SYSTEM "{address}">',
        "xinclude": "",
    }[kind]
    words = f"before {include if kind == 'xinclude' else '&a;' if kind == 'entity' else 'x'} after"
    for outcome in outcomes(form(words, declared)):  # type: ignore[operator]
        assert "PLANTED" not in (outcome.text if isinstance(outcome, Found) else str(outcome))


@pytest.mark.parametrize("form", [feed, news])
def test_an_address_in_the_document_type_is_not_asked(form: object) -> None:
    declared = (
        '<!DOCTYPE r PUBLIC "-//X//DTD//EN" "http://127.0.0.1:9/x.dtd" [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>'
    )
    (outcome,) = outcomes(form("before &a; after", declared))  # type: ignore[operator]
    assert isinstance(outcome, InputError) or outcome.text.startswith("before")


@pytest.mark.parametrize("form", [feed, news])
@pytest.mark.parametrize("words", ["&#x110000;", "&#xD800;", "&#0;", "&#99999999999;", "\x01", "&", "&;", "&#;", "]]>"])
def test_what_is_no_character_harms_nothing(form: object, words: str) -> None:
    (outcome,) = outcomes(form(f"before {words} after", ""))  # type: ignore[operator]
    assert isinstance(outcome, Found)
    assert outcome.text.startswith("before ")
    assert outcome.text.endswith(" after")
    outcome.text.encode()


@pytest.mark.parametrize("form", [feed, news])
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"])
def test_other_alphabets_hide_no_entity(tmp_path: Path, form: object, codec: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("PLANTED", encoding="utf-8")
    head = f'<?xml version="1.0" encoding="{codec}"?>'
    page = form("before &a; after &#xD800;", f'<!DOCTYPE r [<!ENTITY a SYSTEM "{secret.as_uri()}">{LAUGHS}]>', head)  # type: ignore[operator]
    for outcome in outcomes(page.encode(codec)):
        words = outcome.text if isinstance(outcome, Found) else str(outcome)
        assert "PLANTED" not in words
        assert "hahahahahaha" not in words


def test_depth_is_refused_by_name_and_never_cut_in_silence() -> None:
    for depth in (300, 10_000, 100_000):
        (outcome,) = outcomes(feed("<b>" * depth + "deep" + "</b>" * depth))
        assert "nested" in str(outcome)
    for broken in ("", "</wrong>", "& bare"):
        (outcome,) = outcomes(feed("<b>" * 300 + "deep" + broken))
        assert "nested" in str(outcome)


def test_breadth_is_refused_by_name() -> None:
    (outcome,) = outcomes(feed("<b/>" * 600_000))
    assert "tags" in str(outcome)


@pytest.mark.parametrize("depth", [300, 10_000, 100_000])
def test_deep_html_inside_an_item_is_found(depth: int) -> None:
    (outcome,) = outcomes(feed("&lt;div&gt;" * depth + "deep words" + "&lt;/div&gt;" * depth))
    assert isinstance(outcome, Found)
    assert outcome.text == "deep words"
