"""Reports that stand in JSON: one object, a list of them, or one object a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import NotAReport
from rashomon.read.characters import without_surrogates
from rashomon.read.metadata import Metadata, load_json, metadata_of


@dataclass(frozen=True, slots=True)
class Record:
    """One report as a record gives it: its id (None where it has none), its text and what it says of it."""

    id: str | None
    text: str
    metadata: Metadata


def parse_records(text: str, source: str) -> tuple[Record, ...]:
    """Return the reports of a JSON text: an object with a "text", a list of such, or such a list under "reports".

    Raises `NotAReport` where the JSON is good but holds no text, and `Unreadable` where it is broken.
    """
    content = load_json(text, source)
    if isinstance(content, dict) and "text" not in content:
        content = content.get("reports")
    entries = content if isinstance(content, list) else [content]
    records = tuple(_record(entry) for entry in entries if _is_report(entry))
    if not records:
        raise NotAReport(f'{source}: is JSON but holds no report (an object with a "text")')
    return records


def parse_record_lines(text: str, source: str) -> Iterator[Record | Exception]:
    """Yield, for each line that is not blank, its report or the error that stopped it: one bad line harms no other."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip(" \t\ufeff"):
            continue
        try:
            yield parse_records(line, f"{source}, line {number}")[0]
        except Exception as error:  # noqa: BLE001 - handed on as a value, to be named with its line
            yield error


def _is_report(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("text"), str)


def _record(entry: Mapping[str, Any]) -> Record:
    given = entry.get("id")
    name = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
    return Record(without_surrogates(name) or None, without_surrogates(entry["text"]), metadata_of(entry))
