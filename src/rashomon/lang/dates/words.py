"""Text to tokens: each word that may tell time gets one atom, a class that the patterns are written in.

An atom is one character, so that a whole text becomes one short string over which ordinary regular expressions run:
words that tell no time collapse to `OTHER`, and a pattern never looks at letters again.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from rashomon import tables
from rashomon.lang.dates.lexicon import ATOMS, GLUED, LEXICON, PHRASES, ZONES

_THRESHOLDS = tables.thresholds("rashomon.lang.dates")
_THIS_CENTURY_BELOW = _THRESHOLDS.integer("this_century_below")
_FIRST_YEAR = _THRESHOLDS.integer("first_year")
_LAST_YEAR = _THRESHOLDS.integer("last_year")


class Token(NamedTuple):
    """One word of the text: its characters, its atom, and what it stands for as a number or a name."""

    start: int
    end: int
    atom: str
    word: str
    number: int = 0
    name: str = ""
    capital: bool = False


_SPOKEN_CENTURIES: Final = _THRESHOLDS.integers("spoken_centuries")
# The commonest first: a word, then a number by what follows its digits, then marks.
_SCANNER: Final = re.compile(
    r"(?P<quarter>\b[qQ][1-4]\b)"
    r"|(?P<word>[^\W\d_]+(?:['’](?:ll|t|re|ve)\b)?)"
    r"|(?<![\w.])(?=\d)(?:"
    r"(?P<iso>[12]\d{3}-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-][0-2]\d:?[0-5]\d)?)?(?!\w))"
    r"|(?P<numeric>[0-3]?\d(?P<by>[/.-])[0-3]?\d(?P=by)(?:[12]\d{3}|\d\d)(?![\w/]|[.-]\d))"
    r"|(?P<attack>9/11(?![\w/]))"
    r"|(?P<decade>(?:1\d|20)\d0['’]?s\b)"
    r"|(?P<clock12>(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?[apAP]\.?\s?[mM]\b\.?)"
    r"|(?P<clock24>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    rf"|(?P<military>[0-2]\d[0-5]\d(?=\s?(?:{ZONES}|hours|hrs)\b|[zZ]\b))"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,2}/\d{1,2}(?![\d/])|\d{1,30}(?:\.\d{1,9})?)"
    r")"
    r"|(?P<short>(?<!\w)['’‘](?:[2-9]0s\b|\d\d(?![\w'’])))"
    r"|(?P<own>['’]s\b)"
    r"|(?P<break>\n\s{0,20}\n)"
    r"|(?P<mark>[^\w\s])"
)
_CAPITAL: Final = ATOMS["CAPITAL"]
_OTHER: Final = ATOMS["OTHER"]
_MARKS: Final = {
    ",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "$": "MONEY", "£": "MONEY", "€": "MONEY",
    "(": "OPEN", "[": "OPEN", ")": "CLOSE", "]": "CLOSE", ".": "STOP", "!": "STOP", "?": "STOP", ";": "STOP",
    "%": "COUNTED", "#": "MONEY", "/": "SLASH", ":": "COLON", "&": "AND",
}  # fmt: skip


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` in order; white space belongs to none. Linear in the length of the text."""
    found: list[Token] = []
    done = 0
    for match in _SCANNER.finditer(text):
        if match.start() < done:
            continue
        token = _word(match, text) if match.lastgroup == "word" else _token(match)
        done = token.end
        if token.atom == ATOMS["STOP"] and found and _abbreviates(found[-1], token):
            continue
        if token.atom == ATOMS["WORDNUMBER"] and found and _spoken(found[-1], token):
            before = found.pop()
            token = Token(before.start, token.end, ATOMS["YEAR"], "", before.number * 100 + token.number)
        found.append(token)
    return tuple(found)


def _word(match: re.Match[str], text: str) -> Token:
    """Return the token of a word, or of the longest phrase that it begins."""
    surface = match.group()
    word = surface.lower()
    if word in PHRASES:
        phrase = PHRASES[word].match(text, match.start())
        if phrase:
            word = re.sub(r"\s", " ", phrase.group().lower().replace("’", "'"))
            atom, number, name = LEXICON[word]
            return Token(match.start(), phrase.end(), ATOMS[atom], word, number, name)
    if word not in LEXICON:
        return Token(match.start(), match.end(), _CAPITAL if surface[0].isupper() else _OTHER, word)
    atom, number, name = LEXICON[word]
    if atom == "WEAKMONTH" and surface[0].islower():
        atom = "MODAL" if word == "may" else "OTHER"
    return Token(match.start(), match.end(), ATOMS[atom], word, number, name, surface[0].isupper())


def _abbreviates(before: Token, stop: Token) -> bool:
    """Say whether the full stop `stop` belongs to what stands before it ("Sept.", "U.S.")."""
    initial = len(before.word) == 1 and before.atom == ATOMS["CAPITAL"]
    return before.end == stop.start and (initial or before.word in GLUED)


def _spoken(before: Token, token: Token) -> bool:
    """Say whether two number words are a year as it is spoken ("nineteen ninety-six")."""
    return before.atom == token.atom and before.number in _SPOKEN_CENTURIES and 10 <= token.number <= 99


def _token(match: re.Match[str]) -> Token:
    group = match.lastgroup or "mark"
    surface = match.group()
    start, end = match.span()
    if group == "mark":
        return Token(start, end, ATOMS[_MARKS.get(surface, "OTHER")], surface)
    return _numeral(group, surface, start, end)


def _numeral(group: str, surface: str, start: int, end: int) -> Token:
    """Return the token of a group of digits; `number` is minutes since midnight for clocks."""
    if group in ("clock12", "clock24", "military"):
        return Token(start, end, ATOMS["CLOCK"], surface.lower(), _minutes(group, surface), group)
    if group == "number":
        return _plain_number(surface, start, end)
    if group == "short":
        atom = "DECADE" if surface.endswith("s") else "SHORTYEAR"
        return Token(start, end, ATOMS[atom], surface, _century(int(surface[1:3])))
    digits = re.sub(r"\D", "", surface)
    atom = {"own": "OWN", "break": "BREAK", "iso": "ISO", "numeric": "NUMERIC", "attack": "ATTACK",
            "decade": "DECADE", "quarter": "QNAME", "ordinal": "ORDINAL"}[group]  # fmt: skip
    if group == "ordinal" and not 1 <= int(digits) <= 31:
        atom = "BIGORDINAL"
    return Token(start, end, ATOMS[atom], surface, int(digits[:8] or 0))


def _plain_number(surface: str, start: int, end: int) -> Token:
    if not surface.isascii() or not surface.isdigit():
        whole = surface.replace(",", "")
        if whole.isascii() and whole.isdigit():
            return Token(start, end, ATOMS["NUMBER"], surface, int(whole))
        return Token(start, end, ATOMS["FRACTION"], surface)
    value = int(surface)
    if len(surface) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
        return Token(start, end, ATOMS["YEAR"], surface, value)
    if len(surface) <= 2 and value <= 31:
        atom = "HOUR" if 1 <= value <= 12 else "LATEHOUR" if value <= 24 else "DAYNUMBER"
        return Token(start, end, ATOMS[atom], surface, value)
    return Token(start, end, ATOMS["NUMBER"], surface, value)


def _century(short: int) -> int:
    """Return the year that two digits stand for: 00 to 39 in this century, the rest in the last (as POSIX, later)."""
    return short + (2000 if short < _THIS_CENTURY_BELOW else 1900)


def _minutes(group: str, surface: str) -> int:
    digits = [int(part) for part in re.findall(r"\d+", surface)]
    if group == "military":
        return digits[0] // 100 * 60 + digits[0] % 100
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    if group == "clock12":
        letter = re.search(r"[ap]", surface.lower())
        if letter and hour <= 12:
            hour = hour % 12 + (12 if letter.group() == "p" else 0)
    return hour * 60 + minute
