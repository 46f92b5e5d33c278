"""The vocabulary of time, read from the tables: every word with its atom, its number and its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from rashomon import tables
from rashomon.lang.tables import load_table

_WORDS = tables.words("rashomon.lang.dates")

Entry = tuple[str, int, str]

# Every atom that a pattern may name. The order means nothing; each becomes one character.
_NAMES: Final = (
    "OTHER", "CAPITAL", "BREAK", "STOP", "COMMA", "COLON", "DASH", "SLASH", "OPEN", "CLOSE", "MONEY", "COUNTED",
    "OWN", "ISO", "NUMERIC", "ATTACK", "DECADE", "DECADEWORD", "CLOCK", "QNAME", "ORDINAL", "BIGORDINAL",
    "WORDORDINAL", "SECOND", "NUMBER", "FRACTION", "YEAR", "SHORTYEAR", "HOUR", "LATEHOUR", "DAYNUMBER",
    "WORDNUMBER", "SCALE", "HALF", "MONTH", "WEAKMONTH", "MODAL", "WEEKDAY", "WEEKDAYS", "SHORTWEEKDAY", "SEASON",
    "WEAKSEASON", "DAYPART", "INSTANT", "OVERNIGHT", "OCLOCK", "TODAY", "TONIGHT", "HOLIDAY", "ZONE", "LOCALZONE",
    "UNIT", "UNITS", "QUARTER", "YEARWORD", "CENTURY", "WEEKEND", "WEEKENDS", "FISCAL", "RELATION", "PAST",
    "TEXTRELATION", "LATEST", "STRETCH", "THAT", "PART", "AGO", "EARLIER", "LATER", "BEFORE", "AFTER", "THE", "A",
    "OF", "IN", "ON", "AT", "TO", "FROM", "BETWEEN", "AND", "OR", "BY", "SINCE", "UNTIL", "DURING", "THROUGH",
    "PER", "EVERY", "APPROX", "MORE", "VAGUE", "SET", "REFERENCE", "LONG", "OLD", "AHEAD", "BACK",
)  # fmt: skip
ATOMS: Final = MappingProxyType({name: chr(0x4E00 + place) for place, name in enumerate(_NAMES)})

_SIMPLE: Final = {
    "the": "THE", "a": "A", "an": "A", "of": "OF", "in": "IN", "on": "ON", "at": "AT", "to": "TO", "from": "FROM",
    "between": "BETWEEN", "and": "AND", "or": "OR", "by": "BY", "since": "SINCE", "until": "UNTIL", "till": "UNTIL",
    "during": "DURING", "through": "THROUGH", "thru": "THROUGH", "per": "PER", "every": "EVERY",
    "each": "EVERY", "ago": "AGO", "hence": "LATER", "before": "BEFORE", "after": "AFTER",
    "that": "THAT", "fiscal": "FISCAL", "overnight": "OVERNIGHT",
    "old": "OLD", "half": "HALF", "percent": "COUNTED", "per cent": "COUNTED", "o'clock": "OCLOCK",
    "noon": "INSTANT", "over": "APPROX", "within": "IN", "into": "IN",
    "throughout": "DURING", "fy": "FISCAL", "sat": "SHORTWEEKDAY",
}  # fmt: skip


def _entries() -> dict[str, Entry]:
    time, months = load_table("time"), load_table("months")
    words: dict[str, Entry] = {word: (atom, 0, "") for word, atom in _SIMPLE.items()}
    words |= {word: ("AHEAD", 0, "") for word in time["direction"]["ahead"]}
    words |= {word: ("BACK", 0, "") for word in time["direction"]["back"]}
    words |= {word: ("OTHER", 0, "") for word in time["direction"]["ed_words"] if word not in words}
    words |= {word: ("MORE", 0, "") for word in time["between"]["words"]}
    words |= {"long": ("LONG", 0, "")}
    words |= {word: ("APPROX", 0, "") for word in time["approximate"]["words"]}
    words |= {word: ("VAGUE", 2 if word == "couple" else 0, "") for word in time["vague"]["words"]}
    weak = frozenset(months["weak"]["months"])
    words |= {word: ("WEAKMONTH" if word in weak else "MONTH", number, "") for word, number in months["months"].items()}
    words |= {word: ("WEEKDAY", number, "") for word, number in months["weekdays"].items()}
    words |= {f"{word}s": ("WEEKDAYS", number, "") for word, number in months["weekdays"].items()}
    words |= {word: ("SHORTWEEKDAY", number, "") for word, number in months["weekday_abbreviations"].items()}
    words |= _of_numbers(time) | _of_units(time) | _of_parts(time)
    words |= {phrase: ("REFERENCE", 0, value) for phrase, value in (time["references"] | time["phrases"]).items()}
    words |= {word: ("SET", 0, value) for word, value in time["sets"].items()}
    zones, holidays = load_table("zones"), load_table("holidays")
    words |= {word: ("ZONE", offset, word) for word, offset in zones["offsets"].items()}
    words |= {word: ("LOCALZONE", 0, "") for word in zones["unknown"]["words"]}
    for rule in ("fixed", "nth", "easter", "once"):
        words |= {word: ("HOLIDAY", 0, rule) for word in holidays[rule]}
    return words


def _of_numbers(time: Mapping[str, Any]) -> dict[str, Entry]:
    words: dict[str, Entry] = {word: ("WORDNUMBER", number, "") for word, number in time["numbers"].items()}
    tens = {word: number for word, number in time["numbers"].items() if number >= 20}
    ones = {word: number for word, number in time["numbers"].items() if 1 <= number <= 9}
    for ten, high in tens.items():
        for one, low in ones.items():
            words[f"{ten}-{one}"] = words[f"{ten} {one}"] = ("WORDNUMBER", high + low, "")
    words |= {word: ("SCALE", number, "") for word, number in time["scales"].items()}
    words |= {word: ("WORDORDINAL", number, "") for word, number in time["ordinals"].items()}
    words["second"] = ("SECOND", 2, "second")
    words |= {word: ("DECADEWORD", number, "") for word, number in time["decades"].items()}
    return words


def _of_units(time: Mapping[str, Any]) -> dict[str, Entry]:
    words: dict[str, Entry] = {word: ("UNIT", 0, unit) for word, unit in time["units"].items() if word != "second"}
    words |= {word: ("UNITS", 0, unit) for word, unit in (time["units_plural"] | time["unit_short"]).items()}
    words |= {"weekend": ("WEEKEND", 0, "weekend"), "weekends": ("WEEKENDS", 0, "weekend")}
    words["quarter"] = ("QUARTER", 0, "quarter")
    words["year"] = ("YEARWORD", 0, "year")
    words["century"] = ("CENTURY", 0, "century")
    return words


def _of_parts(time: Mapping[str, Any]) -> dict[str, Entry]:
    words: dict[str, Entry] = {
        word: ("WEAKSEASON" if word == "fall" else "SEASON", row[0], row[1]) for word, row in time["seasons"].items()
    }
    words |= {word: ("DAYPART", 0, word[:-1] if word[:-1] in time["dayparts"] else word) for word in time["dayparts"]}
    words |= {word: ("INSTANT", minutes, word) for word, minutes in time["instants"].items()}
    words |= {word: ("PART", 0, part) for word, part in time["parts"].items()}
    words |= {"earlier": ("EARLIER", 0, "early"), "later": ("LATER", 0, "late")}
    words |= {word: ("TODAY", offset, "") for word, offset in time["day_references"].items()}
    words["tonight"] = ("TONIGHT", 0, "")
    words |= {word: ("RELATION", way, word) for word, way in time["relations"].items()}
    words |= {"past": ("PAST", -1, "past"), "latest": ("LATEST", 0, ""), "period": ("STRETCH", 0, "")}
    words |= {word: ("TEXTRELATION", way, word) for word, way in time["text_relations"].items()}
    return words


LEXICON: Final = MappingProxyType(_entries())


def _phrases() -> dict[str, re.Pattern[str]]:
    """Return for each first word the phrases that begin with it, the longest first, with either apostrophe."""
    heads: dict[str, list[str]] = {}
    for phrase in sorted(LEXICON, key=lambda phrase: (-len(phrase), phrase)):
        if not phrase.isalpha():
            heads.setdefault(re.split(r"[^a-z]", phrase)[0], []).append(phrase)
    return {
        head: re.compile(f"(?:{'|'.join(map(_flexible, phrases))})(?!\\w)", re.IGNORECASE)
        for head, phrases in heads.items()
    }


def _flexible(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s").replace("'", "['’]")


PHRASES: Final = MappingProxyType(_phrases())
ZONES: Final = "|".join(sorted((z for z in load_table("zones")["offsets"] if z.isalpha()), key=len)).upper()
_WHOLE: Final = _WORDS.sequence("lexicon_whole")
GLUED: Final = frozenset(
    word
    for word, (atom, _, _) in LEXICON.items()
    if atom in ("MONTH", "WEAKMONTH", "SHORTWEEKDAY") and len(word) <= 5 and word not in _WHOLE
)
