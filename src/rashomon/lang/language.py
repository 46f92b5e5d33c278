"""Which language a text is in: what is plainly English by its small words, and a library for the rest."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from rashomon import tables
from rashomon.lang.tables import load_table

_THRESHOLDS = tables.thresholds("rashomon.lang")

SPOKEN = frozenset({"en"})  # languages that claims are read in
UNKNOWN = "und"  # ISO 639-2: undetermined

_LOOKED_AT = _THRESHOLDS.integer("looked_at")
_FEWEST_WORDS = _THRESHOLDS.integer("fewest_words")
_SHARE = _THRESHOLDS.number("language_share")
_SURE = _THRESHOLDS.number("language_sure")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the language of a text as an ISO 639-1 code, or `UNKNOWN` where it is too short or nothing fits well."""
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    if len(words) < _FEWEST_WORDS:
        return UNKNOWN
    small = frozenset(load_table("languages")["english"]["small_words"])
    if sum(word in small for word in words) >= _SHARE * len(words):
        return "en"
    code, sure = _identifier().classify(text[:_LOOKED_AT])
    return str(code) if sure >= _SURE else UNKNOWN


def language_name(code: str) -> str:
    """Return the English name of a language by its code, or the code where it has none here."""
    names: dict[str, str] = load_table("languages")["names"]
    return names.get(code, code)


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    # Loaded where it is needed alone: it takes most of a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
