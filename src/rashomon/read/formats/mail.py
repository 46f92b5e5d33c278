"""Mail and newsletters (.eml), and boxes of them (.mbox): the body is the report, what is attached is read besides."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr

from rashomon.errors import NotAReport, TooLarge, Unreadable
from rashomon.read.characters import decode, without_surrogates
from rashomon.read.formats.text import TEXT_SUFFIXES
from rashomon.read.found import Found, Inner, Outcome, Source, source_of
from rashomon.read.fragments import text_of_html
from rashomon.read.metadata import Metadata, parse_published
from rashomon.settings import Settings
from rashomon.tables import thresholds

_THRESHOLDS = thresholds("rashomon.read.formats")

MOST_PARTS = _THRESHOLDS.integer("most_parts")
LONGEST_FIELD = _THRESHOLDS.integer("mail_longest_field")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]|([A-Za-z][A-Za-z0-9-]{0,60}):\r?\n")
_OWN = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"})
_USUAL = frozenset({b"from", b"subject", b"date"})
# Codecs that read text in time proportional to it; others (punycode, idna) are no alphabet of mails.
_CODECS = ("ascii", "utf", "iso8859", "cp12", "koi8", "gb", "big5", "shift_jis", "euc_", "iso2022", "mac")


def is_mail(head: bytes, name: str) -> bool:
    """Say whether the bytes begin with the headers of a mail: two that only mails have, or all that letters have."""
    lines = head.split(b"\n")
    top = lines[: next((n for n, line in enumerate(lines) if not line.strip()), len(lines))]
    names = set()
    for line in top[:-1] if len(top) == len(lines) else top:
        found = _HEADER.match(line + b"\n")
        if found:
            names.add((found[1] or found[2]).lower())
        elif not line.startswith((b" ", b"\t")):
            return False
    if name.endswith(".eml"):
        return bool(names)
    return len(names & _OWN) >= 2 or (
        names >= _USUAL - {b"to"} and bool(names & _OWN or not name.endswith(TEXT_SUFFIXES))
    )


def is_mailbox(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as a box of mails: a line "From ", then a mail."""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and is_mail(rest, "x.eml" if name.endswith(".mbox") else name)


def read_mailbox(source: Source, settings: Settings) -> Iterator[Inner | Outcome]:
    """Yield each mail of a box as a source of its own; one at a time is held."""
    mail: list[bytes] = []
    number, size, blank = 0, 0, True
    with source.open() as stream:
        for line in iter(lambda: stream.readline(settings.largest_file + 1), b""):
            if blank and line.startswith(b"From "):
                if number:
                    yield _mail(source, number, mail, size > settings.largest_file)
                number, mail, size = number + 1, [], 0
            else:
                size += len(line)
                if size <= settings.largest_file:
                    mail.append(line)
            blank = not line.strip()
    yield _mail(source, number, mail, size > settings.largest_file)


def read_mail(source: Source, settings: Settings) -> Iterator[Outcome | Inner]:
    """Yield the body of a mail as a report, then what is attached to it. Raises `TooLarge` over the limits."""
    content = source.content(settings.largest_file)
    folded = content.lower()
    if max(folded.count(b"boundary"), folded.count(b"\ncontent-type:")) > MOST_PARTS:
        raise TooLarge(f"{source.label}: has more than {MOST_PARTS} parts, which no mail has")
    try:
        report, attached = _taken_apart(content, source.label)
    except Exception as error:  # whatever a parser of others does with hostile input
        raise Unreadable(f"{source.label}: cannot be read as a mail ({type(error).__name__})") from error
    if report:
        yield report
    elif not attached:
        raise NotAReport(f"{source.label}: is a mail without text")
    for name, inside in attached:
        attachment = source_of(inside, name, f"{source.label}, {name}", source.depth + 1)
        yield Inner(replace(attachment, allowance=source.allowance), listed=True)


def _taken_apart(content: bytes, label: str) -> tuple[Found | None, list[tuple[str, bytes]]]:
    """Return the report that the body is, None where it has no words, and the name and bytes of what is attached."""
    message = message_from_bytes(content, policy=_Capped())
    if not isinstance(message, EmailMessage):
        raise TypeError("the policy makes no such message")
    text, remark = "", ""
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        if not text.strip() and body is not None:
            text, remark = _text(body, label)
    attached: list[tuple[str, bytes]] = []
    for part in message.walk():
        if part.get_filename() or part.get_content_disposition() == "attachment":
            inside = part.get_payload(decode=True)
            if isinstance(inside, bytes):
                attached.append((_name(part, len(attached) + 1), inside))
    name = _line(message, "Message-ID", "<>")
    report = Found(text, _metadata(message), id=name, remark=remark) if text.strip() else None
    return report, attached


def _mail(source: Source, number: int, lines: list[bytes], large: bool) -> Inner | Outcome:
    label = f"{source.label}, mail {number}"
    if large:
        return TooLarge(f"{label}: is larger than a file may be; raise --largest-file")
    return Inner(source_of(b"".join(lines), f"{number}.eml", label, source.depth + 1))


class _Capped(policy.EmailPolicy):
    """The library's policy with every header cut before it is parsed."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse([line[:LONGEST_FIELD] for line in sourcelines[:50]])
        return name, value[:LONGEST_FIELD]


def _text(part: Message, label: str) -> tuple[str, str]:
    """Return the words of a text part and a remark on its encoding."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return "", ""
    text, remark = _characters(content, part.get_content_charset() or "", label)
    return (text_of_html(text, label) if part.get_content_subtype() == "html" else text).strip("\n"), remark


def _characters(content: bytes, charset: str, label: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(charset).name.replace("-", "_")
    except (LookupError, ValueError):
        codec = ""
    if codec.startswith(_CODECS) and not codec.startswith(("utf_8", "utf_7")):
        text = content.decode(codec, errors="replace")
        return without_surrogates(text.replace("\r\n", "\n").replace("\r", "\n")), ""
    return decode(content, label)


def _metadata(message: EmailMessage) -> Metadata:
    name, address = parseaddr(_line(message, "From") or "")
    return Metadata(
        title=_line(message, "Subject"),
        outlet=name or address.rpartition("@")[2] or None,
        published=parse_published(_line(message, "Date")),
    )


def _line(message: EmailMessage, name: str, around: str = "") -> str | None:
    return without_surrogates(" ".join(str(message.get(name, "")).split()).strip(around)) or None


def _name(part: Message, number: int) -> str:
    given = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
    return without_surrogates(given[:100]) or f"attachment-{number}"
