"""Are two values told of the same set, state and time? What the slots and sentences say."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rashomon.lang.directions import COMPASS
from rashomon.lang.holders import named_as_one
from rashomon.lang.lexicon import PEOPLE, Relation, relation
from rashomon.model import About, Answer, Claim, Quantity, Stated
from rashomon.questions.question import Case

PASSING = frozenset({"score"})  # a score or record is of its hour
WAYS = frozenset({*COMPASS, "away"})
ANYBODY = PEOPLE | {"", "victim", "other"}  # nouns, or none, that count people


def stated_by_one(case: Case) -> str:
    """Return the id of a report that states both values of the same measure for itself, or ""."""
    for answer, other in ((case.first, case.second), (case.second, case.first)):
        for report in sorted(answer.reports):
            if any(_states_both(claim, other) for claim in answer.claims if claim.report == report):
                return report
    return ""


def same_question(case: Case) -> bool:
    """Say whether the slots of both answers agree closely enough that two values would be at odds.

    The usual state is the same, the counted nouns are one thing, people and things of no known kind do the same, shares
    are of things named alike, neither is narrowed alone, their sentences do not speak of different people, and
    distances are taken the same way. Of two ages it is enough that they stand right by names of one person.
    """
    first, second = case.first.claims, case.second.claims
    if any(aged_alike(*pair) for pair in case.claims):
        return True
    return (not isinstance(first[0].value, Quantity) or first[0].value.dimension not in PASSING) and (
        _one_state(case)
        and _one_noun_counted(case)
        and not _of_others(case)
        and not _of_other_wholes(case)
        and (not _measured(first[0]) or any(_one_bearer(a, b) for a, b in case.claims))
        and _narrowed(first) == _narrowed(second)
        and not _other_bearers(case)
        and any(_one_way(a.about.direction, b.about.direction) for a, b in case.claims)
    )


def aged_alike(one: Claim, other: Claim) -> bool:
    """Say whether both are ages, and stand right by names of one person. Symmetric."""
    ages = all(isinstance(c.value, Quantity) and c.value.dimension == "age" for c in (one, other))
    return ages and named_as_one(one.about.holder, other.about.holder)


def other_dates(case: Case) -> bool:
    """Say whether the sentences of both answers name a year or month, and never the same, or only one's always do."""
    first, second = ([c.context.dates for c in a.claims] for a in (case.first, case.second))
    return _mostly_apart(first, second) or (any(first) != any(second) and all(first) != all(second))


def one_point(case: Case) -> bool:
    """Say whether both are distances of something named alike from one point: no doubt what is asked."""
    return any(
        a.about.reference and a.about.reference == b.about.reference and _one_bearer(a, b) for a, b in case.claims
    )


def one_date(case: Case) -> bool:
    """Say whether sentences of both answers name the same year."""
    first, second = (
        {n for c in a.claims for name, n in c.context.dates if name == "year"} for a in (case.first, case.second)
    )
    return bool(first & second)


def _one_noun_counted(case: Case) -> bool:
    """Say whether the nouns of most pairs of counts may name the same things, or of one pair of measurements."""
    pairs = [_one_noun(a.about, b.about) for a, b in case.claims]
    value = case.first.claims[0].value
    counts = isinstance(value, Quantity) and value.dimension == "count"
    return 2 * sum(pairs) >= len(pairs) if counts else any(pairs)


def _of_others(case: Case) -> bool:
    """Say whether both count people, or things of no known kind, of whom no state is told and who do different things.

    Those who slept in the gymnasium and those who rode out the storm are counted by one noun and are not the same.
    """
    value = case.first.claims[0].value
    if not isinstance(value, Quantity) or value.dimension != "count":
        return False
    return all(
        _told_by_act(a.about)
        and _told_by_act(b.about)
        and relation(a.about.predicate, b.about.predicate, "v") is Relation.NONE
        for a, b in case.claims
    )


def _told_by_act(about: About) -> bool:
    """Say whether nothing but the verb says what is counted."""
    anything = about.measure in ANYBODY or not about.kind
    return anything and not about.state and bool(about.predicate)


def _of_other_wholes(case: Case) -> bool:
    """Say whether both are parts of a whole that is told with them ("28 of his 68 shots"), and of two wholes."""
    first, second = (
        {c.context.whole for c in answer.claims if c.context.whole} for answer in (case.first, case.second)
    )
    return bool(first and second) and not first & second


def _mostly_apart(first: Sequence[Set[object]], second: Sequence[Set[object]]) -> bool:
    """Say whether most pairs of sets, one from each side and neither empty, share nothing."""
    pairs = [bool(a & b) for a in first for b in second if a and b]
    return bool(pairs) and 2 * sum(pairs) < len(pairs)


def _one_state(case: Case) -> bool:
    """Say whether the usual states agree; of people, a state told by one side alone is another question."""
    first, second = (_usual(tuple(c.about.state for c in a.claims)) for a in (case.first, case.second))
    people = any(
        c.about.kind == "person" or c.about.measure in ANYBODY for a in (case.first, case.second) for c in a.claims
    )
    return first == second or (not people and not (first and second))


def _narrowed(claims: tuple[Claim, ...]) -> str:
    """Return the words that narrow the usual claim to a part; where half of the claims are narrowed, those count."""
    words = [" ".join(sorted(c.about.subset)) for c in claims]
    cues = tuple(w for w in words if w)
    return _usual(cues) if cues and 2 * len(cues) > len(words) else ""


def _usual(words: tuple[str, ...]) -> str:
    """Return the most frequent of `words`, the first in the alphabet of several."""
    return min(set(words), key=lambda word: (-words.count(word), word))


def _one_noun(first: About, second: About) -> bool:
    """Say whether two counted nouns may name the same things; a missing one may, and a distance counts nothing."""
    one, other = first.measure, second.measure
    distances = bool(first.reference and second.reference)
    return distances or not one or not other or relation(one, other) in {Relation.SAME, Relation.SYNONYM}


def _measured(claim: Claim) -> bool:
    """Say whether the value measures something, so that it matters what: not a bare count, and not a magnitude."""
    return isinstance(claim.value, Quantity) and claim.value.dimension not in {"count", "magnitude"}


def _one_bearer(one: Claim, other: Claim) -> bool:
    """Say whether two measurements are of something named alike: by what they hang on, or by the noun itself."""
    first, second = one.about, other.about
    ours, theirs = (a.bearer | a.modifiers for a in (first, second))
    if first.reference and second.reference:  # "15 miles north of Dorn" and "50 miles north of Dorn" share no more yet
        points = {"", *first.reference.split(), *second.reference.split()} | WAYS
        said = {first.measure, first.predicate} & {second.measure, second.predicate}
        return bool((said | (ours & theirs)) - points)
    return bool(ours & theirs or (first.measure and first.measure == second.measure))


def _one_way(one: str, other: str) -> bool:
    """Say whether two distances may be taken the same way: "north" holds "northeast", an unnamed way any."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer.startswith(shorter) or longer.endswith(shorter)


def _other_bearers(case: Case) -> bool:
    """Say whether the names around both values differ: of a measurement those close by, of a count those of people."""
    measured = _measured(case.first.claims[0])
    first, second = (
        [c.context.names if measured else c.context.people for c in answer.claims]
        for answer in (case.first, case.second)
    )
    if measured:
        return _mostly_apart(first, second)
    return all(a and b and not a & b for a in first for b in second)


def _states_both(claim: Claim, other: Answer) -> bool:
    """Say whether the report of a claim states the value of the other answer, too, of the same measure and state."""
    value = other.claims[0].value
    if not isinstance(value, Quantity) or value.dimension == "magnitude":
        return False
    both = Stated(value.low, value.high, value.unit, claim.about.measure.rstrip("s"), claim.about.state)
    return both in claim.context.stated
