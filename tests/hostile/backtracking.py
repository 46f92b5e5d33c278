"""Finds in the shape of a regular expression whether it can take longer than in proportion to the text.

Several copies of its automaton are walked side by side over the same text, so no clock is asked, and no machine is too
fast or too slow to see it. Three shapes are slow:

- two ways through one loop over the same text, as in `(a+)+b`: the time doubles with each character;
- two loops one after the other over the same text, as in `^a*a*b`: the time grows as the square;
- a loop that a search can enter anywhere in what the loop itself goes over, as in `a+b` or `<[^>]*>`: each beginning
  runs to the end in vain, so the time grows as the square.

What cannot fail behind the loop is not slow: the match is made. In doubt a shape is called slow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from typing import Any

from tests.hostile.automaton import END, SEARCH, Automaton

State = tuple[int, int, str]  # two nodes and the character before both
Safe = frozenset[tuple[int, str]]


def slow_shape(pattern: re.Pattern[Any], anchored: bool = False) -> str:
    """Return what is slow about the pattern, or "" for nothing; `anchored` where it is never searched with."""
    automaton = Automaton(pattern, anchored)
    loops = automaton.loops
    if any(_is_ambiguous(automaton, loop) for loop in loops):
        return "two ways through a loop over the same text"
    safe = _never_failing(automaton)
    if not anchored and any(
        _follows(automaton, (SEARCH, at), ((SEARCH,), loop), safe) for loop in loops for at in loop
    ):
        return "a search enters a loop anywhere in what the loop goes over"
    for one, other in product(loops, loops):
        if one is not other and any(_follows(automaton, ends, (one, other), safe) for ends in product(one, other)):
            return "two loops that follow one another over the same text"
    return ""


def _is_ambiguous(automaton: Automaton, loop: Iterable[int]) -> bool:
    """Say whether some text leads round the loop in two ways."""
    inside = set(loop)
    onward: dict[State, set[State]] = {}
    waiting = [(at, at, before) for at in loop for before in automaton.letters]
    while waiting:
        state = waiting.pop()
        if state in onward:
            continue
        one, other, before = state
        onward[state] = set()
        for letter in automaton.letters:
            first, second = automaton.step(one, before, letter), automaton.step(other, before, letter)
            if one == other and any(ways > 1 and to in inside for to, ways in first.items()):
                return True
            onward[state] |= {(a, b, letter) for a in first for b in second if a in inside and b in inside}
        waiting += onward[state]
    return _part_and_meet(onward)


def _part_and_meet(onward: dict[State, set[State]]) -> bool:
    """Say whether two ways that have parted can come together again: all states come from one where they had not."""
    back: dict[State, set[State]] = defaultdict(set)
    for state, following in onward.items():
        for after in following:
            back[after].add(state)
    waiting = [state for state in onward if state[0] == state[1]]
    seen = set(waiting)
    while waiting:
        for state in back[waiting.pop()] - seen:
            if state[0] != state[1]:
                return True
            seen.add(state)
    return False


def _follows(
    automaton: Automaton, ends: tuple[int, int], loops: tuple[Iterable[int], Iterable[int]], safe: Safe
) -> bool:
    """Say whether one text leads round the first, round the second, and from one to the other, and can still fail."""
    (p, q), inside, last = ends, set(loops[0]), set(loops[1])
    for around in automaton.letters if any((q, letter) not in safe for letter in automaton.letters) else ():
        seen, waiting = set(), [(p, p, q, around)]
        while waiting:
            one, middle, other, before = waiting.pop()
            for letter in automaton.letters:
                others = [to for to in automaton.step(other, before, letter) if to in last and (to, letter) not in safe]
                ones = [to for to in automaton.step(one, before, letter) if to in inside] if others else []
                middles = automaton.step(middle, before, letter) if ones else ()
                found = {(*places, letter) for places in product(ones, middles, others)} - seen
                if (p, q, q, around) in found:
                    return True
                seen |= found
                waiting += found
    return False


def _never_failing(automaton: Automaton) -> Safe:
    """Return the places, with the character before them, from which a match is made whatever follows."""
    places, waiting = set[int](), [place for loop in automaton.loops for place in loop]
    pairs = list(product(automaton.letters, automaton.letters))
    while waiting:
        place = waiting.pop()
        if place not in places:
            places.add(place)
            waiting += [to for before, letter in pairs for to in automaton.step(place, before, letter)]
    safe = set(product(places, automaton.letters))
    while failing := {state for state in safe if not _goes_on(automaton, state, safe)}:
        safe -= failing
    return frozenset(safe)


def _goes_on(automaton: Automaton, state: tuple[int, str], safe: set[tuple[int, str]]) -> bool:
    at, before = state
    return automaton.is_done(at, before, END) and all(
        automaton.is_done(at, before, letter) or any((to, letter) in safe for to in automaton.step(at, before, letter))
        for letter in automaton.letters
    )
