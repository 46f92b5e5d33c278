"""The rules for two times of one act, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations

from rashomon import tables
from rashomon.coreference.acts import are_strangers
from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.periods import Overlap, one_zone, overlap
from rashomon.lang.stems import stem_of
from rashomon.model import Calendar, Claim, Modality, Period, Verdict
from rashomon.questions.question import Case, Ruling

_THRESHOLDS = tables.thresholds("rashomon.questions.time")
_WORDS = tables.words("rashomon.questions.time")

AT_ODDS = _THRESHOLDS.number("at_odds")
BOUNDS = _WORDS.set("bounds")
ONE_ACT = frozenset({Relation.SAME, Relation.SYNONYM, Relation.KIND, Relation.UNKNOWN})  # unknown: one is no verb
FINE = frozenset({"minute", "hour"})
CALENDAR_GRAINS = frozenset({"day", "week", "month"})
# From fine to coarse. Who tells one act by the hour and another by the year speaks of two.
GRAINS = (
    "minute",
    "hour",
    "part",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
)
FURTHEST = _THRESHOLDS.integer("furthest")
HOURS = 24  # of a day


def periods(case: Case) -> Iterator[tuple[Period, Period]]:
    """Yield the pairs of times that two reports give in the two answers."""
    for first, second in case.claims:
        if first.report != second.report and isinstance(first.value, Period) and isinstance(second.value, Period):
            yield first.value, second.value


def zone(case: Case) -> Ruling | None:
    """The same moment in two time zones, or a local time that a zone's time can be."""
    for one, other in periods(case):
        if overlap(one, other) is Overlap.ZONE or one_zone(one.fields, other.fields):
            return Ruling(Verdict.COMPATIBLE, "time-zone", f"{_words(case)}: the same moment told in two time zones")
    return None


def granularity(case: Case) -> Ruling | None:
    """One time contains the other, and no report gives both: that would be two things."""
    if case.first.reports & case.second.reports:
        return None
    if any(overlap(*pair) is Overlap.WITHIN and _near_in_grain(*pair) for pair in periods(case)):
        return Ruling(Verdict.COMPATIBLE, "granularity", f"{_words(case)}: one contains the other")
    return None


def rounding(case: Case) -> Ruling | None:
    """Times of the day meet because one is approximate."""
    if any(_meet_by_clock(*pair) for pair in periods(case)):
        return Ruling(Verdict.COMPATIBLE, "rounding", f"{_words(case)}: one is approximate, and they meet")
    return None


def wording(case: Case) -> Ruling | None:
    """Other words for the same time."""
    if any(overlap(*pair) is Overlap.SAME and _other_words(*pair) for pair in periods(case)):
        return Ruling(Verdict.COMPATIBLE, "wording", f"{_words(case)}: other words for the same time")
    return None


def unanchored(case: Case) -> Ruling | None:
    """A time that is counted from an unknown day ("last month") beside one that it may hold."""
    undated = any(c.context.published is None for a in (case.first, case.second) for c in a.claims)
    if not undated or case.first.reports & case.second.reports:
        return None
    pairs = tuple(periods(case))
    if pairs and all(overlap(*pair) is Overlap.UNKNOWN and _counted_from(*pair) for pair in pairs):
        return Ruling(Verdict.COMPATIBLE, "granularity", f"{_words(case)}: one is counted from a day not known")
    return None


def conflict(case: Case) -> Ruling | None:
    """Both are asserted of the same act, no report gives both, and the words themselves name other days or hours."""
    asserted = all(_is_told_of(claim) for pair in case.claims for claim in pair)
    if (
        case.topic.score < AT_ODDS
        or not asserted
        or _two_things(case)
        or not any(_of_one_thing(*pair) for pair in case.claims)
        or not any(_one_act(*pair) for pair in case.claims)
    ):
        return None
    pairs = tuple(periods(case))
    if not pairs or not all(
        overlap(*pair) is Overlap.APART and _named_apart(pair[0].fields, pair[1].fields) for pair in pairs
    ):
        return None
    reason = "time" if all(p.grain in FINE for pair in pairs for p in pair) else "date"
    return Ruling(Verdict.CONFLICT, reason, f"{_words(case)}: one act cannot have happened at both")


RULES = (zone, granularity, rounding, wording, unanchored, conflict)


def _one_act(one: Claim, other: Claim) -> bool:
    """Say whether the two verbs may tell one act: a fire breaks out at one hour and is put out at another."""
    first, second = (claim.happening.act if claim.happening else claim.about.predicate for claim in (one, other))
    return not first or not second or stem_of(first) == stem_of(second) or relation(first, second, "v") in ONE_ACT


def _of_one_thing(one: Claim, other: Claim) -> bool:
    """Say whether the two acts may be of one thing."""
    return one.happening is None or other.happening is None or not are_strangers(one.happening, other.happening)


def _two_things(case: Case) -> bool:
    """Say whether a report of either side gives two times apart within the topic: it speaks of two acts."""
    told = case.first.reports | case.second.reports
    claims = [c for answer in case.topic.answers for c in answer.claims if c.report in told]
    return any(
        one.report == other.report and isinstance(one.value, Period) and isinstance(other.value, Period)
        and overlap(one.value, other.value) is Overlap.APART and not one_zone(one.value.fields, other.value.fields)
        for one, other in combinations(claims, 2)
    )  # fmt: skip


def _is_told_of(claim: Claim) -> bool:
    """Say whether the act is asserted at this time, not denied of it or only bounded by it."""
    return (
        claim.modality in {Modality.ASSERTED, Modality.PLANNED}
        and claim.positive
        and claim.about.reference not in BOUNDS
    )


def _named_apart(one: Calendar, other: Calendar) -> bool:
    """Say whether a field that both words give differs: "today" and a weekday name no such field.

    Midnight is hour 24 in some words, hour 0 in others.
    """
    named = [f.name for f in fields(Calendar) if f.name not in {"zone", "part", "hour"}]
    pairs = [(getattr(one, n), getattr(other, n)) for n in named]
    if one.hour is not None and other.hour is not None:
        pairs.append((one.hour % HOURS, other.hour % HOURS))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _counted_from(one: Period, other: Period) -> bool:
    """Say whether just one of them names no field of the calendar, and both are told by day, week or month."""
    relative = [p for p in (one, other) if p.start is None and p.fields == Calendar()]
    return len(relative) == 1 and {one.grain, other.grain} <= CALENDAR_GRAINS and _near_in_grain(one, other)


def _meet_by_clock(one: Period, other: Period) -> bool:
    """Say whether two times of the day share a part, or name one moment, which one of them alone only names about."""
    if not {one.grain, other.grain} <= FINE:
        return False
    found = overlap(one, other)
    return found is Overlap.MEETS or (found is Overlap.SAME and one.about != other.about)


def _other_words(one: Period, other: Period) -> bool:
    """Say whether two answers of one time give other fields of the calendar, or the clock in another form."""
    return one.fields != other.fields or one.fields.hour is not None


def _near_in_grain(one: Period, other: Period) -> bool:
    return abs(GRAINS.index(one.grain) - GRAINS.index(other.grain)) <= FURTHEST


def _words(case: Case) -> str:
    return case.topic.about
