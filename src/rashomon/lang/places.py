"""What the words for a place mean, and how two places lie to one another: same, one in the other, apart, not known."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from rashomon import tables
from rashomon.lang.directions import lies_in_part, opposite_sides
from rashomon.lang.gazetteer import Place, capitals, country_of_adjective, fold, load_gazetteer, state_of
from rashomon.lang.tables import load_table

_THRESHOLDS = tables.thresholds("rashomon.lang")

EARTH_RADIUS = 6371.0088  # kilometres, the mean radius R1 of the IUGG
_REMEMBERED = 4096  # answers kept
_POSTAL = 2  # letters of a state's postal code: "NJ" in capitals, never "in" or "me"
_LONGEST = _THRESHOLDS.integer("places_longest")


class PlaceRelation(StrEnum):
    """How the first place lies to the second."""

    SAME = "same"
    CONTAINS = "contains"
    WITHIN = "within"
    BESIDE = "beside"  # a water and a country on its shore
    APART = "apart"
    UNKNOWN = "unknown"


def place_of(words: str) -> tuple[Place, ...]:
    """Return what `words` may name, likeliest first; empty where nothing of that name is known.

    Understands "Aventura, Fla.", "northeast Philadelphia" and "the outskirts of Lyon" (kind "part"), "the city of
    Leeds", "Primorsky Krai", "Sonoma County" and, last, adjectives ("Somali" gives Somalia).
    """
    key = _bare(words[:_LONGEST])
    if not key:
        return ()
    head, _, tail = words[:_LONGEST].partition(",")
    if tail.strip() and head.strip():
        return _inside(head, tail)
    postal = state_of(key) if words.isupper() and len(words) == _POSTAL else None
    return (postal, *_read(key)) if postal else _read(key)


@lru_cache(maxsize=_REMEMBERED)  # pure, and asked of the same names for every pair of claims
def relate_places(one: str, other: str) -> PlaceRelation:
    """Return how the place named `one` lies to the place named `other`.

    Of several readings of a name the one that relates is taken: "Paris" next to "Texas" is the one in Texas.
    """
    ours, theirs = place_of(one), place_of(other)
    if _bare(one) == _bare(other) and _bare(one):
        return PlaceRelation.SAME
    if not ours or not theirs:
        return PlaceRelation.UNKNOWN
    if ours[0].id == theirs[0].id:
        return PlaceRelation.SAME
    if any(place.id in inner.within for place in ours for inner in theirs):
        return PlaceRelation.CONTAINS
    if any(inner.id in place.within for place in ours for inner in theirs):
        return PlaceRelation.WITHIN
    if {place.id for place in ours} & {place.id for place in theirs}:
        return PlaceRelation.SAME
    related = next((found for place in ours for inner in theirs if (found := _parts_related(place, inner))), None)
    if related is not None:
        return related
    if any(_on_shore(place, inner) or _on_shore(inner, place) for place in ours[:1] for inner in theirs[:1]):
        return PlaceRelation.BESIDE
    return PlaceRelation.APART if _apart(ours[0], theirs[0]) else PlaceRelation.UNKNOWN


def _parts_related(one: Place, other: Place) -> PlaceRelation | None:
    """Return the relation of two places of which at least one is a part of something by direction."""
    side, base = _side(one)
    other_side, other_base = _side(other)
    if side and other_side:
        if base != other_base:
            return None
        if side in other_side:
            return PlaceRelation.CONTAINS
        if other_side in side:
            return PlaceRelation.WITHIN
        return PlaceRelation.APART if opposite_sides(side, other_side) else None
    if side:
        return _in_part(side, base, other, PlaceRelation.CONTAINS)
    return _in_part(other_side, other_base, one, PlaceRelation.WITHIN) if other_side else None


def _side(place: Place) -> tuple[str, str]:
    """Return the direction and the id of the whole of a part ("south", "region:US/Florida"), or two empty strings."""
    if place.kind != "part":
        return "", ""
    side, _, base = place.id.removeprefix("part:").partition("/")
    return side, base


def _in_part(side: str, base: str, inner: Place, relation: PlaceRelation) -> PlaceRelation | None:
    if base not in inner.within or inner.kind not in ("city", "region", "county"):
        return None
    inside = lies_in_part(side, base, inner)
    if inside is None:
        return None
    # A region may reach into a part that its middle lies outside of.
    return relation if inside else (PlaceRelation.APART if inner.kind == "city" else None)


def _on_shore(water: Place, land: Place) -> bool:
    """Say whether the second place is a country, or lies in one, on the shore of the first."""
    codes = load_table("regions")["shores"].get(water.id.removeprefix("water:"), ())
    return water.kind == "water" and land.kind != "water" and land.country in codes


def contains(one: str, other: str) -> bool | None:
    """Say whether the place named `one` contains the one named `other`; None where that is not known."""
    relation = relate_places(one, other)
    return None if relation is PlaceRelation.UNKNOWN else relation is PlaceRelation.CONTAINS


def same_place(one: str, other: str) -> bool | None:
    """Say whether both names mean one place; None where that is not known."""
    relation = relate_places(one, other)
    return None if relation is PlaceRelation.UNKNOWN else relation is PlaceRelation.SAME


def government_of(words: str) -> Place | None:
    """Return the country whose government `words` can stand for: a country, its capital or a seat of power."""
    key = _bare(words)
    code = load_table("nationalities")["metonyms"].get(key) or capitals().get(key)
    if code is None:
        return next((place for place in _read(key) if place.kind == "country"), None)
    gazetteer = load_gazetteer()
    return next(
        gazetteer.place(number) for number in range(gazetteer.first_region) if gazetteer.place(number).country == code
    )


def distance(one: Place, other: Place) -> float | None:
    """Return the great-circle distance in kilometres between two places; None where either has no coordinates."""
    if one.coordinates is None or other.coordinates is None:
        return None
    (north, east), (other_north, other_east) = one.coordinates, other.coordinates
    half_north, half_east = radians(other_north - north) / 2, radians(other_east - east) / 2
    chord = sin(half_north) ** 2 + cos(radians(north)) * cos(radians(other_north)) * sin(half_east) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(chord))


def _bare(words: str) -> str:
    """Return the folded words without article and possessive."""
    words = words.strip()
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    return fold(words).removeprefix("the ")


def _inside(head: str, tail: str) -> tuple[Place, ...]:
    """Return what `head` names within `tail`; what it names anywhere where `tail` is no known place."""
    key = _bare(tail.rsplit(",", 1)[-1])
    state = state_of(key)
    containers = (state,) if state else _read(key)
    found = _read(_bare(head))
    above = {place.id for place in containers}
    if any(place.id in above for place in found):
        return tuple(place for place in found if place.id in above)
    return tuple(place for place in found if above & place.within) or (() if found and above else found)


@lru_cache(maxsize=_REMEMBERED)  # pure, and asked of the same names for every pair of claims
def _read(key: str) -> tuple[Place, ...]:
    """Return the places of a folded phrase."""
    gazetteer = load_gazetteer()
    found = gazetteer.find(key) or _with_class_word(key) or _part(key)
    if found:
        return found
    country = country_of_adjective(key)
    return (country,) if country else ()


def _with_class_word(key: str) -> tuple[Place, ...]:
    """Return what "X Province", "the city of X" or "X Island" name: X itself, of that class where there is one."""
    table = load_table("regions")["directions"]
    gazetteer = load_gazetteer()
    first, _, rest = key.partition(" of ")
    if rest and first.removeprefix("the ") in table["itself"]:
        return gazetteer.find(rest.removeprefix("the "))
    for word in table["after"]:
        if key.endswith(f" {word}"):
            found = gazetteer.find(key.removesuffix(f" {word}")) or _adjective_region(key.removesuffix(f" {word}"))
            regions = tuple(place for place in found if place.kind in ("region", "county"))
            return regions or found
    return ()


def _adjective_region(key: str) -> tuple[Place, ...]:
    country = country_of_adjective(key)
    return (country,) if country else ()


def _part(key: str) -> tuple[Place, ...]:
    """Return the part of a place that a direction before it or "part of" names."""
    table = load_table("regions")["directions"]
    first, _, rest = key.partition(" of ")
    if rest and (first in table["parts"] or first.split(" ")[-1] in table["parts"]):
        return _parts(first, rest.removeprefix("the "))
    for size in (1, 2):
        words = key.split(" ")
        direction = " ".join(words[:size])
        if len(words) > size and direction in {fold(word) for word in table["words"]}:
            return _parts(direction.replace(" ", ""), " ".join(words[size:]))
    return ()


def _parts(direction: str, base: str) -> tuple[Place, ...]:
    side = direction.removesuffix("most").removesuffix("ern").replace("-", "")
    found = load_gazetteer().find(base) or _with_class_word(base)
    return tuple(
        Place(f"part:{side}/{place.id}", place.name, "part", place.within | {place.id}, place.country)
        for place in found
    )


# What lies in these is declared only in part, so that silence about them proves nothing.
_OPEN_ENDED = ("island", "area", "water", "part")


def _apart(one: Place, other: Place) -> bool:
    """Say whether neither place can contain the other or be it, as far as the table is complete."""
    if one.country and other.country and one.country != other.country:
        return True
    if one.kind in _OPEN_ENDED or other.kind in _OPEN_ENDED:
        return False
    if "county" in (one.kind, other.kind) and "city" in (one.kind, other.kind):
        city = one if one.kind == "city" else other
        return any(identity.startswith("county:") for identity in city.within)
    if "region" in (one.kind, other.kind) and "city" in (one.kind, other.kind):
        city = one if one.kind == "city" else other
        return any(identity.startswith("region:") for identity in city.within)
    return True
