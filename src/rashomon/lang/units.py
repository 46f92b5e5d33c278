"""Units of measure and currencies: what they are in their canonical unit, how they are read and how they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from rashomon.lang.numbers import Word, joined, words_of
from rashomon.lang.tables import load_table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: `canonical` is the unit of its dimension that `factor` and `offset` turn it into, exactly.

    A value v in this unit is v * factor + offset in the canonical one. `low` and `high` are the shortest and longest
    it can be (a month), and equal `factor` for every other unit. `show` is how it is written after a number.
    """

    name: str
    dimension: str
    canonical: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    low: Fraction = Fraction(1)
    high: Fraction = Fraction(1)
    show: str = ""


class UnitForm(NamedTuple):
    """One way to write a unit: the words after the first, and whether case and a digit before it matter."""

    rest: tuple[str, ...]
    unit: Unit
    symbol: str


class UnitTable(NamedTuple):
    """Every unit by name, and every written form by its first word, longest first; signs and codes of money."""

    by_name: Mapping[str, Unit]
    forms: Mapping[str, tuple[UnitForm, ...]]
    signs: Mapping[str, tuple[UnitForm, ...]]


_NOT_DIMENSIONS = frozenset({"prefixes"})


def _unit(name: str, dimension: str, canonical: str, row: Mapping[str, Any]) -> Unit:
    factor = Fraction(row.get("factor", "1"))
    low, high = Fraction(row.get("low", factor)), Fraction(row.get("high", factor))
    words = row.get("words", ())
    show = row.get("show") or (words[1] if len(words) > 1 else (words[0] if words else name.replace("-", " ")))
    return Unit(name, dimension, canonical, factor, Fraction(row.get("offset", "0")), low, high, show)


def _prefixed(unit: Unit, row: Mapping[str, Any]) -> list[tuple[Unit, Mapping[str, Any]]]:
    """Return the unit under every SI prefix, with the forms it is written in."""
    prefixes = load_table("units")["prefixes"]
    made: list[tuple[Unit, Mapping[str, Any]]] = []
    for prefix, factor in prefixes["names"].items():
        if row["prefixes"] == "large" and "/" in factor:
            continue
        size = unit.factor * Fraction(factor)
        words = [prefix + word for word in row["words"]]
        symbols = [sign + symbol for sign in prefixes["symbols"][prefix] for symbol in row.get("symbols", ())]
        show = words[1] if len(words) > 1 else words[0]
        name = prefix + unit.name
        made.append(
            (
                Unit(name, unit.dimension, unit.canonical, size, Fraction(0), size, size, show),
                {"words": words, "symbols": symbols},
            )
        )
    return made


def _rows() -> list[tuple[Unit, Mapping[str, Any]]]:
    """Return every declared unit with its row, currencies last."""
    rows: list[tuple[Unit, Mapping[str, Any]]] = []
    for dimension, units in load_table("units").items():
        if dimension in _NOT_DIMENSIONS:
            continue
        canonical = next(n for n, row in units.items() if row["factor"] == "1" and "offset" not in row)
        for name, row in units.items():
            unit = _unit(name, dimension, canonical, row)
            rows.append((unit, row))
            if row.get("prefixes"):
                rows.extend(_prefixed(unit, row))
    for name, row in load_table("currencies")["units"].items():
        rows.append((_unit(name, "money", row.get("part_of", name), row), row))
    return rows


def _forms(text: str, unit: Unit, symbol: bool) -> tuple[str, UnitForm]:
    words = tuple(word.lower for word in words_of(text))
    return words[0], UnitForm(words[1:], unit, text if symbol else "")


@cache
def unit_table() -> UnitTable:
    """Return the table of units, built once from units.toml and currencies.toml."""
    by_name: dict[str, Unit] = {}
    forms: dict[str, list[UnitForm]] = {}
    signs: dict[str, list[UnitForm]] = {}
    for unit, row in _rows():
        by_name.setdefault(unit.name, unit)
        for text in row.get("words", ()):
            first, form = _forms(text, unit, False)
            forms.setdefault(first, []).append(form)
        for text in row.get("symbols", ()):
            first, form = _forms(text, unit, True)
            forms.setdefault(first, []).append(form)
        for text in (*row.get("signs", ()), *row.get("codes", ())):
            first, form = _forms(text, unit, text not in row.get("codes", ()) and text.isalpha())
            forms.setdefault(first, []).append(form)
            if "part_of" not in row:
                signs.setdefault(first, []).append(form)
    return UnitTable(by_name, _sorted(forms), _sorted(signs))


def _sorted(forms: Mapping[str, list[UnitForm]]) -> Mapping[str, tuple[UnitForm, ...]]:
    return {first: tuple(sorted(found, key=lambda form: -len(form.rest))) for first, found in forms.items()}


def _match(words: Sequence[Word], at: int, form: UnitForm) -> int:
    """Return the place after the form where it stands at word `at` (hyphens may join its words), else 0."""
    here = at + 1
    for rest in form.rest:
        if here < len(words) and words[here].lower == "-" and rest != "-" and not form.symbol:
            here += 1
        if here >= len(words) or words[here].lower != rest:
            return 0
        here += 1
    if not form.symbol:
        return here
    if " " not in form.symbol and any(not joined(words, place) for place in range(at + 1, here)):
        return 0
    return here if "".join(word.text for word in words[at:here]) == form.symbol.replace(" ", "") else 0


def read_unit(words: Sequence[Word], at: int, after_digits: bool) -> tuple[int, Unit] | None:
    """Read the longest unit that starts at word `at`; return the place after it and the unit, or None.

    Symbols ("m", "km/h") count only where `after_digits` says that digits stand before.
    """
    if at >= len(words):
        return None
    for form in unit_table().forms.get(words[at].lower, ()):
        end = _match(words, at, form) if form.symbol == "" or after_digits else 0
        if end and not _runs_on(words, end, form):
            return end, form.unit
    return None


def _runs_on(words: Sequence[Word], end: int, form: UnitForm) -> bool:
    """Say whether a unit is only the beginning of a longer word, code or amount: "5 L-202", "3 USD50"."""
    if end >= len(words) or not joined(words, end):
        return False
    after = words[end]
    if after.kind == "digits":
        return form.symbol != "'"
    if form.symbol and after.kind == "letters":
        return True
    following = end + 1 < len(words) and joined(words, end + 1) and words[end + 1].kind == "digits"
    return len(form.symbol) == 1 and form.symbol.isalpha() and after.lower == "-" and following


def read_sign(words: Sequence[Word], at: int) -> tuple[int, Unit] | None:
    """Read a currency sign or code that ends just before word `at`; return its first word and the unit, or None."""
    table = unit_table().signs
    best: tuple[int, Unit] | None = None
    for length in range(1, 6):
        first = at - length
        if first < 0:
            break
        for form in table.get(words[first].lower, ()):
            if len(form.rest) == length - 1 and _match(words, first, form) == at and _sign_fits(words, first, at):
                best = first, form.unit
    return best


def _sign_fits(words: Sequence[Word], first: int, at: int) -> bool:
    """Refuse the article of "a $5 bill" and the s of "its $5 bill" as part of a sign: those letters stand joined."""
    if words[first].lower not in ("a", "s", "r") or at - first == 1:
        return True
    return words[first].text.isupper() and joined(words, first + 1) and not joined(words, first)


def unit_named(name: str) -> Unit:
    """Return the unit with this name ("mile", "us-dollar", "dollar/barrel"). Raises `KeyError` where there is none."""
    table = unit_table().by_name
    if name in table or "/" not in name:
        return table[name]
    above, below = name.split("/", 1)
    return per(table[above], table.get(below), below)


def per(above: Unit, below: Unit | None, word: str) -> Unit:
    """Return the rate of one unit per another, or per the counted thing `word` ("share") where it is no unit."""
    canonical_below, factor = (below.canonical, below.factor) if below else (word, Fraction(1))
    size = above.factor / factor
    show = f"{above.show} per {word.replace('-', ' ')}"
    dimension = f"{above.dimension}/{below.dimension if below else word}"
    return Unit(
        f"{above.name}/{word}", dimension, f"{above.canonical}/{canonical_below}", size, Fraction(0), size, size, show
    )


def convert(value: Fraction, unit: str, into: str) -> Fraction:
    """Return `value` of one unit in another of the same dimension, exactly.

    Raises `KeyError` for an unknown unit and `ValueError` where the two do not measure the same.
    """
    one, other = unit_named(unit), unit_named(into)
    if one.canonical != other.canonical:
        raise ValueError(f"{unit} and {into} do not measure the same")
    return (value * one.factor + one.offset - other.offset) / other.factor


def from_canonical(value: Fraction, unit: str) -> Fraction:
    """Return a value of the canonical unit in `unit`, exactly. Raises `KeyError` for an unknown unit."""
    found = unit_named(unit)
    return (value - found.offset) / found.factor


def show_number(value: Fraction, digits: int = 4) -> str:
    """Return a number for a reader: thousands with commas, at most `digits` significant digits after rounding.

    An integer is written in full. A rounded number never ends in zeros after the point.
    """
    if value.denominator == 1:
        return f"{value.numerator:,}"
    size = abs(value)
    whole = len(str(size.numerator // size.denominator)) if size >= 1 else 0
    if whole == 0:
        while size * 10 ** (1 - whole) < 1:
            whole -= 1
    places = max(0, digits - whole)
    scaled = round(value * 10**places)
    sign = "-" if scaled < 0 else ""
    text = str(abs(scaled)).rjust(places + 1, "0")
    whole_part, part = (text[:-places], text[-places:].rstrip("0")) if places else (text, "")
    grouped = f"{int(whole_part):,}"
    return sign + (f"{grouped}.{part}" if part else grouped)


def show_quantity(value: Fraction, unit: str, digits: int = 4) -> str:
    """Return a value given in `unit` with the unit's name, as an explanation shows it: "157.8 miles", "6"."""
    number = show_number(value, digits)
    if not unit:
        return number
    found = unit_named(unit)
    singular = found.name.replace("-", " ") if abs(value) == 1 and found.show.endswith("s") else found.show
    return f"{number} {singular}"
