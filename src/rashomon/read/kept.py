"""Reports that were read before: what `rashomon read` wrote is taken as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from rashomon.errors import Unreadable
from rashomon.model import Passage, Report, Role
from rashomon.read.characters import without_surrogates
from rashomon.text import OffsetMap, Range

SCHEMA = "rashomon/report/1"
COMPARISON = "rashomon/comparison/1"  # what `rashomon compare` writes: it holds reports, and is none
_OPENING = b'{"schema": "' + SCHEMA.encode() + b'"'


def opens_kept(head: bytes) -> bool:
    """Say whether the bytes begin as reports that Rashomon wrote, one a line: the first may be longer than these."""
    return head.startswith(_OPENING)


def may_open_kept(line: bytes) -> bool:
    """Say whether a line, wherever it was torn, can be the beginning of a report that Rashomon wrote."""
    return line[: len(_OPENING)] == _OPENING[: len(line)]


def is_kept(entry: Mapping[str, Any]) -> bool:
    """Say whether a record is a report that Rashomon wrote."""
    return entry.get("schema") == SCHEMA


def kept_report(entry: Mapping[str, Any], label: str) -> Report:
    """Return the report of a record that Rashomon wrote. Raises `Unreadable` where it does not hold together.

    `label` names the record for people; the report keeps the source that it was read from.
    """
    try:
        return _report(entry)
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(f"{label}: is no whole report as Rashomon writes it ({error}); read it again") from error


def _report(entry: Mapping[str, Any]) -> Report:
    text = without_surrogates(entry["text"])
    given = entry["published"]
    return Report(
        id=_words(entry["id"], "id"),
        text=text,
        source=_words(entry["source"], "source"),
        sha256=_hexadecimal(entry["sha256"]),
        passages=_passages(entry["passages"], len(text)),
        headline=_maybe(entry, "title"),
        outlet=_maybe(entry, "outlet"),
        byline=_maybe(entry, "byline"),
        place=_maybe(entry, "place"),
        agency=_maybe(entry, "agency"),
        published=None if given is None else datetime.fromisoformat(given).replace(tzinfo=None),
        url=_maybe(entry, "url"),
        language=_words(entry["language"], "language"),
        offsets=_offsets(entry.get("offsets"), len(text)),
    )


def _words(value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} has no words")
    return without_surrogates(value)


def _maybe(entry: Mapping[str, Any], name: str) -> str | None:
    return None if entry[name] is None else _words(entry[name], name)


def _hexadecimal(value: object) -> str:
    digest = _words(value, "sha256")
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError("sha256 is no hash")
    return digest


def _passages(given: Sequence[Sequence[Any]], length: int) -> tuple[Passage, ...]:
    """Return passages that tile a text of that length."""
    passages, reached = [], 0
    for start, end, role, why in given:
        if start != reached:
            raise ValueError(f"its passages leave a gap at character {reached}")
        passages.append(Passage(Range(reached, _whole(end)), Role(role), str(why)))
        reached = end
    if reached != length:
        raise ValueError(f"its passages end at character {reached} of {length}")
    return tuple(passages)


def _offsets(given: Sequence[Sequence[Any]] | None, length: int) -> OffsetMap | None:
    if given is None:
        return None
    runs, reached = [], 0
    for start, source, size in given:
        if not (reached <= _whole(start) and _whole(source) >= 0 and _whole(size) > 0):
            raise ValueError("its offsets are out of order")
        runs.append((start, source, size))
        reached = start + size
    if reached > length:
        raise ValueError("its offsets lead beyond its text")
    return OffsetMap(tuple(runs))


def _whole(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, int):
        raise ValueError(f"{number!r:.20} is no position")
    return number
