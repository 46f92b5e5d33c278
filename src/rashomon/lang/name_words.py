"""The words of a sentence as names see them, and the declared cues that tell one kind of name from another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon import tables
from rashomon.lang.gazetteer import fold
from rashomon.lang.lexicon import load_lexicon
from rashomon.lang.tables import load_table
from rashomon.model import Sentence

_THRESHOLDS = tables.thresholds("rashomon.lang")
_WORDS = tables.words("rashomon.lang")
_FEWEST_LETTERS = _THRESHOLDS.integer("fewest_letters")
_FEWEST_LONG_WORDS = _THRESHOLDS.integer("fewest_long_words")
_SMALL_IN_TITLES = _THRESHOLDS.integer("small_in_titles")
_ABBREVIATION = _THRESHOLDS.integer("name_words_abbreviation")
_SHORTEST_ROLE = _THRESHOLDS.integer("shortest_role")

_WORD = re.compile(r"\w+(?:[-'’.&/]\w+)*\.?|&")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}|(?:[A-Z]\.)+[A-Z]|[A-Z]")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT", "NUM", "INTJ"})
_REMEMBERED = 8192  # answers kept of the lexicon
_LONGEST_WORD = _THRESHOLDS.integer("longest_word")
_TITLED_SHARE = _THRESHOLDS.ratio("titled_share")
_SHOUTED_SHARE = _THRESHOLDS.ratio("shouted_share")
_JOINED_ON = _WORDS.set("joined_on")
_SHORTEST_COMMON = _THRESHOLDS.integer("shortest_common")
_PLACES = "15"  # WordNet's file of places
_NAMED = frozenset({"14", "15", "17", "18"})  # WordNet's files of groups, places, objects and people


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, without a possessive ending and without a full stop that is not its own.

    `before` is what stands between the word before and this one; `possessive` says that an ending was cut off;
    `pos` and `dep` come from the parse ("" where it has no token here).
    """

    start: int
    end: int
    text: str
    before: str
    pos: str = ""
    dep: str = ""
    possessive: bool = False

    @property
    def key(self) -> str:
        """Return the folded word."""
        return fold(self.text)

    @property
    def capital(self) -> bool:
        """Say whether the word is written as names are: it, or a part after a hyphen, begins with a capital."""
        return any(letter.isupper() for letter in self.text) and not self.text[:1].isdigit()

    @property
    def function(self) -> bool:
        """Say whether the parse takes the word for one that only joins or points."""
        return self.pos in _FUNCTION and not (self.pos == "NUM" and self.text[:1].isupper())


@dataclass(frozen=True, slots=True)
class Cues:
    """The declared words, folded."""

    titles: frozenset[str]
    qualifiers: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    after_name: frozenset[str]
    generation: frozenset[str]
    particles: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_of: frozenset[str]
    joined: frozenset[str]
    organisations: frozenset[str]
    vessels: frozenset[str]
    place_last: frozenset[str]
    place_first: frozenset[str]
    place_surnames: frozenset[str]
    numbered: frozenset[str]
    other_last: frozenset[str]
    never: frozenset[str]
    given: frozenset[str]


@cache
def load_cues() -> Cues:
    """Return the declared cue words of names, read once."""
    titles, bodies = load_table("titles"), load_table("organisations")
    return Cues(
        titles=frozenset(titles["before_name"]),
        qualifiers=frozenset(titles["qualifiers"]["words"]),
        roles=frozenset(fold(word) for word in titles["roles"]["words"]),
        role_endings=tuple(titles["roles"]["endings"]),
        after_name=frozenset(titles["after_name"]["words"]),
        generation=frozenset(titles["after_name"]["generation"]),
        particles=frozenset(titles["particles"]["words"]),
        organisation_heads=frozenset(fold(word) for word in bodies["heads"]["last"]),
        organisation_of=frozenset(bodies["heads"]["of"]),
        joined=frozenset(bodies["heads"]["joined"]),
        organisations=frozenset(fold(word) for word in bodies["known"]["names"]),
        vessels=frozenset(fold(word) for word in bodies["vessels"]["prefixes"]),
        place_last=frozenset(bodies["places"]["last"]),
        place_first=frozenset(bodies["places"]["first"]),
        place_surnames=frozenset(bodies["places"]["surnames"]),
        numbered=frozenset(bodies["places"]["numbered"]),
        other_last=frozenset(bodies["other"]["last"]),
        never=frozenset(fold(word) for word in bodies["other"]["never"]),
        given=frozenset(load_table("given_names")["words"].split()),
    )


def role_word(key: str) -> bool:
    """Say whether a folded word names what a person is or does ("geologist", "spokeswomen")."""
    cues = load_cues()
    for part in (key, *key.split()):
        singular = part.removesuffix("s")
        for word in (part, singular, part.replace("men", "man")):
            if word in cues.roles or word in cues.titles:
                return True
        if len(singular) > _SHORTEST_ROLE and singular.endswith(cues.role_endings):
            return True
    return False


def words_of(text: str, sentence: Sentence) -> tuple[Word, ...]:
    """Return the words of `sentence` in order."""
    start, end = sentence.range.start, sentence.range.end
    tagged = {token.start: token for token in sentence.tokens}
    found: list[Word] = []
    last = start
    for match in _WORD.finditer(text, start, end):
        if len(match.group()) > _LONGEST_WORD:
            last = match.end()
            continue
        for begin, written in _divided(match.start(), match.group()):
            bare = _POSSESSIVE.sub("", _unstopped(written))
            token = tagged.get(begin)
            if bare:
                after = begin + len(bare)
                possessive = text[after : after + 1] in ("'", "’")
                pos, dep = (token.pos, token.dep) if token else ("", "")
                found.append(Word(begin, after, bare, text[last:begin], pos, dep, possessive))
                last = after
    return tuple(found)


def _divided(start: int, written: str) -> list[tuple[int, str]]:
    """Return the parts of a word whose hyphen only joins a name and a common word: "Larsen-director", "victims-Ana"."""
    left, hyphen, right = written.partition("-")
    if not hyphen or "-" in right or left[:1].isupper() == right[:1].isupper():
        return [(start, written)]
    common = right if left[:1].isupper() else left
    if common in _JOINED_ON:
        return [(start, left), (start + len(left) + 1, right)]
    if len(common) < _SHORTEST_COMMON or not common_word(common.rstrip(".")):
        return [(start, written)]
    return [(start, left), (start + len(left) + 1, right)]


@lru_cache(maxsize=_REMEMBERED)
def common_word(word: str) -> bool:
    """Say whether the lexicon has a word in small letters, or its singular, as a noun, verb or adjective."""
    words = load_lexicon().words
    return any((pos, form) in words for pos in "nva" for form in (word, word.removesuffix("s")))


@lru_cache(maxsize=_REMEMBERED)
def place_word(key: str) -> bool:
    """Say whether a folded word is a place in one of the lexicon's senses ("lisbon", but not "police")."""
    lexicon = load_lexicon()
    return any(lexicon.synsets[("n", sense)].file == _PLACES for sense in lexicon.words.get(("n", key), ()))


@lru_cache(maxsize=_REMEMBERED)
def common_noun(key: str) -> bool:
    """Say whether the lexicon has a folded word as a noun that names no person, people, group or place."""
    lexicon = load_lexicon()
    senses = lexicon.words.get(("n", key)) or lexicon.words.get(("n", key.removesuffix("s"))) or ()
    return bool(senses) and all(lexicon.synsets[("n", sense)].file not in _NAMED for sense in senses)


def _unstopped(written: str) -> str:
    """Return the word without its last stop, unless that is part of it: "Mr.", "J.", "U.S.", "Inc."."""
    if not written.endswith("."):
        return written
    bare = written[:-1]
    key = fold(bare)
    cues = load_cues()
    abbreviation = key in cues.titles or key in cues.after_name or key in ("inc", "corp", "co", "ltd", "bros", "dept")
    return (
        written if _INITIALS.fullmatch(written) or "." in bare or (abbreviation and len(key) < _ABBREVIATION) else bare
    )


def title_case(text: str, words: tuple[Word, ...]) -> bool:
    """Say whether a sentence is set as a headline, so that capitals mark no name.

    Most of its long words carry one, and it has no full stop.
    """
    long = [word for word in words if len(word.text) > _SMALL_IN_TITLES and word.text[0].isalpha()]
    if len(long) < _FEWEST_LONG_WORDS or text[words[-1].end : words[-1].end + 2].strip()[:1] in (".", "?", ","):
        return False
    return sum(word.capital for word in long) >= _TITLED_SHARE * len(long)


def upper_case(words: tuple[Word, ...]) -> bool:
    """Say whether a sentence is written in capitals throughout."""
    letters = [letter for word in words for letter in word.text if letter.isalpha()]
    return len(letters) > _FEWEST_LETTERS and sum(letter.isupper() for letter in letters) >= _SHOUTED_SHARE * len(
        letters
    )
