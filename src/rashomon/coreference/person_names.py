"""Whether two names are one person's: in any order of their words, titles, initials and short forms allowed for."""

from __future__ import annotations

from rashomon import tables
from rashomon.coreference.name_match import NameMatch, Sameness
from rashomon.coreference.spelling import nicknames, spelling
from rashomon.lang.name_words import load_cues

_THRESHOLDS = tables.thresholds("rashomon.coreference")
_WORDS = tables.words("rashomon.coreference")
_MOST_INITIALS = _THRESHOLDS.integer("most_initials")
_SURE_ALONE = _THRESHOLDS.integer("sure_alone")
_SURE_JOINED = _THRESHOLDS.integer("sure_joined")
_SURE_BESIDE = _THRESHOLDS.integer("sure_beside")

_SMALL = _WORDS.set("person_names_small")


def same_person(ours: str, theirs: str) -> NameMatch:
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
    if nicknames(word, longer[0]):
        return NameMatch(Sameness.VARIANT, "nickname")
    if any(spelling(word, part) and len(word) > _SURE_BESIDE for part in longer):
        return NameMatch(Sameness.VARIANT, "spelling")
    joined = "".join(longer)
    if word == joined or (len(word) > _SURE_JOINED and joined.endswith(word)):
        return NameMatch(Sameness.VARIANT, "transliteration hyphens")
    if _initials_of(word, longer):
        return NameMatch(Sameness.VARIANT, "initials")
    return NameMatch(Sameness.DIFFERENT, "no word in common")


def _lone_words(one: str, other: str) -> NameMatch:
    if nicknames(one, other):
        return NameMatch(Sameness.VARIANT, "nickname")
    if spelling(one, other):
        return NameMatch(Sameness.VARIANT if min(len(one), len(other)) > _SURE_ALONE else Sameness.UNKNOWN, "spelling")
    # A given name and a surname, each alone, may be one person's.
    return NameMatch(Sameness.UNKNOWN, "one word each, not alike")


def _initials_of(word: str, longer: tuple[str, ...]) -> bool:
    return 2 <= len(word) <= _MOST_INITIALS and word == "".join(part[0] for part in longer)


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
    for rule, fits in (("same", str.__eq__), ("nickname", nicknames), ("spelling", spelling), ("initials", _initial)):
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
    return (ours == theirs, spelling(ours, theirs) and len(left) != len(right))


def _initial(one: str, other: str) -> bool:
    """Say whether one word is the initial of the other."""
    return one[0] == other[0] and 1 in (len(one), len(other))
