"""Reports that stand in JSON: one object, a list of them, or one object a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.errors import InputError, NotAReport, TooLarge
from rashomon.read.characters import decode
from rashomon.read.dialects import id_in, metadata_in, text_in
from rashomon.read.formats.ninjs import is_ninjs, ninjs_report
from rashomon.read.formats.text import TEXT_SUFFIXES
from rashomon.read.found import Found, Outcome, Source
from rashomon.read.kept import COMPARISON, is_kept, kept_report, opens_kept
from rashomon.read.metadata import load_json
from rashomon.settings import Settings

_LINES = (".jsonl", ".ndjson")
_BLANK = b" \t\r\n\xef\xbb\xbf"


def is_json(head: bytes, name: str) -> bool:
    """Say whether the bytes begin as a JSON list, or as one object, or the file is named so."""
    listed = head.lstrip(_BLANK)[:1] == b"["
    if name.endswith(_LINES) or opens_kept(head):
        return listed
    return name.endswith(".json") or (_opens(head, name) and (listed or not _lines(head)))


def is_json_lines(head: bytes, name: str) -> bool:
    """Say whether the first line is a JSON object of its own, or the file is named so."""
    return name.endswith(_LINES) or opens_kept(head) or (_opens(head, name) and _lines(head))


def read_json(source: Source, settings: Settings) -> Iterator[Outcome]:
    """Yield the reports of a JSON file. Raises `NotAReport` where it holds none, `Unreadable` where it is broken."""
    text, remark = decode(source.content(settings.largest_file), source.label)
    yield from _numbered(_reports(text, source.label), source.label, remark)


def read_json_lines(source: Source, settings: Settings) -> Iterator[Outcome]:
    """Yield the report of each line that is not blank, or the error that stopped it: one bad line harms no other.

    The file is read a line at a time. Raises `Unreadable` where it cannot be opened.
    """
    number = 0
    with source.open() as stream:
        for at, line in enumerate(iter(lambda: stream.readline(settings.largest_file + 1), b""), start=1):
            if not line.strip(_BLANK):
                continue
            number += 1
            where = f"{source.label}, line {at}"
            try:
                if len(line) > settings.largest_file:
                    raise TooLarge(f"{where}: is larger than {settings.largest_file:,} bytes")
                text, remark = decode(line, where)
                entry = _reports(text, where)[0]
                yield _found(entry, f"report {number}", where, remark)
            except InputError as error:
                yield error


def _opens(head: bytes, name: str) -> bool:
    # A text may well begin with a bracket.
    return head.lstrip(_BLANK)[:1] in (b"{", b"[") and not name.endswith(TEXT_SUFFIXES)


def _lines(head: bytes) -> bool:
    first, _, rest = head.lstrip(_BLANK).partition(b"\n")
    return first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{"


def _reports(text: str, label: str) -> list[Mapping[str, Any]]:
    content = load_json(text, label)
    if isinstance(content, dict) and content.get("schema") == COMPARISON:
        raise NotAReport(f"{label}: is a comparison that Rashomon wrote; name the reports themselves")
    if isinstance(content, dict) and not _is_report(content):
        content = content.get("reports")
    entries = content if isinstance(content, list) else [content]
    reports: list[Mapping[str, Any]] = [entry for entry in entries if isinstance(entry, dict) and _is_report(entry)]
    if not reports:
        raise NotAReport(f'{label}: is JSON but holds no report (an object with a "text")')
    return reports


def _is_report(entry: Mapping[str, Any]) -> bool:
    return is_ninjs(entry) or text_in(entry) is not None


def _numbered(entries: list[Mapping[str, Any]], label: str, remark: str) -> Iterator[Outcome]:
    for number, entry in enumerate(entries, start=1):
        where = f"{label}, report {number}"
        try:
            yield _found(entry, f"report {number}", where, remark if number == 1 else "")
        except InputError as error:
            yield error


def _found(entry: Mapping[str, Any], part: str, where: str, remark: str) -> Found:
    if is_kept(entry):
        report = kept_report(entry, where)
        return Found(report.text, id=report.id, part=part, remark=remark, report=report)
    if is_ninjs(entry):
        return ninjs_report(entry, part, where)
    return Found(text_in(entry) or "", metadata_in(entry), id=id_in(entry), part=part, remark=remark)
