"""Where in a country or region a place lies: its "southern" part is read from the coordinates of its cities."""

from __future__ import annotations

from functools import cache
from statistics import fmean

from rashomon import tables
from rashomon.lang.gazetteer import Place, fold, load_gazetteer
from rashomon.lang.tables import load_table

_THRESHOLDS = tables.thresholds("rashomon.lang")
_WORDS = tables.words("rashomon.lang")

COMPASS = _WORDS.sequence("directions_compass")
PARTS = frozenset({"central", *(f"{point}ern" for point in COMPASS)})
OPPOSITE = (("north", "south"), ("east", "west"))

_REACHES = _THRESHOLDS.number("directions_reaches")
_ENDS = _THRESHOLDS.number("directions_ends")
_CORNER = _THRESHOLDS.number("directions_corner")
_MIDDLE = _THRESHOLDS.numbers("directions_middle")
_RIM = _THRESHOLDS.numbers("directions_rim")
_FEWEST = _THRESHOLDS.integer("directions_fewest")
_TRIMMED = _THRESHOLDS.integer("directions_trimmed")


@cache
def direction_words() -> frozenset[str]:
    """Return the words that name a part of the place behind them ("southern", "central"), folded as names are."""
    return frozenset(fold(word) for word in load_table("regions")["directions"]["words"])


def lies_in_part(side: str, base: str, inner: Place) -> bool | None:
    """Say whether `inner` lies in the part with the id `base` that `side` names ("south", "southeast", "central").

    None where the coordinates do not settle it, or the word is no direction. `inner` must lie within it.
    """
    ends, point = _ends(base), _middle(inner)
    if ends is None or point is None:
        return None
    south, north, west, east = ends
    if north <= south or east <= west:
        return None
    up, right = (point[0] - south) / (north - south), (point[1] - west) / (east - west)
    if side == "central":
        if all(_MIDDLE[0] <= share <= _MIDDLE[1] for share in (up, right)):
            return True
        return False if any(not _RIM[0] <= share <= _RIM[1] for share in (up, right)) else None
    shares = _shares(side, up, right)
    loose = _CORNER if len(shares) > 1 else 0.0
    if not shares or any(share > _ENDS + loose for share in shares):
        return False if shares else None
    return True if all(share <= _REACHES + loose for share in shares) else None


def opposite_sides(one: str, other: str) -> bool | None:
    """Say whether two parts of one place have nothing in common; None where they may overlap."""
    for first, second in OPPOSITE:
        if (first in one and second in other) or (second in one and first in other):
            return True
    compass = [side for side in (one, other) if side in COMPASS]
    if "central" in (one, other) and len(compass) == 1:
        return True
    return None


def _shares(side: str, up: float, right: float) -> tuple[float, ...]:
    """Return how far a point is from the side it should be on, by axis, from 0 (at the end) to 1."""
    if side not in COMPASS:
        return ()
    found = []
    if side.startswith(("north", "south")):
        found.append(up if side.startswith("south") else 1 - up)
    if side.endswith(("east", "west")):
        found.append(right if side.endswith("west") else 1 - right)
    return tuple(found)


def _middle(place: Place) -> tuple[float, float] | None:
    """Return the coordinates of a city, or the mean of a region's cities."""
    if place.coordinates is not None:
        return place.coordinates
    points = _cities(place.id)
    return (fmean(point[0] for point in points), fmean(point[1] for point in points)) if points else None


def _ends(identity: str) -> tuple[float, float, float, float] | None:
    """Return the latitudes and longitudes between which the cities of a place lie: south, north, west, east."""
    points = _cities(identity)
    if len(points) < _FEWEST:
        return None
    cut = len(points) // _TRIMMED
    norths, easts = sorted(point[0] for point in points), sorted(point[1] for point in points)
    return norths[cut], norths[-1 - cut], easts[cut], easts[-1 - cut]


@cache
def _cities(identity: str) -> tuple[tuple[float, float], ...]:
    """Return the coordinates of the cities within a country, region or county."""
    gazetteer = load_gazetteer()
    code = identity.split(":", 1)[1].split("/")[0]
    numbers = (n for n, line in enumerate(gazetteer.lines) if line[0] == "P" and f"\t{code}\t" in line)
    places = (gazetteer.place(number) for number in numbers)
    return tuple(place.coordinates for place in places if place.coordinates and identity in place.within)
