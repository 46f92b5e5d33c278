"""Topics inside one report: two units, two spellings, two clocks, a weekday that the date does not fall on."""

from __future__ import annotations

from calendar import day_name
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from rapidfuzz.distance import DamerauLevenshtein

from rashomon import tables
from rashomon.coreference.event import Event
from rashomon.extract.slips import (
    by_age_and_year,
    by_length_and_clock,
    by_two_clocks,
    by_two_values,
    in_two_units,
    on_another_weekday,
    written_like_names,
)
from rashomon.lang.gazetteer import fold
from rashomon.lang.name_words import load_cues
from rashomon.lang.places import place_of
from rashomon.model import Account, Answer, Claim, Name, Period, Quantity, Topic

_THRESHOLDS = tables.thresholds("rashomon.questions.internal")

MOST_SLIPS = _THRESHOLDS.integer("most_slips")
USUAL = _THRESHOLDS.integer("usual")
DAY = 24 * 60

Words = tuple[tuple[str, Claim], ...]  # the words of a report that only stand capitalised, each with its claim


def internal_topics(event: Event) -> Iterator[Topic]:
    """Yield the topics in which one report may be at odds with itself, report by report."""
    usual = _offsets(event.accounts)
    day = _day_of(event.accounts)
    words = _words(event.accounts)
    spelt = {report: Counter(word for word, _ in found) for report, found in words.items()}
    for account in event.accounts:
        yield from _units(account)
        yield from _names(account.report.id, words, spelt)
        yield from _clocks(account, usual)
        yield from _weekdays(account, account.report.anchor or day)
        yield from _sums(account, account.report.anchor or day)


def _units(account: Account) -> Iterator[Topic]:
    """Yield each quantity that is given again in another unit."""
    for claims in in_two_units(account):
        dimension = claims[0].value.dimension if isinstance(claims[0].value, Quantity) else ""
        yield _topic("unit", f"{dimension} in two units", claims)


# ---------------------------------------------------------------- names


def _words(accounts: tuple[Account, ...]) -> dict[str, Words]:
    """Return by report the words that are written like names, without those that any report has in small letters."""
    common = {t.text for a in accounts for s in a.sentences for t in s.tokens if t.text.islower()}
    return {
        account.report.id: tuple(
            (claim.value.words, claim)
            for claim in written_like_names(account)
            if isinstance(claim.value, Name) and claim.value.words.lower() not in common
        )
        for account in accounts
    }


def _names(report: str, words: Mapping[str, Words], spelt: Mapping[str, Counter[str]]) -> Iterator[Topic]:
    """Yield each name that this report alone, and seldom, spells one slip away from the usual spelling."""
    here = spelt[report]
    everywhere: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for counts in spelt.values():
        everywhere.update(counts)
        reports.update(counts.keys())
    first = {word: claim for word, claim in reversed(words[report])}
    for odd in sorted(w for w, n in here.items() if n <= MOST_SLIPS and reports[w] == 1):
        usual = [w for w in here if everywhere[w] >= USUAL * here[odd] and _slip(odd, w)]
        if len(usual) == 1:
            yield _topic("name", f"name {usual[0]}", (first[odd], first[usual[0]]))


def _slip(odd: str, usual: str) -> bool:
    """Say whether two words differ by one slip of the pen, and are not two known names or one with an ending."""
    one, other = fold(odd), fold(usual)
    given = load_cues().given
    if DamerauLevenshtein.distance(one, other) != 1 or one[0] != other[0]:
        return False
    return not (
        one.startswith(other)
        or other.startswith(one)
        or one in given
        or (bool(place_of(one)) and bool(place_of(other)))
    )


# ---------------------------------------------------------------- clocks


def _offset(local: Claim, zoned: Claim) -> int:
    """Return the minutes from the zone's time to the local time, within one day."""
    return (_minutes(local) - _minutes(zoned)) % DAY


def _minutes(claim: Claim) -> int:
    if not isinstance(claim.value, Period):
        return 0
    given = claim.value.fields
    return (given.hour or 0) * 60 + (given.minute or 0) - (given.zone or 0)


def _offsets(accounts: tuple[Account, ...]) -> dict[int, set[str]]:
    """Return how far local time lies from Greenwich by the reports' own pairs: minutes -> the reports that say so."""
    found: dict[int, set[str]] = defaultdict(set)
    for account in accounts:
        for pair in by_two_clocks(account):
            found[_offset(*pair)].add(account.report.id)
    return dict(found)


def _clocks(account: Account, usual: dict[int, set[str]]) -> Iterator[Topic]:
    """Yield each pair of times that lies otherwise than the other reports' pairs do."""
    for pair in by_two_clocks(account):
        others = {o: r - {account.report.id} for o, r in usual.items() if r - {account.report.id}}
        if len(others) == 1 and _offset(*pair) not in others:
            yield _topic("time", f"local time, elsewhere {next(iter(others))} minutes from Greenwich", pair)


def _day_of(accounts: tuple[Account, ...]) -> date | None:
    """Return the first day on which a report of the event appeared, or None where none is dated."""
    return min((a.report.anchor for a in accounts if a.report.anchor is not None), default=None)


def _weekdays(account: Account, day: date | None) -> Iterator[Topic]:
    """Yield each date with a weekday that it does not fall on, as the report's `day` shows which year is meant."""
    for claims in on_another_weekday(account, day):
        value = claims[1].value
        if isinstance(value, Period) and value.start is not None:
            yield _topic("weekday", day_name[value.start.weekday()], claims)


def _sums(account: Account, day: date | None) -> Iterator[Topic]:
    """Yield each figure beside those that it is reckoned from: two values, two clocks, a year."""
    for claims in by_two_values(account):
        yield _topic("sum", "change by its two values", claims)
    for claims in by_length_and_clock(account):
        yield _topic("sum", "length by its two clocks", claims)
    for claims in by_age_and_year(account, day):
        yield _topic("sum", "age by its year", claims)


def _topic(why: str, about: str, claims: tuple[Claim, Claim]) -> Topic:
    return Topic("internal", about, tuple(Answer((claim,)) for claim in claims), why)
