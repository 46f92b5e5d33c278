"""What one report says twice: two units, two clocks, a weekday beside a date, a word that is written like a name.

A report may be at odds with itself there; whether it is, the rules say.
"""

from __future__ import annotations

import re
from calendar import day_abbr
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rashomon import tables
from rashomon.lang.places import place_of
from rashomon.model import About, Account, Claim, Name, Period, Quantity, Sentence
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")

FEWEST_LETTERS = _THRESHOLDS.integer("fewest_letters")
RATES = frozenset({"money"})  # these convert by a rate of the day, not by a factor
APART = frozenset({"(", ",", "/"})  # what stands between a local time and a zone's time
WEEKDAY = re.compile(rf"\b((?:{'|'.join(day_abbr)})[a-z]{{0,6}})\b[.,]{{0,2}} ?(.{{1,40}})")
# A number with its unit, and another in brackets behind it.
BRACKETED = re.compile(r"(\d[\d,.]{0,15}[ -]?[^\d()\n]{1,30}?) ?\(([^()\n]{1,40})")

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


def on_another_weekday(account: Account) -> Iterator[Pair]:
    """Yield each date that is written out with its year and with a weekday that it does not fall on: both words."""
    for claim in account.claims:
        value = claim.value
        if not isinstance(value, Period) or value.start is None or None in (value.fields.year, value.fields.day):
            continue
        if value.fields.weekday in {None, value.start.weekday()}:
            continue
        found = WEEKDAY.search(claim.evidence.of(account.report.text))
        if found is not None:
            day, date = (Range(*found.span(group)).shifted(claim.evidence.start) for group in (1, 2))
            yield replace(claim, evidence=day), replace(claim, evidence=date)


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
