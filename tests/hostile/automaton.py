"""A regular expression as an automaton: as `re` itself parses it, in nodes and edges that can be walked.

Not exact are three things: what is repeated a bounded number of times is there `COPIES` times, a back reference is one
character of any kind, and a look-behind asks for its last character.
"""

from __future__ import annotations

import re
import re._constants as sre
import re._parser as sre_parser
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

SEARCH = 0  # the node where a search waits for its match to begin
LONGEST = 256  # a bounded repeat of more than this is as good as one without end
COPIES = 3  # more would show no other loop
END = ""  # stands for the place before the text and after it
SAMPLE = "aZ0 _-\n\t.,é“٣\u00a0\x00\x80"
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
TAKING = (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY)
Condition = Callable[[str, str], bool]  # of the character before and the one after
Character = Callable[[str], bool]


class Automaton:
    """Nodes, edges that take a character, and edges that take none but may ask what stands around."""

    def __init__(self, pattern: re.Pattern[Any], anchored: bool) -> None:
        self._free: dict[int, list[tuple[int, Condition | None]]] = defaultdict(list)
        self._taking: dict[int, list[tuple[Character, int]]] = defaultdict(list)
        self._size = 1
        self._named: set[str] = set()
        self._takers: dict[tuple[str, int], Character] = {}
        self._steps: dict[tuple[int, str, str], dict[int, int]] = {}
        self._closures: dict[tuple[int, str, str], dict[int, int]] = {}
        self._accept = self._node()
        start = self._node()
        parsed = sre_parser.parse(pattern.pattern, pattern.flags)
        self._free[self._sequence(list(parsed), pattern.flags, start)].append((self._accept, None))
        if not anchored:
            self._taking[SEARCH].append((lambda _: True, SEARCH))
            self._free[SEARCH].append((start, None))
        self.letters = self._alphabet()
        self.loops = self._loops()

    # ------------------------------------------------------------ walking

    def step(self, at: int, before: str, letter: str) -> dict[int, int]:
        """Return the nodes that the letter leads to, and in how many ways."""
        key = (at, before, letter)
        if key not in self._steps:
            ways: dict[int, int] = defaultdict(int)
            for node, count in self._closure(at, before, letter).items():
                for takes, to in self._taking[node]:
                    if takes(letter):
                        ways[to] += count
            self._steps[key] = dict(ways)
        return self._steps[key]

    def is_done(self, at: int, before: str, after: str) -> bool:
        """Say whether the match is made here, whatever else could be."""
        return self._accept in self._closure(at, before, after)

    def _closure(self, at: int, before: str, after: str) -> dict[int, int]:
        """Return the nodes that are reached without a character, and in how many ways that visit no node twice."""
        found = self._closures.get((at, before, after)) or self._closures.get((at, "any", "any"))
        if found:
            return found
        ways: dict[int, int] = defaultdict(int)
        passed: set[int] = set()
        asked = False

        def visit(node: int) -> None:
            nonlocal asked
            ways[node] += 1
            passed.add(node)
            for to, condition in self._free[node]:
                asked |= condition is not None
                if to not in passed and (condition is None or condition(before, after)):
                    visit(to)
            passed.discard(node)

        visit(at)
        self._closures[(at, before, after) if asked else (at, "any", "any")] = ways
        return ways

    def _alphabet(self) -> tuple[str, ...]:
        """Return one character for each set of characters that no part of the pattern tells apart."""
        takers = tuple(self._takers.values())
        kinds = {}
        for letter in sorted({*SAMPLE, *self._named}):
            # What `\b` tells apart is told apart too, and the end of a line.
            kinds.setdefault((letter == "\n", _is_word(letter), *(takes(letter) for takes in takers)), letter)
        return tuple(kinds.values())

    def _loops(self) -> tuple[tuple[int, ...], ...]:
        """Return the nodes behind a character of each loop that has no bound."""
        around = [
            {to for at in component for _, to in self._taking[at] if to in component}
            for component in self._components()
            if SEARCH not in component
        ]
        return tuple(tuple(sorted(places)) for places in around if places)

    def _components(self) -> Iterator[set[int]]:
        """Yield the sets of nodes that can all reach one another."""
        onward = {
            node: [to for to, _ in self._free[node]] + [to for _, to in self._taking[node]]
            for node in range(self._size)
        }
        back: dict[int, list[int]] = defaultdict(list)
        for node, following in onward.items():
            for to in following:
                back[to].append(node)
        order: list[int] = []
        seen: set[int] = set()
        for root in range(self._size):
            stack = [(root, iter(onward[root]))] if root not in seen else []
            seen.add(root)
            while stack:
                node, rest = stack[-1]
                to = next((to for to in rest if to not in seen), None)
                if to is None:
                    order.append(stack.pop()[0])
                else:
                    seen.add(to)
                    stack.append((to, iter(onward[to])))
        assigned: set[int] = set()
        for root in reversed(order):
            component, waiting = set[int](), [root]
            while waiting:
                node = waiting.pop()
                if node not in assigned:
                    assigned.add(node)
                    component.add(node)
                    waiting += back[node]
            if component:
                yield component

    # ------------------------------------------------------------ building

    def _node(self) -> int:
        self._size += 1
        return self._size - 1

    def _sequence(self, items: list[Any], flags: int, at: int) -> int:
        for kind, value in items:
            at = self._item(kind, value, flags, at)
        return at

    def _item(self, kind: Any, value: Any, flags: int, at: int) -> int:  # noqa: ANN401 - as `re` has them
        if kind is sre.SUBPATTERN:
            _, added, removed, inside = value
            return self._sequence(list(inside), (flags | added) & ~removed, at)
        if kind is sre.ATOMIC_GROUP:
            return self._sequence(list(value), flags, at)
        if kind in REPEATS:
            return self._repeat(*value, flags, at)
        end = self._node()
        if kind is sre.BRANCH:
            for branch in value[1]:
                self._free[self._sequence(list(branch), flags, self._free_node(at))].append((end, None))
        elif kind is sre.GROUPREF_EXISTS:
            for branch in (value[1], value[2] or []):
                self._free[self._sequence(list(branch), flags, self._free_node(at))].append((end, None))
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            self._free[at].append((end, self._look(kind is sre.ASSERT, *value, flags, at)))
        elif kind is sre.AT:
            self._free[at].append((end, _anchor(value, flags)))
        else:
            self._taking[at].append((self._takes(kind, value, flags), end))
        return end

    def _free_node(self, at: int) -> int:
        node = self._node()
        self._free[at].append((node, None))
        return node

    def _repeat(self, least: int, most: int, items: Any, flags: int, at: int) -> int:  # noqa: ANN401
        """Return the end of what is repeated: copies, then ways out or a loop with an entry and a way back apart."""
        for _ in range(min(least, COPIES)):
            at = self._sequence(list(items), flags, at)
        out = self._node()
        self._free[at].append((out, None))
        if most > LONGEST:
            begin = self._free_node(at)
            back = self._node()
            self._free[self._sequence(list(items), flags, begin)].append((back, None))
            self._free[back] += [(begin, None), (out, None)]
            return out
        for _ in range(min(most - least, COPIES)):
            at = self._sequence(list(items), flags, at)
            self._free[at].append((out, None))
        return out

    def _look(self, wanted: bool, direction: int, items: Any, flags: int, at: int) -> Condition | None:  # noqa: ANN401
        """Return what a look asks of the characters around; one ahead is walked besides, to a dead end."""
        parts = list(items)
        if direction > 0 and (len(parts) != 1 or parts[0][0] in (*REPEATS, sre.SUBPATTERN, sre.BRANCH)):
            self._sequence(parts, flags, self._free_node(at))
            return None
        if len(parts) == 1 and parts[0][0] is sre.BRANCH:
            branches = [list(branch) for branch in parts[0][1][1]]
        else:
            branches = [parts]
        if any(not branch or branch[-1][0] not in TAKING for branch in branches):
            return None
        if not wanted and any(len(branch) > 1 for branch in branches):
            return None
        tests = [self._takes(*branch[-1], flags) for branch in branches]
        if direction < 0:
            return lambda before, _: (before != END and any(takes(before) for takes in tests)) is wanted
        return lambda _, after: (after != END and any(takes(after) for takes in tests)) is wanted

    def _takes(self, kind: Any, value: Any, flags: int) -> Character:  # noqa: ANN401
        """Return the test that one part of the pattern puts to a character, and keep the characters it names."""
        key = (f"{kind} {value}", flags & (re.IGNORECASE | re.DOTALL))
        if key not in self._takers:
            self._takers[key] = cache(self._taker(kind, value, flags))
        return self._takers[key]

    def _taker(self, kind: Any, value: Any, flags: int) -> Character:  # noqa: ANN401
        if kind is sre.GROUPREF:
            return lambda _: True
        parts = value if kind is sre.IN else [(kind, value)]
        for part, named in parts:
            if part in (sre.LITERAL, sre.NOT_LITERAL):
                self._named |= {chr(named), chr(named).swapcase()[0]} if flags & re.IGNORECASE else {chr(named)}
            elif part is sre.RANGE:
                self._named |= {chr(named[0]), chr(named[1])}
        negated = parts[0][0] is sre.NEGATE
        tests = [_test(part, named, flags) for part, named in parts if part is not sre.NEGATE]
        folded = flags & re.IGNORECASE

        def takes(letter: str) -> bool:
            forms = {letter, *((letter.lower(), letter.upper()) if folded else ())}
            return any(test(form) for test in tests for form in forms if len(form) == 1) is not negated

        return takes


def _test(kind: Any, value: Any, flags: int) -> Character:  # noqa: ANN401
    if kind is sre.LITERAL:
        return lambda letter: ord(letter) == value
    if kind is sre.NOT_LITERAL:
        return lambda letter: ord(letter) != value
    if kind is sre.RANGE:
        return lambda letter: value[0] <= ord(letter) <= value[1]
    if kind is sre.ANY:
        return lambda letter: letter != "\n" or bool(flags & re.DOTALL)
    name = str(value)
    test: Character = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": _is_word}[name.rpartition("_")[2]]
    return (lambda letter: not test(letter)) if "NOT" in name else test


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _anchor(kind: Any, flags: int) -> Condition:  # noqa: ANN401
    if kind is sre.AT_BOUNDARY:
        return lambda before, after: _is_word(before) != _is_word(after)
    if kind is sre.AT_NON_BOUNDARY:
        return lambda before, after: _is_word(before) == _is_word(after)
    line = "\n" if flags & re.MULTILINE else END
    if kind in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
        return lambda before, _: before == END or (kind is sre.AT_BEGINNING and before == line)
    return lambda _, after: after == END or (kind is sre.AT_END and after == line)
