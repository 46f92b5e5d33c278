"""What may follow a cardinal and belong to it: a smaller group, "and a half", "dozen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rashomon.lang.numbers.numeral import Numeral, names, read_digits
from rashomon.lang.numbers.parts import part_after, scale_after
from rashomon.lang.numbers.words import Word, lower_at, past_hyphen


def with_tail(words: Sequence[Word], numeral: Numeral) -> Numeral:
    """Return the cardinal with everything that follows and belongs to it."""
    numeral = _with_ones(words, numeral)
    return _with_lot(words, numeral) or _with_part(words, numeral) or _with_smaller_scale(words, numeral) or numeral


def _with_ones(words: Sequence[Word], numeral: Numeral) -> Numeral:
    """Add the ones of "3 hundred and 21"."""
    here = numeral.last
    if not (numeral.digits and numeral.scale == 100 and lower_at(words, here) == "and" and here + 1 < len(words)):
        return numeral
    if words[here + 1].kind == "digits":
        ones = read_digits(words[here + 1])
    else:
        number = names().small.get(lower_at(words, here + 1), 0)
        ones = Fraction(number), Fraction(1)
    if ones is None or not 0 < ones[0] < 100:
        return numeral
    return replace(numeral, last=here + 2, value=numeral.value + ones[0], step=ones[1])


def _with_lot(words: Sequence[Word], numeral: Numeral) -> Numeral | None:
    """Multiply by a lot: "three dozen". The step is a third of the lot: whoever counts in dozens rounds to a few."""
    place = past_hyphen(words, numeral.last)
    size = names().lots.get(lower_at(words, place))
    if size is None or numeral.value.denominator != 1:
        return None
    return Numeral(numeral.first, place + 1, numeral.value * size, Fraction(size, 3), "cardinal", digits=numeral.digits)


def _with_part(words: Sequence[Word], numeral: Numeral) -> Numeral | None:
    """Add the part of "one million and a half" and of "one billion and a half million"."""
    if numeral.scale < 1000 or lower_at(words, numeral.last) != "and":
        return None
    part = part_after(words, numeral.last + 1)
    if part is None or part[1] >= 1:
        return None
    last, share = part
    smaller = names().scales.get(lower_at(words, last))
    if smaller is None:
        value = numeral.value + share * numeral.scale
        return replace(numeral, last=last, value=value, step=numeral.scale / 10, decimals=True)
    if smaller < numeral.scale:
        value = numeral.value + share * smaller
        return replace(numeral, last=last + 1, value=value, step=Fraction(smaller, 10), decimals=True)
    return None


def _with_smaller_scale(words: Sequence[Word], numeral: Numeral) -> Numeral | None:
    """Add the smaller group of "4 million 300 thousand"."""
    here = numeral.last
    if not numeral.digits or numeral.scale < 1000 or here >= len(words) or words[here].kind != "digits":
        return None
    read = read_digits(words[here])
    last, scale = scale_after(words, here + 1, False)
    if read is None or not 1 < scale < numeral.scale or read[0] * scale >= numeral.scale:
        return None
    whole = replace(
        numeral, last=last, value=numeral.value + read[0] * scale, step=read[1] * scale, scale=Fraction(scale)
    )
    return _with_ones(words, whole)
