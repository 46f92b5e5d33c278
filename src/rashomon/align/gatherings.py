"""Claims that hang on acts, gathered by value and grouped into topics.

Equal values of one act are gathered first. Gatherings then share a topic where they are alike on the whole, so that no
chain of half-likenesses brings two acts together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.align.event import Event, Weights
from rashomon.align.happenings import Happening, likeness
from rashomon.model import Answer, Claim, Topic
from rashomon.text import Range

SAME_ACT = 0.35  # how alike two tellings of an act must be for what they give to be compared at all
SAME_VALUE = 0.4  # how alike, for equal values to be gathered into one answer
ON_THE_WHOLE = 0.2  # how alike two groups must be on the mean over all their pairs to become one


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim that answers when or where, with the act it is told of."""

    claim: Claim
    happening: Happening
    value: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """Tellings of one act that give one value."""

    members: tuple[Placed, ...]

    @property
    def reports(self) -> frozenset[str]:
        """Return the ids of the reports that give it."""
        return frozenset(m.claim.report for m in self.members)


def topics_of(kind: str, about: str, placed: tuple[Placed, ...], event: Event) -> tuple[Topic, ...]:
    """Return the topics that claims with one kind of value make, most certain first: gathered, then grouped."""
    likenesses = alike(placed, event.weights, SAME_ACT)
    gatherings = gathered(placed, likenesses)
    topics = [
        _topic(kind, about, tuple(gatherings[g] for g in group), score)
        for group, score in grouped(gatherings, placed, likenesses)
        if len(frozenset[str]().union(*(gatherings[g].reports for g in group))) >= 2
    ]
    return tuple(sorted(topics, key=_place))


def alike(placed: tuple[Placed, ...], weights: Weights, least: float) -> dict[tuple[int, int], float]:
    """Return the pairs of claims whose acts are alike, and how much, `least` or more."""
    found = {}
    for i, j in combinations(range(len(placed)), 2):
        if (sure := likeness(placed[i].happening, placed[j].happening, weights)) >= least:
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


def grouped(
    gatherings: list[Gathering], placed: tuple[Placed, ...], likenesses: dict[tuple[int, int], float]
) -> Iterator[tuple[tuple[int, ...], float]]:
    """Yield groups of gatherings that are alike on the whole, with the mean of their links.

    A gathering that stays alone comes with its strongest link.
    """
    home = {id(m): g for g, gathering in enumerate(gatherings) for m in gathering.members}
    links: dict[tuple[int, int], float] = {}
    for (i, j), sure in likenesses.items():
        low, high = sorted((home[id(placed[i])], home[id(placed[j])]))
        if placed[i].claim.report != placed[j].claim.report:
            links[low, high] = max(sure, links.get((low, high), 0.0))
    groups: dict[int, tuple[int, ...]] = {g: (g,) for g in range(len(gatherings))}
    for (one, other), _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        first, second = groups[one], groups[other]
        crossing = [links.get((min(a, b), max(a, b)), 0.0) for a in first for b in second]
        if first != second and sum(crossing) / len(crossing) >= ON_THE_WHOLE:
            merged = tuple(sorted(first + second))
            groups |= {g: merged for g in merged}
    for group in sorted(set(groups.values())):
        inner = [links.get(pair, 0.0) for pair in combinations(group, 2)]
        yield group, sum(inner) / len(inner) if inner else links.get((group[0], group[0]), 0.0)


def _topic(kind: str, about: str, gatherings: Iterable[Gathering], score: float) -> Topic:
    """Return the topic of a group: one answer for each value, in the order in which the values first stand."""
    answers: dict[str, list[Placed]] = {}
    for gathering in gatherings:
        for member in gathering.members:
            answers.setdefault(member.value, []).append(member)
    act = next(iter(answers.values()))[0].happening.act
    sides = tuple(Answer(tuple(m.claim for m in members)) for members in answers.values())
    return Topic(kind, f"{about} “{act}”", sides, "the same act of the same participants", score)


def _place(topic: Topic) -> tuple[float, str, Range]:
    first = topic.answers[0].claims[0]
    return -topic.score, first.report, first.evidence
