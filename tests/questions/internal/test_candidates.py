"""One report at odds with itself: two units, two spellings, two clocks, a weekday beside a date, a sum."""

from __future__ import annotations

import pytest
from tests.events import account_of, event_about, judged

from rashomon.coreference.event import event_of
from rashomon.model import Finding, Verdict
from rashomon.questions.internal.candidates import internal_topics
from rashomon.settings import Settings


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
        ("The dam broke on Thursday, March 14.", True),  # of the year in which the report appeared
        ("The dam broke on Thursday. On March 14, 2031 it was mended.", False),  # two times
    ],
)
def test_a_weekday_that_the_date_does_not_fall_on(text: str, wrong: bool) -> None:
    findings = found(text)
    assert [(f.verdict, f.reason) for f in findings] == [(Verdict.INTERNAL, "date")] * wrong
    assert all("2031-03-14 is a Friday" in f.explanation and len(f.sides) == 2 for f in findings)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The dam broke on Tuesday, March 11.", ""),
        ("The dam broke on Monday, March 11.", "2031-03-11 is a Tuesday"),
        ("The dam broke at 4:52 a.m. on Monday, 11 March.", "2031-03-11 is a Tuesday"),
        ("A vote is set for Monday, Jan. 13.", ""),  # sixty days before
        ("A vote is set for Tuesday, Jan. 13.", "2031-01-13 is a Monday"),
        ("A vote is set for Monday, Jan. 12.", ""),  # further off it may be of another year
        ("A vote is set for Monday, Feb. 29.", ""),  # no day of that year
    ],
)
def test_a_date_without_its_year_is_near_the_day_of_the_report(text: str, meant: str) -> None:
    assert [f.explanation for f in found(text)] == ([meant] if meant else [])


def test_a_report_without_a_date_is_of_the_first_day_on_which_another_appeared() -> None:
    dated = account_of("a", "The dam broke. Nobody was hurt.")
    undated = account_of("b", "The dam broke on Monday, March 11.", None)
    for accounts, expected in (((dated, undated), ["2031-03-11 is a Tuesday"]), ((undated,), [])):
        event = event_of(accounts, Settings())
        assert [f.explanation for f in judged(event, tuple(internal_topics(event)))] == expected


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("A ticket goes up from €3.20 to €3.40, a rise of 6%.", ""),
        ("A ticket goes up from €3.20 to €3.40, a rise of 4%.", "[5.928, 6.573] percent, not 4 percent"),
        ("Sales fell by 25%, from 40 to 30 million.", ""),
        ("Sales fell by 41%, from 41 to 31 million.", "[22.22, 26.51] percent, not 41 percent"),
        ("Sales fell by 41%, from 40 million to 30 million.", ""),  # both may be rounded
        ("A ticket goes up from €3.20 to €3.40, for 4% of the riders.", ""),  # no change
        ("Fares rose by 4%, from €3.20 to €3.40.", "[5.928, 6.573] percent, not 4 percent"),
        ("The fleet grew from 40 to 50 boats, a rise of 2%.", ""),  # 44 to 46, it may be
        ("A 24-hour strike runs from 6 a.m. to 6 a.m. on Monday.", ""),
        ("The bonus goes up from 20 to 25 percent.", ""),  # these are the values
        ("Pay rises from 9 a.m. to 11 a.m., and a share of 4% is kept.", ""),
        ("The town grew from 40 to 50 farms. A rise of 4% is planned.", ""),  # another sentence
        ("A six-hour curfew ran from 11 p.m. to 5 a.m. on Monday.", ""),
        ("A seven-hour curfew ran from 11 p.m. to 5 a.m. on Monday.", "6 hours, not 7 hours"),
        ("A curfew of nearly seven hours ran from 11 p.m. to 5 a.m. on Monday.", ""),
        ("The 63-year-old bridge, opened in 1968, carries trams.", ""),
        ("The 62-year-old bridge, opened in 1968, carries trams.", ""),
        ("The 53-year-old bridge, opened in 1968, carries trams.", "[61, 64] years old, not 53 years old"),
        ("The 53-year-old mayor moved to Dorn in 1968.", ""),
    ],
)
def test_a_figure_and_what_it_is_reckoned_from(text: str, explained: str) -> None:
    slips = [f for f in found(text) if f.reason == "quantity"]
    assert [f.explanation.partition(": ")[2] for f in slips] == ([explained] if explained else [])
    assert all(f.verdict is Verdict.INTERNAL and len(f.sides) == 2 for f in slips)
