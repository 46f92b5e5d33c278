"""Claims that hang on acts, gathered by value and grouped into topics.

Equal values of one act are gathered first. Gatherings then share a topic where they are alike on the whole, so that no
chain of half-likenesses brings two acts together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon import tables
from rashomon.coreference.acts import Happening, likeness
from rashomon.coreference.pairs import compared
from rashomon.model import Answer, Claim, Topic
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.coreference")

SAME_ACT = _THRESHOLDS.number("same_act")
SAME_VALUE = _THRESHOLDS.number("same_value")
ON_THE_WHOLE = _THRESHOLDS.number("on_the_whole")


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim that answers when or where, with the act it is told of and its words.

    `value` is one string for equal values; `lead` says that the story opens with it.
    """

    claim: Claim
    happening: Happening
    value: str
    words: str = ""
    lead: bool = False


# How surely two claims are of one act, 0 to 1. Symmetric.
Sureness = Callable[[Placed, Placed], float]


def by_tellings(one: Placed, other: Placed) -> float:
    """Return how alike the tellings are: what the two claims say does not speak for one act."""
    return likeness(one.happening, other.happening)


@dataclass(frozen=True, slots=True)
class Gathering:
    """Tellings of one act that give one value."""

    members: tuple[Placed, ...]

    @property
    def reports(self) -> frozenset[str]:
        """Return the ids of the reports that give it."""
        return frozenset(m.claim.report for m in self.members)


def topics_of(
    kind: str, about: str, placed: tuple[Placed, ...], sureness: Sureness = by_tellings, least: float = SAME_ACT
) -> tuple[Topic, ...]:
    """Return the topics that claims with one kind of value make, most certain first: gathered, then grouped.

    Claims that are less surely of one act than `least` are not compared.
    """
    likenesses = alike(placed, sureness, least)
    gatherings = gathered(placed, likenesses)
    links = linked(gatherings, placed, likenesses)
    topics = [
        _topic(kind, about, gatherings, group, links)
        for group in grouped(len(gatherings), links)
        if len(frozenset[str]().union(*(gatherings[g].reports for g in group))) >= 2
    ]
    return tuple(sorted(topics, key=_place))


def alike(placed: tuple[Placed, ...], sureness: Sureness, least: float) -> dict[tuple[int, int], float]:
    """Return the pairs of claims that are of one act, and how surely, `least` or more."""
    found = {}
    for i, j in compared([(one.value, one.happening.act) for one in placed]):
        if (sure := sureness(placed[i], placed[j])) >= least:
            found[i, j] = sure
    return found


def gathered(placed: tuple[Placed, ...], likenesses: dict[tuple[int, int], float]) -> list[Gathering]:
    """Return the claims of equal values of like acts, as connected groups in the order of reports and text."""
    home = list(range(len(placed)))
    for i, j in sorted(pair for pair, sure in likenesses.items() if sure >= SAME_VALUE):
        if placed[i].value == placed[j].value and home[i] != home[j]:
            low, high = sorted((home[i], home[j]))
            home = [low if h == high else h for h in home]
    groups: dict[int, list[Placed]] = {}
    for one, h in zip(placed, home, strict=True):
        groups.setdefault(h, []).append(one)
    return [Gathering(tuple(group)) for _, group in sorted(groups.items())]


def linked(
    gatherings: list[Gathering], placed: tuple[Placed, ...], likenesses: dict[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """Return how alike two gatherings are: the best of the pairs that two reports tell. (g, g) is within one."""
    home = {id(m): g for g, gathering in enumerate(gatherings) for m in gathering.members}
    links: dict[tuple[int, int], float] = {}
    for (i, j), sure in likenesses.items():
        low, high = sorted((home[id(placed[i])], home[id(placed[j])]))
        if placed[i].claim.report != placed[j].claim.report:
            links[low, high] = max(sure, links.get((low, high), 0.0))
    return links


def grouped(count: int, links: dict[tuple[int, int], float]) -> list[tuple[int, ...]]:
    """Return groups of the gatherings 0 up to `count` that are alike on the whole, in order."""
    groups: dict[int, tuple[int, ...]] = {g: (g,) for g in range(count)}
    for (one, other), _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        first, second = groups[one], groups[other]
        crossing = [links.get((min(a, b), max(a, b)), 0.0) for a in first for b in second]
        if first != second and sum(crossing) / len(crossing) >= ON_THE_WHOLE:
            merged = tuple(sorted(first + second))
            groups |= {g: merged for g in merged}
    return sorted(set(groups.values()))


def _topic(
    kind: str,
    about: str,
    gatherings: list[Gathering],
    group: tuple[int, ...],
    links: dict[tuple[int, int], float],
) -> Topic:
    """Return the topic of a group: one answer for each value, in the order in which the values first stand."""
    members: dict[str, list[Placed]] = {}
    for g in group:
        for member in gatherings[g].members:
            members.setdefault(member.value, []).append(member)
    number = {value: n for n, value in enumerate(members)}
    of = {g: number[gatherings[g].members[0].value] for g in group}
    between: dict[tuple[int, int], float] = {}
    for (one, other), sure in links.items():
        if one in of and other in of and of[one] != of[other]:
            low, high = sorted((of[one], of[other]))
            between[low, high] = max(sure, between.get((low, high), 0.0))
    answers = tuple(Answer(tuple(m.claim for m in same)) for same in members.values())
    best = max((sure for (a, b), sure in links.items() if a in of and b in of), default=0.0)
    act = gatherings[group[0]].members[0].happening.act
    why = "the same act of the same participants"
    return Topic(
        kind, f"{about} “{act}”", answers, why, best, tuple((a, b, s) for (a, b), s in sorted(between.items()))
    )


def _place(topic: Topic) -> tuple[float, str, Range]:
    first = topic.answers[0].claims[0]
    return -topic.score, first.report, first.evidence
