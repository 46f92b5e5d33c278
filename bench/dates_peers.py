"""Other time readers behind the interface of bench/dates.py: one function each, given a text and its anchor.

They are read sentence by sentence: `recognizers` drops every result of a text in which one of them fails. Each import
stands inside its function, so that a missing package skips that peer alone. Versions are reported with the figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib import import_module, metadata
from typing import Any, Protocol

Answer = tuple[int, int, str, str]  # start, end, TIMEX3 type, TIMEX3 value
Peer = Callable[[str, date | None], list[Answer]]


class Result(Protocol):
    """What `recognizers` returns for one expression."""

    type_name: str
    resolution: dict[str, Any] | None


PEERS = {"dateparser": "dateparser", "parsedatetime": "parsedatetime", "recognizers": "recognizers-text-date-time"}


def load(name: str) -> tuple[Peer, str]:
    """Return a peer and its version. Raises `ImportError` where it is not installed."""
    return _MAKERS[name](), metadata.version(PEERS[name])


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in re.finditer(r"[.!?]['\")]*\s+(?=[A-Z`'\"])|\n\s*\n", text):
        yield start, text[start : match.end()]
        start = match.end()
    yield start, text[start:]


def _written(moment: datetime, grain: str) -> str:
    """Return the TIMEX3 value of a moment that is as exact as `grain`."""
    forms = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}
    return moment.strftime(forms.get(grain, "%Y-%m-%d"))


def _dateparser() -> Peer:
    search = import_module("dateparser.search").search_dates
    parser_of = import_module("dateparser.date").DateDataParser

    def find(text: str, anchor: date | None) -> list[Answer]:
        base = datetime(anchor.year, anchor.month, anchor.day) if anchor else datetime(2000, 1, 1)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
        single = parser_of(languages=["en"], settings=settings)
        found: list[Answer] = []
        for start, sentence in _sentences(text):
            place = 0
            for words, moment in search(sentence, languages=["en"], settings=settings) or []:
                at = sentence.find(words, place)
                if at < 0:
                    continue
                place = at + len(words)
                period = single.get_date_data(words)
                grain = period.period if period and period.date_obj else "day"
                kind = "TIME" if grain == "time" else "DATE"
                found.append((start + at, start + place, kind, _written(moment, grain)))
        return found

    return find


def _parsedatetime() -> Peer:
    calendar = import_module("parsedatetime").Calendar()

    def find(text: str, anchor: date | None) -> list[Answer]:
        base = datetime(anchor.year, anchor.month, anchor.day) if anchor else datetime(2000, 1, 1)
        found: list[Answer] = []
        for start, sentence in _sentences(text):
            for moment, flag, first, after, _ in calendar.nlp(sentence, base) or ():
                kind, grain = ("DATE", "day") if flag == 1 else ("TIME", "time")
                found.append((start + first, start + after, kind, _written(moment, grain)))
        return found

    return find


def _recognizers() -> Peer:
    recognize = import_module("recognizers_date_time").recognize_datetime

    def find(text: str, anchor: date | None) -> list[Answer]:
        base = datetime(anchor.year, anchor.month, anchor.day) if anchor else datetime(2000, 1, 1)
        found: list[Answer] = []
        for start, sentence in _sentences(text):
            for one in recognize(sentence, "en-us", reference=base):
                kind, value = _resolved(one)
                found.append((start + one.start, start + one.end + 1, kind, value))
        return sorted(found)

    return find


def _resolved(one: Result) -> tuple[str, str]:
    """Return the type and the value of a result: the past one of two candidates, as news means it."""
    kinds = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}
    kind = kinds.get(one.type_name.rpartition(".")[2], "DATE")
    first = ((one.resolution or {}).get("values") or [{}])[0]
    timex, value = str(first.get("timex", "")), str(first.get("value", first.get("start", "")))
    if "XXXX" in timex and kind in ("DATE", "TIME") and value:
        return kind, value.replace(" ", "T")[:16] if kind == "TIME" else value[:10]
    return kind, timex


_MAKERS: dict[str, Callable[[], Peer]] = {
    "dateparser": _dateparser,
    "parsedatetime": _parsedatetime,
    "recognizers": _recognizers,
}
