"""Agency copy, recognised from the report alone: by its dateline, byline, sign-off or notice of copyright."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.lang.agencies import agency_named
from rashomon.lang.tables import load_table
from rashomon.model import Report, Role
from rashomon.text import Range

_HOLDER = "{agency}"


@dataclass(frozen=True, slots=True)
class Credit:
    """What a report owes an agency: its name, the words that say so, how, and whether all of it is the agency's."""

    agency: str
    range: Range
    reason: str
    whole: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """One declared way to credit an agency."""

    pattern: re.Pattern[str]
    agency: str
    reason: str
    whole: bool
    at_start: bool
    near: int


@cache
def _forms() -> tuple[_Form, ...]:
    aliases = {alias for entry in load_table("agencies")["agency"] for alias in entry["aliases"]}
    names = "|".join(re.escape(alias) for alias in sorted(aliases, key=lambda alias: (-len(alias), alias)))
    # The name keeps its capitals where the rest of a pattern does not mind them: "ap" is no agency.
    group = f"(?-i:(?P<agency>{names}))(?![\\w])"
    return tuple(
        _Form(
            re.compile(entry["pattern"].replace(_HOLDER, group)),
            entry.get("agency", ""),
            entry["reason"],
            entry["whole"],
            entry["place"] == "start",
            entry["near"],
        )
        for entry in load_table("credits")["credit"]
    )


def find_credits(report: Report) -> tuple[Credit, ...]:
    """Return what the report owes to agencies, whole copy first; offsets are into its text.

    Without a table of all agencies, a name in brackets in the dateline is one too ("OSLO (Northwire) -").
    """
    found = [credit for form in _forms() for credit in _credits(form, report.text)]
    known = agency_named(report.agency) if report.agency else None
    if report.agency and not any(credit.reason == "dateline" for credit in found):
        place = next((p.range for p in report.passages if p.role is Role.DATELINE), None)
        if place is not None:
            found.append(Credit(known.name if known else report.agency, place, "dateline", True))
    kept: dict[str, Credit] = {}
    for credit in sorted(found, key=lambda credit: not credit.whole):
        kept.setdefault(credit.agency, credit)
    return tuple(kept.values())


def _credits(form: _Form, text: str) -> list[Credit]:
    start = 0 if form.at_start else max(0, len(text) - form.near)
    end = form.near if form.at_start else len(text)
    found = []
    for match in form.pattern.finditer(text[start:end]):
        agency = form.agency or _name(match["agency"])
        found.append(Credit(agency, Range(*match.span()).shifted(start), form.reason, form.whole))
    return found[:1]


def _name(alias: str) -> str:
    known = agency_named(alias)
    return known.name if known is not None else alias


def copy_of(report: Report) -> Credit | None:
    """Return the credit of the agency that the report as a whole is from, or None where it shows none."""
    return next((credit for credit in find_credits(report) if credit.whole), None)
