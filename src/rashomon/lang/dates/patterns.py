"""Every shape in which English tells time, with the function that reads it.

Of two that fit at one place the longer wins, then the upper.
"""

from __future__ import annotations

from typing import Final

from rashomon.lang.dates import absolute, clock, holidays, lengths, relative
from rashomon.lang.dates.grammar import Rule, rule

_WEEKDAY: Final = "(?:weekday:ANYWEEKDAY COMMA? [THE ON]?)?"
_YEAR: Final = "(?:[COMMA DASH]? year:ANYYEAR)?"
_PART: Final = "(?:THE? (?:part:PARTS) (?:OF|DASH)?)?"
_WAY: Final = "(?:THE? way:RELATION)?"
_COUNT: Final = "(?:approx:APPROX)? (?:count:NUM (?:scale:SCALE)?)"
_NOT_AGE: Final = "(?! DASH? OLD)"
_IN_YEAR: Final = "(?: (?:COMMA|OF|IN)? year:ANYYEAR | (?:OF|IN)? way:RELATION yearword:YEARWORD)"

ABSOLUTE: Final = (
    rule("(?<=AT) clock:YEAR (?=OPEN CLOCK)", clock.at_military),
    rule("date:ISO", absolute.iso),
    rule("date:NUMERIC", absolute.numeric),
    rule("ATTACK", absolute.attack),
    rule(f"{_WEEKDAY} (?:way:RELATION)? month:ANYMONTH THE? day:DAY {_YEAR}", absolute.of_month_day),
    rule(f"{_WEEKDAY} month:ANYMONTH day:WORDORDINAL {_YEAR}", absolute.of_month_day),
    rule(f"{_WEEKDAY} THE? day:DAY OF? month:ANYMONTH {_YEAR}", absolute.of_month_day),
    rule("month:ANYMONTH day:DAY way:RELATION yearword:YEARWORD", absolute.of_month_day),
    rule("THE which:NTH UNIT OF month:ANYMONTH (?:OF? year:YEAR)?", absolute.week_of_month),
    rule("year:YEAR [DASH SLASH] last:TWODIGITS", absolute.season_years),
    rule("month:MONTH DASH part:PART", absolute.of_month),
    rule(f"{_PART} month:ANYMONTH {_IN_YEAR}", absolute.of_month),
    rule(f"{_PART} {_WAY} month:MONTH (?!PLAINDAY)", absolute.of_month),
    rule("THE? part:PARTS DASH? OF? month:ANYMONTH", absolute.of_month),
    rule("(?<=[IN ON OF BY SINCE UNTIL DURING THROUGH FROM]) month:WEAKMONTH", absolute.of_month),
    rule("(?<=MONTH [TO AND DASH]) month:WEAKMONTH", absolute.of_month),
    rule("(?<=BETWEEN) month:WEAKMONTH", absolute.of_month),
    rule("way:RELATION month:WEAKMONTH", absolute.of_month),
    rule(f"{_PART} year:YEAR", absolute.of_year),
    rule("part:PART link:IN year:YEAR", absolute.of_year),
    rule("part:PART link:IN month:MONTH", absolute.of_month),
    rule(f"{_PART} (?:THE YEARWORD) year:YEAR", absolute.of_year),
    rule(f"{_PART} THE? fiscal:FISCAL YEARWORD? year:ANYYEAR", absolute.of_year),
    rule("THE? YEARWORD high:WORDNUMBER SCALE", absolute.year_two_thousand),
    rule(f"THE? {_PART} decade:DECADE", absolute.of_decade),
    rule("THE (?:part:PARTS)? DASH? decadeword:DECADEWORD", absolute.of_decade),
    rule(f"THE? {_PART} which:NTH DASH? CENTURY", absolute.of_century),
    rule("which:QNAME (?:OF? year:ANYYEAR)?", absolute.of_quarter),
    rule(f"THE? (?:fiscal:FISCAL)? which:NTH DASH? FISCAL? QUARTER {_IN_YEAR}?", absolute.of_quarter),
    rule("THE? way:RELATION YEARWORD OWN which:NTH DASH? QUARTER", absolute.of_quarter),
    rule("THE? year:YEAR which:NTH DASH? QUARTER", absolute.of_quarter),
    rule("THE (?:LATEST|FISCAL)? [QUARTER STRETCH]", absolute.the_quarter),
    rule("THE? way:RELATION QUARTER", absolute.the_quarter),
    rule("(?:THE|way:RELATION)? YEARWORD [DASH OWN] (?:AGO|EARLIER)? [QUARTER STRETCH]", absolute.the_quarter),
    rule("THE year:YEAR [QUARTER STRETCH]", absolute.the_quarter),
    rule(
        "THE? which:NTH half:HALF (?:OF|IN) (?:year:YEAR | THE? way:RELATION YEARWORD | THE YEARWORD)",
        absolute.of_quarter,
    ),
    rule(f"{_PART} {_WAY} THE? season:SEASON (?:OF? year:ANYYEAR)?", absolute.of_season),
    rule(f"{_PART} way:RELATION season:ANYSEASON", absolute.of_season),
    rule(f"{_PART} THE? season:ANYSEASON OF? year:YEAR", absolute.of_season),
    rule("(?<=[IN THE]) season:WEAKSEASON", absolute.of_season),
    rule("month:ANYMONTH day:DAY [DASH AND TO THROUGH] last:PLAINDAY (?:COMMA? year:YEAR)?", absolute.days_of_month),
    rule("day:DAY [DASH AND TO THROUGH] last:DAY OF? month:ANYMONTH (?:COMMA? year:YEAR)?", absolute.days_of_month),
    rule("(?:way:RELATION)? holiday:HOLIDAY (?:COMMA? year:YEAR)?", holidays.holiday),
)

RELATIVE: Final = (
    rule("(?:part:PARTS)? (?:way:RELATION)? weekday:WEEKDAY", relative.weekday),
    rule("part:PARTS ON weekday:WEEKDAY", relative.weekday),
    rule("ON weekday:SHORTWEEKDAY", relative.weekday),
    rule("(?:part:PARTS)? today:TODAY", relative.today),
    rule("THE? UNIT (?:before:BEFORE|after:AFTER) today:TODAY", relative.today),
    rule("(?<=IN) THE PAST (?!NUM|VAGUE|UNIT|YEARWORD|MANY|CENTURY)", relative.the_past),
    rule("THAT TEXTRELATION? unit:ONE", relative.that),
    rule("[THAT THE] TEXTRELATION? daypart:DAYPART", relative.that),
    rule("THE unit:UNIT OF month:ANYMONTH day:DAY (?:COMMA? year:YEAR)?", relative.week_of),
    rule("tonight:TONIGHT", relative.tonight),
    rule(f"{_PART} THE? way:RELATION FISCAL? unit:ONE", relative.of_unit),
    rule(f"{_PART} way:RELATION unit:WEEKEND", relative.of_unit),
    rule("THE? part:PARTS OF THE unit:ONE", relative.of_unit),
    rule("unit:ONE DASH part:PART", relative.of_unit),
    rule("unit:YEARWORD part:PART", relative.of_unit),
    rule("THE unit:WEEKEND", relative.of_unit),
    rule("THE MORE? FISCAL? unit:YEARWORD", relative.this_year),
    rule(f"{_COUNT} DASH? unit:SPAN AGO", relative.ago),
    rule("(?:approx:APPROX)? A unit:ONE (?:OR OTHER)? DASH? AGO", relative.ago),
    rule("A? vague:VAGUE OF? unit:MANY AGO", relative.ago),
    rule("vague:MANY AGO", relative.ago),
    rule("unit:YEARWORD DASH AGO", relative.ago),
    rule(f"{_COUNT} unit:SPAN ahead:FROM [REFERENCE TODAY]", relative.ago),
    rule(f"(?<=IN) {_COUNT} unit:SPAN", relative.within),
    rule("(?<=IN) A unit:ONE", relative.within),
    rule("THE? way:TEXTRELATION weekday:WEEKDAY", relative.other_weekday),
    rule(f"{_COUNT} DASH? unit:SPAN (?:earlier:EARLIER|LATER)", relative.from_text),
    rule("A? unit:ONE DASH? (?:earlier:EARLIER|LATER)", relative.from_text),
    rule("A? vague:VAGUE OF? unit:MANY (?:earlier:EARLIER|LATER)", relative.from_text),
    rule("THE way:TEXTRELATION unit:ONE", relative.from_text),
    rule("THE unit:ONE (?:earlier:BEFORE|AFTER) (?!THE|TODAY)", relative.from_text),
    rule("word:REFERENCE", relative.still),
)

CLOCKS: Final = (
    rule("(?:approx:APPROX)? clock:CLOCK (?:zone:ANYZONE)?", clock.at_clock),
    rule("(?:approx:APPROX)? clock:CLOCK OPEN zone:ANYZONE CLOSE", clock.at_clock),
    rule("(?:approx:APPROX)? clock:CLOCK unit:UNITS", clock.with_hours),
    rule("first:HOUR [AND TO DASH] clock:CLOCK", clock.between_hours),
    rule("(?:approx:APPROX)? clock:CLOCK (?:IN THE daypart:DAYPART)", clock.at_clock),
    rule("(?:approx:APPROX)? clock:INSTANT (?:zone:ANYZONE)?", clock.at_clock),
    rule("clock:CLOCKHOUR OCLOCK? (?:IN THE daypart:DAYPART)", clock.on_the_hour),
    rule("(?:approx:APPROX)? clock:CLOCKHOUR OCLOCK", clock.on_the_hour),
    rule("(?:part:PARTS DASH?)? (?:fixed:THE)? (?:way:RELATION)? daypart:DAYPART", clock.part_of_day),
    rule("OVERNIGHT", clock.part_of_day),
)

LENGTHS: Final = (
    rule(f"{_COUNT} DASH? MORE? unit:SPAN {_NOT_AGE}", lengths.duration),
    rule(f"{_COUNT} DASH unit:SPAN DASH LONG", lengths.duration),
    rule("(?:approx:APPROX)? single:A unit:ONE", lengths.duration),
    rule("(?:approx:APPROX)? single:A unit:ONE AND A half:HALF", lengths.duration),
    rule("count:NUM DASH? AND DASH? A DASH? half:HALF DASH? unit:SPAN", lengths.duration),
    rule("(?:approx:APPROX)? single:A scale:SCALE unit:SPAN", lengths.duration),
    rule("unit:ONE DASH single:LONG", lengths.duration),
    rule("unit:MANY DASH LONG", lengths.duration),
    rule("A? vague:VAGUE MORE? OF? unit:MANY", lengths.duration),
    rule("THE? [RELATION PAST TEXTRELATION WORDORDINAL] (?:count:NUM (?:scale:SCALE)?) unit:MANY", lengths.duration),
    rule("THE? [RELATION PAST WORDORDINAL] vague:VAGUE unit:MANY", lengths.duration),
    rule("THE? [RELATION PAST] unit:MANY", lengths.duration),
    rule("THE? PAST single:ONE", lengths.past_one),
    rule("count:YEAR unit:UNITS", lengths.duration),
    rule("(?:count:NUM frac:FRACTION) unit:SPAN", lengths.duration),
    rule("unit:MANY (?! DASH? OLD)", lengths.duration),
    rule("half:HALF A unit:ONE", lengths.half_unit),
    rule("A half:HALF DASH? unit:ONE", lengths.half_unit),
    rule("half:HALF DASH unit:ONE", lengths.half_unit),
    rule("word:SET", lengths.every),
    rule("EVERY (?:count:NUM|NTH)? unit:SPAN", lengths.every),
    rule("EVERY weekday:WEEKDAY (?:daypart:DAYPART)?", lengths.every),
    rule("weekday:WEEKDAYS", lengths.every),
    rule("EVERY month:ANYMONTH", lengths.every),
    rule("EVERY season:ANYSEASON", lengths.every),
    rule("EVERY daypart:DAYPART", lengths.every),
)

RULES: Final[tuple[Rule, ...]] = (*ABSOLUTE, *RELATIVE, *CLOCKS, *LENGTHS)
