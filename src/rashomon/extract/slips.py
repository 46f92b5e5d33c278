"""What one report says twice: two units, two clocks, a weekday and a date, a sum, a word that is written like a name.

A report may be at odds with itself there; whether it is, the rules say.
"""

from __future__ import annotations

import re
from calendar import day_abbr
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from rashomon import tables
from rashomon.lang.dates import find_periods
from rashomon.lang.places import place_of
from rashomon.lang.quantities import find_quantities
from rashomon.model import About, Account, Claim, Name, Period, Precision, Quantity, Sentence
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")
_WORDS = tables.words("rashomon.extract")

FEWEST_LETTERS = _THRESHOLDS.integer("fewest_letters")
RATES = frozenset({"money"})  # these convert by a rate of the day, not by a factor
APART = frozenset({"(", ",", "/"})  # what stands between a local time and a zone's time
WEEKDAY = re.compile(rf"\b((?:{'|'.join(day_abbr)})[a-z]{{0,6}})\b[.,]{{0,2}} ?(.{{1,40}})")
# A number with its unit, and another in brackets behind it.
BRACKETED = re.compile(r"(\d[\d,.]{0,15}[ -]?[^\d()\n]{1,30}?) ?\(([^()\n]{1,40})")

# Two values, with the word that a number or a clock may have behind it.
_VALUE = r"(\S{1,16}?(?: (?:[ap]\.m\.|hundred|thousand|million|billion|trillion))?)"
FROM_TO = re.compile(rf"\bfrom {_VALUE} to {_VALUE}(?=[\s,;:)]|\.\s|\.?$)")
NEAR_DATE = timedelta(days=_THRESHOLDS.integer("near_date"))
BESIDE_SUM = _THRESHOLDS.integer("beside_sum")
YEARS_BESIDE = _THRESHOLDS.integer("years_beside")
BEFORE_SHARE = _THRESHOLDS.integer("before_share")
FOUNDING = _WORDS.set("founding")
CHANGES = _WORDS.set("changes")

Pair = tuple[Claim, Claim]


def in_two_units(account: Account) -> Iterator[Pair]:
    """Yield each quantity that is given again in another unit, as two claims."""
    for claim in account.claims:
        value = claim.value
        if not isinstance(value, Quantity) or value.also is None or value.dimension in RATES:
            continue
        found = BRACKETED.search(account.report.text, claim.evidence.start, claim.evidence.end)
        if found is not None:
            first, second = Range(*found.span(1)), Range(*found.span(2))
            yield replace(claim, evidence=first), replace(claim, value=value.also, evidence=second)


def by_two_clocks(account: Account) -> Iterator[Pair]:
    """Yield each local time with the time of a named zone that stands right behind it in brackets."""
    times = [c for c in account.claims if isinstance(c.value, Period) and c.value.fields.hour is not None]
    for local, zoned in pairwise(times):
        if local.sentence == zoned.sentence and _zone(local) is None and _zone(zoned) is not None:
            between = account.report.text[local.evidence.end : zoned.evidence.start].lower()
            if between.replace("local time", "").replace("hours", "").strip() in APART:
                yield local, zoned


def _zone(claim: Claim) -> int | None:
    return claim.value.fields.zone if isinstance(claim.value, Period) else None


def on_another_weekday(account: Account, day: date | None) -> Iterator[Pair]:
    """Yield each date with a weekday that it does not fall on: both words, the second with the day that is meant.

    A date without its year is the one nearest to `day`, and up to `NEAR_DATE` away.
    """
    for claim in account.claims:
        value = claim.value
        meant = _day_meant(value, day) if isinstance(value, Period) else None
        if not isinstance(value, Period) or meant is None or value.fields.weekday in {None, meant.weekday()}:
            continue
        found = WEEKDAY.search(claim.evidence.of(account.report.text))
        if found is not None:
            words = [Range(*found.span(group)).shifted(claim.evidence.start) for group in (1, 2)]
            start = datetime(meant.year, meant.month, meant.day)
            dated = replace(value, start=start, end=start + timedelta(days=1))
            yield replace(claim, evidence=words[0]), replace(claim, value=dated, evidence=words[1])


def _day_meant(value: Period, day: date | None) -> date | None:
    """Return the day of the calendar that a date names, or None where it names none or its year is open."""
    given = value.fields
    if given.month is None or given.day is None:
        return None
    if given.year is not None:
        return value.start.date() if value.start else None
    if day is None:
        return None
    days = []
    for year in (day.year - 1, day.year, day.year + 1):
        with suppress(ValueError):  # 29 February
            days.append(date(year, given.month, given.day))
    nearest = min(days, key=lambda d: abs(d - day), default=None)
    return nearest if nearest is not None and abs(nearest - day) <= NEAR_DATE else None


def by_two_values(account: Account) -> Iterator[Pair]:
    """Yield each percentage beside the two values that it tells of ("from 3.20 to 3.40, a rise of 4%").

    The first claim holds what the two values come to, rising or falling, as they are rounded.
    """
    for claim in account.claims:
        value = claim.value
        if not isinstance(value, Quantity) or value.written_unit != "percent":
            continue
        if any(place.overlaps(claim.evidence) for _, place in _spans(account, claim)):
            continue  # "from 20 to 25 per cent"
        for found, place in _beside(account, claim):
            if not _tells_a_change(account.report.text, claim.evidence, place):
                continue
            first, second = (find_quantities(words) for words in _both(found))
            if len(first) == len(second) == 1 and (change := _change(first[0].value, second[0].value)) is not None:
                low, high = change
                told = replace(value, low=low, high=high, precision=Precision.RANGE, stated=None, step=Fraction(0))
                yield replace(claim, value=told, evidence=place), claim


def _tells_a_change(text: str, share: Range, place: Range) -> bool:
    """Say whether the words of a percentage, right before it, or from there to the two values tell of a change."""
    if share.start < place.start:
        words = text[max(0, share.start - BEFORE_SHARE) : place.start]
    else:
        words = text[place.end : share.end]
    return not CHANGES.isdisjoint(re.findall(r"[a-z]+", words.lower()))


def _both(found: re.Match[str]) -> tuple[str, str]:
    """Return the words of two values; what stands behind the second alone is of both ("from 40 to 30 million")."""
    first, second = found[1], found[2]
    shared = second.partition(" ")[2]
    return (f"{first} {shared}", second) if shared and " " not in first else (first, second)


def _change(one: object, other: object) -> tuple[Fraction, Fraction] | None:
    """Return how far one quantity lies from the other in percent, least and most; None where no percentage tells it."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return None
    if one.dimension != other.dimension or one.dimension in {"share", "age"} or not one.stated or not other.stated:
        return None
    first, second = (q.stated * q.factor for q in (one, other) if q.stated)
    if one.unit != other.unit or min(first, second) <= 0:
        return None
    slack = max(q.step * abs(q.factor) / 2 for q in (one, other))
    ends = [(a, b) for a in (first - slack, first + slack) for b in (second - slack, second + slack) if a > 0]
    changes = [abs(b - a) / a * 100 for a, b in ends]
    if not changes:
        return None
    return Fraction(0) if abs(second - first) <= 2 * slack else min(changes), max(changes)


def by_length_and_clock(account: Account) -> Iterator[Pair]:
    """Yield each number of hours beside the two clocks that bound it ("seven hours, from 11 p.m. to 5 a.m.")."""
    for claim in account.claims:
        value = claim.value
        if not isinstance(value, Quantity) or value.written_unit != "hour" or value.precision is not Precision.EXACT:
            continue
        for found, place in _beside(account, claim):
            first, second = (_minute(found[group]) for group in (1, 2))
            if first is not None and second is not None:
                length = (Fraction(second - first, 60) % 24 or Fraction(24)) * value.factor
                told = replace(value, low=length, high=length, stated=length / value.factor)
                yield replace(claim, value=told, evidence=place), claim


def _minute(words: str) -> int | None:
    """Return the minute of the day that the words name, or None where they name none, or one by and large."""
    clocks = [m.value for m in find_periods(words, None)]
    if len(clocks) != 1 or not isinstance(clocks[0], Period) or clocks[0].about or clocks[0].fields.hour is None:
        return None
    return clocks[0].fields.hour * 60 + (clocks[0].fields.minute or 0)


def _beside(account: Account, claim: Claim) -> Iterator[tuple[re.Match[str], Range]]:
    """Yield the words "from ... to ..." that stand beside the claim's evidence, with their place."""
    for found, place in _spans(account, claim):
        between = max(place.start - claim.evidence.end, claim.evidence.start - place.end)
        if 0 <= between <= BESIDE_SUM:
            yield found, place


def _spans(account: Account, claim: Claim) -> Iterator[tuple[re.Match[str], Range]]:
    """Yield the words "from ... to ..." of the claim's sentence, with their place."""
    for found in FROM_TO.finditer(account.report.text, claim.sentence.start, claim.sentence.end):
        yield found, Range(*found.span())


def by_age_and_year(account: Account, day: date | None) -> Iterator[Pair]:
    """Yield each age beside the year in which the thing was opened or built, as two ages; none where `day` is open."""
    text = account.report.text
    years: dict[Range, list[Claim]] = defaultdict(list)
    for claim in account.claims:
        if isinstance(claim.value, Period) and claim.value.grain == "year":
            years[claim.sentence].append(claim)
    for age in account.claims if day is not None else ():
        for founded in years.get(age.sentence, ()):
            between = founded.evidence.start - age.evidence.end
            if not isinstance(age.value, Quantity) or age.value.dimension != "age" or not 0 < between <= BESIDE_SUM:
                continue
            words = text[age.evidence.end : founded.evidence.start].replace(",", " ").lower().split()
            year = founded.value.fields.year if isinstance(founded.value, Period) else None
            if words[-1:] == ["in"] and FOUNDING & set(words) and year is not None and day is not None:
                low, high = (Fraction(day.year - year + by) for by in (-1 - YEARS_BESIDE, YEARS_BESIDE))
                told = replace(age.value, low=low, high=high, precision=Precision.RANGE, stated=None, step=Fraction(0))
                yield replace(founded, value=told), age


def written_like_names(account: Account) -> Iterator[Claim]:
    """Yield the words that are written like names, outside longer place names ("Los Angeles"), in text order."""
    for sentence in account.sentences:
        for place, word in _capitalised(sentence):
            yield Claim(
                value=Name(word),
                about=About(measure="spelling"),
                report=account.report.id,
                evidence=place,
                sentence=sentence.range,
            )


def _capitalised(sentence: Sentence) -> Iterator[tuple[Range, str]]:
    previous = ""
    for token in sentence.tokens:
        name = len(token.text) >= FEWEST_LETTERS and token.text.isalpha() and token.text.istitle()
        if name and not (previous.istitle() and place_of(f"{previous} {token.text}")):
            yield Range(token.start, token.end), token.text
        previous = token.text
