"""Who is what: people and the roles that a sentence gives them, by apposition, title and copula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon import tables
from rashomon.lang.lexicon import noun_class
from rashomon.lang.name_words import Word, load_cues, role_word, words_of
from rashomon.model import Mention, Name, Sentence
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang")
_WORDS = tables.words("rashomon.lang")

_LINKS = _WORDS.set("roles_links")
_OPENERS = _WORDS.set("roles_openers")
_COPULAS = _WORDS.set("roles_copulas")
_LONGEST_ROLE = _THRESHOLDS.integer("longest_role")
_ANYONE = _WORDS.set("roles_anyone")
_CLOSED = (",", ";", ".", ":", "(", ")", '"', "“", "”", "!", "?", "\n", "[", "]")


@dataclass(frozen=True, slots=True)
class RolePair:
    """A person and a role that the sentence gives them.

    `person` is the name's mention, `role` the role's words without a leading article, `range` their characters.
    `stated` is "title" (before the name), "apposition" (beside it) or "copula" ("X is a ...").
    """

    person: Mention
    role: str
    range: Range
    stated: str


def find_roles(text: str, sentence: Sentence, names: tuple[Mention, ...]) -> tuple[RolePair, ...]:
    """Return the roles that one sentence of `text` gives to the people among `names`, in order of the people.

    `names` are the name mentions of the sentence, as `find_names` or `settle_names` return them. A name of kind
    "other" counts as a person's where a role stands beside it.
    """
    words = words_of(text, sentence)
    found: list[RolePair] = []
    for mention in names:
        if isinstance(mention.value, Name) and mention.value.kind in ("person", "other"):
            for stated, part in _roles_beside(words, mention):
                span = Range(part[0].start, part[-1].end)
                found.append(RolePair(mention, " ".join(span.of(text).split()), span, stated))
    return tuple(found)


def _roles_beside(words: tuple[Word, ...], mention: Mention) -> Iterator[tuple[str, tuple[Word, ...]]]:
    first = next((n for n, word in enumerate(words) if word.start >= mention.range.start), len(words))
    last = next((n for n in range(len(words) - 1, -1, -1) if words[n].end <= mention.range.end), -1)
    if first > last:
        return
    before = _title_before(words, first)
    if before:
        yield "title", before
    elif first and words[first].before.strip() == ",":
        apposed = _apposition_before(words, first)
        if apposed:
            yield "apposition", apposed
    after = _apposition_after(words, last)
    if after:
        yield "apposition", after
    stated = _copula(words, last)
    if stated:
        yield "copula", stated


def _title_before(words: tuple[Word, ...], first: int) -> tuple[Word, ...]:
    """Return the words right before a name that end in a role: "navy spokesman", "South Korean President"."""
    if not first or words[first].before.strip() not in ("", "-") or not _role(words[first - 1]):
        return ()
    start = first - 1
    while start and first - start < _LONGEST_ROLE and _describes(words[start - 1], words[start].before):
        start -= 1
    return words[start:first]


def _role(word: Word) -> bool:
    """Say whether a word says what a person is: a declared role, or a common noun for people ("billionaire")."""
    if word.pos != "NOUN" or word.capital or word.key in _ANYONE:
        return role_word(word.key)
    return role_word(word.key) or noun_class(word.key) == "person"


def _describes(word: Word, gap: str) -> bool:
    """Say whether a word may stand within a role's phrase, before its head."""
    if gap.strip() not in ("", "-", "'s", "’s", "'", "’"):
        return False
    cues = load_cues()
    if word.key in cues.qualifiers or role_word(word.key) or word.key in cues.organisations:
        return True
    return word.pos in ("NOUN", "PROPN", "ADJ") or (word.pos in ("", "X", "NUM") and word.capital)


def _apposition_before(words: tuple[Word, ...], first: int) -> tuple[Word, ...]:
    """Return the role before a comma and a name: "The minister of natural resources, X"."""
    start = first
    while start and first - start < _LONGEST_ROLE:
        word, gap = words[start - 1], words[start].before if start < first else " "
        if gap.strip() and not _describes(word, gap):
            break
        if not (_describes(word, " ") or word.key in _LINKS):
            break
        start -= 1
    return _role_phrase(words[start:first])


def _apposition_after(words: tuple[Word, ...], last: int) -> tuple[Word, ...]:
    """Return the role after a name: ", a geologist at Y", ", 43, director of Z", " - head of the lab"."""
    place = last + 1
    while place < len(words) and _skipped(words, place):
        place += 1
    if place >= len(words) or words[place].before.strip() not in (",", "-", "–", "—", "--", ", the", "("):
        return ()
    return _role_phrase(_phrase_from(words, place))


def _skipped(words: tuple[Word, ...], place: int) -> bool:
    """Say whether a word between a name and its apposition is passed over: an age, "Jr."."""
    word = words[place]
    return word.before.strip() in (",", "") and (word.text.isdigit() or word.key in load_cues().after_name)


def _phrase_from(words: tuple[Word, ...], start: int) -> tuple[Word, ...]:
    """Return the noun phrase that begins at `start`, with what "of", "for", "at" and "and" add."""
    stop = start
    while stop < len(words) and stop - start < _LONGEST_ROLE:
        word = words[stop]
        if stop > start and any(mark in word.before for mark in _CLOSED):
            break
        if word.key in ("who", "which", "that", "said", "says", "told"):
            break
        if not (word.key in _LINKS or word.key in _OPENERS or _describes(word, " ") or word.text.isdigit()):
            break
        stop += 1
    while stop > start and words[stop - 1].key in _LINKS:
        stop -= 1
    return words[start:stop]


def _role_phrase(phrase: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the phrase without its article where its head is a role, nothing otherwise."""
    while phrase and phrase[0].key in _OPENERS - {"former", "then", "now"} | {"and"}:
        phrase = phrase[1:]
    head: Word | None = None
    for word in phrase:
        if word.key in ("of", "for", "at", "in", "with", "on", "from", "to"):
            break
        if head is not None and word.key == "and":
            break
        head = word
    return phrase if head is not None and _role(head) else ()


def _copula(words: tuple[Word, ...], last: int) -> tuple[Word, ...]:
    """Return the role after "X is a", "X, who was the" and "X served as"."""
    place = last + 1
    if place < len(words) and words[place].key == "who":
        place += 1
    if place + 1 >= len(words) or words[place].key not in _COPULAS or words[place].before.strip() not in ("", ","):
        return ()
    place += 1
    if words[place].key == "as":
        place += 1
    if place >= len(words) or words[place].key not in _OPENERS:
        return ()
    return _role_phrase(_phrase_from(words, place))
