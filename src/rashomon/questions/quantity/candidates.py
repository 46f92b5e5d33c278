"""Topics of quantities: equal values are gathered first, then gatherings are compared.

Two gatherings share a topic where their best-described claims answer the same question. A report that states both
values of a measure speaks of two things, and is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon import tables
from rashomon.coreference.event import Event, Item
from rashomon.coreference.pairs import compared
from rashomon.coreference.same_question import load_weights, same_question, score
from rashomon.lang.holders import named_apart
from rashomon.lang.lexicon import PEOPLE, Relation, relation
from rashomon.model import About, Answer, Precision, Quantity, Topic
from rashomon.questions.quantity.scope import aged_alike
from rashomon.questions.quantity.titles import question_of
from rashomon.settings import Settings

_THRESHOLDS = tables.thresholds("rashomon.questions.quantity")

MOST_SIDES = _THRESHOLDS.integer("most_sides")
# Several institutes measure these, and a report may print more than one result.
MEASURED_BY_SEVERAL = frozenset({"magnitude"})
ONE_PERSON = _THRESHOLDS.number("one_person")
ONE_QUAKE = _THRESHOLDS.number("one_quake")


@dataclass(frozen=True, slots=True)
class Gathering:
    """Items of one value that answer one question, in the order of reports and text."""

    items: tuple[Item, ...]

    @property
    def reports(self) -> frozenset[str]:
        """Return the ids of the reports that state it."""
        return frozenset(item.claim.report for item in self.items)


def quantity_topics(event: Event) -> tuple[Topic, ...]:
    """Return the topics of quantities, most certain first."""
    groups: dict[str, list[Item]] = {}
    for item in event.items:
        value = item.claim.value
        if isinstance(value, Quantity):
            groups.setdefault(value.dimension, []).append(item)
    topics = [t for _, group in sorted(groups.items()) for t in _topics(tuple(group), event.settings)]
    return tuple(
        sorted(topics, key=lambda t: (-t.score, t.answers[0].claims[0].report, t.answers[0].claims[0].evidence))
    )


def _topics(items: tuple[Item, ...], settings: Settings) -> Iterator[Topic]:
    table = load_weights("quantity")
    pairs = {
        (i, j): max(
            score(same_question(items[i], items[j]), table), ONE_PERSON if of_one_person(items[i], items[j]) else 0
        )
        for i, j in compared([_kind(item) for item in items])
        if may_compare(items[i], items[j])
    }
    gatherings = _gather(items, pairs, settings)
    yield from _agreements(gatherings, items, pairs)
    links = _links(gatherings, items, pairs, settings)
    for numbers in _groups(links, settings.one_question_score):
        members = tuple(Gathering(tuple(items[i] for i in gatherings[g])) for g in numbers)
        answers = tuple(Answer(tuple(i.claim for i in g.items)) for g in members)
        inside = tuple((i, j, links[a, b]) for (i, a), (j, b) in combinations(enumerate(numbers), 2) if (a, b) in links)
        yield Topic(
            "quantity",
            question_of(i.claim for g in members for i in g.items),
            answers,
            "one measure",
            max(sure for *_, sure in inside),
            inside,
        )


def _kind(item: Item) -> tuple[object, ...]:
    """Return what makes two items one telling in other words: value, counted noun, state and part."""
    value, about = item.claim.value, item.claim.about
    bounds = (value.low, value.high, value.low_open, value.high_open) if isinstance(value, Quantity) else ()
    return *bounds, about.measure, about.state, about.subset


def _groups(links: dict[tuple[int, int], float], least: float) -> list[tuple[int, ...]]:
    """Return the gatherings in groups that answer one question, and each link between two groups as a group of two.

    Groups are joined while the mean link between all their members is at least `least` (a missing link counts 0).
    """
    groups = [[g] for g in sorted({g for key in links for g in key})]
    home = {group[0]: group for group in groups}
    for (a, b), _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        one, other = home[a], home[b]
        if one is other or len(one) + len(other) > MOST_SIDES:
            continue
        mean = sum(links.get((min(x, y), max(x, y)), 0.0) for x in one for y in other) / (len(one) * len(other))
        if mean >= least:
            one += other
            home.update(dict.fromkeys(other, one))
    joined = {id(group): tuple(sorted(group)) for group in home.values() if len(group) > 1}
    return list(joined.values()) + [key for key in links if home[key[0]] is not home[key[1]]]


def may_compare(one: Item, other: Item) -> bool:
    """Say whether two quantities could answer one question: by dimension, measure, state and size. Symmetric."""
    first, second = one.claim.about, other.claim.about
    a, b = one.claim.value, other.claim.value
    if not (_states(one) and _states(other)):
        return False
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.dimension != b.dimension:
        return False
    if first.state and second.state and first.state != second.state and not of_one_person(one, other):
        return False
    if named_apart(first.holder, second.holder):
        return False
    if a.dimension == "age" and first.holder and second.holder and not of_one_person(one, other):
        return False  # husband and wife
    if a.dimension == "magnitude" and abs(one.amount - other.amount) > ONE_QUAKE:
        return False
    if a.dimension == "share" and "part" in {a.written_unit, b.written_unit} and first.measure != second.measure:
        return False
    if a.dimension == "age" and not (one.names_near & other.names_near or of_one_person(one, other)):
        return False
    return a.dimension != "count" or _countable(first.measure, first.kind, second.measure, second.kind)


def of_one_person(one: Item, other: Item) -> bool:
    """Say whether both are ages of one person by name: an age is of its person, whatever else is told there."""
    return aged_alike(one.claim, other.claim)


def _states(item: Item) -> bool:
    """Say whether the claim counts something: "one of the villages" counts nothing."""
    value = item.claim.value
    return not (
        item.of_many and isinstance(value, Quantity) and value.dimension == "count" and value.low == value.high == 1
    )


def _countable(one: str, kind: str, other: str, other_kind: str) -> bool:
    if not one or not other or one == other:
        return True
    found = relation(one, other)
    if found in {Relation.SYNONYM, Relation.KIND}:
        return True
    return all(k == "person" or noun in PEOPLE for noun, k in ((one, kind), (other, other_kind)))


def _gather(items: tuple[Item, ...], pairs: dict[tuple[int, int], float], settings: Settings) -> list[list[int]]:
    """Return the indices of items of equal value whose questions match, as connected groups in text order."""
    parent = list(range(len(items)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for (i, j), sure in sorted(pairs.items(), key=lambda p: (-p[1], p[0])):
        if sure >= settings.same_value_score and _equal(items[i], items[j]):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[int]] = {}
    for i in range(len(items)):
        groups.setdefault(root(i), []).append(i)
    return list(groups.values())


def _equal(one: Item, other: Item) -> bool:
    a, b = one.claim.value, other.claim.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    if one.claim.about.state and one.claim.about.subset != other.claim.about.subset:
        return False  # two elderly passengers of those killed are not the two killed
    if _told_apart(one.claim.about, other.claim.about):
        return False
    same_bounds = (a.low, a.high, a.low_open, a.high_open) == (b.low, b.high, b.low_open, b.high_open)
    return same_bounds and a.written_unit == b.written_unit


def _told_apart(one: About, other: About) -> bool:
    """Say whether one noun is a kind of the other, and no describing word is shared: boats, merchant ships."""
    described = bool(one.modifiers or other.modifiers) and not one.modifiers & other.modifiers
    named = bool(one.measure and other.measure) and one.measure != other.measure
    return described and named and relation(one.measure, other.measure) is Relation.KIND


def _agreements(
    gatherings: list[list[int]], items: tuple[Item, ...], pairs: dict[tuple[int, int], float]
) -> Iterator[Topic]:
    for group in gatherings:
        members = Gathering(tuple(items[i] for i in group))
        if len(members.reports) < 2 or _empty(members):
            continue
        sure = max(
            pairs.get((i, j), 0.0) for i, j in combinations(group, 2) if items[i].claim.report != items[j].claim.report
        )
        yield Topic(
            "quantity",
            question_of(i.claim for i in members.items),
            (Answer(tuple(i.claim for i in members.items)),),
            "",
            sure,
        )


def _empty(gathering: Gathering) -> bool:
    """Say whether the value says next to nothing ("one", "several"): no agreement that a reader would miss."""
    value = gathering.items[0].claim.value
    return isinstance(value, Quantity) and value.precision is Precision.VAGUE


def _links(
    gatherings: list[list[int]], items: tuple[Item, ...], pairs: dict[tuple[int, int], float], settings: Settings
) -> dict[tuple[int, int], float]:
    """Return how surely each two gatherings answer one question, where no report states both of them."""
    home = {i: g for g, group in enumerate(gatherings) for i in group}
    best: dict[tuple[int, int], float] = {}
    clash: set[tuple[int, int]] = set()
    for (i, j), sure in pairs.items():
        key = (min(home[i], home[j]), max(home[i], home[j]))
        if key[0] == key[1]:
            continue
        if items[i].claim.report == items[j].claim.report:
            if sure >= settings.two_things_score and not _reports_both(items[i], items[j]):
                clash.add(key)
        else:
            best[key] = max(best.get(key, 0.0), sure)
    return {key: sure for key, sure in best.items() if sure >= settings.same_question_score and key not in clash}


def _reports_both(one: Item, other: Item) -> bool:
    """Say whether a report that gives both values reports a difference: of two sources, or two measurements."""
    if isinstance(one.claim.value, Quantity) and one.claim.value.dimension in MEASURED_BY_SEVERAL:
        return True
    first, second = ({s.name for s in item.claim.attribution} for item in (one, other))
    return bool(first) and bool(second) and not first & second
