"""Topics of where a named place lies, or a person is from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon import tables
from rashomon.coreference.event import Event
from rashomon.coreference.weights import cosine
from rashomon.lang.content_words import content_words
from rashomon.lang.gazetteer import fold
from rashomon.model import Answer, Claim, Phrase, Topic

_THRESHOLDS = tables.thresholds("rashomon.questions.place")

KINDS = frozenset({"lies", "home"})
SURE = _THRESHOLDS.number("whereabouts_sure")


@dataclass(frozen=True, slots=True)
class Lies:
    """A claim of where something lies, with the telling words of its sentence."""

    claim: Claim
    words: frozenset[str]


def whereabouts_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each name (or measured distance) whose place two or more reports give in two ways."""
    found: dict[str, list[Lies]] = defaultdict(list)
    for account in event.accounts:
        sentences = {s.range: s for s in account.sentences}
        for claim in account.claims:
            if claim.about.measure == "place" and claim.about.kind in KINDS:
                (of,) = claim.about.bearer
                found[of].append(Lies(claim, content_words(sentences[claim.sentence].tokens)))
    for of, places in sorted(found.items()):
        if len({p.claim.report for p in places}) >= 2:
            yield from _topic(of, places)


def _topic(of: str, places: list[Lies]) -> Iterator[Topic]:
    answers: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for place in places:
        value = place.claim.value
        words = value.words if isinstance(value, Phrase) else ""
        answers[place.claim.about.reference, fold(words)].append(place.claim)
    near = max(
        (cosine(a.words, b.words) for a, b in combinations(places, 2) if a.claim.report != b.claim.report),
        default=0.0,
    )
    if len(answers) >= 2:
        sides = tuple(Answer(tuple(claims)) for claims in answers.values())
        yield Topic("place", f"where {of} is", sides, "the same name", min(1.0, SURE + near / 5))
