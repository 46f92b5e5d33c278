"""Whether two names name one thing: a table an editor can read, and laws."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.coreference.same_name import Sameness, same_name
from rashomon.lang.gazetteer import Place
from rashomon.model import Name

SAME, VARIANT, DIFFERENT, UNKNOWN = Sameness.SAME, Sameness.VARIANT, Sameness.DIFFERENT, Sameness.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "one", "other", "sameness", "reason"),
    [
        ("person", "Ana Ruiz", "Ana Ruiz", SAME, "same words"),
        ("person", "LaToya Bell", "Latoya Bell", SAME, "capitals, accents, points or hyphens"),
        ("person", "Park Dae Ho", "Park Dae-ho", SAME, "capitals, accents, points or hyphens"),
        ("person", "Park Daeho", "Park Dae-ho", VARIANT, "hyphens or spaces"),
        ("person", "Dae-ho Park", "Park Dae-ho", VARIANT, "order of names"),
        ("person", "Ruiz", "Ana Ruiz", VARIANT, "surname contained"),
        ("person", "Mark Teixido", "Mark Texido", VARIANT, "spelling"),
        ("person", "Heydar Alishbani", "Heydar Alishvani", VARIANT, "spelling"),
        ("person", "Tony LaCalmetta", "Tony Calmetta", VARIANT, "spelling"),
        ("person", "Adam Brenner", "Adam L. Brenner", VARIANT, "middle name or initial left out"),
        ("person", "James R. Claymore Jr.", "James Claymore", VARIANT, "middle name or initial left out"),
        ("person", "Bob Woods", "Robert Woods", VARIANT, "nickname"),
        ("person", "J. Holt", "Jane Holt", VARIANT, "initials"),
        ("person", "Tom Dale Jr.", "Tom Dale Sr.", DIFFERENT, "jr and sr"),
        ("person", "Duncan Hale", "Margaret Hale", DIFFERENT, "given names differ: duncan and margaret"),
        ("person", "Latonya Bell", "Latoya Bell", DIFFERENT, "given names differ: latonya and latoya"),
        ("person", "Ana Ruiz", "Ana Holm", DIFFERENT, "holm and ruiz"),
        ("person", "Finch", "Ruiz", UNKNOWN, "one word each, not alike"),
        ("organisation", "U.S. Geological Survey", "USGS", VARIANT, "acronym"),
        ("organisation", "FEC", "Federal Election Commission", VARIANT, "acronym"),
        ("organisation", "Justice Department", "Department of Justice", VARIANT, "order of words"),
        ("organisation", "Norda", "Norda Foods", VARIANT, "short form"),
        ("organisation", "Norda Inc.", "Norda", VARIANT, "legal form or article left out"),
        ("organisation", "University of Lund", "University of Oslo", DIFFERENT, "lund and oslo"),
        ("organisation", "Court", "Supreme Court", UNKNOWN, "only the kind of body in common"),
        ("organisation", "Lund", "Lund Rovers", UNKNOWN, "a place and a body named after it"),
        ("organisation", "Condors", "Lund Condors", VARIANT, "short form"),
        ("organisation", "Rural", "Centre for Rural Women", UNKNOWN, "an inner word in common"),
        ("organisation", "Condros", "Lund Condors", VARIANT, "spelling"),
        (
            "organisation",
            "Republicans",
            "Lund Republican Committee",
            DIFFERENT,
            "lund republican committee and republicans",
        ),
        ("place", "Aden", "Gulf of Aden", UNKNOWN, "a shore"),
        ("place", "Philly", "Philadelphia", VARIANT, "other name of the place"),
        ("place", "California", "Sonoma County", DIFFERENT, "one place lies in the other"),
        ("place", "Hormozgan", "Hormuzgan", VARIANT, "spelling"),
        ("place", "Berlin", "Paris", DIFFERENT, "places apart"),
        ("other", "Salahuddin", "Salahaddin", VARIANT, "spelling"),
        ("other", "MV Blue Heron", "Blue Heron", VARIANT, "part of the name"),
        ("other", "Blue Heron", "Grey Gull", DIFFERENT, "no word in common"),
    ],
)
def test_same_name(kind: str, one: str, other: str, sameness: Sameness, reason: str) -> None:
    match = same_name(Name(one, kind), Name(other, kind))
    assert (match.sameness, match.reason) == (sameness, reason)
    assert same_name(Name(other, kind), Name(one, kind)) == match


def test_title_alone_changes_nothing() -> None:
    match = same_name(Name("Ana Ruiz", "person", ("President",)), Name("Ana Ruiz", "person"))
    assert (match.sameness, match.reason) == (SAME, "title stripped")


KINDS = st.sampled_from(["person", "organisation", "place", "other"])
PARTS = st.sampled_from(["Ana", "Ann", "Ruiz", "Ruis", "J.", "Jr.", "Holt", "de", "la", "Bank", "Lund", "-", "é"])
NAMES = st.builds(lambda words, kind: Name(" ".join(words), kind), st.lists(PARTS, max_size=4), KINDS)


@given(NAMES, NAMES)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_symmetric(one: Name, other: Name) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(st.text(max_size=200), st.text(max_size=200), KINDS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_words_are_taken(one: str, other: str, kind: str) -> None:
    assert same_name(Name(one, kind), Name(other, kind)).sameness in Sameness


@pytest.mark.parametrize(
    ("kind", "one", "other", "sameness"),
    [
        ("organisation", "Varnt", "Kessling Varnd", DIFFERENT),  # last words of five letters, then of six
        ("organisation", "Varnot", "Kessling Varnod", VARIANT),
        ("other", "Varnt", "Varnd", DIFFERENT),
        ("other", "Varnot", "Varnod", VARIANT),
        ("organisation", "NVKRDTLM", "North Varnholm Kelp Research Dock Trust Lending Mission", VARIANT),
        ("organisation", "NVKRDTLMP", "North Varnholm Kelp Research Dock Trust Lending Mission Pool", DIFFERENT),
    ],
)
def test_the_length_decides(kind: str, one: str, other: str, sameness: Sameness) -> None:
    assert same_name(Name(one, kind), Name(other, kind)).sameness is sameness


@pytest.mark.parametrize(("alike", "same"), [(119, False), (120, True)])
def test_what_stands_behind_a_hundred_and_twenty_characters_is_not_looked_at(alike: int, same: bool) -> None:
    one, other = (Name("v" * alike + end, "other") for end in ("arn", "orm"))
    assert (same_name(one, other).sameness is SAME) == same


@pytest.fixture
def inhabited(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what puts invented cities, with their thousands of inhabitants, in the place of the gazetteer."""

    def put(**thousands: int) -> None:
        cities = {
            name.lower(): (Place(f"city:{name}", name, "city", inhabitants=count),) for name, count in thousands.items()
        }
        monkeypatch.setattr("rashomon.coreference.same_name.place_of", lambda words: cities.get(words.lower(), ()))

    return put


@pytest.mark.parametrize(("thousands", "sameness"), [(49, VARIANT), (50, UNKNOWN)])
def test_only_a_body_of_a_larger_city_may_merely_be_named_after_it(
    inhabited: Callable[..., None], thousands: int, sameness: Sameness
) -> None:
    inhabited(Varnholm=thousands)
    assert same_name(Name("Varnholm", "organisation"), Name("Varnholm Rovers", "organisation")).sameness is sameness


@pytest.mark.parametrize(
    ("large", "small", "sameness"),
    [
        (2000, 200, VARIANT),  # ten times as large: the large one misspelled
        (2000, 201, UNKNOWN),
        (1000, 20, VARIANT),
        (999, 20, UNKNOWN),  # no great city
    ],
)
def test_a_great_city_dwarfs_one_whose_name_is_nearly_alike(
    inhabited: Callable[..., None], large: int, small: int, sameness: Sameness
) -> None:
    inhabited(Varnholm=large, Vernholm=small)
    match = same_name(Name("Varnholm", "place"), Name("Vernholm", "place"))
    assert (match.sameness, match.reason) == (sameness, "spelling")
