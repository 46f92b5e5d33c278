"""Marks what is no part of the story, by the rules declared in `lang/tables/boilerplate.toml`.

A story sentence wrongly marked is lost as evidence; a share line left in states nothing. So each rule asks for several
signs at once, and in doubt a paragraph stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rashomon import tables
from rashomon.lang.tables import load_table
from rashomon.read.paragraphs import ends_open
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.read")

_MARKS_AT_END = " .,:;!?…»>-–—|*_)]"
_MARKS_AT_FRONT = " -–—*•·>»|#([_\ufeff"
_OPENING_QUOTES = "'\"\u2018\u201c"
_STRAIGHT = (("\u2018", "'"), ("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"'))
_LONGEST_PARAGRAPH = _THRESHOLDS.integer("longest_paragraph")
_INITIALS = re.compile(r"[^\W\d_]{1,3}(?:[/ ,;]{1,2}[^\W\d_]{1,3})*")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the table; the fields are explained at its top. An empty condition always holds."""

    reason: str
    scope: str
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    open: bool = False
    last: int | None = None
    longest: int = 1000
    initials: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole table: the rules in order, the limits of their scopes in words, and the words of dummy text."""

    rules: tuple[Rule, ...]
    limits: Mapping[str, float] = field(hash=False)
    filler: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that are no part of the story, and the reason."""

    range: Range
    reason: str


@cache
def shipped_rules() -> Rules:
    """Return the rules that ship with Rashomon."""
    table = load_table("boilerplate")
    rules = tuple(_rule(entry) for entry in table["rule"])
    filler, spoken = table["filler"], tuple(table["crosshead"]["spoken"])
    return Rules(rules, table["limits"], frozenset(filler["words"]), frozenset(filler["neutral"]), spoken)


def find_boilerplate(text: str, paragraphs: Sequence[Range], rules: Rules) -> tuple[Mark, ...]:
    """Return what the rules mark among the paragraphs of the text, in text order, never overlapping.

    A mark is a whole paragraph or the parenthesis at its end.
    """
    marks: list[Mark] = []
    reach, reason, reached = "", "", 0
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.of(text)
        if reach and reached < _most(reach, rules) and _reached(reach, words, rules):
            marks.append(Mark(paragraph, reason))
            reached += 1
            continue
        rule = _first(rules, words, len(paragraphs) - number)
        reach, reason = (rule.scope, rule.reason) if rule and rule.scope in ("list", "next") else ("", "")
        reached = 0
        tail = _tail(paragraph, words, rules)
        if tail and (rule is None or rule.reason == tail.reason):
            marks.append(tail)
        elif rule:
            marks.append(Mark(paragraph, rule.reason))
        elif is_filler(words, rules):
            marks.append(Mark(paragraph, "filler"))
    return tuple(marks)


def find_crossheads(text: str, body: Sequence[Range], rules: Rules) -> tuple[Mark, ...]:
    """Return the headings inside the text among the paragraphs of its body: short lines without a stop among sentences.

    The first and the last paragraph are none, nor is anything where lines without a stop are common.
    """
    closed = sum(not ends_open(paragraph.of(text)) for paragraph in body)
    if len(body) < rules.limits["crosshead_among"] or closed < rules.limits["crosshead_closed"] * len(body):
        return ()
    return tuple(Mark(p, "crosshead") for p in body[1:-1] if _is_crosshead(p.of(text), rules))


def _is_crosshead(words: str, rules: Rules) -> bool:
    spoken = any(cue in words for cue in rules.spoken)
    short = len(words.split()) <= rules.limits["crosshead_longest"]
    silent = ends_open(words) and not words.rstrip(" \"'\u2019\u201d*_").endswith(("?", "!"))
    return short and not spoken and silent and (words[0].isalpha() or words[0] in _OPENING_QUOTES)


def is_filler(words: str, rules: Rules) -> bool:
    """Say whether the words are the dummy text of a page template: most of them are Latin of no meaning."""
    counted = [w for w in _WORD.findall(words[:_LONGEST_PARAGRAPH].lower()) if w not in rules.neutral]
    dummy = sum(w in rules.filler for w in counted)
    return dummy >= rules.limits["filler_words"] and dummy >= rules.limits["filler_share"] * len(counted)


def folded(words: str) -> str:
    """Return the words as the rules compare them: lower case, straight quotes, single blanks, no bullet in front."""
    plain = " ".join(words[:_LONGEST_PARAGRAPH].lower().split())
    for curly, straight in _STRAIGHT:
        plain = plain.replace(curly, straight)
    bare = plain.lstrip(_MARKS_AT_FRONT)
    # "(c)" is a sign of its own and no bracket around the words.
    return f"({bare}" if bare.startswith("c)") else bare


def _rule(entry: dict[str, Any]) -> Rule:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Rule(**fields)


def _first(rules: Rules, words: str, from_end: int) -> Rule | None:
    plain = folded(words)
    count = len(plain.split()) if len(words) <= _LONGEST_PARAGRAPH else _LONGEST_PARAGRAPH
    for rule in rules.rules:
        if rule.scope != "tail" and (rule.last is None or from_end <= rule.last) and _holds(rule, plain, count):
            return rule
    return None


def _holds(rule: Rule, plain: str, count: int) -> bool:
    if count > rule.longest:
        return False
    # `startswith` with all cues at once is what keeps a rule cheap on the many paragraphs it has nothing to say about.
    if rule.starts and not (plain.startswith(rule.starts) and any(_begins(plain, cue) for cue in rule.starts)):
        return False
    bare = plain.rstrip(_MARKS_AT_END)
    return (
        (not rule.whole or bare in rule.whole)
        and (not rule.open or ends_open(plain))
        and (not rule.initials or _INITIALS.fullmatch(bare) is not None)
        and (not rule.ends or bare.endswith(rule.ends) or plain.endswith(rule.ends))
        and (not rule.contains or any(cue in f" {plain} " for cue in rule.contains))
    )


def _begins(plain: str, cue: str) -> bool:
    # "watch" must not begin "watchdog"; a cue that ends in a mark or a number ends itself.
    after = plain[len(cue) : len(cue) + 1]
    return plain.startswith(cue) and not (cue[-1].isalpha() and after.isalpha())


def _most(reach: str, rules: Rules) -> float:
    return rules.limits["list_most"] if reach == "list" else 1


def _reached(reach: str, words: str, rules: Rules) -> bool:
    count = len(words.split())
    if reach == "next":
        return count <= rules.limits["next_longest"]
    return count <= rules.limits["list_longest"] and ends_open(words)


def _tail(paragraph: Range, words: str, rules: Rules) -> Mark | None:
    closed = words.rstrip(" .\"'\u201d\u2019")
    if not closed.endswith((")", "]")):
        return None
    opening = closed[-400:].rfind("(" if closed.endswith(")") else "[")
    if opening < 0:
        return None
    start = max(0, len(closed) - 400) + opening
    plain = folded(closed[start:])
    count = len(plain.split())
    if start == 0 or count > rules.limits["tail_longest"]:
        return None
    for rule in rules.rules:
        if rule.scope == "tail" and _holds(rule, plain, count):
            return Mark(Range(paragraph.start + start, paragraph.end), rule.reason)
    return None
