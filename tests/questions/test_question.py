"""The first rule that holds decides; later ones are not asked."""

from __future__ import annotations

from rashomon.model import About, Answer, Claim, Phrase, Topic, Verdict
from rashomon.questions.question import Case, Ruling, first_ruling

ONE = Answer((Claim(Phrase("sank"), About(), report="a"), Claim(Phrase("sank"), About(), report="b")))
OTHER = Answer((Claim(Phrase("burned"), About(), report="c"),))
CASE = Case(ONE, OTHER, Topic("wording", "", (ONE, OTHER)))


def silent(_: Case) -> Ruling | None:
    return None


def unclear(_: Case) -> Ruling | None:
    return Ruling(Verdict.UNCLEAR, "first", "")


def never(_: Case) -> Ruling | None:
    raise AssertionError("asked after a rule that holds")


def test_the_first_rule_that_holds_decides() -> None:
    assert first_ruling(CASE, (silent, unclear, never)) == Ruling(Verdict.UNCLEAR, "first", "")
    assert first_ruling(CASE, (silent, silent)) is None
    assert first_ruling(CASE, ()) is None


def test_every_pair_of_claims_is_seen() -> None:
    assert [(a.report, b.report) for a, b in CASE.claims] == [("a", "c"), ("b", "c")]
