"""Proper names in parsed sentences: people with their titles, organisations, places, and what else carries a name.

A name is a run of capitalised words; the parse, declared cue words, given names and the gazetteer say where it begins
and ends and what kind it is. A capital proves nothing at a sentence's start or in a headline.
"""

from __future__ import annotations

from collections import Counter

from rashomon.lang.gazetteer import load_gazetteer
from rashomon.lang.name_kinds import kind_of, nationality
from rashomon.lang.name_words import Word, load_cues, role_word, title_case, upper_case, words_of
from rashomon.model import Mention, Name, Sentence
from rashomon.text import Range

_JOINTS = ("of", "for", "on", "in", "at")
_LONGEST_RUN = 14


def find_names(text: str, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the proper names of one sentence of `text` in order, each a mention of kind "name".

    The range covers the name without its title; `Name.titles` holds the title as written. Days, months and mere
    nationalities are no names. Nothing overlaps.
    """
    words = words_of(text, sentence)
    loud = title_case(words) or upper_case(words)
    found: list[Mention] = []
    place = 0
    while place < len(words):
        stop = _run_end(words, place, loud) if _opens(words, place, loud) else place
        if stop == place:
            place += 1
            continue
        found.extend(_mentions(text, words, place, stop))
        place = stop
    return tuple(found)


def settle_names(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the names of one report with kinds agreed: a part of a person's name is that person's.

    Only a kind that a name got from its shape alone is changed: "Hiller" after "Yvonne Hiller" is a person, though a
    town is called so. Order and ranges stay.
    """
    votes: dict[str, Counter[str]] = {}
    surnames: set[str] = set()
    for mention in mentions:
        if isinstance(mention.value, Name):
            name = mention.value
            votes.setdefault(name.words, Counter())[name.kind] += 2 if name.titles else 1
            parts = name.words.split()
            if name.kind == "person":
                surnames.update(
                    part for part in (parts[-1], parts[-2] if len(parts) > 1 else parts[-1]) if len(part) > 2
                )
    return tuple(_settled(mention, votes, surnames) for mention in mentions)


def _settled(mention: Mention, votes: dict[str, Counter[str]], surnames: set[str]) -> Mention:
    if not isinstance(mention.value, Name):
        return mention
    name = mention.value
    counted = votes[name.words]
    kind = max(sorted(counted), key=lambda one: (counted[one], one != "other"))
    if " " not in name.words and name.words in surnames and not _known_everywhere(name.words):
        kind = "person"
    return mention if kind == name.kind else Mention(mention.range, mention.kind, Name(name.words, kind, name.titles))


def _known_everywhere(words: str) -> bool:
    return any(place.kind in ("country", "continent", "area") for place in load_gazetteer().find(words))


# ---------------------------------------------------------------- runs of capitalised words


def _opens(words: tuple[Word, ...], place: int, loud: bool) -> bool:
    """Say whether a name can begin with this word."""
    word = words[place]
    cues = load_cues()
    if not word.capital or word.key in cues.never or not word.key or (word.function and not _initialism(word)):
        return False
    if loud:
        return word.pos == "PROPN" and (not word.pos or _known(word) or not _common(word))
    if place and not _sentence_start(word):
        return True
    if word.pos in ("PROPN", "X") or _known(word) or _initialism(word):
        return True
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.capital and following.before == " " and word.pos in ("NOUN", "ADJ", "")


def _sentence_start(word: Word) -> bool:
    """Say whether a new sentence may begin here: after a colon or an opening quotation mark."""
    gap = word.before.strip()
    return gap != "" and gap[-1] in ':"“‘”.?!—•*'


def _initialism(word: Word) -> bool:
    bare = word.text.replace(".", "")
    return len(bare) >= 2 and bare.isupper() and bare.isalpha()


def _known(word: Word) -> bool:
    cues = load_cues()
    if word.key in cues.given or word.key in cues.titles or word.key in cues.organisations:
        return True
    return bool(load_gazetteer().find(word.key)) and word.pos not in ("VERB", "ADV")


def _common(word: Word) -> bool:
    return word.pos not in ("PROPN", "X")


def _run_end(words: tuple[Word, ...], start: int, loud: bool) -> int:
    """Return the position after the last word of the run that begins at `start`."""
    end = start + 1
    while end < len(words) and end - start < _LONGEST_RUN:
        step = _step(words, start, end, loud)
        if not step:
            break
        end += step
    return end


def _step(words: tuple[Word, ...], start: int, end: int, loud: bool) -> int:
    """Return how many words the run from `start` to `end` takes next: 0 where it ends."""
    cues = load_cues()
    word, last = words[end], words[end - 1]
    gap = word.before
    if last.possessive:
        return 1 if _possessive_name(words, end) else 0
    if gap.strip() == "," and word.key in cues.after_name | {"inc", "llc", "ltd"}:
        return 1
    if gap not in (" ", "-", "–", "'", "\n") or (gap == "\n" and not loud):
        return 0
    if word.key in cues.never and word.key not in ("may", "march", "am"):
        return 0
    if word.capital and not word.function:
        return 0 if loud and word.pos not in ("PROPN", "X") else 1
    return _joint(words, start, end)


def _possessive_name(words: tuple[Word, ...], end: int) -> bool:
    """Say whether words after a possessive still belong to one name: "Attorney's Office", "Children's Hospital"."""
    cues = load_cues()
    word, last = words[end], words[end - 1]
    if word.before not in ("'s ", "’s ", "' ", "’ ") or not word.capital:
        return False
    heads = cues.organisation_heads | cues.place_last
    return word.key in heads and (
        last.key in cues.roles or last.key in ("children", "women", "men", "people", "veterans")
    )


def _joint(words: tuple[Word, ...], start: int, end: int) -> int:
    """Return how many words join the run through "of", "and", "&" or a particle before the next capital."""
    cues = load_cues()
    word, last = words[end], words[end - 1]
    after = words[end + 1] if end + 1 < len(words) else None
    if after is None or after.before not in (" ", "-"):
        return 0
    if word.key in _JOINTS and (
        last.key in cues.organisation_of
        or last.key in cues.place_first
        or word.key == "of"
        and last.key in cues.organisation_heads
    ):
        if after.capital and after.key not in cues.never:
            return 2
        third = words[end + 2] if end + 2 < len(words) else None
        return 3 if after.key == "the" and third is not None and third.capital else 0
    if word.text == "&" and after.capital:
        return 2
    if word.key in cues.particles and after.capital and word.key not in ("do", "e", "y", "la"):
        return 2
    if word.key == "and" and after.capital and _joined_body(words, start, end):
        return 2
    return 0


def _joined_body(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Say whether "and" stands inside one public body's name: "Food and Drug Administration"."""
    cues = load_cues()
    if any(word.key in cues.organisation_of for word in words[start : end - 1]) and "of" in [
        w.key for w in words[start:end]
    ]:
        return words[end + 1].pos != "PROPN" or words[end + 1].key not in cues.given
    stop = end + 1
    while stop < len(words) and words[stop].capital and (stop == end + 1 or words[stop].before == " "):
        stop += 1
    plain = all(not load_gazetteer().find(word.key) and word.key not in cues.given for word in words[start:end])
    return stop - end <= 4 and words[stop - 1].key in cues.joined and plain and end - start <= 2


# ---------------------------------------------------------------- from runs to mentions


def _mentions(text: str, words: tuple[Word, ...], start: int, stop: int) -> list[Mention]:
    """Return the names within one run: titles cut off, a mere nationality or title left out."""
    run = words[start:stop]
    cut = _title_length(run)
    name = run[cut:]
    if not name or nationality(" ".join(word.text for word in name)):
        return []
    if len(name) == 1 and not cut and _no_name(name[0]):
        return []
    before = words[start - 1] if start and run[0].before.strip() == "" else None
    titles = (text[run[0].start : run[cut - 1].end],) if cut else ()
    written = Range(name[0].start, name[-1].end)
    kind = kind_of(name, bool(cut), before)
    return [Mention(written, "name", Name(" ".join(written.of(text).split()), kind, titles))]


def _no_name(word: Word) -> bool:
    """Say whether a lone capitalised word is a title, a role or a common word rather than a name."""
    cues = load_cues()
    if word.key in cues.titles or (role_word(word.key) and word.pos != "PROPN"):
        return True
    return len(word.text) == 1 or word.pos in ("VERB", "ADV", "ADJ")


def _title_length(run: tuple[Word, ...]) -> int:
    """Return how many words at the start of a run are a person's title: "South Korean President" Yoon Suk Yeol."""
    cues = load_cues()
    keys = [word.key for word in run]
    whole = " ".join(keys)
    if keys[-1] in cues.organisation_heads | cues.place_last | cues.other_last or load_gazetteer().find(whole):
        return 0
    longest = 0
    for place, key in enumerate(keys[:-1]):
        if key in cues.titles or (role_word(key) and key not in cues.given):
            longest = place + 1
        elif key in cues.given:
            break
    rest = keys[longest:]
    if longest and all(key in cues.after_name for key in rest):
        return 0
    return longest
