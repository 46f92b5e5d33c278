"""Topics of states: a statement and its contrary, one bearer in two states that exclude one another, steps of an order.

Any family of `families/` is held against itself by what its table says: nothing here knows one from another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from rashomon import tables
from rashomon.coreference.event import Event
from rashomon.lang.families import ASSERTION, STATE, Family, Relation, families
from rashomon.model import Answer, Claim, Topic
from rashomon.questions.state.opposition import alikeness, excluding, opposed
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.state")

KIND = "state"
ALIKE = _THRESHOLDS.number("alike")
EXCLUDED = _THRESHOLDS.number("excluded")
MOST = _THRESHOLDS.integer("most")


def assertion_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each two plain statements of different reports that differ in polarity alone."""
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in (c for a in event.accounts for c in a.claims if c.about.measure == ASSERTION):
        for word in claim.about.bearer:
            by_subject[word].append(claim)
    seen: set[tuple[str, Range, str, Range]] = set()
    for _, claims in sorted(by_subject.items()):
        for one, other in combinations(claims, 2):
            key = (one.report, one.evidence, other.report, other.evidence)
            if one.report != other.report and key not in seen and opposed(one, other):
                seen.add(key)
                if (score := alikeness(one, other)) >= ALIKE:
                    about = " ".join((*sorted(one.about.bearer & other.about.bearer), one.about.predicate))
                    sides = (Answer((one,)), Answer((other,)))
                    yield Topic(KIND, about, sides, "the same subject, said and denied", score)


def exclusion_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each claim of a state with all that other reports say against it.

    What holds the first state of the table is gathered: a topic for each claim that it came through, not for each harm.
    """
    for family, claims in _by_family(event, Relation.EXCLUSION):
        by_word: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            for word in claim.about.place or claim.about.bearer:
                by_word[word].append(claim)
        for one in claims:
            words = sorted(one.about.place or one.about.bearer)
            against = {
                (c.report, c.evidence): c
                for word in words
                for c in by_word[word]
                if c.report != one.report and _rank(family, c) < _rank(family, one) and excluding(one, c)
            }
            if against:
                sides = (Answer((one,)), Answer(tuple(against.values())))
                yield Topic(KIND, " ".join((family.about, *words)), sides, "one bearer, two states", EXCLUDED)


def order_topics(event: Event) -> Iterator[Topic]:
    """Yield the topic of the bearer that most reports tell of, if they stand at different steps of the order.

    Where several are told of by as many reports, each has its topic. Who is not named is taken for the bearer.
    """
    for family, claims in _by_family(event, Relation.ORDER):
        count = Counter(whom for _, whom in {(c.report, whom) for c in claims for whom in _whom(c)})
        most = max(count.values(), default=0)
        for whom in sorted(name for name in count if count[name] == most) or [""]:
            sides = _steps(family, [c for c in claims if not _whom(c) or whom in _whom(c)])
            if len(sides) >= 2:
                yield Topic(KIND, " ".join((family.about, *filter(None, (whom,)))), sides, "steps of one order")


def _steps(family: Family, claims: list[Claim]) -> tuple[Answer, ...]:
    """Return an answer for each step that a report has reached, first to last, with what it says is still ahead."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    answers: dict[int, list[Claim]] = defaultdict(list)
    for steps in told.values():
        reached = max((family.place(c.about.state) for c in steps if c.positive), default=-1)
        at = [c for c in steps if c.positive and family.place(c.about.state) == reached]
        ahead = [c for c in steps if not c.positive and family.place(c.about.state) > reached]
        answers[reached] += [*at[:MOST], *ahead[:MOST]]
    return tuple(Answer(tuple(found)) for _, found in sorted(answers.items()) if found)


def _by_family(event: Event, relation: Relation) -> Iterator[tuple[Family, list[Claim]]]:
    """Yield the families of one relation, with the claims of their states in the order of reports and text."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in (c for a in event.accounts for c in a.claims if c.about.measure == STATE):
        found[claim.about.kind].append(claim)
    yield from ((family, found[name]) for name, family in families().items() if family.relation is relation)


def _rank(family: Family, claim: Claim) -> tuple[int, bool]:
    return family.place(claim.about.state), not claim.positive


def _whom(claim: Claim) -> frozenset[str]:
    """Return the surname of a person, the names beside a thing; none for what has none, or is not named."""
    return claim.about.bearer if families()[claim.about.kind].bearer == "person" else claim.about.place
