"""Where an act happened, or where a thing is: claims of the places that a report names, each with what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon import tables
from rashomon.extract.acts import DAYS, happening_at
from rashomon.extract.evidence import LONGEST_EVIDENCE
from rashomon.lang.content_words import content_words
from rashomon.lang.directions import direction_words
from rashomon.lang.gazetteer import fold
from rashomon.lang.lexicon import noun_class
from rashomon.lang.places import place_of
from rashomon.lang.tables import load_table
from rashomon.model import About, Account, Claim, Happening, Name, Phrase, Sentence, Token
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")
_WORDS = tables.words("rashomon.extract")
SHORT_FORM = _THRESHOLDS.integer("short_form")

PREPOSITIONS = _WORDS.set("places_prepositions")
# From a name up to the noun of its phrase: "the island of Qeshm", "a Leeds bakery". Lists and possessors are left out.
INWARD = frozenset({"compound", "flat", "nmod", "nmod:desc", "goeswith"})
STRIKING = _WORDS.set("places_striking")
NO_THING = frozenset({"person", "group", "time", "quantity", "money", "words"})
LARGE = frozenset({"part", "region", "county", "area"})  # what a name that is not known to be a place may still be


def places_in(account: Account, referents: Mapping[int, str]) -> Iterator[Claim]:
    """Yield a claim for each place that an account names as that of an act or thing, in text order.

    The value is the place in words, `about.reference` the preposition before it, `happening` the act or thing there.
    `referents` says for the first character of a pronoun whom or what it stands for.
    """
    sentences = {s.range: s for s in account.sentences}
    for claim in account.claims:
        if _names_a_place(claim):
            found = _placed(account, sentences[claim.sentence], claim, referents)
            if found is not None:
                yield found


def _names_a_place(claim: Claim) -> bool:
    value = claim.value
    if not isinstance(value, Name) or value.kind not in {"place", "other"}:
        return False
    return any(value.kind == "place" or place.kind in LARGE for place in place_of(value.words)[:1])


def _placed(account: Account, sentence: Sentence, claim: Claim, referents: Mapping[int, str]) -> Claim | None:
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.start < claim.evidence.end and claim.evidence.start < t.end]
    if not inside:
        return None
    first, last = _with_directions(tokens, inside[0]), _with_larger_place(tokens, inside[-1])
    head = _phrase_head(tokens, inside)
    if head is None:
        return None
    case, other_end = _preposition(tokens, head, first), _other_end(tokens, head)
    if case == "between" and other_end is not None:
        last = other_end
    elif case == "between" or _listed(tokens, {head, *inside}):
        return None
    if not case and tokens[tokens[head].head].lemma.lower() not in STRIKING:
        return None
    start = min(
        first, next((i for i in range(first - 1, -1, -1) if tokens[i].text.lower() == case.split(" ")[-1]), first)
    )
    evidence = Range(tokens[start].start, tokens[last].end)
    if len(evidence) > LONGEST_EVIDENCE:
        evidence = Range(tokens[first].start, tokens[last].end)
    words = " ".join(Range(tokens[first].start, tokens[last].end).of(account.report.text).split())
    happening = _thing(sentence, head, evidence) or happening_at(sentence, evidence, referents)
    if happening is None:
        return None
    about = About(measure="place", kind="act" if happening.verbal else "thing", reference=case)
    return replace(claim, value=Phrase(words), about=about, evidence=evidence, happening=happening)


def _with_directions(tokens: tuple[Token, ...], index: int) -> int:
    """Return where the place begins: at the direction words before the name ("southern Iran", "suburban Detroit")."""
    while index and fold(tokens[index - 1].text) in direction_words() | {"suburban", "rural"}:
        index -= 1
    return index


def _with_larger_place(tokens: tuple[Token, ...], index: int) -> int:
    """Return where the place ends: after a following class word, and after the larger place behind a comma."""
    after = set(load_table("regions")["directions"]["after"])
    if index + 1 < len(tokens) and tokens[index + 1].text.lower() in after:
        index += 1
    if index + 2 < len(tokens) and tokens[index + 1].text == "," and _names(tokens[index + 2]):
        stop = index + 2
        return (
            stop + 1
            if stop + 1 < len(tokens) and tokens[stop + 1].text == "." and len(tokens[stop].text) < SHORT_FORM
            else stop
        )
    return index


def _names(token: Token) -> bool:
    return token.text[0].isupper() and bool(place_of(token.text))


def _phrase_head(tokens: tuple[Token, ...], inside: list[int]) -> int | None:
    """Return the noun that heads the whole prepositional phrase ("on the island of Qeshm": island), or None."""
    index = inside[-1]
    for i in inside:
        if tokens[i].head not in inside:
            index = i
    for _ in tokens:
        token = tokens[index]
        if token.dep == "obl" or (token.dep == "nmod" and _case(tokens, index) not in {"", "of"}):
            return index
        if token.dep == "nmod" and tokens[_described(tokens, index)].pos == "PROPN" and _case(tokens, index) == "of":
            return index
        if token.dep == "obj" and tokens[token.head].lemma.lower() in STRIKING:
            return index
        if fold(token.text) in direction_words() and token.dep in {"advmod", "obl", "nmod"}:
            return index
        if (
            token.dep not in INWARD
            or token.head == index
            or (token.dep == "compound" and _names_below(tokens, token.head))
        ):
            return None
        index = token.head
    return None


def _listed(tokens: tuple[Token, ...], members: set[int]) -> bool:
    """Say whether one of the tokens begins a list with "and" or "or"."""
    joined = [tokens[t.head] for t in tokens if t.dep == "cc"]
    return any(last.dep == "conj" and last.head in members for last in joined)


def _other_end(tokens: tuple[Token, ...], head: int) -> int | None:
    """Return the last token of the second of two ends ("between Tarnby and Ostby"), or None where there are not two."""
    ends = [i for i, t in enumerate(tokens) if t.dep == "conj" and t.head == head]
    joined = any(t.dep == "cc" and t.head in ends for t in tokens)
    if len(ends) != 1 or not joined or not _names(tokens[ends[0]]):
        return None
    return ends[0]


def _names_below(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether the noun has its own name behind "of": then the name before it is the larger place's."""
    return any(t.head == index and t.dep == "nmod" and t.pos == "PROPN" for t in tokens)


def _case(tokens: tuple[Token, ...], index: int) -> str:
    return next((t.text.lower() for t in tokens if t.dep == "case" and t.head == index), "")


def _preposition(tokens: tuple[Token, ...], head: int, first: int) -> str:
    """Return the words that set the place: a preposition, or a direction before "of" ("west of")."""
    if first >= 2 and tokens[first - 1].text.lower() == "of" and fold(tokens[first - 2].text) in direction_words():
        return f"{fold(tokens[first - 2].text)} of"
    case = _case(tokens, head)
    return case if case in PREPOSITIONS else ""


def _described(tokens: tuple[Token, ...], head: int) -> int:
    """Return what a phrase is said of; an age between a name and "of" is passed over ("Ann Reyes, 56, of Leeds")."""
    above = tokens[head].head
    return tokens[above].head if tokens[above].pos == "NUM" and tokens[tokens[above].head].pos == "PROPN" else above


def _thing(sentence: Sentence, head: int, evidence: Range) -> Happening | None:
    """Return the thing that a place is said of ("the plant in Leeds"), or None where it is of an act or people."""
    tokens = sentence.tokens
    above = _described(tokens, head)
    noun = tokens[above]
    if tokens[head].dep != "nmod" or noun.text in DAYS or _case(tokens, head) == "between":
        return None
    words = content_words(t for t in tokens if not evidence.start <= t.start < evidence.end)
    lemma = noun.lemma.lower()
    if noun.pos == "PROPN":
        return Happening(lemma, False, frozenset(), frozenset(), frozenset({lemma}), frozenset({lemma}), words)
    if noun.pos != "NOUN" or noun_class(lemma) in NO_THING | {"act", "event", ""}:
        return None
    part = [t for t in tokens if t.head == above and t.dep.split(":")[0] in {"amod", "compound", "nmod", "nummod"}]
    part = [t for t in part if not evidence.start <= t.start < evidence.end]
    names = frozenset(t.lemma.lower() for t in part if t.pos == "PROPN")
    return Happening(lemma, False, frozenset(), frozenset(), content_words(part), names, words) if part else None
