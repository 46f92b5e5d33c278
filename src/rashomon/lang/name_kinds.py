"""Which kind of thing a proper name names: person, organisation, place or other, by declared cues and the gazetteer."""

from __future__ import annotations

import re

from rashomon.lang.gazetteer import Place, country_of_adjective, fold, load_gazetteer
from rashomon.lang.name_words import Word, load_cues, role_word

_ACRONYM = re.compile(r"[A-Z](?:[A-Z&]|\.[A-Z]){1,5}\.?s?")
_LOCATIVE = frozenset(
    {"in", "at", "near", "from", "off", "around", "across", "outside", "throughout", "toward", "towards", "to"}
)
_MOST_WORDS_OF_A_PERSON = 5
_LARGE_CITY = 20  # thousands of inhabitants: a lone word that names a smaller one is more often a surname


def kind_of(run: tuple[Word, ...], titled: bool, before: Word | None) -> str:
    """Return person, organisation, place or other for the words of one name.

    `titled` says that a person's title stands before them; `before` is the word in front of it all.
    """
    keys = tuple(word.key for word in run)
    whole = " ".join(keys)
    if titled:
        return "person"
    for kind in (_by_cue(keys, whole), _by_gazetteer(keys, whole, before), _by_shape(run, keys, before)):
        if kind:
            return kind
    return "other"


def _by_cue(keys: tuple[str, ...], whole: str) -> str:
    cues = load_cues()
    if keys[0] in cues.vessels and len(keys) > 1:
        return "other"
    if whole in cues.organisations:
        return "organisation"
    if len(keys) > 1 and keys[-1] in cues.after_name:
        return "person"
    head = _head(keys)
    if head in cues.organisation_heads and len(keys) > 1 and not _people_place(keys, whole):
        return "organisation"
    if keys[0] in cues.organisation_of and "of" in keys[1:3]:
        return "organisation"
    if head in cues.other_last and len(keys) > 1:
        return "other"
    if len(keys) > 1 and (head in cues.place_last or keys[0] in cues.place_first) and keys[0] not in cues.given:
        return "place"
    return ""


def _head(keys: tuple[str, ...]) -> str:
    """Return the word that says what is named: the last, or the one before "of" or "for"."""
    for joint in ("of", "for"):
        if joint in keys[1:]:
            return keys[keys.index(joint) - 1]
    return keys[-1]


def _people_place(keys: tuple[str, ...], whole: str) -> bool:
    """Say whether a name that ends like an organisation's is a known place ("West Bank", "White House, Tenn.")."""
    return any(place.kind in ("area", "country", "region", "water", "island") for place in load_gazetteer().find(whole))


def _by_gazetteer(keys: tuple[str, ...], whole: str, before: Word | None) -> str:
    cues = load_cues()
    found = load_gazetteer().find(whole)
    person_like = keys[0] in cues.given and not any(place.kind in ("country", "continent") for place in found)
    if not found or (person_like and not (before and before.key in _LOCATIVE) and not _great(found)):
        return ""
    if len(keys) > 1 or _great(found) or (before is not None and before.key in _LOCATIVE):
        return "place"
    return "place" if max(place.inhabitants for place in found) >= _LARGE_CITY else ""


def _great(found: tuple[Place, ...]) -> bool:
    """Say whether a name is known everywhere: a country, a sea, an area or a city of a million."""
    return any(place.kind in ("continent", "country", "area", "water", "island") for place in found) or any(
        place.inhabitants >= 1000 or (place.kind == "region" and place.country in ("US", "CA", "AU", "GB", "IN"))
        for place in found
    )


def _by_shape(run: tuple[Word, ...], keys: tuple[str, ...], before: Word | None) -> str:
    cues = load_cues()
    if len(run) == 1 and _ACRONYM.fullmatch(run[0].text):
        return "organisation"
    if len(run) <= _MOST_WORDS_OF_A_PERSON and keys[0] in cues.given and (len(run) > 1 or not run[0].text.isupper()):
        return "person"
    if before is not None and before.before.strip() == "" and role_word(before.key) and not before.capital:
        return "person"
    if before is not None and before.key in _LOCATIVE and len(run) == 1 and before.key in ("in", "near", "at", "off"):
        return "place"
    if country_of_adjective(keys[0]) and len(keys) > 1:
        return "organisation"
    if any(re.fullmatch(r"[A-Z]\.", word.text) for word in run[:-1]):
        return "person"
    if 2 <= len(run) <= 3 and any(key in cues.particles for key in keys[:-1]):
        return "person"
    return ""


def nationality(words: str) -> bool:
    """Say whether the words are a mere adjective or the name of a people ("Somali", "South Koreans")."""
    return country_of_adjective(fold(words)) is not None
