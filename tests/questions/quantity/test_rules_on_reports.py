"""The rules for two quantities, rule by rule: two invented sentences, and what is said of the first number in each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.questions.two_reports import case_of, named, ruling, swapped

from rashomon.model import Answer, Name
from rashomon.questions.question import Case
from rashomon.settings import Settings

COMPATIBLE, CONFLICT, UNCLEAR = "compatible", "conflict", "unclear"

CASES = (
    # Two units: the rounded numbers meet after conversion, or they do not.
    ("The tunnel is 55 kilometers long.", "The tunnel is 34 miles long.", (COMPATIBLE, "unit")),
    ("The crate weighed 20 pounds.", "The crate weighed nine kilograms.", (COMPATIBLE, "unit")),
    ("The tunnel is 55 kilometers long.", "The tunnel is 50 miles long.", (CONFLICT, "quantity")),
    # A vague word may stand for a number within it; of one outside nothing is said.
    ("Dozens of barns burned.", "The fire burned 80 barns.", (COMPATIBLE, "granularity")),
    ("Hundreds of lanterns fell.", "More than 300 lanterns fell.", (COMPATIBLE, "granularity")),
    ("Dozens of barns burned.", "The fire burned 3 barns.", None),
    # Parts that one report lists add up to the whole.
    ("The navy sank 6 boats.", "The navy sank 5 boats and a patrol boat.", (COMPATIBLE, "part-whole")),
    ("The navy sank 6 rafts.", "The navy sank 5 rafts. It also sank 1 wooden raft.", (COMPATIBLE, "part-whole")),
    ("Seven bakers were shot.", "Four bakers were killed and three were injured.", (COMPATIBLE, "part-whole")),
    ("The navy sank 7 rafts.", "The navy sank 5 rafts. It also sank 1 wooden raft.", (CONFLICT, "quantity")),
    # A bound that the other keeps, or breaks, or that lies too far away to be said of it.
    ("At least 5 bakers were hurt.", "The blast hurt 7 bakers.", (COMPATIBLE, "bound")),
    ("Up to 9 goats escaped.", "Some say 7 goats escaped.", (COMPATIBLE, "bound")),
    ("More than 26,000 lanterns fell.", "More than 31,000 lanterns fell.", (CONFLICT, "quantity")),
    ("More than 26,000 lanterns fell.", "More than 28,000 lanterns fell.", (COMPATIBLE, "bound")),
    ("At least 26,000 lanterns fell.", "At least 31,000 lanterns fell.", (COMPATIBLE, "bound")),
    ("The storm of 1987 killed more than 40 people.", "More than 60 people were killed in the storm of 1987.",
     (CONFLICT, "quantity")),
    ("The storm has killed more than 40 people.", "More than 60 people were killed in the storm.",
     (COMPATIBLE, "update")),
    ("At least 9 goats escaped.", "In Dorn 7 goats escaped.", (CONFLICT, "quantity")),
    ("More than 40 lanterns fell.", "The storm tore down 100 lanterns.", (UNCLEAR, "quantity")),
    ("More than 40 lanterns fell.", "More than 90 lanterns fell.", (UNCLEAR, "quantity")),
    # Rounding: one is approximate, a range, or given with fewer digits; small counts are given as they are.
    ("About 50 goats escaped.", "The farmer lost 52 goats.", (COMPATIBLE, "rounding")),
    ("About 50 goats escaped.", "The farmer lost 57 goats.", (COMPATIBLE, "rounding")),
    ("Between 40 and 60 goats escaped.", "In Dorn 52 goats escaped.", (COMPATIBLE, "rounding")),
    ("The lake holds 1,200 swans.", "The lake holds 1,184 swans.", (COMPATIBLE, "rounding")),
    ("The lake holds 1,200 swans.", "The lake holds 1,384 swans.", (CONFLICT, "quantity")),
    ("The lake holds 20 swans.", "The lake holds 21 swans.", (CONFLICT, "quantity")),
    ("The wall is 400 metres long.", "The wall is 404 metres long.", (COMPATIBLE, "rounding")),
    # Another set or period: the words say so, the dates do, or one report gives both.
    ("The town has 12 ferries.", "Villagers counted 9 other ferries.", (COMPATIBLE, "scope")),
    ("The plant built 40 trams in March.", "The plant built 55 trams in April.", (COMPATIBLE, "scope")),
    ("The plant built 40 trams in 2029.", "The plant built 55 trams in 2030.", (COMPATIBLE, "scope")),
    ("The bus held 12 pupils.", "The bus held 15 pupils. Then it held 12 pupils.", (COMPATIBLE, "scope")),
    # Distances from different points, and from one point.
    ("The yacht sank 30 miles east of Quillport.", "The yacht sank 55 miles from Dorn.", (COMPATIBLE, "reference")),
    ("The yacht sank 30 miles off Quillport.", "The yacht sank 55 miles off Marrow Island.", (COMPATIBLE, "reference")),
    ("The yacht sank 30 miles east of Quillport.", "It sank 55 miles east of Quillport.", (CONFLICT, "quantity")),
    # Two currencies: a usual rate joins the sums, none does, or none is known.
    ("The villa sold for 10 million pounds.", "The villa sold for $15 million.", (COMPATIBLE, "unit")),
    ("The villa sold for 10 million pounds.", "The villa sold for $90 million.", (UNCLEAR, "unit")),
    ("The theft cost 4 million euros.", "The theft cost 4 million yen.", (UNCLEAR, "unit")),
    ("The theft cost 4 million euros.", "The theft cost 5 million yen.", (UNCLEAR, "unit")),
    ("The theft cost $4 million.", "The theft cost US$4 million.", (COMPATIBLE, "unit")),
    # Ages are not rounded, and a birthday may lie between two reports.
    ("Ada Kessling, 40, fell.", "Ada Kessling, 42, fell.", (COMPATIBLE, "update")),
    ("Ada Kessling, 60, fell.", "Ada Kessling, 63, fell.", (CONFLICT, "quantity")),
    # No rule holds and both are asserted of one thing.
    ("The bus carried 12 pupils.", "The bus carried 15 pupils.", (CONFLICT, "quantity")),
    ("The mine collapse killed 3 miners.", "The mine collapse killed 5 miners.", (CONFLICT, "quantity")),
    ("The choir sang for 3 hours.", "The choir sang for 4 hours.", (CONFLICT, "quantity")),
    ("The quake measured magnitude 5.9.", "The quake measured magnitude 6.2.", (CONFLICT, "quantity")),
    ("In Norland 40 percent of homes lost power.", "In Norland 60 percent of homes lost power.",
     (CONFLICT, "quantity")),
    # A vague word is as wide as it is: "about" makes it no wider.
    ("Several goats escaped.", "About 15 goats escaped.", None),
    # Half and 50 percent are one unit, and a share is no toll.
    ("Half of the homes were destroyed.", "Nearly 50 percent of the homes were destroyed.", (COMPATIBLE, "rounding")),
    # The text does not settle whether both are of one thing: hedged, another noun, another bearer.
    ("The bus carried 12 pupils.", "The bus may have carried 15 pupils.", (UNCLEAR, "quantity")),
    ("The bus carried 12 pupils.", "The bus carried 15 crates.", (UNCLEAR, "quantity")),
    ("Mayor Ada Kessling bought 4 goats.", "Sheriff Tom Brandel bought 6 goats.", (UNCLEAR, "quantity")),
    # Far apart: hardly of one thing, and nothing is said.
    ("The flood drowned 12 sheep.", "The flood drowned 120 sheep.", None),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_verdict_and_reason(one: str, other: str, expected: tuple[str, str] | None) -> None:
    assert named(ruling(case_of(one, other))) == expected


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_swapping_the_answers_changes_nothing(one: str, other: str, expected: tuple[str, str] | None) -> None:
    assert named(ruling(swapped(case_of(one, other)))) == expected
    assert named(ruling(case_of(other, one))) == expected


GOATS = st.sampled_from(sorted({text for case in CASES for text in case[:2] if "goats" in text}))


@given(GOATS, GOATS)
def test_any_two_sentences_are_judged_alike_in_both_orders(one: str, other: str) -> None:
    case = case_of(one, other)
    assert named(ruling(case)) == named(ruling(swapped(case)))


@pytest.mark.parametrize("text", sorted({text for case in CASES for text in case[:2]}))
def test_a_sentence_is_never_at_odds_with_itself(text: str) -> None:
    assert ruling(case_of(text, text)) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The tunnel is 55 kilometers long.", "The tunnel is 34 miles long.",
         "[54.5, 55.5] kilometers and [53.91, 55.52] kilometers meet after conversion"),
        ("The navy sank 6 boats.", "The navy sank 5 boats and a patrol boat.",
         "5 + 1 = 6: the parts in b add up to the whole"),
        ("At least 5 bakers were hurt.", "The blast hurt 7 bakers.", "[5, ∞) and 7 meet"),
        ("The lake holds 1,200 swans.", "The lake holds 1,184 swans.",
         "[1,150, 1,250] holds 1,184: the first is rounded more"),
        ("The bus carried 12 pupils.", "The bus carried 15 pupils.", "12 and 15 do not meet: both cannot be true"),
        ("More than 40 lanterns fell.", "The storm tore down 100 lanterns.",
         "(40, ∞) and 100 lie far apart, and the text does not settle whether both are of one thing"),
    ],
)  # fmt: skip
def test_the_arithmetic_is_shown(one: str, other: str, expected: str) -> None:
    found = ruling(case_of(one, other))
    assert found is not None and found.explanation == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crash killed two passengers.", "The crash killed two elderly passengers."),
        ("Ada Kessling, 40, fell.", "Ada Kessling, 40, spoke."),
        ("Dozens of barns burned.", "Dozens of barns fell."),
    ],
)
def test_of_one_number_written_alike_no_arithmetic_is_shown(one: str, other: str) -> None:
    assert ruling(case_of(one, other)) is None


# ---------------------------------------------------------------- time

EARLY, LATE = "The mine collapse killed 3 miners.", "The mine collapse killed 5 miners."
NEXT_DAY = datetime(2031, 3, 15)


def test_where_a_thing_lies_needs_no_surer_question() -> None:
    one, other = (f"The mill lies {n} miles north of Dorn." for n in (15, 50))
    unsure = Settings().conflict_score / 2
    assert named(ruling(case_of(one, other, unsure))) == (CONFLICT, "quantity")
    assert named(ruling(case_of("The bus held 12 pupils.", "The bus held 15 pupils.", unsure))) == (
        UNCLEAR,
        "quantity",
    )


def test_a_toll_of_another_day_is_an_update() -> None:
    case = case_of(EARLY, LATE, later=NEXT_DAY)
    assert named(ruling(case)) == named(ruling(swapped(case))) == (COMPATIBLE, "update")


def test_what_is_no_toll_does_not_grow() -> None:
    case = case_of("The bus carried 12 pupils.", "The bus carried 15 pupils.", later=NEXT_DAY)
    assert named(ruling(case)) == (CONFLICT, "quantity")


def test_the_same_toll_of_another_day_is_no_update() -> None:
    assert ruling(case_of(EARLY, EARLY, later=NEXT_DAY)) is None


def test_a_bound_leaves_room_for_a_later_toll() -> None:
    case = case_of("More than 40 goats died.", "In Dorn 90 goats died.")
    assert named(ruling(case)) == (COMPATIBLE, "update")


# ---------------------------------------------------------------- thresholds and wrong topics


def test_a_weak_alignment_leaves_it_unclear() -> None:
    texts = ("The bus carried 12 pupils.", "The bus carried 15 pupils.")
    assert named(ruling(case_of(*texts, score=0.1))) == (UNCLEAR, "quantity")


def test_a_topic_of_quantities_holds_nothing_else() -> None:
    case = case_of("The bus carried 12 pupils.", "The bus carried 15 pupils.")
    names = Answer((replace(case.second.claims[0], value=Name("Ada Kessling")),))
    with pytest.raises(TypeError, match="Quantity and Name"):
        ruling(Case(case.first, names, case.topic))
