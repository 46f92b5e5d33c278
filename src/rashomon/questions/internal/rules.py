"""The rules for one report at odds with itself."""

from __future__ import annotations

from dataclasses import replace

from rashomon.lang.units import from_canonical, show_number, unit_named
from rashomon.model import Name, Period, Precision, Quantity, Verdict
from rashomon.questions.intervals import interval_of, meets, rounded
from rashomon.questions.question import Case, Ruling
from rashomon.questions.shown import shown


def units(case: Case) -> Ruling | None:
    """A quantity given in two units, whose roundings do not meet."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if case.topic.why != "unit" or not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return None
    one, other = _as_stated(first), _as_stated(second)
    if one is None or other is None or one.low is None or meets(rounded(one), rounded(other)):
        return None
    turned = from_canonical(one.low, second.written_unit)
    exact = show_number(round(turned, 1))
    return Ruling(Verdict.INTERNAL, "unit", f"{shown(one)} is {exact} in the other unit, not {shown(other)}")


def _as_stated(quantity: Quantity) -> Quantity | None:
    """Return the number as written, without what "about" allows: a conversion is of the number."""
    if quantity.stated is None or not quantity.written_unit:
        return None
    unit = unit_named(quantity.written_unit)
    value = quantity.stated * unit.factor + unit.offset
    return replace(quantity, low=value, high=value, low_open=False, high_open=False)


def name(case: Case) -> Ruling | None:
    """A name spelt in two ways."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if case.topic.why != "name" or not isinstance(first, Name) or not isinstance(second, Name):
        return None
    return Ruling(
        Verdict.INTERNAL, "name", f"“{first.words}” stands once, elsewhere “{second.words}”: one letter apart"
    )


def time(case: Case) -> Ruling | None:
    """A local time and a zone's time that are not one moment."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if case.topic.why != "time" or not isinstance(first, Period) or not isinstance(second, Period):
        return None
    return Ruling(Verdict.INTERNAL, "time", f"the two clocks do not tell one moment: {case.topic.about}")


def weekday(case: Case) -> Ruling | None:
    """A date and a weekday that it does not fall on."""
    value = case.second.claims[0].value
    if case.topic.why != "weekday" or not isinstance(value, Period) or value.start is None:
        return None
    return Ruling(Verdict.INTERNAL, "date", f"{value.start.date().isoformat()} is a {case.topic.about}")


def reckoned(case: Case) -> Ruling | None:
    """A figure, and the two values, the two clocks or the year from which it is reckoned, that do not give it."""
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if case.topic.why != "sum" or not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return None
    told = rounded(second) if second.precision is Precision.EXACT else interval_of(second)
    if meets(interval_of(first), told):
        return None
    return Ruling(Verdict.INTERNAL, "quantity", f"{case.topic.about}: {shown(first)}, not {shown(second)}")


RULES = (units, name, time, weekday, reckoned)
