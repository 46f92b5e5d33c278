"""The dictionary form of a word: irregular forms from a table, the rest by rules over endings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rashomon import tables
from rashomon.lang.tables import load_table

_THRESHOLDS = tables.thresholds("rashomon.lang")
_SHORTEST_PLURAL = _THRESHOLDS.integer("shortest_plural")
_SHORT_WITH_ES = _THRESHOLDS.integer("short_with_es")

_VOWELS = frozenset("aeiou")
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_ENDINGS = (
    (("VBD", "VBN"), "ed"),
    (("VBG",), "ing"),
    (("JJR", "RBR"), "er"),
    (("JJS", "RBS"), "est"),
)
_INFLECTED = ("NNS", "VBD", "VBG", "JJR", "JJS")
SMALL_WORDS = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ")
_KINDS = ("verb", "noun", "degree", "NUM", *SMALL_WORDS)
_KEPT = frozenset({"PROPN", "NUM", "SYM", "PUNCT", "X"})


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Finds dictionary forms.

    `known` are dictionary forms as `word/kind` (verb, noun, degree, and the UPOS of small words such as prepositions):
    they decide between `hop` and `hope`, and tell common words from names. `learned`
    maps `word/TAG` to a form where irregular forms and rules would be wrong.
    """

    known: frozenset[str]
    learned: Mapping[str, str]

    def of(self, word: str, pos: str, tag: str) -> str:
        """Return the dictionary form of a word with these UPOS and Penn tags: lower case, except for names."""
        lower = word.lower()
        kind = kind_of(pos, tag)
        if tag == "VB" and lower.isalpha():
            return lower  # a base form already: "to found" is not "find"
        irregular = _irregular().get(kind, {}).get(lower)
        if irregular is not None:
            return irregular
        if pos in _KEPT:
            return word
        learned = self.learned.get(f"{lower}/{tag}")
        if learned is not None:
            return learned
        candidates = by_ending(lower, tag)
        return next((form for form in candidates if f"{form}/{kind}" in self.known), candidates[0])

    def is_common(self, lower: str, kind: str = "") -> bool:
        """Say whether a lower-cased word is a form of a known common word, of that kind if one is given."""
        kinds = (kind,) if kind else _KINDS
        if any(lower in _irregular().get(each, {}) for each in kinds):
            return True
        forms = {lower, *(form for tag in _INFLECTED for form in by_ending(lower, tag))}
        return any(f"{form}/{each}" in self.known for form in forms for each in kinds)


def kind_of(pos: str, tag: str) -> str:
    """Return which table of forms a word belongs to: verb, noun, degree (comparison), or its UPOS."""
    if pos in ("VERB", "AUX") or tag in _VERB_TAGS:
        return "verb"
    return {"NOUN": "noun", "ADJ": "degree", "ADV": "degree"}.get(pos, pos)


def load_lemmas(path: Path | None) -> Lemmas:
    """Return the lemmas with the learned table at `path`, or with rules and irregular forms alone."""
    if path is None:
        return Lemmas(frozenset(), MappingProxyType({}))
    table = json.loads(path.read_text(encoding="utf-8"))
    return Lemmas(frozenset(table["known"]), MappingProxyType(table["learned"]))


@cache
def _irregular() -> Mapping[str, Mapping[str, str]]:
    """Return the declared irregular forms by kind of word, form first."""
    table = load_table("irregular_forms")
    return {kind: {form: lemma for lemma, forms in words.items() for form in forms} for kind, words in table.items()}


def by_ending(lower: str, tag: str) -> tuple[str, ...]:
    """Return the dictionary forms that a lower-cased word's ending and Penn tag allow, the likeliest first."""
    if tag in ("NNS", "NNPS", "VBZ") and lower.endswith("s"):
        return _without_s(lower)
    if tag == "NNS" and lower.endswith("men"):
        return (lower[:-3] + "man",)
    for tags, ending in _ENDINGS:
        if tag in tags and lower.endswith(ending) and len(lower) > len(ending) + 1:
            stem = lower[: -len(ending)]
            if stem.endswith("i") and ending != "ing":
                return (stem[:-1] + "y", stem, stem + "e")
            return _stems(stem)
    return (lower,)


def _without_s(lower: str) -> tuple[str, ...]:
    """Return what a plural or third-person `s` may have been added to."""
    if lower.endswith("ies") and len(lower) > _SHORT_WITH_ES:
        return (lower[:-3] + "y", lower[:-1])
    if lower.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")) and len(lower) > _SHORT_WITH_ES:
        return (lower[:-2], lower[:-1])
    if lower.endswith("ves"):
        return (lower[:-1], lower[:-3] + "f", lower[:-3] + "fe")
    if lower.endswith(("ss", "us", "is")) or len(lower) < _SHORTEST_PLURAL:
        return (lower,)
    return (lower[:-1], lower[:-2]) if lower.endswith("es") else (lower[:-1],)


def _stems(stem: str) -> tuple[str, ...]:
    """Return what `ed`, `ing`, `er` or `est` may have been added to: `walk`, `mov` of move, `stopp` of stop."""
    doubled = stem[-1] == stem[-2:-1] and stem[-1] not in _VOWELS
    if doubled and stem[-1] in "bdgmnprt":
        return (stem[:-1], stem)
    if doubled:
        return (stem, stem[:-1])
    return (stem + "e", stem) if _wants_e(stem) else (stem, stem + "e")


def _wants_e(stem: str) -> bool:
    """Say whether a stem looks like one that lost a silent `e`: only used where no dictionary form is known."""
    if not any(letter in "aeiouy" for letter in stem):
        return True
    last, before = stem[-1], stem[-2:-1]
    if last in "cvuz" or (last == "s" and before in "aeiounrlp"):
        return True
    if last == "l":
        return before not in _VOWELS and before not in "rw"
    single_vowel = len(stem) > 2 and before in "aiou" and stem[-3] not in _VOWELS
    return single_vowel and (stem.endswith(("at", "ut", "iz", "ak", "ok", "ur", "id", "ud", "ag", "ir")))
