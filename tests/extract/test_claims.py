"""From sentences to claims: the counted noun, the evidence, and whom it is from."""

from __future__ import annotations

import pytest
from tests.extract.invented_claims import account, quantity_claim

from rashomon.extract.claims import LONGEST_EVIDENCE
from rashomon.model import Modality, Name, Period


@pytest.mark.parametrize(
    ("text", "measure", "evidence"),
    [
        ("The guards rescued 23 sailors near Port Ellery.", "sailor", "23 sailors"),
        ("Dozens of ships waited off Cape Marl.", "ship", "Dozens of ships"),
        ("The quake struck at a depth of 12 miles.", "depth", "a depth of 12 miles"),
        ("The smugglers used a 10-metre dhow.", "dhow", "a 10-metre dhow"),
        ("Nine of the wounded miners are in hospital.", "miner", "Nine of the wounded miners"),
        ("The navy sank 5 boats and a patrol boat.", "boat", "5 boats"),
        ("The mayor said at least 12 cows had drowned.", "cow", "at least 12 cows"),
        ("The bridge at Dorn is 400 metres long.", "long", "bridge at Dorn is 400 metres long"),
        ("The pirates held 30 crew members.", "crewman", "30 crew members"),
        ("The raid hurt 12 police officers.", "policeman", "12 police officers"),
        ("The vote split 12 board members.", "member", "12 board members"),
        ("Seven rifles, three other guns and a knife were found.", "rifle", "Seven rifles"),
        ("The river flooded about 70 wooden homes.", "home", "about 70 wooden homes"),
    ],
)
def test_what_is_counted(text: str, measure: str, evidence: str) -> None:
    claim = quantity_claim(text)
    assert claim.about.measure == measure
    assert claim.evidence.of(text) == evidence


def test_a_number_alone_counts_nothing_named() -> None:
    text = "The blast killed four bakers and injured nine."
    first, second = quantity_claim(text), quantity_claim(text, 1)
    assert (first.about.measure, second.about.measure) == ("baker", "")
    assert second.evidence.of(text) == "nine"


def test_a_claim_says_whom_it_is_from() -> None:
    claim = quantity_claim("The mayor said at least 12 cows had drowned.")
    assert [source.name for source in claim.attribution] == ["mayor"]
    assert quantity_claim("The flood drowned 12 cows.").attribution == ()
    assert quantity_claim("They said 12 cows had drowned.").attribution == ()  # who "they" are nobody knows


@pytest.mark.parametrize(
    ("text", "positive", "modality"),
    [
        ("The bus carried 12 pupils.", True, Modality.ASSERTED),
        ("The bus may have carried 12 pupils.", True, Modality.HEDGED),
        ("The bus will carry 12 pupils.", True, Modality.PLANNED),
        ("The bus did not carry 12 pupils.", False, Modality.ASSERTED),
    ],
)
def test_how_it_is_put(text: str, positive: bool, modality: Modality) -> None:
    claim = quantity_claim(text)
    assert (claim.positive, claim.modality) == (positive, modality)


def test_a_time_hangs_on_its_verb_and_a_name_is_a_claim() -> None:
    text = "Mayor Ada Kessling opened the museum on Monday."
    (when,) = [c for c in account(text).claims if isinstance(c.value, Period)]
    assert (when.about.measure, when.evidence.of(text)) == ("open", "Monday")
    (name,) = [c for c in account(text).claims if isinstance(c.value, Name)]
    assert (name.about.measure, name.about.kind, name.evidence.of(text)) == ("name", "person", "Ada Kessling")


def test_evidence_is_short_where_its_phrase_is_long() -> None:
    thing = "lanterns of " + " and ".join(f"the very {word} old harbour" for word in ("grey", "green", "brown", "blue"))
    text = f"The storm tore down 12 {thing}."
    claim = quantity_claim(text)
    assert len(claim.evidence) <= LONGEST_EVIDENCE
    assert "12 lanterns" in claim.evidence.of(text)
