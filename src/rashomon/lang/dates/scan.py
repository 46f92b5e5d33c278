"""From text to readings: run every rule over the atoms and keep, from left to right, the longest that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from rashomon import tables
from rashomon.lang.dates.grammar import Found, Reading, Scene
from rashomon.lang.dates.lexicon import ATOMS
from rashomon.lang.dates.patterns import RULES
from rashomon.lang.dates.words import Token, tokens
from rashomon.lang.tables import load_table
from rashomon.model import Period

_THRESHOLDS = tables.thresholds("rashomon.lang.dates")
_FIRST_MODERN = _THRESHOLDS.integer("first_modern")
_LAST_MODERN = _THRESHOLDS.integer("last_modern")
_SHORTEST_PAST = _THRESHOLDS.integer("shortest_past")

CLAUSE_REACH: Final = _THRESHOLDS.integer("clause_reach")

_STOPS: Final = frozenset({ATOMS["STOP"], ATOMS["BREAK"]})
_AHEAD: Final = frozenset({ATOMS["AHEAD"], ATOMS["MODAL"]})
_BACK: Final = ATOMS["BACK"]
_OTHER: Final = ATOMS["OTHER"]
_NEUTRAL: Final = frozenset(load_table("time")["direction"]["neutral"])
_AHEAD_WITH_TO: Final = frozenset(load_table("time")["direction"]["ahead_with_to"])
_NOUNS: Final = frozenset(load_table("time")["counted"]["words"])
_COUNTED: Final = frozenset(ATOMS[name] for name in ("NUMBER", "FRACTION", "HOUR", "SCALE", "UNITS"))
_YEAR_LEADS: Final = frozenset(
    ATOMS[name] for name in ("IN", "OF", "SINCE", "BY", "FROM", "UNTIL", "DURING", "THROUGH", "COMMA", "AND", "TO")
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading and the tokens that state it: `first` up to but not including `after`; `line` numbers its sentence."""

    first: int
    after: int
    reading: Reading
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """One text made ready for reading: its tokens, their atoms as one string, and how to read what is ambiguous."""

    tokens: tuple[Token, ...]
    atoms: str
    anchor: date | None
    fallback: bool = False
    day_first: bool = False

    def direction(self, place: int) -> int:
        """Return -1, 0 or 1: whether the words nearest to the token `place` in its sentence point back or ahead.

        At most `CLAUSE_REACH` tokens to the left decide; where they are silent, as many to the right.
        """
        if self.word(place - 1) in ("until", "till") and self._cue(place - 2) != _END:
            return 1
        for side in (-1, 1):
            for step in range(1, CLAUSE_REACH):
                cue = self._cue(place + side * step)
                if cue == _END:
                    break
                if cue:
                    return 0 if cue == _NEITHER else cue
        return 1 if self.word(place - 1) == "by" else 0

    def _cue(self, place: int) -> int:
        """Return which way a token points: -1, 1, 0 for nothing, `_NEITHER`, or `_END` of the sentence."""
        if not 0 <= place < len(self.tokens) or self.tokens[place].atom in _STOPS:
            return _END
        token = self.tokens[place]
        if token.atom in _AHEAD:
            return 1
        if token.word in _NEUTRAL:
            return _NEITHER
        if token.word in _AHEAD_WITH_TO and self.word(place + 1) in ("to", "for"):
            return 1
        if token.atom == _BACK:
            return -1
        if token.atom == _OTHER and token.word.endswith("ed") and len(token.word) > _SHORTEST_PAST:
            return 1 if self.word(place - 1) == "be" else -1
        return 1 if token.word in ("early", "soon") and self.word(place + 1) == "as" else 0

    def word(self, place: int) -> str:
        """Return the token at `place` in lower case, or "" outside the text."""
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def atom(self, place: int) -> str:
        """Return the atom at `place`, or that of a break outside the text."""
        return self.atoms[place] if 0 <= place < len(self.atoms) else ATOMS["BREAK"]


_END: Final = 2
_NEITHER: Final = 3


def ready(text: str, anchor: date | None, fallback: bool = False, day_first: bool = False) -> Reader:
    """Return `text` made ready for reading."""
    found = tokens(text)
    return Reader(found, "".join(token.atom for token in found), anchor, fallback, day_first)


def chosen(reader: Reader, lines: tuple[int, ...]) -> Iterator[Placed]:
    """Yield the readings from left to right: at each place the longest pattern that can be read.

    `lines` gives each token the number of its sentence: what one sentence named is no reference in the next.
    """
    fits = sorted(
        (match.start(), -match.end(), order)
        for order, one in enumerate(RULES)
        for match in one.pattern.finditer(reader.atoms)
    )
    done, line, several = 0, -1, False
    before: Period | None = None
    quarter: Period | None = None
    for first, minus_after, order in fits:
        if first < done or not allowed(reader, first, -minus_after):
            continue
        if lines[first] != line:
            line, before, several = lines[first], None, False
        only = before if reader.fallback or not several else None
        scene = Scene(reader.anchor, reader.direction, only, quarter, reader.fallback, reader.day_first)
        reading = _read(reader, order, first, -minus_after, scene)
        if reading is None:
            continue
        if reading.period is not None and reading.period.start is not None:
            several |= before is not None and before.timex != reading.period.timex
            before = reading.period
            quarter = reading.period if reading.period.fields.part.startswith("Q") else quarter
        done = -minus_after
        yield Placed(first, done, reading, line)


def _read(reader: Reader, order: int, first: int, after: int, scene: Scene) -> Reading | None:
    match = RULES[order].pattern.match(reader.atoms, first)
    if match is None:
        return None
    names = MappingProxyType({name: match.start(name) for name in match.groupdict()})
    return RULES[order].build(Found(reader.tokens, names, first, after), scene)


def allowed(reader: Reader, first: int, after: int) -> bool:
    """Say whether the neighbours let these tokens tell time: not "$1990", not "1990 percent", not "$5 a year"."""
    before = reader.atom(first - 1)
    if before == ATOMS["MONEY"] or reader.atom(after) == ATOMS["COUNTED"]:
        return False
    if _proper(reader, first, after):
        return False
    if after - first == 1:
        return _alone(reader, first)
    rate = after - first == 2 and reader.atoms[first] == ATOMS["A"] and reader.tokens[first + 1].name != ""
    return not (rate and (before in _COUNTED or (before == _OTHER and reader.word(first - 1).endswith("s"))))


def _proper(reader: Reader, first: int, after: int) -> bool:
    """Say whether a season is part of a name ("the Winter Palace", "Prague Spring"): a capital inside a sentence."""
    place = next((place for place in range(first, after) if reader.atoms[place] == ATOMS["SEASON"]), -1)
    if place < 0 or not reader.tokens[place].capital or reader.atom(after - 1) == ATOMS["YEAR"]:
        return False
    return reader.atom(place - 1) == ATOMS["CAPITAL"] or reader.atom(place + 1) == ATOMS["CAPITAL"]


def _alone(reader: Reader, place: int) -> bool:
    """Say whether one token alone can tell time: a bare unit, or four digits, may be something else."""
    token, before = reader.tokens[place], reader.atom(place - 1)
    if token.atom == ATOMS["UNITS"]:
        return token.name not in ("quarter", "second")
    if token.atom == ATOMS["YEAR"]:
        noun = reader.word(place + 1)
        if noun in _NOUNS or (token.number % 100 == 0 and noun.endswith("s") and reader.atom(place + 1) == _OTHER):
            return False
        modern = _FIRST_MODERN <= token.number <= _LAST_MODERN
        return before in _YEAR_LEADS or (modern and before != ATOMS["AT"]) or reader.atom(place + 1) == ATOMS["OPEN"]
    return True
