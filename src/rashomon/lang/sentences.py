"""Where sentences begin and end: rules over stops, closing quotes, abbreviations and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon import tables
from rashomon.lang.tables import load_table
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang")
_FEWEST_WRAPPED = _THRESHOLDS.integer("fewest_wrapped")

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# A run of stops, and whatever closes with it: quotes, brackets.
_STOP = re.compile("[.!?\u2026]+[\"'\u201d\u2019)\\]\u00bb]*")
_CLOSED = re.compile("[.!?\u2026:;][\"'\u201d\u2019)\\]\u00bb]*$")
_WORD_BEFORE = re.compile(r"[^\s(\[\"'\u201c\u2018\u2013\u2014/]*$")
_OPENERS = "\"'\u201c\u2018([\u00ab"
_NEXT_WORD = re.compile(r"[^\W_]+")
_SPEAKER = re.compile(r"(?:[A-Z][\w.'\u2019-]{0,30}\s{1,4}){1,4}([a-z]{1,30})")
_LOOK = _THRESHOLDS.integer("sentences_look")
_WRAP_WIDTHS = range(*_THRESHOLDS.integers("wrap_widths"))
_WRAPPED_SHARE = _THRESHOLDS.number("wrapped_share")


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    before_name: frozenset[str]
    before_number: frozenset[str]
    before_anything: frozenset[str]
    often_last: frozenset[str]
    starters: frozenset[str]
    speech: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    return _Abbreviations(**{name: frozenset(words) for name, words in load_table("abbreviations").items()})


def split_sentences(text: str, start: int, end: int) -> tuple[Range, ...]:
    """Return the sentences between two positions of `text`, in order, without the white space around them.

    A line break ends a sentence, except inside a paragraph that was wrapped at a fixed width. Every character that is
    not white space lies in exactly one of the ranges.
    """
    found: list[Range] = []
    for paragraph in _paragraphs(text, start, end):
        begin = paragraph.start
        for cut in _cuts(text, paragraph):
            found.extend(_trimmed(text, begin, cut))
            begin = cut
        found.extend(_trimmed(text, begin, paragraph.end))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Iterator[Range]:
    """Return the range without white space at its ends, or nothing where there is nothing else."""
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    finish = begin + len(piece.strip())
    if begin < finish:
        yield Range(begin, finish)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Range]:
    """Return the stretches that no sentence reaches across: lines, or several lines of one wrapped paragraph."""
    block: list[Range] = []
    for line in _lines(text, start, end):
        if text[line.start : line.end].strip():
            block.append(line)
        else:
            yield from _unwrapped(text, block)
            block = []
    yield from _unwrapped(text, block)


def _lines(text: str, start: int, end: int) -> Iterator[Range]:
    """Return the lines, each with its line end (so that none is empty)."""
    begin = start
    for match in _LINE_END.finditer(text, start, end):
        yield Range(begin, match.end())
        begin = match.end()
    if begin < end:
        yield Range(begin, end)


def _unwrapped(text: str, block: list[Range]) -> Iterator[Range]:
    """Join the lines of one block that a fixed width broke; return what is left as single lines."""
    if not block:
        return
    lines = [line.of(text).strip() for line in block]
    width = max(len(line) for line in lines)
    # Broken by width: the next line's first word would not have fitted on this one.
    full = [
        width in _WRAP_WIDTHS and len(line) + 1 + len(after.split(None, 1)[0]) > width
        for line, after in pairwise(lines)
    ]
    regular = len(lines) >= _FEWEST_WRAPPED and sum(full) >= _WRAPPED_SHARE * len(full)
    begin = block[0].start
    for index, is_full in enumerate(full):
        goes_on = lines[index + 1][0].islower() or (regular and not _CLOSED.search(lines[index][-_LOOK:]))
        if not (is_full and goes_on):
            yield Range(begin, block[index].end)
            begin = block[index + 1].start
    yield Range(begin, block[-1].end)


def _cuts(text: str, paragraph: Range) -> Iterator[int]:
    """Return the positions inside the paragraph where one sentence ends and another begins."""
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        cut = match.end()
        if cut < paragraph.end and not text[cut].isspace():
            cut = _missing_space(text, match, paragraph.start)
            if cut < 0:
                continue
        after = text[cut : min(cut + _LOOK, paragraph.end)].lstrip()
        before = text[max(paragraph.start, match.start() - _LOOK) : match.start()]
        if after and before.strip() and _ends(before, match.group(), after):
            yield cut


def _missing_space(text: str, stop: re.Match[str], start: int) -> int:
    """Return where to cut `closed.The river`, a space lost between two sentences; -1 where it is none of these."""
    cut = stop.end()
    mark = stop.group()
    if mark[-1] in "\"'" and len(mark) == 2 and text[cut].isupper():
        cut -= 1  # the straight quote opens the next sentence
    word = _NEXT_WORD.match(text, cut + (text[cut] in _OPENERS), cut + _LOOK)
    before = text[max(start, stop.start() - 2) : stop.start()]
    lost = len(before) == 2 and before.islower() and before.isalpha() and "." not in mark[1:]
    if word is None or not lost:
        return -1
    follows = word.group() in _abbreviations().starters and text[word.end() : word.end() + 1] == " "
    return cut if follows else -1


def _ends(before: str, mark: str, after: str) -> bool:
    """Say whether the stop `mark` ends a sentence, given what stands before and after it."""
    first = after.lstrip(_OPENERS)[:1]
    if first.islower():
        return False
    if mark[0] in "?!":
        return not (mark[-1] not in "?!" and _speaks(after))
    if not mark.startswith("...") and mark[0] == ".":
        return _full_stop_ends(before, mark, after)
    return True


def _speaks(after: str) -> bool:
    """Say whether the words after a quoted question name its speaker: `Jones asked`."""
    speaker = _SPEAKER.match(after)
    return speaker is not None and speaker[1] in _abbreviations().speech


def _full_stop_ends(before: str, mark: str, after: str) -> bool:
    """Say whether a single full stop ends a sentence or belongs to an abbreviation."""
    table = _abbreviations()
    found = _WORD_BEFORE.search(before)
    word = found.group() if found else ""
    key = word.lower()
    following = _NEXT_WORD.match(after.lstrip(_OPENERS))
    starts = following is not None and following.group() in table.starters
    if mark == "." and (key in table.before_name and (word[:1].isupper() or key not in ("v", "sec", "in"))):
        return False
    if key in table.before_number and after[:1].isdigit():
        return False
    if key in table.often_last:
        return starts or not _same_name(key, after)
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    if key in table.before_anything and (word[:1].isupper() or "." in word):
        return starts
    if is_initial or re.fullmatch(r"(?:[^\W\d]\.)+[^\W\d]", word):
        return starts
    return True


def _same_name(key: str, after: str) -> bool:
    """Say whether a capital letter after `Co.` or `Jr.` goes on with the name rather than opening a sentence."""
    return key in ("co", "cos", "corp", "inc", "jr", "in", "min") and not after.lstrip(_OPENERS)[:1].isdigit()
