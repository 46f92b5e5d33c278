"""Finds what stands between quotation marks, and where it goes on in the next paragraph.

Marks come straight, curly, doubled singly (`` and ''), low („) and as guillemets; a single mark is told from an
apostrophe by its neighbours. Every mark is looked at once, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon import tables
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang")

MARK = re.compile(r"``|''|‘‘|’’|[\"“”„«»‘’'`]")
LINE = re.compile(r"[^\n]+")
OPENERS = frozenset(("``", "“", "„", "«", "‘", "‘‘"))
CLOSERS = frozenset(("”", "»", "’’"))
SINGLE = frozenset("'‘’`")
GUILLEMET = frozenset("«»")
BEFORE_OPENING = frozenset("([{<—–-/:…")
# Words that begin with an apostrophe: 'em, 'til, 'twas.
ELIDED = re.compile(r"(?:em|til|till|cause|tis|twas|twould|bout|round|cuz|n)\b|\d", re.IGNORECASE)
MOST_LINES = _THRESHOLDS.integer("most_lines")
PARAGRAPH_END = frozenset(".!?:;”\"'’»)]…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted stretch: `range` with its marks, `inner` without them.

    `depth` is 0 for an outermost quotation and 1 for one inside another. `closed` says that the closing mark is there;
    `continued` that the next paragraph opens anew and goes on with the same words.
    """

    range: Range
    inner: Range
    depth: int = 0
    closed: bool = True
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    certain: bool


def paragraphs(text: str) -> tuple[Range, ...]:
    """Return the paragraphs of `text`; a line that ends in mid-sentence runs on into the next line."""
    found: list[Range] = []
    for line in LINE.finditer(text):
        if not line.group().strip():
            continue
        start, end = line.span()
        previous = found[-1] if found else None
        wrapped = (
            previous is not None
            and text.count("\n", previous.end, start) == 1
            and text[max(previous.start, previous.end - 20) : previous.end].rstrip()[-1:] not in PARAGRAPH_END
            and not text[start].isspace()
        )
        if previous is not None and wrapped:
            found[-1] = Range(previous.start, end)
        else:
            found.append(Range(start, end))
    return tuple(found)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in order of their opening mark; a nested one follows the one around it."""
    parts = _joined(text, paragraphs(text))
    found: list[Quotation] = []
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        found.extend(_in_paragraph(text, part, following))
    return tuple(found)


def _joined(text: str, parts: tuple[Range, ...]) -> list[Range]:
    """Return the paragraphs, lines made one where a quotation opened in one is closed in a line soon after.

    Some texts stand one sentence a line. Only lines that follow without a blank one are joined, `MOST_LINES` at most.
    """
    found: list[Range] = []
    place = 0
    while place < len(parts):
        end = place
        if _left_open(text, parts[place]):
            for ahead in range(place + 1, min(len(parts), place + MOST_LINES)):
                if text.count("\n", parts[ahead - 1].end, parts[ahead].start) != 1:
                    break
                first = next((mark for mark in _marks(text, parts[ahead]) if mark.family == "double"), None)
                if first is not None:
                    end = ahead if first.closes and not first.opens else end
                    break
        found.append(Range(parts[place].start, parts[end].end))
        place = end + 1
    return found


def _left_open(text: str, part: Range) -> bool:
    """Say whether the last double mark of a line opens a quotation and none closes it."""
    last = None
    for mark in _marks(text, part):
        if mark.family == "double":
            last = mark
    return last is not None and last.opens and not last.closes


def _in_paragraph(text: str, part: Range, following: Range | None) -> list[Quotation]:
    marks = list(_marks(text, part))
    found: list[Quotation] = []
    stack: list[_Mark] = []
    for index, mark in enumerate(marks):
        position = next((place for place, held in enumerate(stack) if held.family == mark.family), None)
        low = position is not None and text[stack[position].start] == "„"
        closes = mark.closes and (low or text[mark.start] != "“")
        if position is not None and closes and not _possessive(text, marks, index):
            opening = stack[position]
            del stack[position:]
            if mark.start > opening.end:
                found.append(Quotation(Range(opening.start, mark.end), Range(opening.end, mark.start)))
        elif mark.opens:
            if position is not None:
                del stack[position:]
            stack.append(mark)
    for held in stack:
        found.extend(_unclosed(text, part, held, following))
    return _nested(sorted(found, key=lambda quotation: (quotation.range.start, -quotation.range.end)))


def _marks(text: str, part: Range) -> Iterator[_Mark]:
    """Return the marks of a paragraph, each with what its neighbours let it do."""
    for match in MARK.finditer(text, part.start, part.end):
        start, end = match.span()
        sign = match.group()
        before = text[start - 1] if start > part.start else " "
        after = text[end] if end < part.end else " "
        family = "single" if sign in SINGLE else "guillemet" if sign in GUILLEMET else "double"
        may_open = (before.isspace() or before in BEFORE_OPENING or bool(MARK.match(before))) and not after.isspace()
        may_close = not before.isspace() and not (family == "single" and after.isalnum())
        if family == "single" and (ELIDED.match(text, end, part.end) or sign == "`"):
            may_open = False
        opens = may_open if sign not in OPENERS else not after.isspace() and (family != "single" or may_open)
        closes = may_close and (sign not in OPENERS or sign == "“")
        if sign in CLOSERS and closes:
            opens = False
        if before.isspace() and after.isspace() and family == "double":
            # With a space to either side the mark does what is wanting: it closes what is open, else it opens.
            opens, closes = sign not in CLOSERS, sign not in OPENERS
        if opens or closes:
            yield _Mark(start, end, family, opens, closes, not before.isalnum())


def _possessive(text: str, marks: list[_Mark], index: int) -> bool:
    """Say whether a single mark after an s is the apostrophe of a plural because the true closing mark comes later."""
    mark = marks[index]
    if mark.family != "single" or mark.certain or text[mark.start - 1] not in "sz":
        return False
    after = text[mark.end : mark.end + 2]
    if not (after[:1] == " " and after[1:].islower()):
        return False
    for later in marks[index + 1 : index + 6]:
        if later.family == "single" and later.closes:
            return True
        if later.opens:
            return False
    return False


def _unclosed(text: str, part: Range, held: _Mark, following: Range | None) -> Iterator[Quotation]:
    """Return a quotation that no mark closes, where it plainly runs to the end of its paragraph."""
    end = part.start + len(text[part.start : part.end].rstrip())
    if (held.family == "single" and text[held.start : held.end] != "‘") or end <= held.end:
        return
    opening = MARK.match(text, following.start) if following else None
    continued = opening is not None and text[held.start : held.end] == opening.group()
    ahead = text[part.start : held.start].rstrip()
    if continued or (held.family == "double" and (not ahead or ahead[-1] in ",:")):
        yield Quotation(Range(held.start, end), Range(held.end, end), closed=False, continued=continued)


def _nested(found: list[Quotation]) -> list[Quotation]:
    """Return the quotations with their depth; those that cross an earlier one are dropped."""
    result: list[Quotation] = []
    around: list[Quotation] = []
    for quotation in found:
        while around and around[-1].range.end <= quotation.range.start:
            around.pop()
        if around and not around[-1].range.contains(quotation.range):
            continue
        around.append(replace(quotation, depth=len(around)))
        result.append(around[-1])
    return result
