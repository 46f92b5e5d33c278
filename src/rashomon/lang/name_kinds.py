"""Which kind of thing a proper name names: person, organisation, place or other, by declared cues and the gazetteer."""

from __future__ import annotations

import re

from rashomon import tables
from rashomon.lang.gazetteer import Place, country_of_adjective, fold, load_gazetteer
from rashomon.lang.name_words import Word, common_noun, common_word, load_cues, place_word, role_word

_THRESHOLDS = tables.thresholds("rashomon.lang")
_WORDS = tables.words("rashomon.lang")
_GREAT_CITY = _THRESHOLDS.integer("great_city")
_WITH_PARTICLE = _THRESHOLDS.integer("with_particle")

_ACRONYM = re.compile(r"[A-Z](?:[A-Z&]|\.[A-Z]){1,5}\.?s?")
_LOCATIVE = _WORDS.set("name_kinds_locative")
_MOST_WORDS_OF_A_PERSON = _THRESHOLDS.integer("most_words_of_a_person")
_CLUB_CITY = _THRESHOLDS.integer("club_city")
_LARGE_CITY = _THRESHOLDS.integer("large_city")


def kind_of(run: tuple[Word, ...], titled: bool, before: Word | None, after: Word | None) -> str:
    """Return person, organisation, place or other for the words of one name.

    `titled` says that a person's title stands before them; `before` and `after` are the words around it all, where no
    mark stands between.
    """
    keys = tuple(word.key for word in run)
    whole = " ".join(keys)
    if titled:
        return "person"
    rules = (
        _by_number(keys),
        _by_cue(keys, whole),
        _by_neighbour(after),
        _by_gazetteer(keys, whole, before),
        _by_shape(run, keys, before),
    )
    return next((kind for kind in rules if kind), "other")


def _by_number(keys: tuple[str, ...]) -> str:
    """Return the kind of a name that ends in a number: "Interstate 75" is a place, "Flight 370" is none."""
    cues = load_cues()
    if len(keys) < 2 or not keys[-1].isdigit() or keys[-2] not in cues.numbered:
        return ""
    return "place" if keys[-2] in cues.place_last | cues.place_first | {"route", "area", "gate"} else "other"


def _by_neighbour(after: Word | None) -> str:
    """Return the kind that a class word in small letters after the name gives: "Hormozgan province"."""
    if after is None or after.before != " " or after.capital:
        return ""
    return "place" if after.key in ("province", "county", "island", "river", "peninsula", "oblast", "district") else ""


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
    if len(keys) == 1:
        return ""
    if head in cues.place_last and head != keys[0] and any(key in ("school", "court", "police") for key in keys[:-1]):
        return "organisation"
    if head in cues.place_last or keys[0] in cues.place_first:
        return "" if keys[0] in cues.given and head in cues.place_surnames and len(keys) == 2 else "place"
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
    found = load_gazetteer().find(whole)
    if not found:
        return ""
    located = before is not None and before.key in _LOCATIVE
    person_like = keys[0] in load_cues().given and not any(place.kind in ("country", "continent") for place in found)
    if located or _great(found):
        return "place"
    if person_like or (len(keys) == 1 and common_word(whole) and not place_word(whole)):
        return ""
    large = any(place.kind == "region" or place.inhabitants >= _LARGE_CITY for place in found)
    return "place" if len(keys) > 1 or large else ""


def _great(found: tuple[Place, ...]) -> bool:
    """Say whether a name is known everywhere: a country, a sea, an area or a city of a million."""
    return any(place.kind in ("continent", "country", "area", "water", "island") for place in found) or any(
        place.inhabitants >= _GREAT_CITY or (place.kind == "region" and place.country in ("US", "CA", "AU", "GB", "IN"))
        for place in found
    )


def _by_shape(run: tuple[Word, ...], keys: tuple[str, ...], before: Word | None) -> str:
    cues = load_cues()
    if len(run) == 1:
        return _lone(run[0], before)
    if keys[0] not in cues.given and _place_before_noun(keys):
        return "organisation"
    if any(word.dep == "flat" for word in run[1:]) and len(run) <= _MOST_WORDS_OF_A_PERSON:
        return "person"
    if country_of_adjective(keys[0]):
        return "organisation"
    if len(run) <= _MOST_WORDS_OF_A_PERSON and keys[0] in cues.given:
        return "person"
    if any(re.fullmatch(r"(?:[A-Z]\.){1,3}", word.text) for word in run[:-1]):
        return "person"
    if len(run) <= _WITH_PARTICLE and any(key in cues.particles for key in keys[:-1]):
        return "person"
    return "person" if _role_before(before) and len(run) <= _MOST_WORDS_OF_A_PERSON else ""


def _place_before_noun(keys: tuple[str, ...]) -> bool:
    """Say whether a name opens with a city or state and goes on, as those of clubs and papers do."""
    for size in (2, 1):
        found = load_gazetteer().find(" ".join(keys[:size])) if len(keys) > size else ()
        if any(place.kind == "region" or place.inhabitants >= _CLUB_CITY for place in found):
            return True
    return False


def _lone(word: Word, before: Word | None) -> str:
    """Return the kind of one word that neither cues nor the gazetteer know."""
    if _ACRONYM.fullmatch(word.text):
        return "other" if common_noun(word.key) else "organisation"
    if (word.key in load_cues().given and not word.text.isupper()) or _role_before(before):
        return "person"
    locative = before is not None and before.key in ("in", "near", "at", "off", "outside")
    return "place" if locative and word.pos == "PROPN" and not common_noun(word.key) else ""


def _role_before(before: Word | None) -> bool:
    """Say whether the word right before a name is a role in small letters: "geologist Ruth Ellery"."""
    return before is not None and role_word(before.key) and not before.capital


def famous(words: str) -> bool:
    """Say whether the words name a country, an area or a city of a million: nobody's surname comes first to mind."""
    found = load_gazetteer().find(words)
    return any(place.kind in ("country", "continent", "area") or place.inhabitants >= _GREAT_CITY for place in found)


def nationality(words: str) -> bool:
    """Say whether the words are a mere adjective or the name of a people ("Somali", "South Koreans")."""
    return country_of_adjective(fold(words)) is not None
