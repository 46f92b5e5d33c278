"""The rules for two places on claims built by hand."""

from __future__ import annotations

import pytest
from tests.questions.hand_built import case_of, claim, said

from rashomon.model import About, Claim, Modality, Phrase
from rashomon.questions.place.rules import RULES

CONFLICT, COMPATIBLE = "conflict", "compatible"


def at(reference: str, words: str, kind: str = "act", of: str = "") -> Claim:
    """Return the claim that an act, or what is named `of`, is in a place."""
    bearer = frozenset({of} if of else ())
    return claim(Phrase(words), About(measure="place", kind=kind, reference=reference, bearer=bearer))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (at("near", "Hamburg"), at("near", "Munich"), (CONFLICT, "place")),
        (at("in", "Leeds"), at("in", "Bradford"), (CONFLICT, "place")),  # two cities of like size
        (at("in", "Kenya"), at("near", "Nairobi"), (COMPATIBLE, "granularity")),
        (at("near", "Hamburg"), at("near", "Hamburg"), None),
        (at("west of", "Lisbon"), at("east of", "Lisbon"), (CONFLICT, "place")),
        (at("north of", "Leeds"), at("in", "southern Leeds"), None),  # what is north of a city is not in it
        (at("in", "the Baltic Sea"), at("between", "Sweden and Denmark"), (COMPATIBLE, "granularity")),
        (at("in", "Burma"), at("in", "Myanmar"), (COMPATIBLE, "wording")),  # two names of one country
        (at("in", "Leeds"), at("in", "the city of Leeds"), None),  # no other name, more words
        # Near two cities at once: Bologna lies 295 km from Turin, and 304 km from Rome.
        (at("near", "Turin"), at("near", "Bologna"), (COMPATIBLE, "reference")),
        (at("near", "Rome"), at("near", "Bologna"), (CONFLICT, "place")),
        # A city for its suburb: Birmingham has 4.7 times the inhabitants of Northampton, and 5.1 times those of Luton.
        (at("in", "Northampton"), at("in", "Birmingham"), (CONFLICT, "place")),
        (at("in", "Luton"), at("in", "Birmingham"), None),
    ],
)
def test_two_places_of_an_act(one: Claim, other: Claim, expected: tuple[str, str] | None) -> None:
    assert said(case_of(one, other), RULES) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (at("in", "Uganda", "lies", "nairobi"), at("in", "Kenya", "lies", "nairobi"), (CONFLICT, "place")),
        (at("in", "Uganda", "lies", "nairobi"), at("in", "East Africa", "lies", "nairobi"), (CONFLICT, "place")),
        (at("in", "southern Peru", "lies", "arequipa"), at("in", "northern Peru", "lies", "arequipa"),
         (CONFLICT, "place")),
        (at("in", "Peru", "lies", "arequipa"), at("in", "southern Peru", "lies", "arequipa"),
         (COMPATIBLE, "granularity")),
        (at("from", "London", "lies", "luton"), at("near", "Dunstable", "lies", "luton"), (COMPATIBLE, "reference")),
        (at("of", "Leeds", "home", "reyes"), at("of", "Lyon", "home", "reyes"), None),  # two people of one name
    ],
)  # fmt: skip
def test_where_a_thing_lies(one: Claim, other: Claim, expected: tuple[str, str] | None) -> None:
    assert said(case_of(one, other), RULES) == expected


def test_no_conflict_where_the_alignment_is_weak_or_one_is_not_asserted() -> None:
    one, other = at("near", "Hamburg"), at("near", "Munich")
    hedged = Claim(other.value, other.about, modality=Modality.HEDGED, report="b")
    assert said(case_of(one, other, score=0.4), RULES) is None
    assert said(case_of(one, hedged), RULES) is None
