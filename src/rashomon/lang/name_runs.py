"""Where a run of capitalised words begins and ends that is one name: particles, "of", "and" and numbers inside it."""

from __future__ import annotations

from rashomon import tables
from rashomon.lang.gazetteer import load_gazetteer
from rashomon.lang.name_kinds import famous
from rashomon.lang.name_words import Word, load_cues

_THRESHOLDS = tables.thresholds("rashomon.lang")
_WORDS = tables.words("rashomon.lang")
_LONGEST_JOINED = _THRESHOLDS.integer("longest_joined")

_JOINTS = _WORDS.sequence("name_runs_joints")
_LONGEST_RUN = _THRESHOLDS.integer("longest_run")
_YEAR = 4  # digits: a shorter number after a name may belong to it


def opens(words: tuple[Word, ...], place: int, loud: bool) -> bool:
    """Say whether a name can begin with this word."""
    word = words[place]
    cues = load_cues()
    if not word.capital or word.key in cues.never or not word.key:
        return False
    if word.function and not (initialism(word) and (_known(word) or "." in word.text)):
        return False
    if loud:
        return word.pos == "PROPN" or word.key in cues.organisations
    if place and not _sentence_start(word):
        return True
    if word.pos in ("PROPN", "X") or _known(word) or initialism(word):
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


def initialism(word: Word) -> bool:
    """Say whether a word is written in two or more capitals, with or without points."""
    bare = word.text.replace(".", "")
    return len(bare) >= 2 and bare.isupper() and bare.isalpha()


def _known(word: Word) -> bool:
    cues = load_cues()
    if word.key in cues.given or word.key in cues.titles or word.key in cues.organisations:
        return True
    return famous(word.key) and word.pos not in ("VERB", "ADV")


def run_end(words: tuple[Word, ...], start: int, loud: bool) -> int:
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
    if word.text.isdigit() and len(word.text) < _YEAR and (last.key in cues.numbered or last.function):
        return 1
    return _joint(words, start, end)


def _capital_follows(words: tuple[Word, ...], place: int) -> bool:
    """Say whether a capitalised function word stands between capitals, as inside a title or a brand."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or following.before != " " or words[place].key == "i":
        return False
    return following.capital or (following.text.isdigit() and len(following.text) < _YEAR)


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
    return stop - end <= _LONGEST_JOINED and words[stop - 1].key in cues.joined and plain and end - start <= 2


def _topic(key: str) -> bool:
    """Say whether a folded word names a field of work rather than someone or somewhere."""
    return key not in load_cues().given and not load_gazetteer().find(key)
