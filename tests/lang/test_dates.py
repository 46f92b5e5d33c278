"""What words say about time: the golden table, and what an editor would trip over."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.lang.dates import find_periods, find_timexes
from rashomon.model import Period

GOLDEN = Path(__file__).parents[1] / "golden" / "dates.toml"
TABLE: dict[str, Any] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))
ANCHOR: date = TABLE["anchor"]
CASES = [row for name in ("weekdays", "dates", "longer", "relative", "clocks") for row in TABLE[name]]


def moment(words: str) -> datetime | None:
    return datetime.fromisoformat(words) if words else None


def only(text: str, anchor: date | None = ANCHOR) -> Period:
    (mention,) = find_periods(text, anchor)
    assert isinstance(mention.value, Period)
    return mention.value


@pytest.mark.parametrize(("marked", "timex", "first", "until"), CASES, ids=[row[0] for row in CASES])
def test_golden(marked: str, timex: str, first: str, until: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    mention = next(one for one in find_periods(text, ANCHOR) if one.range.start == start)
    assert mention.kind == "period"
    assert mention.range.of(text) == text[start:end]
    assert isinstance(mention.value, Period)
    assert mention.value.timex == timex
    assert (mention.value.start, mention.value.end) == (moment(first), moment(until))


@pytest.mark.parametrize("text", TABLE["nothing"])
def test_not_a_date(text: str) -> None:
    assert find_periods(text, ANCHOR) == ()


def test_fields_stand_without_an_anchor() -> None:
    sunday = only("It sank on Sunday.", None)
    assert (sunday.start, sunday.fields.weekday, sunday.timex) == (None, 6, "XXXX-WXX-7")
    july = only("It sank in July.", None)
    assert (july.start, july.fields.month, july.timex) == (None, 7, "XXXX-07")
    day = only("It sank on Sept. 13.", None)
    assert (day.start, day.fields.month, day.fields.day) == (None, 9, 13)


def test_fields_hold_what_is_said_and_no_more() -> None:
    day = only("It sank on Sept. 13.")
    assert day.start == datetime(2023, 9, 13)
    assert day.fields.year is None
    clock = only("It sank at 9:10 p.m. GMT on Monday.")
    assert (clock.fields.weekday, clock.fields.hour, clock.fields.minute, clock.fields.zone) == (0, 21, 10, 0)


def test_local_time_has_no_known_zone() -> None:
    assert only("It hit at 7:37 a.m. local time.").fields.zone is None
    assert only("It hit at 11 a.m. EST.").fields.zone == -300


def test_two_clocks_share_the_day_of_their_sentence() -> None:
    local, gmt, day = find_periods("It hit at 1353 (1023 GMT) and rescue came on Friday.", ANCHOR)
    assert isinstance(local.value, Period) and isinstance(gmt.value, Period) and isinstance(day.value, Period)
    assert local.value.start == datetime(2023, 9, 15, 13, 53)
    assert gmt.value.start == datetime(2023, 9, 15, 10, 23)
    assert local.value.fields.weekday is None


def test_two_days_in_a_sentence_settle_no_clock() -> None:
    clock = find_periods("It hit at 7:37 a.m. after talks on Friday and Saturday.", ANCHOR)[0].value
    assert isinstance(clock, Period)
    assert clock.start is None


def test_relations_resolve_only_inside_their_sentence() -> None:
    near = find_periods("The dam broke on May 3; the day before, crews had left.", ANCHOR)[1].value
    assert isinstance(near, Period)
    assert near.start == datetime(2023, 5, 2)
    far = find_periods("The dam broke on May 3. The day before, crews had left.", ANCHOR)[1].value
    assert isinstance(far, Period)
    assert far.start is None
    several = find_periods("It broke on May 3 and on June 7; the day before, crews had left.", ANCHOR)[2].value
    assert isinstance(several, Period)
    assert several.start is None


def test_day_order_follows_the_outlet() -> None:
    text = "Signed on 3/4/2020."
    assert only(text).start == datetime(2020, 3, 4)
    (british,) = find_periods(text, ANCHOR, day_first=True)
    assert isinstance(british.value, Period)
    assert british.value.start == datetime(2020, 4, 3)


def test_about_is_marked() -> None:
    assert only("It hit around noon Monday.").about
    assert only("It was built in the late 1980s.").about
    assert not only("It hit at noon Monday.").about


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("a six-day visit", "DURATION", "P6D"),
        ("two weeks of rain", "DURATION", "P2W"),
        ("a week of rain", "DURATION", "P1W"),
        ("2 1/2 years of work", "DURATION", "P2Y6M"),
        ("two and a half years of work", "DURATION", "P2Y6M"),
        ("two decades of work", "DURATION", "P20Y"),
        ("half an hour of work", "DURATION", "PT30M"),
        ("several days of rain", "DURATION", "PXD"),
        ("the past three months", "DURATION", "P3M"),
        ("a couple of hours", "DURATION", "PT2H"),
        ("every day of the strike", "SET", "P1D"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("They meet on Tuesdays.", "SET", "XXXX-WXX-2"),
        ("It opens daily.", "SET", "P1D"),
        ("It happens each July.", "SET", "XXXX-07"),
        ("At the meeting, at 9 a.m., he rose.", "TIME", "2023-09-20T09:00"),
        ("In nineteen ninety-six it closed.", "DATE", "1996"),
    ],
)
def test_timexes(text: str, kind: str, value: str) -> None:
    found = find_timexes(text, ANCHOR)[0]
    assert (found.type, found.value) == (kind, value)


def test_the_quarter_is_the_one_the_report_is_about() -> None:
    text = "In the third quarter it earned $2 million. A year earlier it lost $1 million. The quarter was calm."
    assert [one.value for one in find_timexes(text, ANCHOR)] == ["2023-Q3", "2022-Q3", "2023-Q3"]
