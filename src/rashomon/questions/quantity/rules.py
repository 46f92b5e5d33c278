"""The rules for two quantities that answer one question, in the order in which they are asked."""

from __future__ import annotations

from datetime import datetime

from rashomon import tables
from rashomon.lang.units import show_number
from rashomon.model import Answer, Claim, Modality, Precision, Quantity, Verdict
from rashomon.questions.intervals import (
    Interval,
    apart,
    contains,
    interval_of,
    loosened,
    meets,
    middle,
    rounded,
    same_direction_bounds,
    same_value,
)
from rashomon.questions.quantity.exchange import exchange
from rashomon.questions.quantity.parts import sum_of_parts
from rashomon.questions.quantity.scope import ANYBODY, one_date, one_point, other_dates, same_question, stated_by_one
from rashomon.questions.question import Case, Rule, Ruling
from rashomon.questions.shown import shown

_THRESHOLDS = tables.thresholds("rashomon.questions.quantity")

FAR_BOUND = _THRESHOLDS.ratio("far_bound")
NEAR_BOUNDS = _THRESHOLDS.ratio("near_bounds")
BIRTHDAYS = _THRESHOLDS.integer("birthdays")
FAR = _THRESHOLDS.ratio("far")
TOLL = frozenset({"dead", "injured", "missing", "arrested", "homeless", "damaged", "rescued", "hospitalised", "voted"})
_WORDS = tables.words("rashomon.questions.quantity")
OFFSETS = _WORDS.set("offsets")
DEVELOPING = _WORDS.set("developing")
ROUND_COUNT = _THRESHOLDS.integer("round_count")
AS_THEY_ARE = frozenset({"count", "age"})  # nobody rounds 42 years to 40


def currencies(case: Case) -> Ruling | None:
    """Sums in two currencies: no rate is given, so a sane one reconciles them, and none puts them at odds."""
    first, second = _pair(case)
    if first.dimension != "money" or first.unit == second.unit:
        return None
    ratio = exchange(first, second)
    if ratio is None and (first.unit in second.unit or second.unit in first.unit):
        return None  # "dollar" may be the US dollar
    if ratio is None:
        return Ruling(Verdict.UNCLEAR, "unit", f"{shown(first)} and {shown(second)}: no rate of exchange is known")
    low, high, rate = ratio
    if low <= rate <= high:
        usual = f"{show_number(low)} to {show_number(high)}"
        rates = f"{show_number(rate, 3)} to one lies within the usual {usual}"
        return _compatible("unit", f"{shown(first)} and {shown(second)}: {rates}")
    return Ruling(Verdict.UNCLEAR, "unit", f"{shown(first)} and {shown(second)}: no usual rate of exchange joins them")


def unit(case: Case) -> Ruling | None:
    """Two units, and the rounded numbers meet after conversion."""
    first, second = _pair(case)
    # Days and weeks, a half and 50 %: no conversion.
    same_kind = first.written_unit == second.written_unit or first.dimension in {"duration", "share"}
    if same_kind or Precision.VAGUE in {first.precision, second.precision}:
        return None
    if not meets(rounded(first), rounded(second)):
        return None
    theirs = shown(second, rounded(second), first.written_unit)
    return _compatible("unit", f"{shown(first, rounded(first))} and {theirs} meet after conversion")


def coarser_word(case: Case) -> Ruling | None:
    """One is a vague word that may stand for the other (dozens, 80); where it may not, nothing is said."""
    first, second = _pair(case)
    if Precision.VAGUE not in {first.precision, second.precision}:
        return None
    if meets(interval_of(first), interval_of(second)):
        return _compatible("granularity", f"{shown(first)} and {shown(second)} meet: one is the coarser word")
    return None


def part_whole(case: Case) -> Ruling | None:
    """Parts that one report lists add up to the other's whole (5 + 1 = 6)."""
    found = sum_of_parts(case)
    return None if found is None else _compatible("part-whole", found)


def bound(case: Case) -> Ruling | None:
    """One is a bound that the other keeps (at least 5, 7)."""
    first, second = _pair(case)
    if Precision.BOUND not in {first.precision, second.precision}:
        return None
    ratio = apart(first, second)
    if _far_bounds(first, second):
        return None
    if meets(_told(first), _told(second)) and ratio is not None and ratio <= FAR_BOUND:
        return _compatible("bound", f"{shown(first)} and {shown(second)} meet")
    return None


def rounding(case: Case) -> Ruling | None:
    """They meet because one is approximate, a range, or rounded more coarsely."""
    first, second = _pair(case)
    if Precision.BOUND in {first.precision, second.precision}:
        return None
    if meets(interval_of(first), interval_of(second)):
        return _compatible("rounding", f"{shown(first)} and {shown(second, in_unit=first.written_unit)} meet")
    if Precision.VAGUE in {first.precision, second.precision}:
        return None
    if meets(loosened(first), loosened(second)):
        both = f"{shown(first, loosened(first))} and {shown(second, loosened(second), first.written_unit)}"
        return _compatible("rounding", f"{both} meet: “about” is loose")
    coarse, fine = sorted((first, second), key=lambda q: q.step * abs(q.factor), reverse=True)
    coarser = coarse.step * abs(coarse.factor) > fine.step * abs(fine.factor)
    round_enough = coarse.dimension not in AS_THEY_ARE or (coarse.stated or 0) >= ROUND_COUNT
    if round_enough and coarser and contains(rounded(coarse), interval_of(fine)):
        return _compatible(
            "rounding", f"{shown(coarse, rounded(coarse))} holds {shown(fine)}: the first is rounded more"
        )
    return None


def reference(case: Case) -> Ruling | None:
    """Distances from different points."""
    first, second = ({c.about.reference for c in a.claims if c.about.reference} for a in (case.first, case.second))
    if not first or not second or any(set(a.split()) & set(b.split()) for a in first for b in second):
        return None
    one, other = min(first), min(second)
    return _compatible("reference", f"from {one} and from {other}: distances from different points are not compared")


def older(case: Case) -> Ruling | None:
    """Two ages a year or two apart: a person has a birthday between two reports."""
    first, second = _pair(case)
    one, other = middle(first), middle(second)
    if first.dimension != "age" or one is None or other is None or abs(one - other) > BIRTHDAYS:
        return None
    return _compatible(
        "update", f"{shown(first)} and {shown(second)}: a person may have grown older between the reports"
    )


def update(case: Case) -> Ruling | None:
    """A figure that develops, told by a later report: a toll, those who help, those who wait for help."""
    first, second = _pair(case)
    if first.dimension != "count" or one_date(case) or not any(map(_develops, case.claims)):
        return None  # what happened in a year that both name is long counted
    earlier, later = _hours(case.first), _hours(case.second)
    ratio = apart(first, second)
    if earlier and later and (max(earlier) < min(later) or max(later) < min(earlier)):
        return _compatible(
            "update", f"{shown(first)} and {shown(second)}: reports of different times, of a figure that develops"
        )
    if (
        any(c.about.state in TOLL for a in (case.first, case.second) for c in a.claims)
        and Precision.BOUND in {first.precision, second.precision}
        and meets(interval_of(first), interval_of(second))
        and ratio is not None
    ):
        return _compatible("update", f"{shown(first)} and {shown(second)}: the bound leaves room for the later figure")
    return None


def _develops(pair: tuple[Claim, Claim]) -> bool:
    """Say whether one of two counts is of what changes by the hour while an event goes on."""
    return any(
        about.state in TOLL or about.measure in DEVELOPING or about.predicate in DEVELOPING
        for about in (claim.about for claim in pair)
    )


def scope(case: Case) -> Ruling | None:
    """The words narrow one of them to another set or period, or one report gives both and so speaks of two things."""
    first, second = _pair(case)
    both = stated_by_one(case)
    if both:
        return _compatible(
            "scope", f"{shown(first)} and {shown(second)}: {both} gives both, and so speaks of two things"
        )
    for slot in ("subset", "period"):
        ours, theirs = ([getattr(c.about, slot) for c in answer.claims] for answer in (case.first, case.second))
        if not any(a == b for a in ours for b in theirs):
            cues = ", ".join(sorted({w for words in (*ours, *theirs) for w in words}))
            return _compatible("scope", f"{shown(first)} and {shown(second)}: “{cues}” names another part or period")
    if first.dimension != "length" and other_dates(case):  # no date moves a town
        return _compatible("scope", f"{shown(first)} and {shown(second)} are told of different dates")
    return None


def conflict(case: Case) -> Ruling | None:
    """No rule above holds, the slots agree, and both are asserted: both cannot be true."""
    first, second = _pair(case)
    ratio = apart(first, second)
    if (
        (case.topic.score < case.settings.conflict_score and not one_point(case))
        or ratio is None
        or ratio > FAR
        or not _at_odds(first, second)
    ):
        return None
    if Precision.VAGUE in {first.precision, second.precision} or not _asserted(case) or not same_question(case):
        return None
    if first.dimension == "count" and _undated(case):
        return None  # which of them is the later figure, nothing says
    if first.dimension == "duration" and any(a.about.measure in OFFSETS for pair in case.claims for a in pair):
        return None  # "two hours later": than what, no slot says
    how = "lie too far apart for two bounds of one number" if _far_bounds(first, second) else "do not meet"
    return Ruling(
        Verdict.CONFLICT,
        "quantity",
        f"{shown(first)} and {shown(second, in_unit=first.written_unit)} {how}: both cannot be true",
    )


def unclear(case: Case) -> Ruling | None:
    """The values differ, and the text does not settle whether they are of the same thing."""
    first, second = _pair(case)
    ratio = apart(first, second)
    if Precision.VAGUE in {first.precision, second.precision} or ratio is None or ratio > FAR:
        return None
    how = "do not meet" if not meets(interval_of(first), interval_of(second)) else "lie far apart"
    explanation = (
        f"{shown(first)} and {shown(second)} {how}, and the text does not settle whether both are of one thing"
    )
    return Ruling(Verdict.UNCLEAR, "quantity", explanation)


def _told(quantity: Quantity) -> Interval:
    """Return what a number beside a bound stands for: an exact one may be rounded, an approximate one says so."""
    return rounded(quantity) if quantity.precision is Precision.EXACT else interval_of(quantity)


def of_two_numbers(rule: Rule) -> Rule:
    """Return the rule, silent where both are one number written alike: their words keep them apart, not arithmetic."""

    def asked(case: Case) -> Ruling | None:
        first, second = _pair(case)
        one = same_value(first, second) and first.written_unit == second.written_unit
        return None if one else rule(case)

    return asked


RULES = (
    *(reference, currencies, unit, part_whole),
    *map(of_two_numbers, (coarser_word, bound, rounding, older, update, scope, conflict, unclear)),
)


def _pair(case: Case) -> tuple[Quantity, Quantity]:
    """Return the two quantities. Raises `TypeError` where the topic holds something else."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        raise TypeError(f"a topic of quantities holds {type(first).__name__} and {type(second).__name__}")
    return first, second


def _at_odds(first: Quantity, second: Quantity) -> bool:
    return _far_bounds(first, second) or not meets(interval_of(first), interval_of(second))


def _far_bounds(first: Quantity, second: Quantity) -> bool:
    """Say whether both are bounds to one side, further apart than two writers would put the same number, if not far.

    "More than 26" names the nearest round number; "at least 26" is what is known so far, and no 31 is at odds with it.
    """
    ratio = apart(first, second)
    nearest = (first.low_open and second.low_open) or (first.high_open and second.high_open)
    return nearest and same_direction_bounds(first, second) and ratio is not None and NEAR_BOUNDS < ratio <= FAR_BOUND


def _compatible(reason: str, explanation: str) -> Ruling:
    return Ruling(Verdict.COMPATIBLE, reason, explanation)


def _asserted(case: Case) -> bool:
    def plain(claim: Claim) -> bool:
        return claim.positive and claim.modality in {Modality.ASSERTED, Modality.PLANNED}

    return all(any(plain(c) for c in answer.claims) for answer in (case.first, case.second))


def _hours(answer: Answer) -> list[datetime]:
    """Return when the dated reports of an answer were published."""
    return [c.context.published for c in answer.claims if c.context.published is not None]


def _undated(case: Case) -> bool:
    """Say whether both are a toll of people or count who helps, and not all reports say when they appeared."""
    if one_date(case) or all(c.context.published is not None for pair in case.claims for c in pair):
        return False
    return any(_is_toll(c) or c.about.measure in DEVELOPING for pair in case.claims for c in pair)


def _is_toll(claim: Claim) -> bool:
    people = claim.about.kind == "person" or claim.about.measure in ANYBODY
    return people and claim.about.state in TOLL
