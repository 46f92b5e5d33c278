"""Mails, newsletters and boxes of them, and mails that mean harm."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage

import pytest

from rashomon import Settings
from rashomon.errors import InputError, NotAReport, TooLarge
from rashomon.read.formats import format_of, read_source
from rashomon.read.formats.mail import LONGEST_FIELD
from rashomon.read.found import Found, Outcome, source_of


def mail(text: str = "The kite club won.\nAll of it.\n", html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Harbour Post <news@post.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = "Kites over Harrow Bay \u2013 caf\u00e9"
    message["Date"] = "Sun, 03 Mar 2024 23:30:00 +0000"
    message["Message-ID"] = "<1@post.example>"
    if text:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    return message


def outcomes(content: bytes, name: str = "x.eml") -> list[Outcome]:
    return [outcome for _, outcome in read_source(source_of(content, name), Settings())]


def test_a_mail_is_a_report() -> None:
    (found,) = outcomes(mail().as_bytes())
    assert isinstance(found, Found)
    assert found.text == "The kite club won.\nAll of it."
    assert found.metadata.title == "Kites over Harrow Bay \u2013 caf\u00e9"
    assert (found.metadata.outlet, found.id) == ("Harbour Post", "1@post.example")
    assert found.metadata.published == datetime(2024, 3, 3, 23, 30)


def test_a_newsletter_of_html_alone_keeps_its_words() -> None:
    (found,) = outcomes(mail("", "<table><tr><td><p>Won &amp; lost.</p><p>Caf\u00e9.</p></td></tr></table>").as_bytes())
    assert isinstance(found, Found)
    assert found.text == "Won & lost.\n\nCaf\u00e9."


def test_the_plain_text_comes_before_the_html() -> None:
    (found,) = outcomes(mail("Plain.", "<p>Rich.</p>").as_bytes())
    assert isinstance(found, Found)
    assert found.text == "Plain."


def test_what_is_attached_is_read_and_a_picture_is_not() -> None:
    message = mail()
    message.add_attachment(b'{"text": "Attached."}', maintype="application", subtype="json", filename="a/../r.json")
    message.add_attachment(b"\x89PNG\x00", maintype="image", subtype="png", filename="logo.png")
    body, attached = outcomes(message.as_bytes())
    assert isinstance(body, Found)
    assert isinstance(attached, Found)
    assert attached.text == "Attached."


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "utf-16", "x-unknown"])
def test_charsets_are_read_as_stated(charset: str) -> None:
    codec = "utf-8" if charset == "x-unknown" else charset
    head = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset={charset}\n"
    body = "Caf\u00e9 closed.".encode(codec)
    if codec == "utf-16":
        import base64

        head, body = head + "Content-Transfer-Encoding: base64\n", base64.b64encode(body)
    (found,) = outcomes(head.encode() + b"\n" + body)
    assert isinstance(found, Found)
    assert found.text == "Caf\u00e9 closed."


def test_a_box_holds_mails_and_a_line_that_begins_with_from_is_text() -> None:
    first, second = mail("One.\nFrom here on it rained.\n").as_bytes(), mail("Two.\n").as_bytes()
    box = b"From a Sun Mar  3 2024\n" + first + b"\nFrom b Sun Mar  3 2024\n" + second
    found = outcomes(box, "x.mbox")
    assert [one.text for one in found if isinstance(one, Found)] == ["One.\nFrom here on it rained.", "Two."]


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\n\nThe kite club won.",
        "Note: this\nSubject: kites\nThe kite club won.",
        "From: Jane\nSubject: Kites\nDate: Sunday\n\nThe kite club won.",
    ],
)
def test_a_text_with_heads_of_its_own_is_a_text(text: str) -> None:
    assert format_of(source_of(text.encode(), "x.txt")).name == "text"


def test_a_mail_without_words_is_no_report() -> None:
    assert isinstance(outcomes(b"From: a@b.example\nSubject: x\n\n")[0], NotAReport)


def nested(levels: int) -> bytes:
    head = b"From: a@b.example\nMIME-Version: 1.0\n"
    for n in range(levels):
        head += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
    return head + b"Content-Type: text/plain\n\ndeep\n"


@pytest.mark.parametrize("levels", [50, 150, 300, 10_000])
def test_parts_inside_parts_are_bounded(levels: int) -> None:
    (outcome,) = outcomes(nested(levels))
    assert isinstance(outcome, Found | InputError)
    assert isinstance(outcome, TooLarge) or levels < 300


@pytest.mark.parametrize("head", ["From", "Subject", "Date", "Message-ID", "Content-Type"])
@pytest.mark.parametrize("pump", ["a", '"', ";x=", "a@b,", "=?utf-8?b?", "\n "])
def test_a_head_is_cut_before_it_is_parsed(head: str, pump: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The library's time grows with the square of what it is given.
    given: list[int] = []
    parse = HeaderRegistry.__call__

    def counted(registry: HeaderRegistry, name: str, value: str) -> object:
        given.append(len(value))
        return parse(registry, name, value)

    monkeypatch.setattr(HeaderRegistry, "__call__", counted)
    outcomes(f"MIME-Version: 1.0\n{head}: {pump * 30_000}\nReply-To: x\n\nThe kite club won.\n".encode())
    assert given
    assert max(given) <= LONGEST_FIELD


@pytest.mark.parametrize(
    "charset", ["punycode", "idna", "zlib", "rot13", "unicode_escape", "raw-unicode-escape", "hex"]
)
def test_codecs_that_are_no_alphabets_are_not_run(charset: str) -> None:
    head = f"From: a@b.example\nContent-Type: text/plain; charset={charset}\n\n"
    (found,) = outcomes(head.encode() + b"a-" + b"b" * 200_000)
    assert isinstance(found, Found)
    assert found.text == "a-" + "b" * 200_000
