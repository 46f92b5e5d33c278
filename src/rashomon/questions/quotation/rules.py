"""The rules for two wordings of one quotation, in the order in which they are asked."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import product

from rashomon import tables
from rashomon.lang.lemmas import by_ending
from rashomon.lang.lexicon import Relation, relation
from rashomon.model import Quote, Verdict
from rashomon.questions.question import Case, Ruling

_THRESHOLDS = tables.thresholds("rashomon.questions.quotation")
_WORDS = tables.words("rashomon.questions.quotation")

LOOSE = _WORDS.set("loose")
STEM = _THRESHOLDS.integer("stem")
SURE = _THRESHOLDS.number("sure")
FRAME = _THRESHOLDS.integer("frame")
LONG_FRAME = _THRESHOLDS.integer("long_frame")
MOST = _THRESHOLDS.integer("most")


def changed(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the words that one quotation puts in the place of the other's, the same words standing on both sides.

    None if no words are so replaced. Loose words are left out.
    """
    first, second = case.first.claims[0].value, case.second.claims[0].value
    if not isinstance(first, Quote) or not isinstance(second, Quote):
        return None
    one, other = first.words.split(" "), second.words.split(" ")
    left: list[str] = []
    right: list[str] = []
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(codes):
        beside = [codes[n] for n in (number - 1, number + 1) if 0 <= n < len(codes)]
        framed = sum(after - first for _, first, after, *_ in beside) >= (FRAME if len(beside) > 1 else LONG_FRAME)
        if kind == "replace" and framed:
            left += [w for w in one[a:b] if w not in LOOSE]
            right += [w for w in other[c:d] if w not in LOOSE]
    return (tuple(left), tuple(right)) if left or right else None


def altered(case: Case) -> Ruling | None:
    """A telling word inside the quotation marks is replaced by another."""
    words = changed(case)
    if words is None or case.topic.score < SURE or not all(0 < len(side) <= MOST for side in words):
        return None
    if {w[:STEM] for w in words[0]} & {w[:STEM] for w in words[1]} or _mean_the_same(*words):
        return None
    shown = " and ".join(f"“{' '.join(side)}”" for side in words)
    return Ruling(
        Verdict.CONFLICT, "quote", f"the quotation reads {shown} in the same place: it was said in one wording"
    )


def _mean_the_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether one word stands for its synonym: a dollar for a buck is how an editor smooths speech."""
    if len(one) != 1 or len(other) != 1:
        return False
    pairs = product(_base_forms(one[0]), _base_forms(other[0]), ("n", "v", "a"))
    return any(relation(*pair) is Relation.SYNONYM for pair in pairs)


def _base_forms(word: str) -> tuple[str, ...]:
    return word, *by_ending(word, "NNS")


def smoothed(case: Case) -> Ruling | None:
    """The same quotation with small words, or forms of words, changed."""
    if changed(case) is None:
        return None
    return Ruling(Verdict.COMPATIBLE, "wording", "the same quotation with words changed between the same words")


# A quotation that is only cut shorter is no difference that an editor would mark.
RULES = (altered, smoothed)
