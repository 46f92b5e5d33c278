"""A number with its unit, before the words around it widen or bound it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from rashomon.lang.numbers import Numeral, Word, joined, lower_at, read_numeral, starts_numeral
from rashomon.lang.tables import load_table
from rashomon.lang.units import Unit, per, read_sign, read_unit, unit_named
from rashomon.model import Precision, Quantity

HYPHENS = ("-", "‐", "‑")


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


@cache
def cue_words(table: str, section: str, key: str) -> frozenset[str]:
    """Return one declared list of words as a set."""
    return frozenset(load_table(table)[section][key])


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
    if sign is not None and words[sign[0]].text[-1:].isalpha() and not _code_fits(words, sign[0], at):
        sign = None
    amount = _with_unit(words, numeral, sign)
    if below is not None and sign is below:
        return negative(amount, amount.first)
    return _with_minus(words, amount, floor)


def amount_from(words: Sequence[Word], at: int) -> Amount | None:
    """Read the amount whose first word is `at`, be it a number, a currency sign or a minus sign; None otherwise."""
    for here in range(at, min(len(words), at + 4)):
        if starts_numeral(words[here]):
            found = read_amount(words, here, at)
            return found if found is not None and found.first == at else None
        if words[here].kind == "letters" and len(words[here].text) > 5:
            return None
    return None


def _code_fits(words: Sequence[Word], first: int, at: int) -> bool:
    """Say whether a code before a number is meant as money: capitals, or nothing but letters of a code."""
    return (
        lower_at(words, at - 1) in ("$",)
        or len(words[first].text) >= 3
        or lower_at(words, first) in ("rs", "us", "u", "c")
    )


def _with_unit(words: Sequence[Word], numeral: Numeral, sign: tuple[int, Unit] | None) -> Amount:
    here = numeral.last
    if sign is not None:
        amount = replace(plain_amount(numeral, sign[1]), first=sign[0])
        doubled = read_unit(words, here, True)
        if doubled is not None and doubled[0] < len(words) and words[doubled[0]].kind == "digits":
            doubled = None
        if (
            doubled is not None
            and doubled[1].dimension == "money"
            and (sign[1].name == "dollar" or doubled[1] == sign[1])
        ):
            amount = replace(amount, unit=doubled[1] if sign[1].name == "dollar" else sign[1], last=doubled[0])
        return _with_rate(words, amount)
    if lower_at(words, here) in HYPHENS and joined(words, here) and joined(words, here + 1):
        here += 1
    found = read_unit(words, here, numeral.digits or numeral.kind == "part")
    if found is None and lower_at(words, here) in ("(", "[", "{", "<") and numeral.digits:
        inner = read_unit(words, here + 1, True)
        if inner is not None and lower_at(words, inner[0]) in (")", "]", "}", ">"):
            found = inner[0] + 1, inner[1]
    if found is None or not _unit_fits(words, numeral, here, found):
        million = _million(words, numeral)
        return plain_amount(million or numeral)
    end, unit = found
    if unit.name == "pound" and _is_money(words, numeral, end):
        unit = unit_named("pound-sterling")
    million = _million(words, numeral) if unit.name == "meter" else None
    if million is not None:
        return plain_amount(million)
    if unit.dimension == "money" and numeral.scale == 1:
        numeral, end = _scaled_after_code(words, numeral, end)
    amount = replace(plain_amount(numeral, unit), last=end)
    return _with_rate(words, amount)


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


def _is_money(words: Sequence[Word], numeral: Numeral, end: int) -> bool:
    """Say whether "pounds" is the currency here."""
    return numeral.scale >= 1000000 or lower_at(words, end) in cue_words("currencies", "money_cues", "after")


def _unit_fits(words: Sequence[Word], numeral: Numeral, here: int, found: tuple[int, Unit]) -> bool:
    """Refuse letters that only look like a unit: the preposition "in", "C" of a name, "second" as an ordinal."""
    end = found[0]
    word, following = words[here], lower_at(words, end)
    if word.lower == "in" and end == here + 1:
        return following in ("", ".", ",", ")", "thick", "tall", "wide", "long", "deep", "high", "x", "by") and not (
            joined(words, here)
        )
    if word.text in ("'", '"'):
        return _prime_fits(words, here)
    if word.lower in ("second", "marks", "stone", "points", "point", "bit", "real", "bar"):
        return word.lower != "second" or numeral.value == 1 or lower_at(words, here - 1) in HYPHENS
    if found[1].name == "time":
        return following in ("a", "an", "per", "each")
    if word.text in ("C", "F") and end == here + 1:
        return _degrees_fit(words, numeral, here)
    if len(word.text) == 1 and word.text.isalpha() and end == here + 1:
        return _letter_fits(words, here)
    return word.lower not in ("am", "pm") or (numeral.decimals and numeral.step != Fraction(1, 100))


def _degrees_fit(words: Sequence[Word], numeral: Numeral, here: int) -> bool:
    """Say whether a bare C or F is a temperature: in the range of weather, and F only near a word of it."""
    if abs(numeral.value) > 200 or numeral.scale != 1 or lower_at(words, here + 1) in (*HYPHENS, "/"):
        return False
    if words[here].text == "C" and (joined(words, here) or lower_at(words, here + 1) != "."):
        return True
    near = {word.lower for word in words[max(0, here - 9) : here + 9]}
    return bool(near & cue_words("quantity_cues", "weather", "words")) or lower_at(words, numeral.first - 1) == "("


def _prime_fits(words: Sequence[Word], here: int) -> bool:
    """Say whether a quotation mark after digits is a sign for feet or inches, and closes no quotation."""
    if words[here].text == "'":
        following = here + 1 < len(words) and words[here + 1].kind == "digits" and joined(words, here + 1)
        return joined(words, here) and following
    before = sum(word.text == '"' for word in words[max(0, here - 80) : here])
    return before % 2 == 0


def _letter_fits(words: Sequence[Word], here: int) -> bool:
    """Say whether one letter after digits is a unit: joined ("40C"), or not the start of a word or a name."""
    if joined(words, here):
        return True
    following = here + 1
    if words[here].lower in ("s", "b", "t", "g", "h", "p", "v", "a", "k", "j", "w"):
        return following < len(words) and words[following].kind != "letters" and words[here].text not in ("A", "I", "S")
    return not (following < len(words) and words[following].lower == "." and words[here].text.isupper())


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


_POINTS_IN_TIME = ("ago", "earlier", "later", "before", "after", "from", "old")


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
    if sign in ("minus", "negative"):
        return negative(amount, before)
    alone = before == 0 or not joined(words, before) or lower_at(words, before - 1) in ("(", "[")
    alone = alone and (before == 0 or words[before - 1].kind != "digits")
    if before == 0 and sign in ("-", "−") and amount.digits:
        return negative(amount, before)
    if sign in ("-", "−") and amount.digits and joined(words, before + 1) and alone:
        return negative(amount, before)
    return amount
