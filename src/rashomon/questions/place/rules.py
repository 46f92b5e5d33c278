"""The rules for two places of one act or thing, in the order in which they are asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from rashomon import tables
from rashomon.lang.directions import OPPOSITE
from rashomon.lang.gazetteer import Place, fold
from rashomon.lang.places import PlaceRelation, distance, place_of, relate_places
from rashomon.lang.prepositions import INSIDE
from rashomon.model import Claim, Modality, Phrase, Verdict
from rashomon.questions.question import Case, Ruling

_THRESHOLDS = tables.thresholds("rashomon.questions.place")
_WORDS = tables.words("rashomon.questions.place")

SURE = _THRESHOLDS.number("rules_sure")
NEARBY = _THRESHOLDS.number("nearby")
DWARFED = _THRESHOLDS.integer("dwarfed")
LOOSE = frozenset({PlaceRelation.APART, PlaceRelation.UNKNOWN})
AT_SEA = _WORDS.set("at_sea")


def pairs(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of claims that two reports make in the two answers, each two ways of putting it once."""
    for ours, theirs in product(*(_ways(answer.claims) for answer in (case.first, case.second))):
        pair = next(((a, b) for a, b in product(ours, theirs) if a.report != b.report), None)
        if pair is not None:
            yield pair


def _ways(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims that give a place, gathered by all that the rules look at: a rule need not ask twice."""
    ways: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Phrase):
            ways[claim.value, claim.about.reference, claim.about.kind, claim.about.bearer].append(claim)
    return list(ways.values())


def direction(case: Case) -> Ruling | None:
    """Opposite sides of one place."""
    for one, other in pairs(case):
        sides = frozenset({_side(one), _side(other)})
        if sides in map(frozenset, OPPOSITE) and _relation(one, other) is PlaceRelation.SAME and _firm(case):
            return Ruling(
                Verdict.CONFLICT, "place", f"{_words(case)}: {_shown(one)} and {_shown(other)} are opposite sides"
            )
    return None


def reference(case: Case) -> Ruling | None:
    """The place is given from different points."""
    for one, other in pairs(case):
        references = {one.about.reference, other.about.reference}
        lying = one.about.kind == other.about.kind == "lies"
        if references <= INSIDE or ("from" in references and not lying):
            continue
        relation = _relation(one, other)
        two_points = relation is PlaceRelation.APART and ((_side(one) and _side(other)) or _near(one, other))
        if two_points or (lying and relation is PlaceRelation.BESIDE):
            return Ruling(
                Verdict.COMPATIBLE,
                "reference",
                f"{_words(case)}: {_shown(one)} and {_shown(other)} set out from two points",
            )
    return None


def granularity(case: Case) -> Ruling | None:
    """One place contains the other; where each report gives both, neither says more than the other."""
    if case.first.reports == case.second.reports:
        return None
    for one, other in pairs(case):
        if _holds(one, other) or _holds(other, one):
            return Ruling(
                Verdict.COMPATIBLE,
                "granularity",
                f"{_words(case)}: of {_shown(one)} and {_shown(other)} one contains the other",
            )
    return None


def _holds(larger: Claim, smaller: Claim) -> bool:
    """Say whether what happened in the smaller place happened in the larger: what is north of a city is not in it."""
    relation, outer, inner = _relation(larger, smaller), larger.about.reference, smaller.about.reference
    if relation is PlaceRelation.BESIDE:
        return bool({outer, inner} & AT_SEA)
    return relation is PlaceRelation.CONTAINS and (outer in INSIDE or (outer in AT_SEA and inner not in INSIDE))


def wording(case: Case) -> Ruling | None:
    """Other words for one place."""
    for one, other in pairs(case):
        first, second = set(_named(one).split()), set(_named(other).split())
        if _relation(one, other) is PlaceRelation.SAME and not (first <= second or second <= first):
            return Ruling(
                Verdict.COMPATIBLE, "wording", f"{_words(case)}: {_shown(one)} and {_shown(other)} are one place"
            )
    return None


def conflict(case: Case) -> Ruling | None:
    """Both are asserted of one act, and the places lie apart."""
    if not _firm(case) or _two_things(case):
        return None
    found = tuple(pairs(case))
    if found and all(_relation(*pair) is PlaceRelation.APART and _exclusive(*pair) for pair in found):
        one, other = found[0]
        return Ruling(Verdict.CONFLICT, "place", f"{_words(case)}: {_shown(one)} and {_shown(other)} lie apart")
    return None


def misplaced(case: Case) -> Ruling | None:
    """A named place lies in what one report says, and is known nowhere in the country that the other says."""
    for pair in pairs(case):
        for right, wrong in (pair, pair[::-1]):
            if _firm(case) and right.about.bearer == wrong.about.bearer and _lies_in_first(right, wrong):
                told = f"{_shown(right)} and {_shown(wrong)}"
                return Ruling(Verdict.CONFLICT, "place", f"{_words(case)}: {told}: it is known in the first alone")
    return None


def _lies_in_first(right: Claim, wrong: Claim) -> bool:
    named = " ".join(right.about.bearer)
    land = next((p.name for p in _places(wrong)[:1] if p.kind == "country"), "")
    inside = right.about.kind == wrong.about.kind == "lies" and wrong.about.reference in INSIDE
    return (
        inside
        and bool(land)
        and relate_places(named, _named(right)) is PlaceRelation.WITHIN
        and relate_places(named, land) is PlaceRelation.APART
    )


RULES = (direction, misplaced, reference, granularity, wording, conflict)


def _two_things(case: Case) -> bool:
    """Say whether a report of either side gives two places apart within the topic: it speaks of two acts."""
    told = case.first.reports | case.second.reports
    claims = [c for answer in case.topic.answers for c in answer.claims if c.report in told]
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    return any(
        _relation(one, other) is PlaceRelation.APART
        for own in by_report.values()
        for one, other in combinations(own, 2)
    )


def _exclusive(one: Claim, other: Claim) -> bool:
    """Say whether an act can have happened, or a place can lie, in one of the two alone."""
    if one.about.kind == "lies":
        return {one.about.reference, other.about.reference} <= INSIDE
    return one.about.kind == "act" and (_far(one, other) or _two_cities(one, other))


def _two_cities(one: Claim, other: Claim) -> bool:
    """Say whether both are cities of like size: a suburb may be given for its city, Leeds not for Bradford."""
    inside = {one.about.reference, other.about.reference} <= INSIDE
    first, second = ([p for p in _places(c) if p.kind == "city" and p.inhabitants] for c in (one, other))
    if not inside or not first or not second:
        return False
    low, high = sorted((first[0].inhabitants, second[0].inhabitants))
    return high < DWARFED * low


def _firm(case: Case) -> bool:
    """Say whether both are surely of one thing and asserted; a doubt of what happens leaves where a place lies."""
    return case.topic.score >= SURE and all(
        c.modality is Modality.ASSERTED or c.about.kind == "lies" for a in (case.first, case.second) for c in a.claims
    )


def _side(claim: Claim) -> str:
    """Return the direction in "west of", or ""."""
    first, _, rest = claim.about.reference.partition(" ")
    return first if rest == "of" else ""


def _places(claim: Claim) -> tuple[Place, ...]:
    return place_of(claim.value.words) if isinstance(claim.value, Phrase) else ()


def _named(claim: Claim) -> str:
    return fold(claim.value.words) if isinstance(claim.value, Phrase) else ""


def _relation(one: Claim, other: Claim) -> PlaceRelation:
    """Return how the places of two claims lie to one another; what is between two ends is beside both."""
    if _ends(one) == _ends(other):
        return PlaceRelation.SAME
    found = {relate_places(first, second) for first in _ends(one) for second in _ends(other)}
    if len(found) == 1 and "between" not in {one.about.reference, other.about.reference}:
        return found.pop()
    if found <= LOOSE:
        return PlaceRelation.APART if found == {PlaceRelation.APART} else PlaceRelation.UNKNOWN
    return PlaceRelation.BESIDE


def _ends(claim: Claim) -> tuple[str, ...]:
    """Return the words for the place, or for both ends of "between Tarnby and Ostby"."""
    words = claim.value.words if isinstance(claim.value, Phrase) else ""
    return tuple(words.split(" and ", 1)) if claim.about.reference == "between" else (words,)


def _kilometres(one: Claim, other: Claim) -> float | None:
    """Return the least distance between any two places of these names, or None where one has no coordinates."""
    found = [distance(a, b) for a in _places(one) for b in _places(other)]
    return min((d for d in found if d is not None), default=None)


def _far(one: Claim, other: Claim) -> bool:
    """Say whether the places are so far apart that neither can be given for the other."""
    if (apart := _kilometres(one, other)) is not None:
        return apart > NEARBY
    lands = [{place.country for place in _places(claim)} - {""} for claim in (one, other)]
    return bool(lands[0]) and bool(lands[1]) and not lands[0] & lands[1]


def _near(one: Claim, other: Claim) -> bool:
    apart = _kilometres(one, other)
    return apart is not None and apart <= NEARBY


def _shown(claim: Claim) -> str:
    words = claim.value.words if isinstance(claim.value, Phrase) else ""
    return f"“{claim.about.reference} {words}”".replace("“ ", "“")


def _words(case: Case) -> str:
    return case.topic.about
