"""Single fields as strangers write them: names, addresses, tags of languages; whatever is none of it is None."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from rashomon import tables

_THRESHOLDS = tables.thresholds("rashomon.read")
_BLANKS = _THRESHOLDS.integer("fields_blanks")

_LONGEST = _THRESHOLDS.integer("fields_longest")
_MOST_NAMES = _THRESHOLDS.integer("fields_most_names")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_BY = re.compile(r"(?:by|By|BY)\s+")


def clean(value: object) -> str | None:
    """Return words with single blanks, or None where there are none or far too many."""
    if not isinstance(value, str) or len(value) > _LONGEST * _BLANKS:
        return None
    words = " ".join(html.unescape(value).split())
    return words if words and len(words) <= _LONGEST else None


def address(values: Iterable[object]) -> str | None:
    """Return the first that is an address on the web."""
    return next((v for v in map(clean, values) if v and v.startswith(("http://", "https://"))), None)


def language_tag(values: Iterable[object]) -> str | None:
    """Return the first that is the tag of a language ("en", "en-GB")."""
    tags = (tag.replace("_", "-") for tag in map(clean, values) if tag)
    return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), None)


def byline(names: Iterable[str]) -> str | None:
    """Return the names of people in a row, each once; addresses are no names."""
    kept = dict.fromkeys(_BY.sub("", name, count=1) for name in names if "://" not in name and "@" not in name)
    return ", ".join(list(kept)[:_MOST_NAMES]) or None
