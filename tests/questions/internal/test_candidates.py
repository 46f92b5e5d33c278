"""One report at odds with itself: two units, two spellings, two clocks, a weekday beside a date."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged

from rashomon.model import Finding, Verdict
from rashomon.questions.internal.candidates import internal_topics


def found(*texts: str) -> list[Finding]:
    event = event_about({f"r{i}": text for i, text in enumerate(texts)})
    return list(judged(event, tuple(internal_topics(event))))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The mine lies around 310 kilometers (204 miles) from the coast.", True),  # 192.6 miles
        ("The mine lies around 310 kilometers (193 miles) from the coast.", False),
        ("The mine lies 300 kilometers (190 miles) from the coast.", False),  # rounded to tens
        ("The pass lies at 8,000 feet (2,440 meters).", False),
        ("The pass lies at 8,120 feet (2,975 meters).", True),
        ("The painting sold for $12 million (9 million euros).", False),  # a rate, not a unit
    ],
)
def test_two_units(text: str, wrong: bool) -> None:
    findings = found(text)
    assert [(f.verdict, f.reason) for f in findings] == [(Verdict.INTERNAL, "unit")] * wrong


def test_the_arithmetic_is_shown() -> None:
    (finding,) = found("The mine lies around 310 kilometers (204 miles) from the coast.")
    assert finding.explanation == "310 kilometers is 192.6 in the other unit, not 204 miles"
    assert [side.value for side in finding.sides] == ["310 kilometers", "204 miles"]


BODY = "Mayor Ada Kessling opened the bridge. Kessling thanked the crews. Residents cheered Kessling on Friday."


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ("Later Kesslign left for Oxley.", True),  # two letters exchanged
        ("Later Kessing left for Oxley.", True),
        ("Later Kesslings left for Oxley.", False),  # the family
        ("Later Kerner left for Oxley.", False),
        ("Later Kessling left for Oxley.", False),
    ],
)
def test_two_spellings(more: str, wrong: bool) -> None:
    assert [(f.verdict, f.reason) for f in found(f"{BODY} {more}")] == [(Verdict.INTERNAL, "name")] * wrong


def test_a_spelling_that_another_report_has_too_is_no_slip() -> None:
    assert found(f"{BODY} Later Kessing left for Oxley.", "Ms. Kessing left at noon.") == []


@pytest.mark.parametrize(("slips", "wrong"), [(1, True), (2, True), (3, False)])
def test_a_slip_may_be_made_again_but_not_a_third_time(slips: int, wrong: bool) -> None:
    usual = " ".join(["Residents cheered Kessling."] * 9)
    again = " ".join(["Later Kessing left for Oxley."] * slips)
    assert [(f.verdict, f.reason) for f in found(f"{usual} {again}")] == [(Verdict.INTERNAL, "name")] * wrong


def test_two_clocks() -> None:
    usual = "The quake struck at 13:20 (0950 GMT) and was felt in the capital."
    assert found(usual, "An aftershock struck at 18:40 (1510 GMT).") == []
    (finding,) = found(usual, "An aftershock struck at 18:40 (1410 GMT).", usual)
    assert (finding.verdict, finding.reason) == (Verdict.INTERNAL, "time")


def test_two_clocks_may_stand_on_two_days() -> None:
    usual = "The quake struck at 13:20 (1050 GMT) and was felt in the capital."
    assert found(usual, "An aftershock struck at 00:50 (2220 GMT).") == []
    (finding,) = found(usual, "An aftershock struck at 00:50 (2221 GMT).", usual)
    assert (finding.verdict, finding.reason) == (Verdict.INTERNAL, "time")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The dam broke on Friday, March 14, 2031.", False),
        ("The dam broke on Thursday, March 14, 2031.", True),
        ("The dam broke on Thursday 14 March 2031.", True),
        ("The dam broke on Thursday, March 14.", False),  # of a year that is not said
        ("The dam broke on Thursday. On March 14, 2031 it was mended.", False),  # two times
    ],
)
def test_a_weekday_that_the_date_does_not_fall_on(text: str, wrong: bool) -> None:
    findings = found(text)
    assert [(f.verdict, f.reason) for f in findings] == [(Verdict.INTERNAL, "date")] * wrong
    assert all("2031-03-14 is a Friday" in f.explanation and len(f.sides) == 2 for f in findings)
