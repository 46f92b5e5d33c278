"""The numbers and words that decide, as the tables of each room: `thresholds.toml` and `words.toml` beside its modules.

A threshold has a value, a unit, what it bounds and where it was calibrated; a list of words names its source. A file is
read once. docs/thresholds.md shows them all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeGuard

from rashomon.errors import InstallError

Entries = Mapping[str, object]
THRESHOLDS, WORDS = "thresholds.toml", "words.toml"
_BESIDE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers of one room, by name. Each getter raises `InstallError` where there is none of that name and type."""

    file: str
    entries: Entries

    def integer(self, name: str) -> int:
        """Return a whole number."""
        value = self._value(name)
        if not _is_whole(value):
            raise _misfit(self.file, name, "value is no whole number")
        return value

    def number(self, name: str) -> float:
        """Return a number, whole or not."""
        value = self._value(name)
        if not _is_number(value):
            raise _misfit(self.file, name, "value is no number")
        return float(value)

    def ratio(self, name: str) -> Fraction:
        """Return an exact fraction, written as "3/2"."""
        try:
            return Fraction(str(self._value(name)))
        except (ValueError, ZeroDivisionError) as error:
            raise _misfit(self.file, name, "value is no fraction") from error

    def integers(self, name: str) -> tuple[int, ...]:
        """Return a row of whole numbers, in the order of the table."""
        values = self._row(name)
        fitting = tuple(value for value in values if _is_whole(value))
        if len(fitting) < len(values):
            raise _misfit(self.file, name, "value is no list of whole numbers")
        return fitting

    def numbers(self, name: str) -> tuple[float, ...]:
        """Return a row of numbers, in the order of the table."""
        values = self._row(name)
        fitting = tuple(float(value) for value in values if _is_number(value))
        if len(fitting) < len(values):
            raise _misfit(self.file, name, "value is no list of numbers")
        return fitting

    def _row(self, name: str) -> list[object]:
        value = self._value(name)
        if not isinstance(value, list):
            raise _misfit(self.file, name, "value is no list")
        return value

    def _value(self, name: str) -> object:
        return _field(self.file, self.entries, name, "value")


@dataclass(frozen=True, slots=True)
class WordLists:
    """The words of one room, by the name of their list. Each getter raises `InstallError` where there is none such."""

    file: str
    entries: Entries

    def sequence(self, name: str) -> tuple[str, ...]:
        """Return the words in the order of the table."""
        words = self._words(name)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise _misfit(self.file, name, "words is no list of words")
        return tuple(words)

    def set(self, name: str) -> frozenset[str]:
        """Return the words, each once."""
        return frozenset(self.sequence(name))

    def mapping(self, name: str) -> Mapping[str, str]:
        """Return what each word stands for, read-only, in the order of the table."""
        words = self._words(name)
        if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
            raise _misfit(self.file, name, "words is no table of words")
        return MappingProxyType(words)

    def _words(self, name: str) -> object:
        return _field(self.file, self.entries, name, "words")


@cache
def thresholds(package: str) -> Thresholds:
    """Return the numbers of a package, "rashomon.group", read once. Raises `InstallError` where they cannot be read."""
    return Thresholds(*_read(package, THRESHOLDS))


@cache
def words(package: str) -> WordLists:
    """Return the lists of words of a package, read once. Raises `InstallError` where they cannot be read."""
    return WordLists(*_read(package, WORDS))


def _read(package: str, name: str) -> tuple[str, Entries]:
    """Return the name of a package's table, as messages give it, and what it holds."""
    file = f"{package.replace('.', '/')}/{name}"
    try:
        # By its path: `importlib.resources` would double what reading the tables adds to the start of the program.
        return file, MappingProxyType(tomllib.loads((_BESIDE / file).read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InstallError(f"{file} cannot be read ({error}): install Rashomon again") from error


def _field(file: str, entries: Entries, name: str, field: str) -> object:
    entry = entries.get(name)
    if not isinstance(entry, Mapping) or field not in entry:
        raise _misfit(file, name, f"it has no {field}")
    return entry[field]


def _misfit(file: str, name: str, wrong: str) -> InstallError:
    return InstallError(f"{file}, entry [{name}]: {wrong}; mend the entry or install Rashomon again")


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> TypeGuard[int | float]:
    return _is_whole(value) or isinstance(value, float)
