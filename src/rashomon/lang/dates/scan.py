"""From text to readings: run every rule over the atoms, keep the longest, join a time with its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from rashomon.lang.dates import clock
from rashomon.lang.dates.grammar import Found, Reading, Scene, dated
from rashomon.lang.dates.lexicon import ATOMS
from rashomon.lang.dates.patterns import RULES
from rashomon.lang.dates.words import Token, tokens
from rashomon.model import Period

_STOPS: Final = frozenset({ATOMS["STOP"], ATOMS["BREAK"]})
_AHEAD: Final = frozenset({ATOMS["AHEAD"], ATOMS["MODAL"]})
_BACK: Final = ATOMS["BACK"]
_OTHER: Final = ATOMS["OTHER"]
_LEADS: Final = frozenset(ATOMS[name] for name in ("AT", "IN", "BY", "BEFORE", "AFTER", "UNTIL", "SINCE", "FROM", "TO", "DURING", "APPROX", "THE", "BETWEEN", "AND"))
_OFFERED: Final = frozenset(ATOMS[name] for name in ("NUMBER", "FRACTION", "HOUR", "SCALE", "UNITS"))
_JOINTS: Final = frozenset(ATOMS[name] for name in ("ON", "COMMA", "AT", "OF", "THE", "APPROX", "IN"))
CLAUSE_REACH: Final = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading and the tokens that state it: `first` up to but not including `after`."""

    first: int
    after: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """One text made ready for reading: its tokens, their atoms as one string, and how to read what is ambiguous."""

    tokens: tuple[Token, ...]
    atoms: str
    anchor: date | None
    fallback: bool = False
    day_first: bool = False

    def direction(self, place: int) -> int:
        """Return -1, 0 or 1: whether the words nearest to the token `place` in its sentence point back or ahead."""
        for step in range(1, CLAUSE_REACH):
            before = self._cue(place - step)
            if before:
                return before if before in (-1, 1) else self._after(place)
        return self._after(place)

    def _after(self, place: int) -> int:
        for step in range(1, CLAUSE_REACH):
            cue = self._cue(place + step)
            if cue:
                return cue if cue in (-1, 1) else 0
        return 0

    def _cue(self, place: int) -> int:
        """Return which way a token points: -1, 1, 0 for nothing, 2 for the end of the sentence."""
        if not 0 <= place < len(self.tokens):
            return 2
        token = self.tokens[place]
        if token.atom in _STOPS:
            return 2
        if token.atom in _AHEAD:
            return 1
        if token.atom == _BACK:
            return 1 if token.word == "set" and self._word(place + 1) == "to" else -1
        if token.atom == _OTHER and token.word.endswith("ed") and len(token.word) > 4:
            return 1 if self._word(place - 1) == "be" else -1
        return 1 if token.word in ("early", "soon") and self._word(place + 1) == "as" else 0

    def _word(self, place: int) -> str:
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""


def read(text: str, anchor: date | None, fallback: bool = False, day_first: bool = False) -> tuple[tuple[Token, ...], tuple[Placed, ...]]:
    """Return the tokens of `text` and every reading in it, in order and without overlap."""
    found = tokens(text)
    reader = Reader(found, "".join(token.atom for token in found), anchor, fallback, day_first)
    return found, _joined(reader, tuple(_chosen(reader)))


def _chosen(reader: Reader) -> Iterator[Placed]:
    """Yield the readings from left to right: at each place the longest pattern that can be read."""
    fits = sorted(
        (match.start(), -match.end(), order)
        for order, one in enumerate(RULES)
        for match in one.pattern.finditer(reader.atoms)
    )
    done = 0
    earlier: tuple[Period, ...] = ()
    quarter: Period | None = None
    sentence = 0
    for first, minus_after, order in fits:
        if first < done:
            continue
        while sentence < first:
            if reader.atoms[sentence] in _STOPS:
                earlier = ()
            sentence += 1
        match = RULES[order].pattern.match(reader.atoms, first)
        if match is None or not allowed(reader, first, -minus_after):
            continue
        names = MappingProxyType({name: match.start(name) for name in match.groupdict()})
        scene = Scene(reader.anchor, reader.direction, earlier, quarter, reader.fallback, reader.day_first)
        reading = RULES[order].build(Found(reader.tokens, names, first, -minus_after), scene)
        if reading is None:
            continue
        if reading.period is not None and reading.period.start is not None:
            earlier = (*earlier, reading.period)
            quarter = reading.period if reading.period.grain == "quarter" else quarter
        done = -minus_after
        yield Placed(first, done, reading)


def allowed(reader: Reader, first: int, after: int) -> bool:
    """Say whether the neighbours let these tokens tell time: not "$1990", not "May travel", not "1990 percent"."""
    before = reader.atoms[first - 1] if first else ATOMS["BREAK"]
    then = reader.atoms[after] if after < len(reader.atoms) else ATOMS["BREAK"]
    if before == ATOMS["MONEY"] or then == ATOMS["COUNTED"]:
        return False
    if after - first == 1 and reader.atoms[first] == ATOMS["UNITS"]:
        return reader.tokens[first].name not in ("quarter", "second")
    rate = after - first == 2 and reader.atoms[first] == ATOMS["A"] and reader.tokens[first + 1].name != ""
    return not (rate and (before in _OFFERED or (before == _OTHER and reader.tokens[first - 1].word.endswith("s"))))


def _joined(reader: Reader, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return the readings with "7 a.m." and "on Sunday" made one where only joints stand between them."""
    out: list[Placed] = []
    for one in placed:
        joined = _join(reader, out[-1], one) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(one)
    return tuple(_settled(reader, one) for one in out if not _loose(reader, one))


def _join(reader: Reader, left: Placed, right: Placed) -> Placed | None:
    first, second = left.reading.period, right.reading.period
    if first is None or second is None or right.first - left.after > 2:
        return None
    if any(atom not in _JOINTS for atom in reader.atoms[left.after : right.first]):
        return None
    pair = (first, second) if second.grain in _TIMES else (second, first)
    day, time = pair
    if day.grain != "day" or time.grain not in _TIMES or time.start is not None:
        return None
    return Placed(left.first, right.after, dated(clock.on_day(day, time)))


def _loose(reader: Reader, one: Placed) -> bool:
    """Say whether a bare "morning" or "noon" has nothing that makes it a time ("good evening", "High Noon")."""
    if one.after - one.first > 1 or reader.atoms[one.first] not in (ATOMS["DAYPART"], ATOMS["INSTANT"]):
        return False
    return not one.first or reader.atoms[one.first - 1] not in _LEADS


_TIMES: Final = ("minute", "hour", "part")


def _settled(reader: Reader, one: Placed) -> Placed:
    """Return a bare time of day on the day of publication where the scene falls back on it."""
    period = one.reading.period
    if not reader.fallback or reader.anchor is None or period is None or period.grain not in _TIMES or period.start:
        return one
    if not period.timex.startswith("T"):
        return one
    return replace(one, reading=replace(one.reading, value=f"{reader.anchor.isoformat()}{period.timex}"))
