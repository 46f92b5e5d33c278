"""Where a named place, or a person from it, lies or lives: read from words side by side, not from the parse.

"Bam in central Iran", "the southeastern city of Bam", "Ann Reyes, 56, of Leeds", "150 miles west of Aden".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rashomon import tables
from rashomon.extract.evidence import LONGEST_EVIDENCE
from rashomon.extract.situated import LENGTHS, situated_in
from rashomon.lang.directions import direction_words
from rashomon.lang.gazetteer import fold, load_gazetteer
from rashomon.lang.places import place_of
from rashomon.model import About, Account, Claim, Name, Phrase, Sentence
from rashomon.text import Range

_WORDS = tables.words("rashomon.extract")

PREPOSITIONS = _WORDS.set("whereabouts_prepositions")
CLASS_WORDS = _WORDS.set("class_words")


def whereabouts_in(account: Account) -> Iterator[Claim]:
    """Yield where an account says that named places lie ("lies") and people are from ("home"), sentence by sentence.

    The value is the larger place or the reference point, `about.bearer` holds the one name of what lies there.
    """
    names: dict[Range, list[Claim]] = defaultdict(list)
    for claim in account.claims:
        if isinstance(claim.value, Name):
            names[claim.sentence].append(claim)
    for sentence in account.sentences:
        yield from _in_sentence(account, sentence, names[sentence.range])


def _in_sentence(account: Account, sentence: Sentence, names: list[Claim]) -> Iterator[Claim]:
    text = account.report.text
    for found in situated_in(sentence, tuple(c.evidence for c in names)):
        about = About(measure="place", kind="lies", bearer=frozenset({found.of}), reference=found.reference)
        said = Claim(Phrase(found.words), about, report=account.report.id, sentence=sentence.range)
        yield replace(said, evidence=found.evidence)
    for claim in names:
        if not isinstance(claim.value, Name) or not place_of(claim.value.words):
            continue
        start = _start_of(text, claim.evidence.start, sentence.range.start)
        for of, reference, evidence in (*_beside(text, names, claim, start), *_from_afar(text, sentence, claim)):
            value = Phrase(" ".join(text[start : claim.evidence.end].split()))
            kind = "home" if reference == "of" else "lies"
            about = About(measure="place", kind=kind, bearer=frozenset({of}), reference=reference)
            yield replace(claim, value=value, about=about, evidence=_short(evidence, claim.evidence))
        if (country := _direction_of(text, sentence, claim)) is not None:
            direction, evidence = country
            of = fold(claim.value.words)
            about = About(measure="place", kind="lies", bearer=frozenset({of}), reference="in")
            yield replace(claim, value=Phrase(direction), about=about, evidence=evidence)


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
    if at < 4 or tokens[at - 1].text.lower() != "of" or (side := fold(tokens[at - 2].text)) not in direction_words():
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
    first = at - 3 if fold(tokens[at - 3].text) in direction_words() else at - 4
    if first < 0 or fold(tokens[first].text) not in direction_words() or not isinstance(claim.value, Name):
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
    while len(before) > 1 and not before[-1] and fold(before[-2]) in direction_words():
        start -= len(before[-2]) + 1
        before = [*before[:-2], ""]
    return start


def _short(evidence: Range, name: Range) -> Range:
    return evidence if len(evidence) <= LONGEST_EVIDENCE else name
