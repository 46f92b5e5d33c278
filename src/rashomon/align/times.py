"""Topics of times: when one act happened, as several reports put it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.align.event import Event
from rashomon.align.gatherings import Placed, topics_of
from rashomon.align.happenings import happening_at, referents_in
from rashomon.model import Claim, Period, Topic

# A time of telling is not the time of what is told.
TELLING = frozenset(
    {"say", "tell", "report", "announce", "add", "accord", "quote", "confirm", "state", "write", "note"}
)
UNPLACED = frozenset({"past", "present", "future"})  # "now", "recently": no stretch of time that could differ


def time_topics(event: Event) -> tuple[Topic, ...]:
    """Return the topics of times, most certain first."""
    return topics_of("period", "time of", tuple(_times(event)), event)


def _times(event: Event) -> Iterator[Placed]:
    for account in event.accounts:
        referents = referents_in(account)
        sentences = {s.range: s for s in account.sentences}
        for claim in account.claims:
            if isinstance(claim.value, Period) and claim.value.grain not in UNPLACED:
                happening = happening_at(sentences[claim.sentence], claim.evidence, referents)
                if happening is not None and happening.act not in TELLING:
                    about = replace(claim.about, reference=_before(account.report.text, claim))
                    words = claim.evidence.of(account.report.text)
                    yield Placed(replace(claim, about=about), happening, _form(claim.value, words))


def _before(text: str, claim: Claim) -> str:
    """Return the word before a time: "by" and "since" make a bound of it."""
    words = text[claim.sentence.start : claim.evidence.start].split()
    return words[-1].lower() if words else ""


def _form(value: Period, words: str) -> str:
    """Return how the time is given, one string for one form: named fields, else (by the clock, or relative) the words.

    "Dec. 31" and "31 December" are one form; "1353" and "1:53 p.m.", or "Sunday" and "yesterday", are two.
    """
    given = value.fields
    named = (given.year, given.month, given.day, given.weekday, given.part)
    if given.hour is None and any(field is not None for field in named[:4]):
        return f"{value.timex} {named}"
    return "".join(letter for letter in f"{value.timex} {words}".lower() if letter.isalnum())
