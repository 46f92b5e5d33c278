"""Topics of times: when one act happened, as several reports put it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon import tables
from rashomon.coreference.acts import likeness
from rashomon.coreference.clusters import Placed, topics_of
from rashomon.coreference.event import Event
from rashomon.coreference.same_question import load_weights, score
from rashomon.coreference.same_time import dated_in, same_time
from rashomon.lang.periods import DAILY, WEEKLY, Overlap, overlap
from rashomon.model import Happening, Period, Topic

_THRESHOLDS = tables.thresholds("rashomon.questions.time")
_WORDS = tables.words("rashomon.questions.time")
FEWEST_PEOPLE = _THRESHOLDS.integer("fewest_people")

TELLING = _WORDS.set("telling")
UNPLACED = frozenset({"past", "present", "future"})  # "now", "recently": no stretch of time that could differ
OPENING = _THRESHOLDS.integer("opening")
ALMOST = _THRESHOLDS.number("almost")
BACKED = _THRESHOLDS.number("backed")
SAME_TIME = _THRESHOLDS.number("same_time")
ONE_CLOCK = _THRESHOLDS.number("one_clock")
FITTING = frozenset({Overlap.SAME, Overlap.WITHIN})


def time_topics(event: Event) -> tuple[Topic, ...]:
    """Return the topics of times, most certain first."""
    dated = {id(d.claim): d for d in dated_in(event)}
    weights = load_weights("time")

    def sureness(one: Placed, other: Placed) -> float:
        if one.value == other.value or one.claim.report == other.claim.report:
            return _backed(one, other)
        return score(same_time(dated[id(one.claim)], dated[id(other.claim)]), weights)

    return topics_of("period", "time of", tuple(_times(event)), sureness, SAME_TIME)


def _backed(one: Placed, other: Placed) -> float:
    """Return how surely two equal times are of one act: how alike the tellings are, and that they fit speaks for it."""
    sure = likeness(one.happening, other.happening)
    first, second = one.claim.value, other.claim.value
    if one.claim.report == other.claim.report or not isinstance(first, Period) or not isinstance(second, Period):
        return sure
    if one.claim.modality is not other.claim.modality or not _fit(one, other):
        return sure
    if _one_clock(first, second):
        return max(sure, ONE_CLOCK)
    if {first.grain, second.grain} <= DAILY and one.lead and other.lead:
        return max(sure, BACKED)
    near = {first.grain, second.grain} <= WEEKLY and sure >= ALMOST
    return max(sure, BACKED) if near or _same_people(one.happening, other.happening) else sure


def _fit(one: Placed, other: Placed) -> bool:
    """Say whether one time is the other or a part of it; from a day not known, where the same words are counted."""
    first, second = one.claim.value, other.claim.value
    if not isinstance(first, Period) or not isinstance(second, Period):
        return False
    found = overlap(first, second)
    return found in FITTING or (found is Overlap.UNKNOWN and one.words == other.words)


def _same_people(one: Happening, other: Happening) -> bool:
    """Say whether three words or more, and half of the briefer telling's, name those who took part in both."""
    shared = one.part & other.part
    return len(shared) >= FEWEST_PEOPLE and len(shared) * 2 >= min(len(one.part), len(other.part))


def _one_clock(one: Period, other: Period) -> bool:
    """Say whether both name one time by the clock, to the minute."""
    first, second = one.fields, other.fields
    return first.hour is not None and (first.hour, first.minute) == (second.hour, second.minute)


def _times(event: Event) -> Iterator[Placed]:
    for account in event.accounts:
        opening = frozenset(s.range for s in account.sentences[:OPENING])
        for claim in account.claims:
            told = claim.happening
            if isinstance(claim.value, Period) and claim.value.grain not in UNPLACED and told is not None:
                if told.act in TELLING:
                    continue
                words = claim.evidence.of(account.report.text)
                yield Placed(claim, told, _form(claim.value, words), words.lower(), claim.sentence in opening)


def _form(value: Period, words: str) -> str:
    """Return how the time is given, one string for one form: named fields, else (by the clock, or relative) the words.

    "Dec. 31" and "31 December" are one form, and so are "about noon" and "around noon"; "1353" and "1:53 p.m.", or
    "Sunday" and "yesterday", are two.
    """
    given = value.fields
    named = (given.year, given.month, given.day, given.weekday, given.part)
    if given.hour is None and any(field is not None for field in named[:4]):
        return f"{value.timex} {named}"
    if value.about and value.grain in DAILY:
        words = " ".join(["about", *words.split()[1:]])
    return "".join(letter for letter in f"{value.timex} {words}".lower() if letter.isalnum())
