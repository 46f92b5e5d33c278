"""Cardinals, decimals and ordinals in words: "twenty-three", "five point nine", "twenty-first"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from rashomon.lang.numbers.numeral import LARGEST_SCALE, LONGEST_DIGITS, Names, Numeral, names
from rashomon.lang.numbers.parts import part_after
from rashomon.lang.numbers.words import Word, lower_at, past_hyphen


class Sum(NamedTuple):
    """A cardinal in words while it is read: finished groups, the open group, and the last scale."""

    total: int
    group: int | None
    scale: int
    last: int


def _add(state: Sum, word: str, table: Names) -> Sum | None:
    """Return the sum with one more word, or None where the word cannot continue it."""
    group = state.group
    if word in table.small:
        number = table.small[word]
        if (
            group is None
            or (group > 0 and group % 100 == 0)
            or (group % 100 >= 20 and group % 10 == 0 and 0 < number < 10)
        ):
            return state._replace(group=(group or 0) + number)
        return None
    if word in table.tens:
        if group is None or (group > 0 and group % 100 == 0):
            return state._replace(group=(group or 0) + table.tens[word])
        return None
    if word == "hundred":
        return state._replace(group=(group or 1) * 100) if group is None or 0 < group < 100 else None
    scale = table.scales.get(word)
    if scale is None or group == 0:
        return None
    if group is None and state.total:
        larger = state.total * scale
        return Sum(larger, None, scale * state.scale, 0) if scale > 1000 and larger < LARGEST_SCALE else None
    if state.scale and scale >= state.scale:
        return None
    return Sum(state.total + (1 if group is None else group) * scale, None, scale, 0)


def sum_words(words: Sequence[Word], at: int) -> Sum | None:
    """Read the longest cardinal in words that starts at `at`."""
    table = names()
    state = Sum(0, None, 0, at)
    here = at
    if lower_at(words, at) in ("a", "an"):
        here += 1
        if lower_at(words, here) not in table.scales and lower_at(words, here) != "hundred":
            return None
    while here < len(words):
        step = here
        if here > at:
            step = past_hyphen(words, here)
            if lower_at(words, step) == "and" and step == here and _takes_and(words, here, state, table):
                step += 1
        word = lower_at(words, step)
        new = _add(state, word, table)
        if new is None:
            break
        state = new._replace(last=step + 1)
        here = step + 1
    return state if state.last > at else None


def _takes_and(words: Sequence[Word], at: int, state: Sum, table: Names) -> bool:
    """Say whether "and" at `at` continues a cardinal: after a hundred or a scale, before a smaller number."""
    following = lower_at(words, at + 1)
    before = lower_at(words, at - 1)
    if following not in table.small and following not in table.tens:
        return False
    if part_after(words, at + 1) is not None:
        return False
    return before == "hundred" or (before in table.scales and state.group is None and state.total > 0)


def decimals_in_words(
    words: Sequence[Word], at: int, whole: Fraction, step: Fraction
) -> tuple[int, Fraction, Fraction]:
    """Read "point zero three" after a whole number; return the place after it, the value and its step."""
    table = names()
    here, digits = at + 1, ""
    while len(digits) < LONGEST_DIGITS:
        word = lower_at(words, here)
        if word in table.small:
            digits += str(table.small[word])
        elif word in table.tens and not digits:
            unit = lower_at(words, past_hyphen(words, here + 1))
            ones = table.small.get(unit, 0) if table.small.get(unit, 10) < 10 else 0
            digits += str(table.tens[word] + ones)
            here = past_hyphen(words, here + 1) if ones else here
        else:
            break
        here += 1
    if not digits:
        return at, whole, step
    return here, whole + Fraction(int(digits), 10 ** len(digits)), Fraction(1, 10 ** len(digits))


def ordinal_alone(words: Sequence[Word], at: int) -> Numeral | None:
    """Read an ordinal of one word: "third"."""
    table = names()
    word = lower_at(words, at)
    if word in table.ordinals:
        return Numeral(at, at + 1, Fraction(table.ordinals[word]), Fraction(1), "ordinal")
    return None


def ordinal_tail(words: Sequence[Word], at: int, here: int, summed: Sum) -> Numeral | None:
    """Read "twenty-first" and "two hundredth": a cardinal whose last word is an ordinal."""
    table = names()
    place = past_hyphen(words, here)
    word = lower_at(words, place)
    number = table.ordinals.get(word)
    if number is None or (number == 2 and place == here):
        return None
    group = summed.group
    if number >= 100:
        value = (summed.total + (group or 1)) * number if not (summed.total and group) else 0
    elif group is not None and group % 100 >= 20 and group % 10 == 0 and number < 10:
        value = summed.total + group + number
    elif (group is None and summed.total) or (group and group % 100 == 0):
        value = summed.total + (group or 0) + number
    else:
        value = 0
    return Numeral(at, place + 1, Fraction(value), Fraction(1), "ordinal") if value else None
