"""Named places of the world: the shipped table and the declared one of seas, areas and islands, found by folded name.

The shipped table is derived from GeoNames (CC BY 4.0, see GAZETTEER_ATTRIBUTION.md) by `training/gazetteer/derive.py`,
which describes its lines. Nothing is read before the first question.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from rashomon.lang.tables import load_table

CONTINENTS = MappingProxyType(
    {
        "AF": "Africa",
        "AN": "Antarctica",
        "AS": "Asia",
        "EU": "Europe",
        "NA": "North America",
        "OC": "Oceania",
        "SA": "South America",
    }
)
_SPACED = str.maketrans(dict.fromkeys("-‐‑–—/,_", " "))
_DROPPED = str.maketrans("", "", ".'’‘`ʻʼ´ʿ")


def fold(words: str) -> str:
    """Return the key under which a name is found: lower case, no accents, points or apostrophes, single spaces."""
    if not words.isascii():
        words = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
        words = "".join(mark for mark in words if not unicodedata.combining(mark))
    return " ".join(words.casefold().translate(_DROPPED).translate(_SPACED).split())


@dataclass(frozen=True, slots=True)
class Place:
    """One place on Earth.

    `kind` is continent, country, region (state, province), county, city, island, area, water or part. `within` holds
    the ids of all that contain it. `country` is an ISO 3166 code ("" where it lies in none or in several);
    `coordinates` are degrees north and east; `inhabitants` are counted in thousands (0 = not known).
    """

    id: str
    name: str
    kind: str
    within: frozenset[str] = frozenset()
    country: str = ""
    coordinates: tuple[float, float] | None = None
    inhabitants: int = 0


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The lines of the table, where each name stands in it, and what areas contain what.

    `first_region` and `first_county` are the numbers of the first such lines. `declared` are the places that the
    declared tables give, by folded name; `parents` leads from an id to the ids that directly contain it.
    """

    lines: tuple[str, ...]
    index: Mapping[str, tuple[int, ...]]
    first_region: int
    first_county: int
    declared: Mapping[str, tuple[Place, ...]]
    parents: Mapping[str, frozenset[str]]

    def find(self, words: str) -> tuple[Place, ...]:
        """Return the places of this name, likeliest first: declared, countries, regions, counties, cities by size."""
        key = fold(words)
        declared = self.declared.get(key, ())
        known = {place.id for place in declared}
        listed = (self.place(number) for number in self.index.get(key, ()))
        return declared + tuple(place for place in listed if place.id not in known)

    def place(self, number: int) -> Place:
        """Return the place that line `number` gives."""
        fields = self.lines[number].split("\t")
        if fields[0] == "C":
            above = self.above(f"continent:{fields[3]}", f"country:{fields[1]}")
            return Place(f"country:{fields[1]}", fields[2], "country", above, fields[1])
        if fields[0] == "A":
            identity = f"region:{fields[1]}/{fields[2]}"
            return Place(identity, fields[2], "region", self.above(f"country:{fields[1]}", identity), fields[1])
        if fields[0] == "D":
            return self._county(fields)
        return self._city(fields)

    def above(self, direct: str, identity: str = "") -> frozenset[str]:
        """Return `direct` and all that contains it, with what contains `identity` itself."""
        found = {direct} if direct else set()
        waiting = [direct, identity] if identity else [direct]
        while waiting:
            for parent in self.parents.get(waiting.pop(), frozenset()):
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return frozenset(found - {identity})

    def _county(self, fields: list[str]) -> Place:
        region = self.place(self.first_region + int(fields[1]))
        identity = f"county:{region.country}/{region.name}/{fields[2]}"
        return Place(identity, fields[2], "county", region.within | {region.id}, region.country)

    def _city(self, fields: list[str]) -> Place:
        _, name, _, code, region, county, north, east, inhabitants = fields
        if county:
            above = self.place(self.first_county + int(county))
        elif region:
            above = self.place(self.first_region + int(region))
        else:
            above = Place(f"country:{code}", code, "country", self.above("", f"country:{code}"), code)
        identity = f"city:{code}/{name}@{north},{east}"
        within = above.within | {above.id} | self.above("", identity)
        return Place(identity, name, "city", within, code, (float(north), float(east)), int(inhabitants))


@cache
def load_gazetteer() -> Gazetteer:
    """Return the shipped gazetteer, read once (about 0.15 s)."""
    packed = resources.files("rashomon.lang").joinpath("gazetteer.tsv.gz").read_bytes()
    lines = tuple(gzip.decompress(packed).decode("utf-8").splitlines())
    index: dict[str, tuple[int, ...]] = {}
    starts = {"C": 0, "A": 0, "D": 0, "P": 0}
    for number, line in enumerate(lines):
        letter = line[0]
        if not starts[letter]:
            starts[letter] = number
        for key in _keys(letter, line):
            index[key] = (*index.get(key, ()), number)
    bare = Gazetteer(lines, MappingProxyType(index), starts["A"], starts["D"], MappingProxyType({}), _countries(lines))
    declared, parents = _declare(bare)
    return Gazetteer(lines, bare.index, bare.first_region, bare.first_county, declared, parents)


def _keys(letter: str, line: str) -> Iterable[str]:
    """Return the folded names under which a line is found."""
    fields = line.split("\t", 4)
    if letter == "P":
        return (fields[1].lower(), *fields[2].split("|")) if fields[2] else (fields[1].lower(),)
    name = fold(fields[2])
    if letter == "A" and fields[3]:
        return dict.fromkeys((name, *fields[3].split("|")))
    return (name,)


def _countries(lines: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the continent above each country."""
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        if not line.startswith("C"):
            break
        _, code, _, continent, _ = line.split("\t")
        found[f"country:{code}"] = frozenset((f"continent:{continent}",))
    return MappingProxyType(found)


def _declare(bare: Gazetteer) -> tuple[Mapping[str, tuple[Place, ...]], Mapping[str, frozenset[str]]]:
    """Return the declared places by folded name, and the table of parents with the areas added."""
    table = load_table("regions")
    parents: dict[str, set[str]] = defaultdict(set)
    for child, above in bare.parents.items():
        parents[child] |= above
    for name, area in table["areas"].items():
        for member in area["members"]:
            parents[_member(bare, member)].add(f"area:{name}")
    for name, kind, above in table["within"]["list"]:
        parents[f"{kind}:{name}"] |= _container(bare, above)
    for name, _, above in table["waters"]["list"]:
        if above:
            parents[f"water:{name}"].add(f"water:{above}")
    frozen = MappingProxyType({child: frozenset(above) for child, above in parents.items()})
    whole = Gazetteer(bare.lines, bare.index, bare.first_region, bare.first_county, MappingProxyType({}), frozen)
    return _declared(whole), frozen


def _container(bare: Gazetteer, words: str) -> set[str]:
    """Return the id of a declared container and what the table knows to contain it directly."""
    identity = _member(bare, words)
    if identity.startswith("city:"):
        return {identity, *next(place.within for place in bare.find(words) if place.id == identity)}
    return {identity, "country:US"} if identity.startswith("region:US/") else {identity}


def _member(bare: Gazetteer, words: str) -> str:
    """Return the id that a declared member or container stands for: ISO code, US-State, continent, city or area."""
    table = load_table("regions")
    if words.isupper() and len(words) == 2:
        return f"country:{words}"
    if words.startswith("US-"):
        return f"region:US/{words[3:]}"
    for code, name in CONTINENTS.items():
        if name == words:
            return f"continent:{code}"
    if words in table["areas"]:
        return f"area:{words}"
    for name, kind, _ in table["within"]["list"]:
        if name == words:
            return f"{kind}:{name}"
    return next(place.id for place in bare.find(words) if place.kind == "city")


def _declared(whole: Gazetteer) -> Mapping[str, tuple[Place, ...]]:
    """Return every declared name with its places."""
    table, nationalities = load_table("regions"), load_table("nationalities")
    found: dict[str, list[Place]] = defaultdict(list)
    for code, name in CONTINENTS.items():
        found[fold(name)].append(Place(f"continent:{code}", name, "continent", whole.above("", f"continent:{code}")))
    countries = {place.country: place for place in _lines_of(whole, "C")}
    for code, names in nationalities["named"].items():
        for name in names:
            found[fold(name)].append(countries[code])
    for name, area in table["areas"].items():
        place = Place(f"area:{name}", name.title(), "area", whole.above("", f"area:{name}"))
        for key in (name, *area.get("spellings", ())):
            found[fold(key)].append(place)
    for name, kind, _ in table["within"]["list"]:
        above = whole.above("", f"{kind}:{name}")
        codes = [identity[8:] for identity in above if identity.startswith("country:")]
        found[fold(name)].append(Place(f"{kind}:{name}", name.title(), kind, above, codes[0] if codes else ""))
    for name, spellings, _ in table["waters"]["list"]:
        place = Place(f"water:{name}", name.title(), "water", whole.above("", f"water:{name}"))
        for key in (name, *spellings.split("|")):
            if key:
                found[fold(key)].append(place)
    _add_spellings(whole, found)
    return MappingProxyType({key: tuple(places) for key, places in found.items()})


def _add_spellings(whole: Gazetteer, found: dict[str, list[Place]]) -> None:
    """Add the declared short forms and older names of cities, regions and states."""
    table = load_table("regions")
    for kind, rows in (("city", table["spellings"]["list"]), ("region", table["spellings"]["regions"])):
        for name, known, code in rows:
            places = [place for place in whole.find(known) if place.kind == kind and place.country == code]
            found[fold(name)].extend(place for place in places[:1] if place not in found[fold(name)])
    for state, short in table["states"].items():
        for name in short:
            # Two letters are words or other places ("La.", "in") but for a place after a comma: see `state_of`.
            if len(name) > 2:
                found[fold(name)].extend(p for p in whole.find(state) if p.id == f"region:US/{state}")


def _lines_of(gazetteer: Gazetteer, letter: str) -> Iterable[Place]:
    """Return the places of all lines that begin with `letter`."""
    return (gazetteer.place(number) for number, line in enumerate(gazetteer.lines) if line[0] == letter)


def state_of(short: str) -> Place | None:
    """Return the US state that a folded abbreviation names, with or without its points ("fla", "n y", "ny")."""
    return _states().get(short) or _states().get(short.replace(" ", ""))


@cache
def _states() -> Mapping[str, Place]:
    gazetteer = load_gazetteer()
    states = {place.name: place for place in _lines_of(gazetteer, "A") if place.country == "US"}
    short = load_table("regions")["states"]
    return MappingProxyType(
        {name: states[state] for state, names in short.items() for name in names if state in states}
    )


def country_of_adjective(key: str) -> Place | None:
    """Return the country of a folded adjective or demonym ("somalian", "britons"); None where it names none."""
    return _adjectives().get(key)


@cache
def _adjectives() -> Mapping[str, Place]:
    countries = {place.country: place for place in _lines_of(load_gazetteer(), "C")}
    words = load_table("nationalities")["of"]
    # Two Congos, two Dominicas: the one that is listed first is taken.
    return MappingProxyType({word: countries[code] for code in reversed(words) for word in words[code]})


@cache
def capitals() -> Mapping[str, str]:
    """Return the country code of each capital, by folded name."""
    lines = (line.split("\t") for line in load_gazetteer().lines if line[0] == "C")
    return MappingProxyType({fold(fields[4]): fields[1] for fields in lines if fields[4]})
