"""Counts origins: at most the groups that ties leave apart, at least the voices that are shown to be independent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.origins.ties import Ground, copied_reports, independent, tie
from rashomon.origins.voices import Voice


@dataclass(frozen=True, slots=True)
class Group:
    """Voices that have one origin, and the ties that join them (none for one voice alone)."""

    voices: tuple[Voice, ...]
    ties: tuple[str, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Return the ids of the reports that the voices stand in, in order."""
        return tuple(sorted({voice.report for voice in self.voices}))


@dataclass(frozen=True, slots=True)
class Count:
    """How many origins there are at least and at most, and the groups that were counted."""

    at_least: int
    at_most: int
    groups: tuple[Group, ...]


def count_origins(voices: Iterable[Voice], ground: Ground) -> Count:
    """Return how many origins stand behind the voices.

    At most: as many as groups remain when all that is tied is joined, and never more than reports that are no copies of
    one another, since what one report says has come through one hand. At least: as many as are shown to be
    independent pair by pair, so that leaving a report out never adds to it. With voices it is 1 or more, without 0.
    """
    told = sorted(set(voices), key=lambda voice: (voice.report, voice.place, voice.kind, voice.name))
    if not told:
        return Count(0, 0, ())
    groups = _groups(told, lambda one, other: tie(one, other, ground))
    hands = _groups(told, lambda one, other: "copy" if copied_reports(one, other, ground) else "")
    shown = max(1, _most_independent(told, ground))
    return Count(shown, max(shown, min(len(groups), len(hands))), groups)


def _groups(voices: Sequence[Voice], tied: Callable[[Voice, Voice], str]) -> tuple[Group, ...]:
    """Return the voices in groups, those that a tie joins together, whatever the order of the ties."""
    leader = list(range(len(voices)))

    def first_of(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    ties: list[tuple[int, str]] = []
    for one, other in combinations(range(len(voices)), 2):
        if why := tied(voices[one], voices[other]):
            ties.append((one, why))
            low, high = sorted((first_of(one), first_of(other)))
            leader[high] = low
    members: dict[int, list[Voice]] = {}
    for index, voice in enumerate(voices):
        members.setdefault(first_of(index), []).append(voice)
    why_of: dict[int, set[str]] = {}
    for index, why in ties:
        why_of.setdefault(first_of(index), set()).add(why)
    return tuple(Group(tuple(group), tuple(sorted(why_of.get(head, ())))) for head, group in members.items())


def _most_independent(voices: Sequence[Voice], ground: Ground) -> int:
    """Return the size of the largest set of voices that are independent of one another, pair by pair."""
    able = [voice for voice in voices if voice.firm or voice.seen]
    apart = [
        frozenset(j for j, other in enumerate(able) if i != j and independent(voice, other, ground))
        for i, voice in enumerate(able)
    ]
    return _largest(frozenset(range(len(able))), apart)


def _largest(candidates: frozenset[int], apart: Sequence[frozenset[int]]) -> int:
    """Return the size of the largest clique: branch on one candidate, bounded by a greedy colouring (Tomita, 2003)."""
    best = 0

    def grow(size: int, left: frozenset[int]) -> None:
        nonlocal best
        best = max(best, size)
        order = _coloured(left, apart)
        for colour, vertex in reversed(order):
            if size + colour <= best:
                return
            grow(size + 1, left & apart[vertex])
            left -= {vertex}

    grow(0, candidates)
    return best


def _coloured(left: frozenset[int], apart: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Return the vertices with a colour each, lowest first; vertices of one colour are nowhere apart."""
    colours: list[set[int]] = []
    for vertex in sorted(left):
        free = next((colour for colour in colours if not colour & apart[vertex]), None)
        if free is None:
            colours.append({vertex})
        else:
            free.add(vertex)
    return [(number, vertex) for number, colour in enumerate(colours, start=1) for vertex in sorted(colour)]
