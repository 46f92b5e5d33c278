"""The notation of the patterns: atoms in capitals, `name:ATOM` for a part that the reading needs.

A pattern is an ordinary regular expression in which every word in capitals stands for the atom, or for the group of
atoms, of that name. White space in a pattern means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from rashomon.lang.dates.lexicon import ATOMS
from rashomon.lang.dates.words import Token
from rashomon.model import Period

# Groups of atoms that patterns name as one.
_UNIONS: Final = MappingProxyType(
    {
        "DAY": "HOUR LATEHOUR DAYNUMBER ORDINAL",
        "PLAINDAY": "HOUR LATEHOUR DAYNUMBER",
        "NUM": "HOUR LATEHOUR DAYNUMBER NUMBER WORDNUMBER FRACTION",
        "NTH": "ORDINAL WORDORDINAL SECOND BIGORDINAL",
        "ANYMONTH": "MONTH WEAKMONTH",
        "ANYWEEKDAY": "WEEKDAY SHORTWEEKDAY",
        "ANYSEASON": "SEASON WEAKSEASON",
        "SPAN": "UNIT UNITS QUARTER YEARWORD CENTURY WEEKEND WEEKENDS",
        "ONE": "UNIT QUARTER YEARWORD CENTURY",
        "MANY": "UNITS WEEKENDS",
        "ANYYEAR": "YEAR SHORTYEAR",
        "PARTS": "PART EARLIER LATER",
        "CLOCKHOUR": "HOUR WORDNUMBER",
        "TWODIGITS": "HOUR LATEHOUR DAYNUMBER NUMBER",
        "UPTO": "DASH TO THROUGH UNTIL",
        "ANYZONE": "ZONE LOCALZONE",
        "BACKWARD": "RELATION PAST",
        "ANYOTHER": "OTHER CAPITAL",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What some words say: the TIMEX3 type, the TIMEX3 value, and the period where they name one."""

    type: str
    value: str
    period: Period | None = None


def dated(period: Period) -> Reading:
    """Return the reading of a period: TIME where it is finer than a day, else DATE."""
    return Reading("TIME" if period.grain in ("minute", "hour", "part") else "DATE", period.timex, period)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a reading may look at besides its own words.

    `anchor` is the day of publication; `before` the one settled period that stands before in the same sentence, and
    `quarter` the last quarter that the text named. `direction` says which way the clause points at a token: -1 back,
    1 ahead, 0 where nothing says. `fallback` lets relations to another date of the text fall back on the nearest one,
    then on the anchor, as corpora annotate them; `day_first` reads 3/4/2020 as 3 April.
    """

    anchor: date | None
    direction: Callable[[int], int]
    before: Period | None = None
    quarter: Period | None = None
    fallback: bool = False
    day_first: bool = False

    def reference(self) -> date | None:
        """Return the day that relations to the text count from: that of the last settled period of the sentence."""
        if self.before is not None and self.before.start is not None:
            return self.before.start.date()
        return self.anchor if self.fallback else None


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a pattern fits: its tokens by name, and where they stand."""

    tokens: tuple[Token, ...]
    names: MappingProxyType[str, int]
    first: int
    after: int

    def get(self, name: str) -> Token | None:
        """Return the token of that name, or None where the pattern's optional part is missing."""
        place = self.names.get(name, -1)
        return self.tokens[place] if place >= 0 else None

    def number(self, name: str) -> int | None:
        """Return the number of the token of that name, if there is one."""
        token = self.get(name)
        return None if token is None else token.number

    def word(self, name: str) -> str:
        """Return the token of that name as it was matched, in lower case ("" where it is missing)."""
        token = self.get(name)
        return "" if token is None else token.word

    def name(self, name: str) -> str:
        """Return what the token of that name stands for ("" where it is missing)."""
        token = self.get(name)
        return "" if token is None else token.name


Build = Callable[[Found, Scene], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and the function that reads it."""

    pattern: re.Pattern[str]
    build: Build


def rule(pattern: str, build: Build) -> Rule:
    """Return the rule of a pattern written in the notation of this module.

    Raises `KeyError` where the pattern names an unknown atom.
    """
    named = re.sub(r"([a-z]\w{0,30}):([A-Z]{1,30})", lambda m: f"(?P<{m[1]}>{_symbol(m[2])})", pattern)
    plain = re.sub(r"[A-Z]+(?![<A-Z])", lambda m: _symbol(m[0]), named)
    return Rule(re.compile(re.sub(r"\s+", "", plain)), build)


def _symbol(name: str) -> str:
    if name in _UNIONS:
        return "[" + "".join(ATOMS[atom] for atom in _UNIONS[name].split()) + "]"
    return ATOMS[name]
