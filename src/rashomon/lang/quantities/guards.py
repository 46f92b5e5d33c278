"""Figures that are no quantities: identifiers, years, clock times, telephone numbers, list numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon import tables
from rashomon.lang.numbers import Word, joined, lower_at
from rashomon.lang.quantities.amounts import Amount
from rashomon.lang.quantities.cues import HYPHENS, cue_words
from rashomon.lang.tables import load_table
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang.quantities")
_FIRST_MODERN = _THRESHOLDS.integer("first_modern")
_LAST_MODERN = _THRESHOLDS.integer("last_modern")
_FIRST_YEAR = _THRESHOLDS.integer("first_year")
_LAST_YEAR = _THRESHOLDS.integer("last_year")
_SMALL_WORD = _THRESHOLDS.integer("small_word")

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[@#]\w{1,100}|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}")
_FIGURES = re.compile(
    r"\+?[0-9]{1,4}-[0-9]{3}-[0-9]{3,4}(?:[-/][0-9]{3,4})?"
    r"|\b[0-9]{3}-[0-9]{4}\b"
    r"|\([0-9]{3,5}\) ?[0-9]{3}[- ]?[0-9]{3,4}"
    r"|\b[0-9]{1,3}(?:\.[0-9]{1,3}){2,3}\b"
    r"|\b[0-9]{1,2}[:.][0-9]{2} ?[apAP]\.?[mM]\b|\b[0-9]{1,2}(?::[0-9]{2}){1,2}\b"
    r"|\b[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}\b"
    r"|\b[0-9]{4}-[0-9]{2}\b|\b9[-/]11\b|\b24/7\b"
    r"|\b(?:[0-9]{3}|[12][0-9]{3})0'?s\b|'[0-9]0s\b"
    r"|(?:^|(?<=\n))[0-9]{1,2}[.)](?=[ \t]{1,9}[A-Z“\"])"
)
_MARKS = ("@", "#", "://", "www.")


def noise(text: str) -> tuple[Range, ...]:
    """Return the ranges of addresses, telephone numbers, clock times and dates in figures."""
    found = [Range(m.start(), m.end()) for m in _FIGURES.finditer(text)]
    if any(mark in text for mark in _MARKS):
        found.extend(Range(m.start(), m.end()) for m in _ADDRESS.finditer(text))
    return tuple(found)


def is_no_quantity(words: Sequence[Word], amount: Amount) -> bool:
    """Say whether a number that was read states no quantity."""
    at = amount.first
    if amount.kind == "ordinal":
        return _ordinal_of_name(words, amount)
    if amount.digits:
        return amount.unit is None and (is_named(words, amount) or _dated(words, amount) or _listed(words, amount))
    word = lower_at(words, at)
    if word == "one" and amount.last == at + 1 and amount.unit is None:
        return _pronoun(words, at)
    if word == "one" and amount.unit is not None and amount.unit.name == "point" and lower_at(words, at - 1) == "at":
        return True
    if amount.part and amount.stated < 1:
        return _no_share(words, amount)
    return amount.unit is None and lower_at(words, at - 1) in ("chapter", "number", "channel", "phase", "apollo")


def is_glued(words: Sequence[Word], amount: Amount) -> bool:
    """Say whether the figures are part of a name: "AK47", "F-16", "5G", "737s", "9/11"."""
    at = amount.first
    if words[at].kind == "digits" and at > 0 and joined(words, at):
        before = words[at - 1]
        if before.kind in ("letters", "digits", "vulgar") or before.lower in ("_", "/", "\\", "#", "&", "^", "."):
            return True
        if before.lower in HYPHENS and joined(words, at - 1) and words[at - 2].kind in ("letters", "digits"):
            return True
    last = amount.last
    if last < len(words) and joined(words, last) and words[last - 1].kind == "digits":
        after = words[last]
        if after.kind in ("letters", "digits") or after.lower in ("_", "²", "³"):
            return True
        if after.lower == "/" and joined(words, last + 1) and amount.scale != 1:
            return True
        if after.lower in HYPHENS and joined(words, last + 1) and _code_after(words, last + 1):
            return True
    text = "".join(word.text for word in words[at:last])
    return text in _idioms() and amount.unit is None


@cache
def _idioms() -> frozenset[str]:
    return frozenset(load_table("figures")["idioms"]["phrases"])


def _code_after(words: Sequence[Word], at: int) -> bool:
    """Say whether a hyphen leads on to a code ("4-H", "737-800") and not to a noun ("12-member")."""
    word = words[at]
    return len(word.text) == 1 and word.text.isupper()


def is_named(words: Sequence[Word], amount: Amount) -> bool:
    """Say whether the word before makes the number a name: "Flight 370", "No. 3", "Windows 10"."""
    at = amount.first
    back = at - 2 if lower_at(words, at - 1) == "." else at - 1
    if back < 0:
        return False
    before = words[back]
    if before.kind != "letters" or (back == at - 2 and before.lower not in ("no", "nos", "nr", "nrs", "fig", "apt")):
        return False
    if before.lower in cue_words("figures", "naming", "words"):
        if before.lower not in cue_words("figures", "naming", "capital_only"):
            return True
        return before.text[0].isupper() and (back > 0 and words[back - 1].lower not in (".", "!", "?"))
    return _after_proper_name(words, back, amount)


def _after_proper_name(words: Sequence[Word], back: int, amount: Amount) -> bool:
    """Say whether a capitalised word in running text stands right before, and no noun follows: "Windows 10 is"."""
    before = words[back]
    if not before.text[0].isupper() or back == 0 or amount.stated.denominator != 1 or amount.scale != 1:
        return False
    if words[back - 1].kind != "letters" or not _running_text(words, back):
        return False
    after = words[amount.last] if amount.last < len(words) else None
    if after is None or after.kind != "letters":
        return after is None or after.lower not in ("-", "–", "%")
    return after.lower in (
        "is",
        "was",
        "has",
        "and",
        "or",
        "in",
        "on",
        "at",
        "to",
        "from",
        "that",
        "which",
        "will",
        "had",
    )


def _running_text(words: Sequence[Word], at: int) -> bool:
    """Say whether capitals mean names here: most longer words around are in lower case, as in no headline."""
    near = [
        word.text
        for word in words[max(0, at - 12) : at + 13]
        if word.kind == "letters" and len(word.text) > _SMALL_WORD
    ]
    return 2 * sum(text.islower() for text in near) > len(near)


def _dated(words: Sequence[Word], amount: Amount) -> bool:
    """Say whether the figures are a day, a year or a clock time."""
    at, last = amount.first, amount.last
    before, after = lower_at(words, at - 1), lower_at(words, last)
    months = cue_words("figures", "months", "names")
    if after == "block" and lower_at(words, last + 1) == "of":
        return True
    number = amount.stated
    if number <= 31 and number.denominator == 1 and last == at + 1:
        month_before = before if before != "." else lower_at(words, at - 2)
        if month_before in months and (month_before != "may" or words[at - 1].text == "May"):
            return True
        if after in months and words[last].text[0].isupper():
            return True
    if after in cue_words("figures", "clock", "after") or (
        after in ("a", "p") and lower_at(words, last + 1) == "." and lower_at(words, last + 2) == "m"
    ):
        return True
    if last != at + 1 or len(words[at].text) != 4 or not words[at].text.isdecimal():
        return False
    return _year(words, at, before) or (before == "at" and number < 2400)


def _year(words: Sequence[Word], at: int, before: str) -> bool:
    """Say whether four bare figures are a year: 1900 to 2099 but for a counted noun, others after "in" or "since"."""
    if before in ("in", "since", "©"):
        return _FIRST_YEAR <= int(words[at].text) <= _LAST_YEAR
    if not _FIRST_MODERN <= int(words[at].text) <= _LAST_MODERN:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    counted = following is not None and following.kind == "letters" and following.text.islower()
    if before in cue_words("figures", "months", "before_year"):
        return not (counted and following is not None and following.lower.endswith("s"))
    return not counted


def _listed(words: Sequence[Word], amount: Amount) -> bool:
    """Say whether the figure numbers an item of a list: it opens the text and a full stop or bracket follows."""
    at, last = amount.first, amount.last
    return at == 0 and lower_at(words, last) in (".", ")") and last + 1 < len(words) and joined(words, last)


def _pronoun(words: Sequence[Word], at: int) -> bool:
    """Say whether "one" is no number here."""
    before, after = lower_at(words, at - 1), lower_at(words, at + 1)
    if before in cue_words("figures", "one", "not_after") or before in HYPHENS:
        return True
    return after in cue_words("figures", "one", "not_before") or after in ("'", "’")


def _no_share(words: Sequence[Word], amount: Amount) -> bool:
    """Say whether "half" is no share: a half of a game, a half-brother."""
    word, before = lower_at(words, amount.first), lower_at(words, amount.first - 1)
    after = lower_at(words, amount.last)
    if amount.unit is not None or (word not in ("half", "a", "one") or amount.scale != 1):
        return False
    if word != "half":
        return False
    if before in cue_words("quantity_cues", "half", "not_after") or after in HYPHENS:
        return True
    shares = cue_words("quantity_cues", "half", "before_share")
    return after not in shares and before not in (
        "than",
        "nearly",
        "almost",
        "about",
        "by",
        "least",
        "over",
        "just",
        "in",
    )


def _ordinal_of_name(words: Sequence[Word], amount: Amount) -> bool:
    """Say whether an ordinal is part of a name: "Fifth Avenue", "First Lady"."""
    at, last = amount.first, amount.last
    if last >= len(words) or at == 0 or amount.digits:
        return False
    return (
        words[at].text[0].isupper() and words[last].text[0].isupper() and lower_at(words, at - 1) not in (".", "!", "?")
    )
