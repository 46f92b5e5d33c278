"""Headlines, bylines and datelines: what their words look like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon import tables
from rashomon.lang.tables import load_table
from rashomon.read.paragraphs import ends_open
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.read")
_FEWEST_LETTERS = _THRESHOLDS.integer("fewest_letters")
_LONGEST_RUBRIC = _THRESHOLDS.integer("longest_rubric")

_LONGEST_HEADLINE = _THRESHOLDS.integer("longest_headline")
_LONGEST_BYLINE = _THRESHOLDS.integer("longest_byline")
_MARKDOWN_HEADING = re.compile(r"#{1,6} +")

_BYLINE = re.compile(r"(?:By|BY|by)[:\s]\s?(?=\S)")
_PLACE = r"[A-Z][A-Za-z.'’\-]{1,30}(?:[ /][A-Z][A-Za-z.'’\-]{0,30}){0,3}"
_REGION = r"(?:, ?[A-Z][A-Za-z.'’]{0,30}(?: [A-Z][A-Za-z.'’]{0,30}){0,2}){0,2}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:,? ?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"  # "May 3, 2031" and "3 May 2031"
# A hyphen needs a blank after it, or it belongs to a word.
_DASH = r"\s?(?:-{1,2}\s|[–—―]\s?)"
_DATELINE = re.compile(rf"(?P<place>{_PLACE}){_REGION}{_DAY}(?: ?\((?P<agency>[A-Z][^()\n]{{1,40}})\))?{_DASH}(?=\S)")
_CREDIT_ONLY = re.compile(rf"\((?P<agency>[A-Z][A-Za-z. ]{{1,30}})\){_DASH}(?=\S)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The characters before a lede that say where it was written, the place, and the agency credited there."""

    range: Range
    place: str | None
    agency: str | None


def is_headline(words: str) -> bool:
    """Say whether the words look like a headline: short, one line of words, and no full stop at the end."""
    return len(words) <= _LONGEST_HEADLINE and ends_open(words) and any(c.isalpha() for c in words)


def is_rubric(words: str) -> bool:
    """Say whether the words look like the name of a column or section: a few, in capitals, without a figure."""
    return words.isupper() and len(words.split()) <= _LONGEST_RUBRIC and not any(c.isdigit() for c in words)


def headline_words(words: str) -> str:
    """Return a headline without the marks of Markdown around it, its blanks made single."""
    return " ".join(_MARKDOWN_HEADING.sub("", words, count=1).strip("* _").split())


def is_byline(words: str) -> bool:
    """Say whether a line names who wrote the report: "By" and then names, trades and outlets alone."""
    opening = _BYLINE.match(words)
    if opening is None or len(words) > _LONGEST_BYLINE:
        return False
    rest = words[opening.end() :].replace(",", " , ").replace("|", " | ").split()
    if not rest or not ends_open(words) or not _may_be_name(rest[0]):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or _small(word) for word in rest)


def byline_words(words: str) -> str:
    """Return the names of a byline, without "By"."""
    opening = _BYLINE.match(words)
    return " ".join(words[opening.end() if opening else 0 :].split())


def read_dateline(words: str, start: int) -> Dateline | None:
    """Return the dateline that opens a paragraph beginning at `start`, or None.

    A place is taken for one where it stands in capitals ("SEOUL -", "KYIV, Ukraine —") or an agency in brackets follows
    it ("Seoul (Reuters) -"); other words before a dash may be anything.
    """
    head = words[:200]
    credit = _CREDIT_ONLY.match(head)
    if credit:
        return Dateline(Range(start, start + credit.end()), None, credit["agency"].strip())
    found = _DATELINE.match(head)
    if found is None or not (_in_capitals(found["place"]) or found["agency"]):
        return None
    return Dateline(Range(start, start + found.end()), _as_name(found["place"]), found["agency"])


def _may_be_name(word: str) -> bool:
    # "By Monday" opens a sentence, "By Jane Monday" does not.
    return not word[0].isdigit() and word.lower() not in load_table("heads")["byline"]["no_names"]


def _small(word: str) -> bool:
    known = load_table("heads")["byline"]
    return word.lower() in known["small"] or word.lower().rstrip(",.") in known["trades"]


def _in_capitals(place: str) -> bool:
    letters = [c for c in place if c.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and all(c.isupper() for c in letters)


def _as_name(place: str) -> str:
    if not _in_capitals(place):
        return place
    return " ".join(
        word if "." in word else "-".join(p.capitalize() for p in word.split("-")) for word in place.split(" ")
    )
