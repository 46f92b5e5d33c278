"""A number with its unit, before the words around it widen or bound it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from rashomon import tables
from rashomon.lang.numbers import Numeral, Word, joined, lower_at, read_numeral, starts_numeral
from rashomon.lang.quantities.cues import HYPHENS, cue_words
from rashomon.lang.quantities.fits import code_fits, is_money, unit_fits
from rashomon.lang.tables import load_table
from rashomon.lang.units import Unit, per, read_sign, read_unit, unit_named
from rashomon.model import Precision, Quantity

_THRESHOLDS = tables.thresholds("rashomon.lang.quantities")
_WORDS = tables.words("rashomon.lang.quantities")
_LONGEST_CODE = _THRESHOLDS.integer("longest_code")


@dataclass(frozen=True, slots=True)
class Amount:
    """Words `first` up to `last` that give a number, perhaps with a unit; bounds in the unit as written.

    `kind` is the kind of mention it makes ("quantity", "duration", "age", "ordinal", "score").
    """

    first: int
    last: int
    low: Fraction | None
    high: Fraction | None
    stated: Fraction
    step: Fraction
    unit: Unit | None = None
    low_open: bool = False
    high_open: bool = False
    precision: Precision = Precision.EXACT
    kind: str = "quantity"
    decimals: bool = False
    scale: Fraction = Fraction(1)
    digits: bool = False
    part: bool = False


def plain_amount(numeral: Numeral, unit: Unit | None = None) -> Amount:
    """Return the amount that a numeral states by itself: an integer exactly, a decimal to half its last place."""
    low: Fraction = numeral.value
    high: Fraction = numeral.value
    open_end = False
    if numeral.decimals and not (unit is not None and unit.dimension == "money" and numeral.scale == 1):
        half = numeral.step / 2
        low, high, open_end = numeral.value - half, numeral.value + half, True
    kind = "ordinal" if numeral.kind == "ordinal" else "quantity"
    return Amount(
        numeral.first,
        numeral.last,
        low,
        high,
        numeral.value,
        numeral.step,
        unit,
        high_open=open_end,
        kind=kind,
        decimals=numeral.decimals,
        scale=numeral.scale,
        digits=numeral.digits,
        part=numeral.kind == "part",
    )


def negative(amount: Amount, first: int) -> Amount:
    """Return the amount below zero, starting at word `first` (its sign)."""
    low = None if amount.high is None else -amount.high
    high = None if amount.low is None else -amount.low
    return replace(
        amount,
        first=first,
        low=low,
        high=high,
        stated=-amount.stated,
        low_open=amount.high_open,
        high_open=amount.low_open,
    )


def quantity_of(amount: Amount) -> Quantity:
    """Return the amount in the canonical unit of its dimension."""
    unit = amount.unit
    if unit is None and amount.part and amount.stated < 1:
        unit = unit_named("part")
    if unit is None:
        return Quantity(
            amount.low,
            amount.high,
            low_open=amount.low_open,
            high_open=amount.high_open,
            precision=amount.precision,
            stated=amount.stated,
            step=amount.step,
        )
    low_factor, high_factor = unit.low, unit.high
    return Quantity(
        None if amount.low is None else amount.low * (low_factor if amount.low > 0 else high_factor) + unit.offset,
        None if amount.high is None else amount.high * (high_factor if amount.high > 0 else low_factor) + unit.offset,
        unit.canonical,
        unit.dimension,
        amount.low_open,
        amount.high_open,
        amount.precision,
        amount.stated,
        amount.step,
        unit.name,
        unit.factor,
    )


def read_amount(words: Sequence[Word], at: int, floor: int) -> Amount | None:
    """Read a number at word `at` with its sign, unit and rate; words before `floor` belong to another mention."""
    sign = read_sign(words, at)
    minus = lower_at(words, at - 1) in ("-", "−") and joined(words, at) and joined(words, at - 1)
    below = read_sign(words, at - 1) if sign is None and minus else None
    sign = sign or below
    if sign is not None and sign[0] < floor:
        sign = below = None
    numeral = read_numeral(words, at, sign is not None)
    if numeral is None:
        return None
    if numeral.kind == "ordinal":
        return plain_amount(numeral)
    if sign is not None and words[sign[0]].text[-1:].isalpha() and not code_fits(words, sign[0], at):
        sign = None
    amount = _with_rate(words, _with_sign(words, numeral, sign) if sign else _with_unit(words, numeral))
    if below is not None and sign is below:
        return negative(amount, amount.first)
    return _with_minus(words, amount, floor)


def amount_from(words: Sequence[Word], at: int) -> Amount | None:
    """Read the amount whose first word is `at`, be it a number, a currency sign or a minus sign; None otherwise."""
    for here in range(at, min(len(words), at + 4)):
        if starts_numeral(words[here]):
            found = read_amount(words, here, at)
            return found if found is not None and found.first == at else None
        if words[here].kind == "letters" and len(words[here].text) > _LONGEST_CODE:
            return None
    return None


def _with_sign(words: Sequence[Word], numeral: Numeral, sign: tuple[int, Unit]) -> Amount:
    """Give a number the currency that stands before it; a name after it tells which dollar ("$5 US")."""
    first, unit = sign
    last = numeral.last
    doubled = read_unit(words, last, True)
    amount = replace(plain_amount(numeral, unit), first=first)
    if doubled is None or doubled[1].dimension != "money":
        return amount
    end, other = doubled
    if (end < len(words) and words[end].kind == "digits") or (unit.name != "dollar" and other != unit):
        return amount
    return replace(amount, unit=other, last=end)


def _of_a_unit(words: Sequence[Word], here: int) -> tuple[int, Unit] | None:
    """Read the unit of "half a mile" and "three quarters of an hour"."""
    here += lower_at(words, here) == "of"
    found = read_unit(words, here + 1, False) if lower_at(words, here) in ("a", "an") else None
    return found if found is not None and found[1].dimension in _DIVIDED else None


def _in_brackets(words: Sequence[Word], here: int) -> tuple[int, Unit] | None:
    """Read the unit of "20 (kg)"."""
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}.get(lower_at(words, here))
    inner = read_unit(words, here + 1, True) if closing else None
    return (inner[0] + 1, inner[1]) if inner is not None and lower_at(words, inner[0]) == closing else None


def _with_unit(words: Sequence[Word], numeral: Numeral) -> Amount:
    """Give a number the unit that follows it, or none."""
    here = numeral.last
    if lower_at(words, here) in HYPHENS and joined(words, here) and joined(words, here + 1):
        here += 1
    found = read_unit(words, here, numeral.digits or numeral.kind == "part")
    if found is None and numeral.digits:
        found = _in_brackets(words, here)
    if found is None and numeral.kind == "part" and (whole := _of_a_unit(words, here)) is not None:
        return replace(plain_amount(numeral, whole[1]), last=whole[0])
    million = _million(words, numeral)
    if million is not None:
        return _with_unit(words, million)
    if found is None or not unit_fits(words, numeral, here, found):
        return plain_amount(numeral)
    end, unit = found
    if unit.name == "pound" and is_money(words, numeral, end):
        unit = unit_named("pound-sterling")
    if unit.dimension == "money" and numeral.scale == 1:
        numeral, end = _scaled_after_code(words, numeral, end)
    return replace(plain_amount(numeral, unit), last=end)


def _scaled_after_code(words: Sequence[Word], numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """Read the scale of "75 USD million", which stands after the currency."""
    scale = load_table("numbers")["scales"].get(lower_at(words, end), 1)
    if scale < 1000:
        return numeral, end
    return replace(numeral, value=numeral.value * scale, step=numeral.step * scale, scale=Fraction(scale)), end + 1


def _million(words: Sequence[Word], numeral: Numeral) -> Numeral | None:
    """Read "1.5m barrels" as millions where a counted noun follows and nothing says metres."""
    here = numeral.last
    if not numeral.digits or numeral.scale != 1 or here + 1 >= len(words):
        return None
    if words[here].text != "m" or not joined(words, here):
        return None
    following = words[here + 1]
    if following.kind != "letters" or following.lower in cue_words("quantity_cues", "metre", "after"):
        return None
    if following.start == words[here].end or not following.lower.isalpha():
        return None
    return replace(
        numeral,
        last=here + 1,
        value=numeral.value * 1000000,
        step=numeral.step * 1000000,
        scale=Fraction(1000000),
    )


def _with_rate(words: Sequence[Word], amount: Amount) -> Amount:
    """Add "per cent a year", "$5 a barrel", "per person", "/hour"."""
    if amount.unit is None:
        return amount
    here = amount.last
    hyphens = lower_at(words, here) in HYPHENS
    if hyphens:
        here += 1
    link = lower_at(words, here)
    if link not in ("a", "an", "per", "/", "each"):
        return amount
    here += 1
    if hyphens and lower_at(words, here) in HYPHENS:
        here += 1
    if here >= len(words):
        return amount
    strong = link in ("per", "/")
    name = lower_at(words, here)
    found = read_unit(words, here, link == "/" or (link == "per" and len(words[here].text) > 1))
    if found is not None and not strong and lower_at(words, found[0]) in _POINTS_IN_TIME:
        return amount
    if found is not None and _rate_fits(amount.unit, found[1], name, strong):
        return replace(amount, last=found[0], unit=per(amount.unit, found[1], found[1].name))
    things = cue_words("quantity_cues", "per", "things")
    if name in things and link != "/" and (strong or amount.unit.dimension in ("money", "share")):
        return replace(amount, last=here + 1, unit=per(amount.unit, None, name))
    return amount


_DIVIDED = frozenset({"length", "mass", "duration", "area", "volume"})
_POINTS_IN_TIME = _WORDS.sequence("points_in_time")


def _rate_fits(above: Unit, below: Unit, word: str, strong: bool) -> bool:
    if "/" in above.name or below.dimension in ("share", "money"):
        return False
    if strong:
        return True
    if word.endswith("s") or above.dimension == below.dimension:
        return False
    return below.dimension == "duration" or above.dimension == "money"


def _with_minus(words: Sequence[Word], amount: Amount, floor: int) -> Amount:
    """Take in a minus sign: "-5 degrees", "minus 5"; a hyphen counts only where nothing stands right before it."""
    before = amount.first - 1
    if before < floor:
        return amount
    sign = lower_at(words, before)
    if sign == "minus" and lower_at(words, before - 1) == "or" and before - 2 >= floor:
        return replace(amount, first=before - 2) if lower_at(words, before - 2) == "plus" else amount
    if sign in ("minus", "negative"):
        return negative(amount, before)
    alone = before == 0 or not joined(words, before) or lower_at(words, before - 1) in ("(", "[")
    alone = alone and (before == 0 or words[before - 1].kind != "digits")
    if before == 0 and sign in ("-", "−") and amount.digits:
        return negative(amount, before)
    if sign in ("-", "−") and amount.digits and joined(words, before + 1) and alone:
        return negative(amount, before)
    return amount
