"""The rules for two quantities that answer one question, in the order in which they are asked."""

from __future__ import annotations

from fractions import Fraction

from rashomon.judge.intervals import apart, contains, interval_of, meets, rounded, same_direction_bounds
from rashomon.judge.ruling import Case, Ruling
from rashomon.judge.wording import shown
from rashomon.model import Precision, Quantity, Verdict

FAR_BOUND = Fraction(3, 2)  # a bound says little of a number half as large again ("more than 40" is not said of 100)
CLOSE_BOUND = Fraction(23, 20)  # two bounds of one direction this close may be one figure, told with more or less care
SURE = 0.5


def values(case: Case) -> tuple[Quantity, Quantity] | None:
    """Return the quantities of the two answers, or None where they are of another type."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        return first, second
    return None


def unit(case: Case) -> Ruling | None:
    """Two units, and the rounded numbers meet after conversion."""
    pair = values(case)
    if pair is None or pair[0].written_unit == pair[1].written_unit or not meets(rounded(pair[0]), rounded(pair[1])):
        return None
    return Ruling(Verdict.COMPATIBLE, "unit", f"{_words(case)}: after conversion {_intervals(pair, rounded_too=True)} meet")


def vague(case: Case) -> Ruling | None:
    """One is a vague word that contains the other (dozens, 80)."""
    pair = values(case)
    if pair is None or Precision.VAGUE not in {pair[0].precision, pair[1].precision}:
        return None
    if meets(interval_of(pair[0]), interval_of(pair[1])):
        return Ruling(Verdict.COMPATIBLE, "granularity", f"{_words(case)}: {_intervals(pair)}: one is the coarser word for the other")
    return None


def bound(case: Case) -> Ruling | None:
    """One is a bound that the other keeps (at least 5, 7)."""
    pair = values(case)
    if pair is None or Precision.BOUND not in {pair[0].precision, pair[1].precision}:
        return None
    ratio = apart(*pair)
    limit = CLOSE_BOUND if same_direction_bounds(*pair) else FAR_BOUND
    if meets(interval_of(pair[0]), interval_of(pair[1])) and ratio is not None and ratio <= limit:
        return Ruling(Verdict.COMPATIBLE, "bound", f"{_words(case)}: {_intervals(pair)} meet")
    return None


def rounding(case: Case) -> Ruling | None:
    """They meet because one is approximate, a range, or rounded more coarsely."""
    pair = values(case)
    if pair is None:
        return None
    if meets(interval_of(pair[0]), interval_of(pair[1])):
        return Ruling(Verdict.COMPATIBLE, "rounding", f"{_words(case)}: {_intervals(pair)} meet")
    coarse = max(pair, key=lambda q: q.step * abs(q.factor))
    fine = pair[0] if coarse is pair[1] else pair[1]
    if coarse.dimension != "count" and coarse.step * abs(coarse.factor) > fine.step * abs(fine.factor) and contains(rounded(coarse), interval_of(fine)):
        return Ruling(Verdict.COMPATIBLE, "rounding", f"{_words(case)}: rounded to the coarser step, {_intervals(pair, rounded_too=True)} meet")
    return None


def scope(case: Case) -> Ruling | None:
    """The words narrow one of them to another set, place or period."""
    subsets = [{frozenset(c.about.subset) for c in answer.claims} for answer in (case.first, case.second)]
    periods = [{frozenset(c.about.period) for c in answer.claims} for answer in (case.first, case.second)]
    if not subsets[0] & subsets[1] or not periods[0] & periods[1]:
        return Ruling(Verdict.COMPATIBLE, "scope", f"{_words(case)}: the words name another part, place or period")
    return None


def conflict(case: Case) -> Ruling | None:
    """No rule above holds and the slots agree: both cannot be true."""
    pair = values(case)
    if pair is None or case.topic.score < SURE:
        return None
    return Ruling(Verdict.CONFLICT, "quantity", f"{_words(case)} cannot both be true: {_intervals(pair)} do not meet")


def unclear(case: Case) -> Ruling | None:
    """The values differ, and the text does not settle whether they are of the same thing."""
    pair = values(case)
    if pair is None:
        return None
    return Ruling(Verdict.UNCLEAR, "quantity", f"{_words(case)} differ: {_intervals(pair)} do not meet, and the text does not settle whether both are of the same thing")


RULES = (unit, vague, bound, rounding, scope, conflict, unclear)


def _words(case: Case) -> str:
    return f"{case.topic.about}"


def _intervals(pair: tuple[Quantity, Quantity], rounded_too: bool = False) -> str:
    return " and ".join(shown(q) for q in pair)
