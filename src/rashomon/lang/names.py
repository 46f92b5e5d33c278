"""Proper names in parsed sentences: people with their titles, organisations, places, and what else carries a name.

A name is a run of capitalised words; the parse, declared cue words, given names and the gazetteer say where it begins
and ends and what kind it is. A capital proves nothing at a sentence's start or in a headline.
"""

from __future__ import annotations

from collections import Counter

from rashomon.lang.gazetteer import load_gazetteer
from rashomon.lang.name_kinds import kind_of, nationality
from rashomon.lang.name_words import Word, load_cues, role_word, title_case, upper_case, words_of
from rashomon.lang.tables import load_table
from rashomon.model import Mention, Name, Sentence
from rashomon.text import Range

_JOINTS = ("of", "for", "on")
_LONGEST_RUN = 14


def find_names(text: str, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the proper names of one sentence of `text` in order, each a mention of kind "name".

    The range covers the name without its title; `Name.titles` holds the title as written. Days, months and mere
    nationalities are no names. Nothing overlaps.
    """
    words = words_of(text, sentence)
    loud = title_case(text, words) or upper_case(words)
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
    found = load_gazetteer().find(words)
    return any(place.kind in ("country", "continent", "area") or place.inhabitants >= 1000 for place in found)


# ---------------------------------------------------------------- runs of capitalised words


def _opens(words: tuple[Word, ...], place: int, loud: bool) -> bool:
    """Say whether a name can begin with this word."""
    word = words[place]
    cues = load_cues()
    if not word.capital or word.key in cues.never or not word.key:
        return False
    if word.function and not (_initialism(word) and (_known(word) or "." in word.text)):
        return False
    if loud:
        return word.pos == "PROPN" or word.key in cues.organisations
    if place and not _sentence_start(word):
        return True
    if word.pos in ("PROPN", "X") or _known(word) or _initialism(word):
        return True
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.capital or following.before != " ":
        return False
    # "Federal Reserve" opens a name, "Yesterday Ana" does not: the parse attaches the first word to the second or not.
    return word.dep in ("amod", "compound", "flat", "nmod", "") or word.key in cues.qualifiers


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
    if word.key in cues.never:
        return 0
    if word.capital and (not word.function or _capital_follows(words, end)):
        return 0 if loud and word.pos not in ("PROPN", "X") and not _known(word) else 1
    if word.text.isdigit() and len(word.text) < 4 and last.key in cues.numbered:
        return 1
    return _joint(words, start, end)


def _capital_follows(words: tuple[Word, ...], place: int) -> bool:
    """Say whether a capitalised function word stands between capitals, as inside a title or a brand."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.before == " " and following.capital and words[place].key != "i"


def _possessive_name(words: tuple[Word, ...], end: int) -> bool:
    """Say whether words after a possessive still belong to one name: "Attorney's Office", "Children's Hospital"."""
    cues = load_cues()
    word, last = words[end], words[end - 1]
    if word.before not in ("'s ", "’s ", "' ", "’ ") or not word.capital:
        return False
    if words[end - 2 if end > 1 else 0].key in ("st", "saint") and word.key in cues.organisation_heads:
        return True
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
        or (word.key == "of" and last.key in cues.organisation_heads)
    ):
        if after.capital and after.key not in cues.never:
            return 2
        third = words[end + 2] if end + 2 < len(words) else None
        return 3 if after.key == "the" and third is not None and third.capital else 0
    if word.text == "&" and after.capital:
        return 2
    if word.key in cues.particles and not word.capital and word.key not in ("do", "e", "y"):
        third = words[end + 2] if end + 2 < len(words) else None
        if after.capital:
            return 2
        return 3 if after.key in cues.particles and third is not None and third.capital else 0
    if word.key == "and" and after.capital and _joined_body(words, start, end):
        return 2
    return 0


def _joined_body(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Say whether "and" stands inside one public body's name: "Food and Drug Administration"."""
    cues = load_cues()
    keys = [word.key for word in words[start:end]]
    if "of" in keys and any(key in cues.organisation_of for key in keys):
        return all(_topic(key) for key in keys[keys.index("of") + 1 :]) and _topic(words[end + 1].key)
    stop = end + 1
    while stop < len(words) and words[stop].capital and (stop == end + 1 or words[stop].before == " "):
        stop += 1
    plain = all(not load_gazetteer().find(word.key) and word.key not in cues.given for word in words[start:end])
    return stop - end <= 4 and words[stop - 1].key in cues.joined and plain and end - start <= 2


def _topic(key: str) -> bool:
    """Say whether a folded word names a field of work rather than someone or somewhere."""
    return key not in load_cues().given and not load_gazetteer().find(key)


# ---------------------------------------------------------------- from runs to mentions


def _mentions(text: str, words: tuple[Word, ...], start: int, stop: int) -> list[Mention]:
    """Return the names within one run: titles cut off, a mere nationality or title left out."""
    run = words[start:stop]
    cut = _title_length(run)
    name = run[cut:] if cut else _without_office(_without_nationality(run))
    if len(name) > 1 or cut:
        office = all(role_word(word.key) or word.key in load_cues().qualifiers for word in name)
        name = () if nationality(" ".join(word.text for word in name)) or (office and len(name) > 1) else name
    before = words[start - 1] if start and run[0].before.strip() == "" else None
    after = words[stop] if stop < len(words) else None
    if not name or (not cut and len(name) == 1 and _no_name(name[0], before)):
        return []
    titles = (text[run[0].start : run[cut - 1].end],) if cut else ()
    kind = "person" if _speaks_or_has_an_age(words, stop, name) else kind_of(name, bool(cut), before, after)
    first = _place_start(words, start) if kind == "place" and not cut else name[0].start
    written = Range(first, name[-1].end)
    return [Mention(written, "name", Name(" ".join(written.of(text).split()), kind, titles))]


_SPEAKING = frozenset({"said", "says", "told", "added", "testified", "pleaded", "recalled", "explained", "tweeted"})


def _speaks_or_has_an_age(words: tuple[Word, ...], stop: int, name: tuple[Word, ...]) -> bool:
    """Say whether what follows makes a name a person's: ", 43," or, for one that no cue knows, "said"."""
    cues = load_cues()
    if stop >= len(words) or name[-1].key in cues.organisation_heads | cues.place_last or len(name) > 4:
        return False
    following = words[stop]
    closed = stop + 1 == len(words) or words[stop + 1].before.strip() in (",", ")")
    if following.text.isdigit() and 1 < int(following.text[:4]) < 115 and following.before.strip() == "," and closed:
        return True
    known = _known_everywhere(name[0].key) or _initialism(name[0]) or name[0].key in cues.organisations
    return len(name) == 1 and following.key in _SPEAKING and following.before == " " and not known


def _without_nationality(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a person's name without the adjective before it: "Swedish Ruth Ellery"."""
    if len(run) > 2 and nationality(run[0].text) and run[1].key in load_cues().given:
        return run[1:]
    return run


def _without_office(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return an organisation's name without the role written after it: "Transport Department Spokesperson"."""
    cues = load_cues()
    if len(name) > 2 and name[-1].key in cues.roles and name[-2].key in cues.organisation_heads:
        return name[:-1]
    return name


def _place_start(words: tuple[Word, ...], start: int) -> int:
    """Return where a place's name begins, with what stands before it in small letters: "southern", "horn of"."""
    directions = load_table("regions")["directions"]["words"]
    if not start or words[start].before != " ":
        return words[start].start
    before = words[start - 1]
    if before.key in directions or before.text.lower() in directions:
        return before.start
    if start > 1 and before.key == "of" and before.before == " ":
        whole = f"{words[start - 2].key} of {words[start].key}"
        if load_gazetteer().find(whole):
            return words[start - 2].start
    return words[start].start


def _no_name(word: Word, before: Word | None) -> bool:
    """Say whether a lone capitalised word is a nationality, a title, a role or a common word rather than a name."""
    cues = load_cues()
    if nationality(word.text) or word.key in cues.titles:
        return True
    if role_word(word.key) and (word.pos != "PROPN" or (before is not None and before.key in ("the", "a", "an"))):
        return True
    return len(word.text) == 1 or word.pos in ("VERB", "ADV", "ADJ")


def _title_length(run: tuple[Word, ...]) -> int:
    """Return how many words at the start of a run are a person's title: "South Korean President" Yoon Suk Yeol."""
    cues = load_cues()
    keys = [word.key for word in run]
    whole = " ".join(keys)
    if keys[-1] in cues.organisation_heads | cues.place_last | cues.other_last or load_gazetteer().find(whole):
        return 0
    if len(keys) > 3 and "of" in keys[1:3] and role_word(keys[keys.index("of") - 1]):
        # "Director of Public Works Ana Ruiz": the office runs up to the given name.
        office = next((place for place in range(3, len(keys) - 1) if keys[place] in cues.given), 0)
        if office:
            return office
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
