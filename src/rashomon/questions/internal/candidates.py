"""Topics inside one report: two units, two spellings, two clocks, a weekday that the date does not fall on."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.coreference.event import Event
from rashomon.lang.gazetteer import fold
from rashomon.lang.name_words import load_cues
from rashomon.lang.places import place_of
from rashomon.model import About, Account, Answer, Claim, Name, Period, Quantity, Sentence, Topic
from rashomon.text import Range

FEWEST_LETTERS = 5  # a name of four letters is another name as soon as one letter differs (Iran, Iraq)
MOST_SLIPS = 2  # times that a slip may be repeated in one report
USUAL = 3  # times as often as the slip stands the usual spelling, over all reports
RATES = frozenset({"money"})  # these convert by a rate of the day, not by a factor
DAY = 24 * 60
WEEKDAY = re.compile(rf"\b((?:{'|'.join(day_abbr)})[a-z]{{0,6}})\b[.,]{{0,2}} ?(.{{1,40}})")
# A number with its unit, and another in brackets behind it.
BRACKETED = re.compile(r"(\d[\d,.]{0,15}[ -]?[^\d()\n]{1,30}?) ?\(([^()\n]{1,40})")


def internal_topics(event: Event) -> Iterator[Topic]:
    """Yield the topics in which one report may be at odds with itself, report by report."""
    usual = _offsets(event.accounts)
    spelt = _spellings(event.accounts)
    for account in event.accounts:
        yield from _units(account)
        yield from _names(account, spelt)
        yield from _clocks(account, usual)
        yield from _weekdays(account)


def _units(account: Account) -> Iterator[Topic]:
    """Yield each quantity that is given again in another unit."""
    text = account.report.text
    for claim in account.claims:
        value = claim.value
        if not isinstance(value, Quantity) or value.also is None or value.dimension in RATES:
            continue
        found = BRACKETED.search(text, claim.evidence.start, claim.evidence.end)
        if found is None:
            continue
        first, second = Range(*found.span(1)), Range(*found.span(2))
        claims = (
            replace(claim, evidence=first),
            replace(claim, value=value.also, evidence=second),
        )
        yield _topic("unit", f"{value.dimension} in two units", claims)


# ---------------------------------------------------------------- names


def _spellings(accounts: tuple[Account, ...]) -> dict[str, Counter[str]]:
    """Return how often each report has each word that only stands capitalised, of `FEWEST_LETTERS` or more letters."""
    found: dict[str, Counter[str]] = {}
    common = {t.text for a in accounts for s in a.sentences for t in s.tokens if t.text.islower()}
    for account in accounts:
        found[account.report.id] = Counter(
            word for s in account.sentences for _, word in _capitalised(s) if word.lower() not in common
        )
    return found


def _capitalised(sentence: Sentence) -> Iterator[tuple[Range, str]]:
    """Yield the words of a sentence that are written like names, outside longer place names ("Los Angeles")."""
    previous = ""
    for token in sentence.tokens:
        name = len(token.text) >= FEWEST_LETTERS and token.text.isalpha() and token.text.istitle()
        if name and not (previous.istitle() and place_of(f"{previous} {token.text}")):
            yield Range(token.start, token.end), token.text
        previous = token.text


def _names(account: Account, spelt: dict[str, Counter[str]]) -> Iterator[Topic]:
    """Yield each name that this report alone, and seldom, spells one slip away from the usual spelling."""
    here = spelt[account.report.id]
    everywhere: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for counts in spelt.values():
        everywhere.update(counts)
        reports.update(counts.keys())
    for odd in sorted(w for w, n in here.items() if n <= MOST_SLIPS and reports[w] == 1):
        usual = [w for w in here if everywhere[w] >= USUAL * here[odd] and _slip(odd, w)]
        if len(usual) == 1 and (claims := _named(account, odd, usual[0])) is not None:
            yield _topic("name", f"name {usual[0]}", claims)


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


def _named(account: Account, odd: str, usual: str) -> tuple[Claim, Claim] | None:
    """Return a claim for the odd spelling and one for the usual."""
    found: dict[str, Claim] = {}
    for sentence in account.sentences:
        for place, word in _capitalised(sentence):
            if word in (odd, usual) and word not in found:
                found[word] = Claim(
                    value=Name(word),
                    about=About(measure="name"),
                    report=account.report.id,
                    evidence=place,
                    sentence=sentence.range,
                )
    return (found[odd], found[usual]) if len(found) == 2 else None


# ---------------------------------------------------------------- clocks


def _pairs(account: Account) -> Iterator[tuple[Claim, Claim, int]]:
    """Yield each local time with a zone's time right behind it in brackets, and the minutes between them."""
    text = account.report.text
    times = [c for c in account.claims if isinstance(c.value, Period) and c.value.fields.hour is not None]
    for local, zoned in pairwise(times):
        if (
            local.sentence != zoned.sentence
            or not isinstance(local.value, Period)
            or not isinstance(zoned.value, Period)
        ):
            continue
        between = text[local.evidence.end : zoned.evidence.start].lower().replace("local time", "").replace("hours", "")
        if (
            local.value.fields.zone is None
            and zoned.value.fields.zone is not None
            and between.strip() in {"(", ",", "/"}
        ):
            yield local, zoned, (_minutes(local.value) - _minutes(zoned.value)) % DAY


def _minutes(value: Period) -> int:
    return (value.fields.hour or 0) * 60 + (value.fields.minute or 0) - (value.fields.zone or 0)


def _offsets(accounts: tuple[Account, ...]) -> dict[int, set[str]]:
    """Return how far local time lies from Greenwich by the reports' own pairs: minutes -> the reports that say so."""
    found: dict[int, set[str]] = defaultdict(set)
    for account in accounts:
        for _, _, offset in _pairs(account):
            found[offset].add(account.report.id)
    return dict(found)


def _clocks(account: Account, usual: dict[int, set[str]]) -> Iterator[Topic]:
    """Yield each pair of times that lies otherwise than the other reports' pairs do."""
    for local, zoned, offset in _pairs(account):
        others = {o: r - {account.report.id} for o, r in usual.items() if r - {account.report.id}}
        if len(others) == 1 and offset not in others:
            yield _topic("time", f"local time, elsewhere {next(iter(others))} minutes from Greenwich", (local, zoned))


def _weekdays(account: Account) -> Iterator[Topic]:
    """Yield each date that is written out with its year and with a weekday that it does not fall on."""
    for claim in account.claims:
        value = claim.value
        if not isinstance(value, Period) or value.start is None or value.fields.year is None:
            continue
        named = value.fields.weekday
        if named is None or value.fields.day is None or named == value.start.weekday():
            continue
        found = WEEKDAY.search(claim.evidence.of(account.report.text))
        if found is not None:
            start = claim.evidence.start
            day, date = (
                Range(start + found.start(1), start + found.end(1)),
                Range(start + found.start(2), start + found.end(2)),
            )
            yield _topic(
                "weekday",
                day_name[value.start.weekday()],
                (replace(claim, evidence=day), replace(claim, evidence=date)),
            )


def _topic(why: str, about: str, claims: tuple[Claim, Claim]) -> Topic:
    return Topic("internal", about, tuple(Answer((claim,)) for claim in claims), why)
