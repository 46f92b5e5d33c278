"""Words, digits and signs of a text: what every reader of figures goes over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(
    r"(?P<letters>[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒²³⁻¹]+)"
    r"|(?P<digits>[0-9]{1,3}(?:,[0-9]{2,3}){0,9},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){0,5} 000(?! ?[0-9]|,[0-9])(?:\.[0-9]+)?"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){2,5}(?! ?[0-9]|,[0-9])"
    r"|[0-9]+(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+)"
    r"|(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])"
    r"|(?P<other>\S)"
)


class Word(NamedTuple):
    """One word, run of digits or sign of a text: its characters, their lower case, and its class.

    `kind` is "digits", "vulgar" (a fraction sign), "letters" or "other" (one sign).
    """

    start: int
    end: int
    lower: str
    kind: str
    text: str


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words, digits and signs of `text` in order; white space is left out."""
    return tuple([Word(m.start(), m.end(), m[0].lower(), m.lastgroup or "other", m[0]) for m in _WORD.finditer(text)])


def joined(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at `at` follows the one before it without white space."""
    return 0 < at < len(words) and words[at - 1].end == words[at].start


def lower_at(words: Sequence[Word], at: int) -> str:
    """Return the lower case of the word at `at`, or "" outside the text."""
    return words[at].lower if 0 <= at < len(words) else ""


def past_hyphen(words: Sequence[Word], at: int) -> int:
    """Return the place after one hyphen that joins two words, or `at`."""
    return at + 1 if lower_at(words, at) in ("-", "‐", "‑") else at
