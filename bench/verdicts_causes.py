"""Why a difference was missed and why a finding is false, as far as that can be told without a reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import ModuleType
from typing import Any

from rashomon.coreference.event import Event, Item, event_of
from rashomon.coreference.same_question import load_weights, same_question, score
from rashomon.findings.verdicts import judge
from rashomon.lang.lexicon import Relation, relation
from rashomon.model import Finding, Period, Quantity, Topic
from rashomon.questions import find_topics
from rashomon.questions.intervals import same_value
from rashomon.questions.quantity.candidates import may_compare
from rashomon.settings import Settings
from verdicts_sets import DIFFERENCES, LabelledSet

WIDE = 90  # characters: the scorer takes nothing wider for evidence of a value
RELATED = frozenset({Relation.SAME, Relation.SYNONYM, Relation.KIND})
Place = tuple[str, tuple[int, int]]  # report and characters


@dataclass(frozen=True, slots=True)
class Compared:
    """Two claims on two sides of a difference: their features and score, and what refused them ("" for nothing)."""

    first: Item
    second: Item
    features: Mapping[str, float]
    score: float
    refusal: str


@dataclass(frozen=True, slots=True)
class Missed:
    """A marked difference that was not found, or got another verdict; `best` is the likeliest pair of claims."""

    point: Mapping[str, Any]
    sides: tuple[tuple[Place, ...], ...]
    cause: str
    best: Compared | None = None
    got: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class False_:
    """A finding that no marked difference bears out, and what the marks say of its evidence."""

    finding: Finding
    cause: str


@dataclass(frozen=True, slots=True)
class Bench:
    """One set as compared: its event, topics, findings, and the places of every marked point's sides."""

    marked: LabelledSet
    event: Event
    topics: tuple[Topic, ...]
    findings: tuple[Finding, ...]
    points: tuple[tuple[Mapping[str, Any], tuple[tuple[Place, ...], ...]], ...]


def bench_of(marked: LabelledSet, scorer: ModuleType) -> Bench:
    """Return a set compared with the default settings."""
    official = scorer.Set(marked.folder)
    points = tuple(
        (point, tuple(tuple(place for e in side["evidence"] for place in official.where(e)) for side in point["sides"]))
        for point in marked.gold["points"]
    )
    event = event_of(marked.accounts, Settings())
    topics = find_topics(event)
    findings = judge(marked.accounts, topics, Settings())
    return Bench(marked, event, topics, findings, points)


# ---------------------------------------------------------------- missed


def missed_in(bench: Bench) -> Iterator[Missed]:
    """Yield the marked differences that no finding shows, or none with the right verdict, each with its cause."""
    for point, sides in bench.points:
        if point["verdict"] not in DIFFERENCES:
            continue
        seen = tuple(f for f in bench.findings if f.verdict.value in DIFFERENCES and _covered(f, sides) >= 2)
        verdicts = sorted({f.verdict.value for f in seen})
        if point["verdict"] in verdicts or (seen and point["verdict"] == "unclear"):
            continue
        if seen:
            yield Missed(point, sides, f"wrong verdict: {' and '.join(verdicts)} for {point['verdict']}", None, seen)
        else:
            yield _unseen(bench, point, sides)


def _unseen(bench: Bench, point: Mapping[str, Any], sides: tuple[tuple[Place, ...], ...]) -> Missed:
    held = [[item for item in bench.event.items if _on(_place(item), places)] for places in sides]
    full = sum(bool(items) for items in held)
    if full < 2:
        return Missed(point, sides, "no mention on one side" if full else "not typed: words alone")
    kinds = [{_kind(item) for item in items} for items in held]
    common = {kind for a, b in combinations(kinds, 2) for kind in a & b}
    if not common:
        return Missed(point, sides, "mentions of other kinds on the two sides")
    if "quantity" not in common:
        return Missed(point, sides, _other_cause(bench, held, min(common)))
    best = _best(bench.event, held)
    if best is None:
        return Missed(point, sides, "both sides in one report alone")
    return Missed(point, sides, best.refusal or _cause_of(bench, best), best)


def _other_cause(bench: Bench, held: Sequence[Sequence[Item]], kind: str) -> str:
    """Return why two names, times ... were not compared: not in one topic, or no rule held."""
    for a, b in combinations(held, 2):
        if any(_in_one_topic(bench, one, other) for one in a for other in b):
            return f"{kind}: in one topic, and no rule held"
    return f"{kind}: not aligned"


def _best(event: Event, held: Sequence[Sequence[Item]]) -> Compared | None:
    """Return the pair of quantities on two sides that alignment comes nearest to comparing."""
    table = load_weights("quantity")
    pairs = [
        (one, other)
        for a, b in combinations(held, 2)
        for one in a
        for other in b
        if one.claim.report != other.claim.report and _kind(one) == _kind(other) == "quantity"
    ]
    compared = [
        Compared(one, other, features, score(features, table), refusal(one, other))
        for one, other in pairs
        for features in [same_question(one, other, event.weights)]
    ]
    return max(compared, key=lambda c: (not c.refusal, c.score), default=None)


def refusal(one: Item, other: Item) -> str:
    """Return the gate that keeps two quantities from being compared, or "" where none does."""
    if may_compare(one, other):
        return ""
    first, second = one.claim.about, other.claim.about
    a, b = one.claim.value, other.claim.value
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.dimension != b.dimension:
        return f"gate refused: dimension ({' / '.join(sorted((a.dimension, b.dimension)))})"
    if first.state and second.state and first.state != second.state:
        return "gate refused: state"
    if isinstance(a, Quantity) and a.dimension == "age":
        return "gate refused: age without a name in common"
    if first.measure and second.measure and relation(first.measure, second.measure) not in RELATED:
        return "gate refused: measure"
    return "gate refused: states no count"


def _cause_of(bench: Bench, best: Compared) -> str:
    """Return why two quantities that may be compared show no difference."""
    one, other = best.first.claim.value, best.second.claim.value
    if isinstance(one, Quantity) and isinstance(other, Quantity) and same_value(one, other):
        return "read as the same value"
    if best.score < bench.event.settings.same_question_score:
        return "score below the threshold"
    if _in_one_topic(bench, best.first, best.second):
        return "in one topic, and no rule held"
    return "veto: one report states both, or another pair came first"


def _in_one_topic(bench: Bench, one: Item, other: Item) -> bool:
    return any(
        any(one.claim in a.claims and _same_place(one, a.claims) for a in topic.answers)
        and any(other.claim in a.claims and _same_place(other, a.claims) for a in topic.answers)
        for topic in bench.topics
        if len(topic.answers) > 1
    )


def _same_place(item: Item, claims: Sequence[Any]) -> bool:
    return any((c.report, c.evidence) == (item.claim.report, item.claim.evidence) for c in claims)


# ---------------------------------------------------------------- false


def false_in(bench: Bench) -> Iterator[False_]:
    """Yield the findings of a difference that cover no two sides of a marked one, each with what is marked there."""
    for finding in bench.findings:
        if finding.verdict.value not in DIFFERENCES:
            continue
        matched = [p for p, sides in bench.points if p["verdict"] in DIFFERENCES and _covered(finding, sides) >= 2]
        if not matched:
            yield False_(finding, _false_cause(bench, finding))
        elif finding.verdict.value == "conflict" and not any(p["verdict"] != "compatible" for p in matched):
            yield False_(finding, f"conflict for compatible:{matched[0].get('reason')}")


def _false_cause(bench: Bench, finding: Finding) -> str:
    """Return what the marks say of the places that the two sides of a finding point at."""
    touched = [
        {(p["verdict"], p["id"]) for p, sides in bench.points for places in sides if any(_on(e, places) for e in side)}
        for side in _sides(finding)
    ]
    common = set.intersection(*touched) if touched else set()
    if any(verdict == "agree" for verdict, _ in common):
        return "both sides in one marked agreement"
    if common:
        return f"one side of one marked {min(common)[0]}"
    if all(touched):
        return "two marked points: another question"
    return "one side unmarked" if any(touched) else "nothing marked there"


# ---------------------------------------------------------------- places


def _sides(finding: Finding) -> list[list[Place]]:
    return [
        [(e.report, (e.range.start, e.range.end)) for e in side.evidence if len(e.range) <= WIDE]
        for side in finding.sides
    ]


def _covered(finding: Finding, sides: Sequence[Sequence[Place]]) -> int:
    """Return how many sides of a point the finding's evidence overlaps."""
    evidence = [place for side in _sides(finding) for place in side]
    return sum(any(_on(place, places) for place in evidence) for places in sides)


def _on(place: Place, places: Sequence[Place]) -> bool:
    report, (start, end) = place
    return any(report == r and start < e and s < end for r, (s, e) in places)


def _place(item: Item) -> Place:
    return item.claim.report, (item.claim.evidence.start, item.claim.evidence.end)


def _kind(item: Item) -> str:
    value = item.claim.value
    if isinstance(value, Quantity):
        return "quantity"
    return "time" if isinstance(value, Period) else type(value).__name__.lower()
