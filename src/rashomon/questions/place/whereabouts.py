"""Topics of where a named place, or a person from it, lies or lives: read from words side by side, not from the parse.

"Bam in central Iran", "the southeastern city of Bam", "Ann Reyes, 56, of Leeds", "150 miles west of Aden".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from rashomon.coreference.event import Event
from rashomon.coreference.weights import content_words, cosine
from rashomon.lang.gazetteer import fold, load_gazetteer
from rashomon.lang.places import place_of
from rashomon.lang.tables import load_table
from rashomon.model import About, Account, Answer, Claim, Name, Phrase, Sentence, Topic
from rashomon.questions.place.situated import situated_in
from rashomon.text import Range

PREPOSITIONS = frozenset({"in", "near", "off", "outside", "on", "from", "of"})
CLASS_WORDS = frozenset(
    {"city", "town", "village", "port", "island", "province", "district", "suburb", "region", "state", "county"}
)
LENGTHS = frozenset({"mile", "kilometer", "kilometre", "km", "meter", "metre", "yard", "foot"})
SURE = 0.8  # one name is one place: only namesakes are not
LONGEST = 85  # code points of evidence


@dataclass(frozen=True, slots=True)
class Lies:
    """Where a report says that something lies: `of` names it, `claim` holds the larger place or the reference point."""

    of: str
    claim: Claim
    words: frozenset[str]


def whereabouts_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each name (or measured distance) whose place two or more reports give in two ways."""
    found: dict[str, list[Lies]] = defaultdict(list)
    for account in event.accounts:
        for sentence in account.sentences:
            for lies in _in_sentence(account, sentence):
                found[lies.of].append(lies)
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


def _in_sentence(account: Account, sentence: Sentence) -> Iterator[Lies]:
    text = account.report.text
    names = [c for c in account.claims if c.sentence == sentence.range and isinstance(c.value, Name)]
    words = content_words(sentence.tokens)
    for found in situated_in(sentence, tuple(c.evidence for c in names)):
        about = About(measure="place", kind="lies", bearer=frozenset({found.of}), reference=found.reference)
        said = Claim(Phrase(found.words), about, report=account.report.id, sentence=sentence.range)
        yield Lies(found.of, replace(said, evidence=found.evidence), words)
    for claim in names:
        if not isinstance(claim.value, Name) or not place_of(claim.value.words):
            continue
        start = _start_of(text, claim.evidence.start, sentence.range.start)
        for of, reference, evidence in (*_beside(text, names, claim, start), *_from_afar(text, sentence, claim)):
            value = Phrase(" ".join(text[start : claim.evidence.end].split()))
            kind = "home" if reference == "of" else "lies"
            about = About(measure="place", kind=kind, bearer=frozenset({of}), reference=reference)
            yield Lies(of, replace(claim, value=value, about=about, evidence=_short(evidence, claim.evidence)), words)
        if (country := _direction_of(text, sentence, claim)) is not None:
            direction, evidence = country
            of = fold(claim.value.words)
            about = About(measure="place", kind="lies", bearer=frozenset({of}), reference="in")
            yield Lies(of, replace(claim, value=Phrase(direction), about=about, evidence=evidence), words)


def _beside(text: str, names: list[Claim], claim: Claim, start: int) -> Iterator[tuple[str, str, Range]]:
    """Yield what the place is said of: the name right before its preposition."""
    for other in names:
        if other.evidence.end >= start or not isinstance(other.value, Name):
            continue
        between = [w for w in text[other.evidence.end : start].replace(",", " ").lower().split() if not w.isdigit()]
        between = [w for w in between if w != "the"]
        person = other.value.kind == "person"
        if len(between) != 1 or between[0] not in PREPOSITIONS:
            continue
        if person and between[0] in {"of", "from"}:
            yield fold(other.value.words).split(" ")[-1], "of", Range(other.evidence.start, claim.evidence.end)
        elif other.value.kind == "place" and between[0] not in {"of", "from"}:
            yield fold(other.value.words), between[0], Range(other.evidence.start, claim.evidence.end)


def _from_afar(text: str, sentence: Sentence, claim: Claim) -> Iterator[tuple[str, str, Range]]:
    """Yield a distance and direction from the place: "150 nautical miles west of Aden"."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start >= claim.evidence.start), 0)
    if at < 4 or tokens[at - 1].text.lower() != "of" or (side := fold(tokens[at - 2].text)) not in _directions():
        return
    unit = at - 3
    if tokens[unit].lemma.lower() not in LENGTHS:
        return
    number = next((i for i in range(unit - 1, max(-1, unit - 3), -1) if tokens[i].pos == "NUM"), None)
    if number is not None:
        distance = " ".join(t.text.lower() for t in tokens[number : unit + 1])
        evidence = Range(tokens[number].start, claim.evidence.end)
        yield f"{distance} from {fold(claim.evidence.of(text))}", f"{side} of", evidence


def _direction_of(text: str, sentence: Sentence, claim: Claim) -> tuple[str, Range] | None:
    """Return "southeastern Iran" for "the southeastern city of Bam", with the characters that say so."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start >= claim.evidence.start), 0)
    if at < 3 or tokens[at - 1].text.lower() != "of" or tokens[at - 2].lemma.lower() not in CLASS_WORDS:
        return None
    first = at - 3 if fold(tokens[at - 3].text) in _directions() else at - 4
    if first < 0 or fold(tokens[first].text) not in _directions() or not isinstance(claim.value, Name):
        return None
    country = _country(claim.value.words)
    evidence = Range(tokens[first].start, claim.evidence.end)
    return (f"{tokens[first].text} {country}", evidence) if country else None


@cache
def _country(words: str) -> str:
    """Return the name of the country that a place most likely lies in, or ""."""
    code = next((place.country for place in place_of(words)), "")
    gazetteer = load_gazetteer()
    places = (gazetteer.place(number) for number in range(gazetteer.first_region))
    return next((place.name for place in places if code and place.country == code), "")


def _start_of(text: str, start: int, first: int) -> int:
    """Return where the direction words before a name begin ("southern Iran"), not before `first`."""
    before = text[first:start].split(" ")
    while len(before) > 1 and not before[-1] and fold(before[-2]) in _directions():
        start -= len(before[-2]) + 1
        before = [*before[:-2], ""]
    return start


@cache
def _directions() -> frozenset[str]:
    return frozenset(fold(word) for word in load_table("regions")["directions"]["words"])


def _short(evidence: Range, name: Range) -> Range:
    return evidence if len(evidence) <= LONGEST else name
