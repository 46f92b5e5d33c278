"""Proper names in parsed sentences: people with their titles, organisations, places, and what else carries a name.

A name is a run of capitalised words; the parse, declared cue words, given names and the gazetteer say where it begins
and ends and what kind it is. A capital proves nothing at a sentence's start or in a headline.
"""

from __future__ import annotations

from collections import Counter

from rashomon import tables
from rashomon.lang.gazetteer import load_gazetteer
from rashomon.lang.name_kinds import famous, kind_of, nationality
from rashomon.lang.name_runs import initialism, opens, run_end
from rashomon.lang.name_words import Word, load_cues, role_word, title_case, upper_case, words_of
from rashomon.lang.tables import load_table
from rashomon.model import Mention, Name, Sentence
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang")
_WORDS = tables.words("rashomon.lang")
_OLDEST = _THRESHOLDS.integer("names_oldest")
_LONGEST_SPEAKER = _THRESHOLDS.integer("longest_speaker")


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
        stop = run_end(words, place, loud) if opens(words, place, loud) else place
        if stop == place:
            place += 1
            continue
        found.extend(_mentions(text, words, place, stop))
        place = stop
    return tuple(found)


def report_names(text: str, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Return the proper names of a whole report in text order, with kinds agreed.

    What `find_names` cannot know from one sentence is read from the others: a capital at a sentence's start or in a
    headline counts where the same word is a name elsewhere in the report.
    """
    found = [mention for sentence in sentences for mention in find_names(text, sentence)]
    known: dict[str, str] = {}
    for mention in found:
        if isinstance(mention.value, Name) and not mention.value.words.isupper():
            known.setdefault(mention.value.words, mention.value.kind)
            if mention.value.kind == "person" and len(mention.value.words.split()[-1]) > _SHORTEST_SURNAME:
                known.setdefault(mention.value.words.split()[-1], "person")
    taken = {position for mention in found for position in range(mention.range.start, mention.range.end)}
    for sentence in sentences:
        found.extend(_known_again(words_of(text, sentence), known, taken))
    return settle_names(tuple(sorted(found, key=lambda mention: mention.range)))


def _known_again(words: tuple[Word, ...], known: dict[str, str], taken: set[int]) -> list[Mention]:
    """Return the words of a sentence, in no name yet, that are a name of one or two words elsewhere."""
    found: list[Mention] = []
    skip = 0
    for place, word in enumerate(words):
        if place < skip or word.start in taken or not word.capital:
            continue
        second = words[place + 1] if place + 1 < len(words) and words[place + 1].before == " " else None
        both = f"{word.text} {second.text}" if second is not None else ""
        if both in known and second is not None:
            found.append(Mention(Range(word.start, second.end), "name", Name(both, known[both])))
            skip = place + 2
        elif word.text in known and not word.function:
            found.append(Mention(Range(word.start, word.end), "name", Name(word.text, known[word.text])))
    return found


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
    if " " not in name.words and name.words in surnames and not famous(name.words):
        kind = "person"
    return mention if kind == name.kind else Mention(mention.range, mention.kind, Name(name.words, kind, name.titles))


# ---------------------------------------------------------------- from runs to mentions


def _mentions(text: str, words: tuple[Word, ...], start: int, stop: int) -> list[Mention]:
    """Return the names within one run: titles cut off, a mere nationality or title left out."""
    run = words[start:stop]
    person = _office_end(words, start, stop)
    if person:
        office = Range(words[start - 2].start, words[person - 1].end).of(text)
        return [_mention(text, Range(words[person].start, run[-1].end), "person", (office,))]
    cut = _title_length(run)
    name = run[cut:] if cut else _without_office(_without_nationality(run))
    before = words[start - 1] if start and run[0].before.strip() == "" else None
    after = words[stop] if stop < len(words) else None
    if not name or _says_who_not_whom(name, before, bool(cut)):
        return []
    titles = (text[run[0].start : run[cut - 1].end],) if cut else ()
    kind = "person" if _speaks_or_has_an_age(words, stop, name) else kind_of(name, bool(cut), before, after)
    begin = _place_start(words, start) if kind == "place" and not cut else name[0].start
    return [_mention(text, Range(begin, name[-1].end), kind, titles)]


def _mention(text: str, written: Range, kind: str, titles: tuple[str, ...]) -> Mention:
    return Mention(written, "name", Name(" ".join(written.of(text).split()), kind, titles))


def _says_who_not_whom(name: tuple[Word, ...], before: Word | None, titled: bool) -> bool:
    """Say whether the words only describe: a nationality, an office, a title or a common word."""
    if len(name) == 1 and not titled:
        return _no_name(name[0], before)
    qualifiers = load_cues().qualifiers
    office = len(name) > 1 and all(role_word(word.key) or word.key in qualifiers for word in name)
    return office or nationality(" ".join(word.text for word in name))


_SHORTEST_SURNAME = _THRESHOLDS.integer("shortest_surname")
_SPEAKING = _WORDS.set("names_speaking")


def _speaks_or_has_an_age(words: tuple[Word, ...], stop: int, name: tuple[Word, ...]) -> bool:
    """Say whether what follows makes a name a person's: ", 43," or, for one that no cue knows, "said"."""
    cues = load_cues()
    if stop >= len(words) or name[-1].key in cues.organisation_heads | cues.place_last or len(name) > _LONGEST_SPEAKER:
        return False
    following = words[stop]
    closed = stop + 1 == len(words) or words[stop + 1].before.strip() in (",", ")")
    if (
        following.text.isdigit()
        and 1 < int(following.text[:4]) < _OLDEST
        and following.before.strip() == ","
        and closed
    ):
        return True
    known = famous(name[0].key) or initialism(name[0]) or name[0].key in cues.organisations
    return len(name) == 1 and following.key in _SPEAKING and following.before == " " and not known


def _office_end(words: tuple[Word, ...], start: int, stop: int) -> int:
    """Return where the person begins in "director of Public Works Ana Ruiz"; 0 where no office runs into a name."""
    if start < 2 or words[start - 1].key not in ("of", "for") or not role_word(words[start - 2].key):
        return 0
    cues = load_cues()
    return next((place for place in range(start + 1, stop - 1) if words[place].key in cues.given), 0)


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
    if keys[0] in cues.vessels and run[0].text.isupper():
        return 0  # "MS Aurora" is a motor ship, "Ms. Aurora" a woman
    longest = 0
    for place, key in enumerate(keys[:-1]):
        given_before = any(word in cues.given for word in keys[:place])
        if (key in cues.titles or role_word(key)) and (keys[place + 1] in cues.given or not given_before):
            longest = place + 1
    rest = keys[longest:]
    if longest and all(key in cues.after_name for key in rest):
        return 0
    return longest
