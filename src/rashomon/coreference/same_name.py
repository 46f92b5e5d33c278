"""Whether two names name one person, body or place, and why: by rules over their words, never by likeness alone."""

from __future__ import annotations

from rashomon import tables
from rashomon.coreference.name_match import NameMatch, Sameness
from rashomon.coreference.person_names import same_person
from rashomon.coreference.spelling import alike, spelling
from rashomon.lang.gazetteer import country_of_adjective, fold
from rashomon.lang.name_words import load_cues
from rashomon.lang.places import PlaceRelation, place_of, relate_places
from rashomon.lang.tables import load_table
from rashomon.model import Name

_THRESHOLDS = tables.thresholds("rashomon.coreference")
_WORDS = tables.words("rashomon.coreference")
_SURE_UNKINDED = _THRESHOLDS.integer("sure_unkinded")
_LONGEST_ACRONYM = _THRESHOLDS.integer("same_name_longest_acronym")

__all__ = ["NameMatch", "Sameness", "same_name"]

_SMALL = _WORDS.set("same_name_small")
_LEGAL = _WORDS.set("same_name_legal")
_KNOWN_CITY = _THRESHOLDS.integer("known_city")
_DWARFED = _THRESHOLDS.integer("same_name_dwarfed")
_GREAT_CITY = _THRESHOLDS.integer("great_city")
_SURE = _THRESHOLDS.integer("same_name_sure")
_CHARACTERS = _THRESHOLDS.integer("same_name_characters")


def same_name(one: Name, other: Name) -> NameMatch:
    """Return whether two names written about one event name the same thing, and why.

    Symmetric. `unknown` where the words do not settle it; a kind that is "other" fits every kind.
    """
    ours, theirs = fold(one.words[:_CHARACTERS]), fold(other.words[:_CHARACTERS])
    if ours == theirs and ours:
        return _equal(one, other)
    if ours.replace(" ", "") == theirs.replace(" ", "") and ours:
        return NameMatch(Sameness.VARIANT, "hyphens or spaces")
    kinds = {one.kind, other.kind} - {"other"}
    first, second = sorted((ours, theirs))
    if kinds == {"person"}:
        return same_person(first, second)
    if kinds == {"place"}:
        return _places(*sorted((one.words[:_CHARACTERS], other.words[:_CHARACTERS])))
    if kinds == {"organisation"}:
        return _bodies(first, second)
    return _unkinded(first, second, len(kinds) > 1)


def _equal(one: Name, other: Name) -> NameMatch:
    if one.words == other.words:
        reason = "same words" if one.titles == other.titles else "title stripped"
        return NameMatch(Sameness.SAME, reason)
    return NameMatch(Sameness.SAME, "capitals, accents, points or hyphens")


# ---------------------------------------------------------------- organisations, places and the rest


def _bodies(ours: str, theirs: str) -> NameMatch:
    """Compare two organisations' folded names."""
    one, other = _body_words(ours), _body_words(theirs)
    respelt = _respelt(one, other)
    if respelt != one and (set(respelt) <= set(other) or set(other) <= set(respelt)):
        return NameMatch(Sameness.VARIANT, "spelling")
    if one == other and one:
        return NameMatch(Sameness.VARIANT, "legal form or article left out")
    if _acronym(ours, theirs) or _acronym(theirs, ours):
        return NameMatch(Sameness.VARIANT, "acronym")
    if sorted(one) == sorted(other):
        return NameMatch(Sameness.VARIANT, "order of words")
    left, right = [word for word in one if word not in other], [word for word in other if word not in one]
    common = [word for word in one if word in other]
    telling = [word for word in common if word not in load_cues().organisation_heads]
    if not left or not right:
        if _merely_placed(ours, theirs):
            return NameMatch(Sameness.UNKNOWN, "a place and a body named after it")
        longer = ours if len(left) > len(right) else theirs
        if common and not set(common) & _outer_words(longer):
            return NameMatch(Sameness.UNKNOWN, "an inner word in common")
        return _contained(telling, left + right)
    if len(left) == len(right) and all(_like(a, b) for a, b in zip(left, right, strict=True)):
        return NameMatch(Sameness.VARIANT, "spelling")
    return NameMatch(
        Sameness.DIFFERENT if not telling or _rival(left, right) else Sameness.UNKNOWN, _apart(left, right)
    )


def _respelt(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name, the last as the other name spells its last where both may be one word."""
    if one and other and spelling(one[-1], other[-1]) and min(len(one[-1]), len(other[-1])) > _SURE:
        return (*one[:-1], other[-1])
    return one


def _outer_words(name: str) -> set[str]:
    """Return the first and the last word of a body's name, and those right before "of" and "for"."""
    words = name.split()
    before = {words[place - 1] for place, word in enumerate(words) if place and word in ("of", "for")}
    return {_short(word) for word in {words[0], words[-1], *before} | ({words[1]} if words[0] == "the" else set())}


def _contained(telling: list[str], extra: list[str]) -> NameMatch:
    cues = load_cues()
    if not telling:
        return NameMatch(Sameness.UNKNOWN, "only the kind of body in common")
    nation = all(country_of_adjective(word) or word in ("us", "uk", "national", "royal") for word in telling)
    if nation and any(word in cues.organisation_heads for word in extra):
        return NameMatch(Sameness.DIFFERENT, "a country and one of its bodies")
    return NameMatch(Sameness.VARIANT, "short form")


def _rival(left: list[str], right: list[str]) -> bool:
    """Say whether the words that differ name two bodies: both sides have one that tells them apart."""
    heads = load_cues().organisation_heads
    return any(word not in heads for word in left) and any(word not in heads for word in right)


def _apart(left: list[str], right: list[str]) -> str:
    return f"{' '.join(left)} and {' '.join(right)}"


def _like(one: str, other: str) -> bool:
    return spelling(one, other) or one.rstrip("s") == other.rstrip("s")


def _body_words(name: str) -> tuple[str, ...]:
    written = " ".join(_short(word) for word in name.split())
    words = [word for word in written.split() if word not in ("the", "of", "and", "for", "&")]
    kept = [word for word in words if word not in _LEGAL]
    return tuple(kept or words)


def _short(word: str) -> str:
    """Return one form for words that are written in several ways."""
    short: str = load_table("organisations")["written"].get(word, word)
    return short


def _acronym(short: str, long: str) -> bool:
    """Say whether `short` is made of the first letters of `long`, or declared to stand for it."""
    letters = short.replace(" ", "")
    words = long.split()
    if not 2 <= len(letters) <= _LONGEST_ACRONYM or len(words) < 2:
        return False
    declared = load_table("organisations")["acronyms"].get(letters)
    if declared and _body_words(declared) == _body_words(long.replace("u s ", "united states ")):
        return True
    spelled = "".join(words) if len(words[0]) == 1 else "".join(_opening(word) for word in words)
    telling = "".join(_opening(word) for word in words if word not in _SMALL)
    return letters in (spelled, telling) or (letters[-1] == "s" and letters[:-1] in (spelled, telling))


def _opening(word: str) -> str:
    return word if word in ("us", "uk", "un", "eu") else word[0]


def _places(ours: str, theirs: str) -> NameMatch:
    """Compare two places as written, by the gazetteer, then by their words."""
    relation = relate_places(ours, theirs)
    if relation is PlaceRelation.SAME:
        return NameMatch(Sameness.VARIANT, "other name of the place")
    if relation in (PlaceRelation.CONTAINS, PlaceRelation.WITHIN):
        return NameMatch(Sameness.DIFFERENT, "one place lies in the other")
    one, other = fold(ours), fold(theirs)
    if alike(one, other):
        known = bool(place_of(ours)) and bool(place_of(theirs))
        return NameMatch(Sameness.UNKNOWN if known and not _dwarfed(ours, theirs) else Sameness.VARIANT, "spelling")
    if relation is PlaceRelation.APART:
        return NameMatch(Sameness.DIFFERENT, "places apart")
    if place_of(ours) and place_of(theirs):
        return NameMatch(Sameness.UNKNOWN, "a shore" if relation is PlaceRelation.BESIDE else "two places")
    return _by_words(one, other, load_cues().place_last | load_cues().place_first)


def _dwarfed(ours: str, theirs: str) -> bool:
    """Say whether one of two cities is so much larger that the other's name is likelier its misspelling."""
    sizes = sorted(max(place.inhabitants for place in place_of(words)) for words in (ours, theirs))
    countries = any(place.kind == "country" for words in (ours, theirs) for place in place_of(words))
    return not countries and sizes[1] >= _DWARFED * max(1, sizes[0]) and sizes[1] >= _GREAT_CITY


def _unkinded(ours: str, theirs: str, kinds_differ: bool) -> NameMatch:
    """Compare names whose kinds are not both known, or differ."""
    if _acronym(ours, theirs) or _acronym(theirs, ours):
        return NameMatch(Sameness.VARIANT, "acronym")
    if spelling(ours, theirs) and min(len(ours), len(theirs)) > _SURE_UNKINDED:
        return NameMatch(Sameness.VARIANT, "spelling")
    match = _by_words(ours, theirs)
    if match.linked and (kinds_differ or _merely_placed(ours, theirs)):
        return NameMatch(Sameness.UNKNOWN, "a part of the name that names something else")
    return match


def _merely_placed(ours: str, theirs: str) -> bool:
    """Say whether the shorter name is the place that the longer one is named after: "Lund" and "Lund Rovers"."""
    found = place_of(min(ours, theirs, key=lambda name: (len(name), name)))
    return any(place.kind != "city" or place.inhabitants >= _KNOWN_CITY for place in found)


def _by_words(ours: str, theirs: str, extra: frozenset[str] | None = None) -> NameMatch:
    """Compare by words alone; where `extra` is given, only its words may be left out by the shorter name."""
    one = [word for word in ours.split() if word not in _SMALL]
    other = [word for word in theirs.split() if word not in _SMALL]
    common = [word for word in one if word in other]
    if not common:
        return NameMatch(Sameness.DIFFERENT, "no word in common")
    rest = [word for word in one + other if word not in common]
    if len(common) in (len(one), len(other)) and (extra is None or all(word in extra for word in rest)):
        return NameMatch(Sameness.VARIANT, "part of the name")
    return NameMatch(Sameness.UNKNOWN, "some words in common")
