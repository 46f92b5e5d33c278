"""Whether two names name one person, body or place, and why: by rules over their words, never by likeness alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.lang.gazetteer import country_of_adjective, fold
from rashomon.lang.name_words import load_cues
from rashomon.lang.places import PlaceRelation, place_of, relate_places
from rashomon.lang.tables import load_table
from rashomon.model import Name

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "at", "&", "de", "la", "el", "al"})
_LEGAL = frozenset(
    {"inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "plc", "gmbh", "ag", "group"}
)
# First letters that transliterations from Arabic, Cyrillic and Chinese put for one another.
_PARTICLES_WRITTEN_ON = ("la", "le", "de", "di", "da", "del", "al", "el", "mc", "mac", "van", "von", "o", "st")
_INTERCHANGED = ("ck", "gq", "jy", "ou", "vw", "iy", "kq")
_DWARFED, _GREAT_CITY = 10, 1000  # times as many inhabitants; thousands of inhabitants
_CHARACTERS = 120  # longer "names" are no names


class Sameness(StrEnum):
    """How two names lie to one another."""

    SAME = "same"
    VARIANT = "variant"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What two names are to one another, and the rule that says so, in words."""

    sameness: Sameness
    reason: str

    @property
    def linked(self) -> bool:
        """Say whether both names may name one thing."""
        return self.sameness in (Sameness.SAME, Sameness.VARIANT)


def same_name(one: Name, other: Name) -> NameMatch:
    """Return whether two names written about one event name the same thing, and why.

    Symmetric. `unknown` where the words do not settle it; a kind that is "other" fits every kind.
    """
    ours, theirs = fold(one.words[:_CHARACTERS]), fold(other.words[:_CHARACTERS])
    if ours == theirs and ours:
        return _equal(one, other)
    if ours.replace(" ", "") == theirs.replace(" ", "") and ours:
        return NameMatch(Sameness.VARIANT, "hyphens or spaces")
    kinds = {one.kind, other.kind} - {"other"}
    first, second = sorted((ours, theirs))
    if kinds == {"person"}:
        return _persons(first, second)
    if kinds == {"place"}:
        return _places(*sorted((one.words[:_CHARACTERS], other.words[:_CHARACTERS])))
    if kinds == {"organisation"}:
        return _bodies(first, second)
    return _unkinded(first, second, bool(kinds))


def _equal(one: Name, other: Name) -> NameMatch:
    if one.words == other.words:
        reason = "same words" if one.titles == other.titles else "title stripped"
        return NameMatch(Sameness.SAME, reason)
    return NameMatch(Sameness.SAME, "capitals, accents, points or hyphens")


# ---------------------------------------------------------------- people


def _persons(ours: str, theirs: str) -> NameMatch:
    """Compare two people's folded names, in any order of their words."""
    (one, generation), (other, other_generation) = _person_words(ours), _person_words(theirs)
    if generation and other_generation and generation != other_generation:
        return NameMatch(Sameness.DIFFERENT, f"{generation} and {other_generation}")
    if not one or not other:
        return NameMatch(Sameness.UNKNOWN, "a title alone")
    if one == other:
        return NameMatch(Sameness.VARIANT, "title or generation stripped")
    shorter, longer = sorted((one, other), key=lambda words: (len(words), words))
    if len(shorter) == 1:
        return _lone(shorter[0], longer)
    return _full_names(shorter, longer)


def _person_words(name: str) -> tuple[tuple[str, ...], str]:
    """Return the words of a folded name without titles and suffixes, and "jr", "sr" ... or ""."""
    cues = load_cues()
    words = name.split()
    generation = next((word for word in words[1:] if word in cues.generation), "")
    words = [word for word in words[:1] if word not in cues.after_name] + [
        w for w in words[1:] if w not in cues.after_name
    ]
    while len(words) > 1 and words[0] in cues.titles:
        words = words[1:]
    return tuple(words), generation


def _lone(word: str, longer: tuple[str, ...]) -> NameMatch:
    """Compare one word with a full name, or two lone words."""
    if len(longer) == 1:
        return _lone_words(word, longer[0])
    if word == longer[-1] or (word == longer[-2] and len(longer[-1]) > 1):
        return NameMatch(Sameness.VARIANT, "surname contained")
    if word in longer:
        return NameMatch(Sameness.VARIANT, "part of the name")
    if _nicknames(word, longer[0]):
        return NameMatch(Sameness.VARIANT, "nickname")
    if any(_spelling(word, part) and len(word) > 4 for part in longer):
        return NameMatch(Sameness.VARIANT, "spelling")
    joined = "".join(longer)
    if word == joined or (len(word) > 5 and joined.endswith(word)):
        return NameMatch(Sameness.VARIANT, "transliteration hyphens")
    if _initials_of(word, longer):
        return NameMatch(Sameness.VARIANT, "initials")
    return NameMatch(Sameness.DIFFERENT, "no word in common")


def _lone_words(one: str, other: str) -> NameMatch:
    if _nicknames(one, other):
        return NameMatch(Sameness.VARIANT, "nickname")
    if _spelling(one, other):
        return NameMatch(Sameness.VARIANT if min(len(one), len(other)) > 5 else Sameness.UNKNOWN, "spelling")
    # A given name and a surname, each alone, may be one person's.
    return NameMatch(Sameness.UNKNOWN, "one word each, not alike")


def _initials_of(word: str, longer: tuple[str, ...]) -> bool:
    return len(word) in (2, 3) and word == "".join(part[0] for part in longer)


def _full_names(shorter: tuple[str, ...], longer: tuple[str, ...]) -> NameMatch:
    """Compare two names of at least two words each."""
    joined, other_joined = "".join(shorter), "".join(longer)
    if joined == other_joined or sorted(shorter) == sorted(longer):
        return NameMatch(Sameness.VARIANT, "transliteration hyphens" if joined == other_joined else "order of names")
    pairs, left, right = _paired(shorter, longer)
    whole = [rule for rule in pairs if rule in ("same", "spelling", "nickname")]
    if not whole:
        return NameMatch(Sameness.DIFFERENT, "no full word in common")
    if not left:
        rules = [rule for rule in pairs if rule != "same"]
        if len(whole) == 1 and len(shorter) > 1 and rules == ["initials"] and not right:
            return NameMatch(Sameness.VARIANT, "initials")
        return NameMatch(Sameness.VARIANT, rules[0] if rules else "middle name or initial left out")
    if not right:
        return NameMatch(Sameness.VARIANT, "part of the name")
    given = load_cues().given
    if len(left) == len(right) == 1 and shorter[-1] == longer[-1] and left[0] in given and right[0] in given:
        return NameMatch(Sameness.DIFFERENT, f"given names differ: {left[0]} and {right[0]}")
    if any(_parts_join(left, right)):
        return NameMatch(Sameness.VARIANT, "transliteration hyphens")
    if len(whole) >= 2 and all(len(word) == 1 for word in left + right):
        return NameMatch(Sameness.UNKNOWN, "other middle initials")
    if len(whole) >= 2 and shorter[0] == longer[0] and shorter[-1] == longer[-1]:
        return NameMatch(Sameness.UNKNOWN, "other middle names")
    return NameMatch(Sameness.DIFFERENT, f"{' '.join(left)} and {' '.join(right)}")


def _paired(shorter: tuple[str, ...], longer: tuple[str, ...]) -> tuple[list[str], list[str], list[str]]:
    """Return the rule for each word of the shorter name that has its match, and the words left over on either side."""
    rules: list[str] = []
    left, right = list(shorter), list(longer)
    for rule, fits in (("same", str.__eq__), ("nickname", _nicknames), ("spelling", _spelling), ("initials", _initial)):
        for word in tuple(left):
            partner = next((candidate for candidate in right if fits(word, candidate)), None)
            if partner is not None:
                left.remove(word)
                right.remove(partner)
                rules.append(rule)
    small = _SMALL | load_cues().particles
    return rules, [word for word in left if word not in small], [word for word in right if word not in small]


def _parts_join(left: list[str], right: list[str]) -> tuple[bool, ...]:
    """Say whether the left-over words are the same letters divided in another way ("jongun", "jong un")."""
    ours, theirs = "".join(left), "".join(right)
    return (ours == theirs, _spelling(ours, theirs) and len(left) != len(right))


def _initial(one: str, other: str) -> bool:
    """Say whether one word is the initial of the other."""
    return one[0] == other[0] and 1 in (len(one), len(other))


@cache
def _families() -> dict[str, frozenset[int]]:
    """Return the numbers of the families of given names that each name belongs to."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(load_table("nicknames")["families"]):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _nicknames(one: str, other: str) -> bool:
    """Say whether two given names belong to one family, at least one of them its long form."""
    families = _families()
    shared = families.get(one, frozenset()) & families.get(other, frozenset())
    return bool(shared) and one != other


def _spelling(one: str, other: str) -> bool:
    """Say whether two words may be spellings of one: one edit from 4 letters, two from 8, or the same consonants.

    First letters agree, up to those that transliterations exchange. Two known given names are two names, and a plural
    names a family.
    """
    given = load_cues().given
    return not (one in given and other in given) and _alike(one, other)


def _alike(one: str, other: str) -> bool:
    """Say whether two words are near enough in letters, whatever they name."""
    if min(len(one), len(other)) < 4 or one == other or not one[0].isalpha() or _never_spellings(one, other):
        return False
    shorter, longer = sorted((one, other), key=len)
    if longer.endswith(shorter) and longer.removesuffix(shorter) in _PARTICLES_WRITTEN_ON and len(shorter) > 5:
        return True
    if one[0] != other[0] and "".join(sorted((one[0], other[0]))) not in _INTERCHANGED:
        return False
    distance = DamerauLevenshtein.distance(one, other, score_cutoff=2)
    if distance <= (2 if len(shorter) >= 8 else 1):
        return True
    return distance == 2 and len(shorter) > 4 and _consonants(one) == _consonants(other)


def _never_spellings(one: str, other: str) -> bool:
    given = load_cues().given
    return (
        (one in given and other in given) or one + "s" == other or other + "s" == one or {one, other} <= _directions()
    )


@cache
def _directions() -> frozenset[str]:
    return frozenset(load_table("regions")["directions"]["words"])


def _consonants(word: str) -> str:
    """Return the consonants without doublings: what spellings of one name keep."""
    kept = [letter for letter in word if letter not in "aeiouyhʿ"]
    return "".join(letter for place, letter in enumerate(kept) if not place or letter != kept[place - 1])


# ---------------------------------------------------------------- organisations, places and the rest


def _bodies(ours: str, theirs: str) -> NameMatch:
    """Compare two organisations' folded names."""
    one, other = _body_words(ours), _body_words(theirs)
    if one == other and one:
        return NameMatch(Sameness.VARIANT, "legal form or article left out")
    if _acronym(ours, theirs) or _acronym(theirs, ours):
        return NameMatch(Sameness.VARIANT, "acronym")
    if sorted(one) == sorted(other):
        return NameMatch(Sameness.VARIANT, "order of words")
    left, right = [word for word in one if word not in other], [word for word in other if word not in one]
    common = [word for word in one if word in other]
    telling = [word for word in common if word not in load_cues().organisation_heads]
    if not left or not right:
        return _contained(telling, left + right)
    if len(left) == len(right) and all(_like(a, b) for a, b in zip(left, right, strict=True)):
        return NameMatch(Sameness.VARIANT, "spelling")
    return NameMatch(
        Sameness.DIFFERENT if not telling or _rival(left, right) else Sameness.UNKNOWN, _apart(left, right)
    )


def _contained(telling: list[str], extra: list[str]) -> NameMatch:
    cues = load_cues()
    if not telling:
        return NameMatch(Sameness.UNKNOWN, "only the kind of body in common")
    nation = all(country_of_adjective(word) or word in ("us", "uk", "national", "royal") for word in telling)
    if nation and any(word in cues.organisation_heads for word in extra):
        return NameMatch(Sameness.DIFFERENT, "a country and one of its bodies")
    return NameMatch(Sameness.VARIANT, "short form")


def _rival(left: list[str], right: list[str]) -> bool:
    """Say whether the words that differ name two bodies: both sides have one that tells them apart."""
    heads = load_cues().organisation_heads
    return any(word not in heads for word in left) and any(word not in heads for word in right)


def _apart(left: list[str], right: list[str]) -> str:
    return f"{' '.join(left)} and {' '.join(right)}"


def _like(one: str, other: str) -> bool:
    return _spelling(one, other) or one.rstrip("s") == other.rstrip("s")


def _body_words(name: str) -> tuple[str, ...]:
    written = " ".join(_short(word) for word in name.split())
    words = [word for word in written.split() if word not in ("the", "of", "and", "for", "&")]
    kept = [word for word in words if word not in _LEGAL]
    return tuple(kept or words)


def _short(word: str) -> str:
    """Return one form for words that are written in several ways."""
    short: str = load_table("organisations")["written"].get(word, word)
    return short


def _acronym(short: str, long: str) -> bool:
    """Say whether `short` is made of the first letters of `long`, or declared to stand for it."""
    letters = short.replace(" ", "")
    words = long.split()
    if not 2 <= len(letters) <= 8 or len(words) < 2:
        return False
    declared = load_table("organisations")["acronyms"].get(letters)
    if declared and _body_words(declared) == _body_words(long.replace("u s ", "united states ")):
        return True
    spelled = "".join(words) if len(words[0]) == 1 else "".join(_opening(word) for word in words)
    telling = "".join(_opening(word) for word in words if word not in _SMALL)
    return letters in (spelled, telling) or (letters[-1] == "s" and letters[:-1] in (spelled, telling))


def _opening(word: str) -> str:
    return word if word in ("us", "uk", "un", "eu") else word[0]


def _places(ours: str, theirs: str) -> NameMatch:
    """Compare two places as written, by the gazetteer, then by their words."""
    relation = relate_places(ours, theirs)
    if relation is PlaceRelation.SAME:
        return NameMatch(Sameness.VARIANT, "other name of the place")
    if relation in (PlaceRelation.CONTAINS, PlaceRelation.WITHIN):
        return NameMatch(Sameness.DIFFERENT, "one place lies in the other")
    one, other = fold(ours), fold(theirs)
    if _alike(one, other):
        known = bool(place_of(ours)) and bool(place_of(theirs))
        return NameMatch(Sameness.UNKNOWN if known and not _dwarfed(ours, theirs) else Sameness.VARIANT, "spelling")
    if relation is PlaceRelation.APART:
        return NameMatch(Sameness.DIFFERENT, "places apart")
    return _by_words(one, other, load_cues().place_last | load_cues().place_first)


def _dwarfed(ours: str, theirs: str) -> bool:
    """Say whether one of two cities is so much larger that the other's name is likelier its misspelling."""
    sizes = sorted(max(place.inhabitants for place in place_of(words)) for words in (ours, theirs))
    countries = any(place.kind == "country" for words in (ours, theirs) for place in place_of(words))
    return not countries and sizes[1] >= _DWARFED * max(1, sizes[0]) and sizes[1] >= _GREAT_CITY


def _unkinded(ours: str, theirs: str, kinds_differ: bool) -> NameMatch:
    """Compare names whose kinds are not both known, or differ."""
    if _acronym(ours, theirs) or _acronym(theirs, ours):
        return NameMatch(Sameness.VARIANT, "acronym")
    if _spelling(ours, theirs) and min(len(ours), len(theirs)) > 5:
        return NameMatch(Sameness.VARIANT, "spelling")
    return _by_words(ours, theirs)


def _by_words(ours: str, theirs: str, extra: frozenset[str] | None = None) -> NameMatch:
    """Compare by words alone; where `extra` is given, only its words may be left out by the shorter name."""
    one = [word for word in ours.split() if word not in _SMALL]
    other = [word for word in theirs.split() if word not in _SMALL]
    common = [word for word in one if word in other]
    if not common:
        return NameMatch(Sameness.DIFFERENT, "no word in common")
    rest = [word for word in one + other if word not in common]
    if len(common) in (len(one), len(other)) and (extra is None or all(word in extra for word in rest)):
        return NameMatch(Sameness.VARIANT, "part of the name")
    return NameMatch(Sameness.UNKNOWN, "some words in common")
