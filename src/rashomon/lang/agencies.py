"""Finds wire services and state media by any of their names, and the credits by which reports carry their copy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon import tables
from rashomon.lang.tables import load_table
from rashomon.model import Mention, Name
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang")

CREDIT_BEFORE = re.compile(
    r"(?:additional reporting by|reporting by|contributed by|source:|with|from|by)[ \t]{1,3}(?:the[ \t]{1,3})?$",
    re.IGNORECASE,
)
DATELINE_AFTER = re.compile(r"\)?[ \t]{0,3}(?:[-–—]{1,2}|:)[ \t]")
AHEAD = _THRESHOLDS.integer("agencies_ahead")


@dataclass(frozen=True, slots=True)
class Agency:
    """One wire service or state medium: its name and, for state media, the country that runs it ("" otherwise)."""

    name: str
    state: str = ""


@cache
def _agencies() -> tuple[dict[str, Agency], re.Pattern[str]]:
    known: dict[str, Agency] = {}
    for entry in load_table("agencies")["agency"]:
        for alias in entry["aliases"]:
            known[alias] = Agency(entry["name"], entry.get("state", ""))
    names = "|".join(re.escape(alias) for alias in sorted(known, key=len, reverse=True))
    return known, re.compile(rf"(?<![\w-])(?:{names})(?![\w])")


def agency_named(words: str) -> Agency | None:
    """Return the agency that bears a name or an alias exactly as `words` writes it, or None."""
    return _agencies()[0].get(words)


def find_agencies(text: str) -> tuple[Mention, ...]:
    """Return every place of `text` that names an agency, in order: kind "agency", value its `Name`.

    The titles of the name hold the state that runs the agency, if one does, and "credit" where the place is a dateline,
    a sign-off or a parenthesis that credits the agency with the copy.
    """
    known, pattern = _agencies()
    found = []
    for match in pattern.finditer(text):
        agency = known[match.group()]
        place = Range(*match.span())
        titles = tuple(title for title in (agency.state, "credit" if _credits(text, place) else "") if title)
        found.append(Mention(place, "agency", Name(agency.name, "organisation", titles)))
    return tuple(found)


def _credits(text: str, place: Range) -> bool:
    """Say whether the place credits the agency: "(AP)", "SEOUL (Reuters) -", "Additional reporting by Reuters"."""
    before, after = text[max(0, place.start - AHEAD) : place.start], text[place.end : place.end + AHEAD]
    if before.endswith("(") and after.startswith(")"):
        return True
    return bool(
        CREDIT_BEFORE.search(before) and not after[:1].isalpha() and after.strip()[:1] in ("", ".", ";", ",", ")")
    )
