"""What every frame is made of: the span of its cue, the subject of its verb, the tokens of its content."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.lang.cues import ReportingCues
from rashomon.lang.tree import SUBJECTS, Tree, subtree

AUXILIARY = frozenset(("aux", "aux:pass", "advmod", "cop"))
MODIFIERS = ("obl", "advcl", "xcomp", "advmod", "ccomp")
ADVERBIAL = frozenset(("AUX", "ADV", "PART", "VERB"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
BEFORE_INVERSION = frozenset((",", '"', "”", "''", "’", "'", "?", "!"))
Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue in a sentence: its first and last token, the head of its source, and the tokens of its content.

    `kind` names the frame ("clause", "infinitive", "object", ...). `speech` says that quotations may belong to it,
    `quoting` that it reports nothing without one.
    """

    kind: str
    head: int
    cue: tuple[int, int]
    source: int | None
    content: Tokens
    speech: bool = False
    quoting: bool = False


def is_passive(tree: Tree, index: int) -> bool:
    """Say whether a verb is a passive participle: by its auxiliary, or by a by-agent after a noun."""
    relations = {tree.tokens[child].dep for child in tree.children[index]}
    token = tree.tokens[index]
    if "aux:pass" in relations:
        return True
    # Without an auxiliary only a by-phrase proves it: "called for" is no passive, whatever tag its verb got.
    participle = token.tag == "VBN" and (token.dep in ("acl", "advcl") or "nsubj:pass" in relations)
    return participle and agent_of(tree, index) is not None


def agent_of(tree: Tree, index: int) -> int | None:
    """Return the head of the by-phrase of a passive verb, or None."""
    return next((child for child in tree.below(index, "obl") if tree.case(child) == "by"), None)


def leading(tree: Tree, index: int) -> tuple[int, int]:
    """Return a predicate's index as a span, from the auxiliaries, adverbs and "to" that stand right before it."""
    first = index
    while first > 0:
        token = tree.tokens[first - 1]
        leads = (token.dep in AUXILIARY and token.pos in ADVERBIAL) or (token.dep == "mark" and token.tag == "TO")
        named = token.text[:1].isupper() and first > 1
        if token.head != index or not leads or named or token.tag in ("WRB", "WP"):
            break
        first -= 1
    return first, index


def cue_span(tree: Tree, index: int, cues: ReportingCues) -> tuple[int, int]:
    """Return the first and last token of a verbal cue: auxiliaries, adverbs between them, a light verb, particles."""
    first, last = leading(tree, index)
    tokens = tree.tokens
    for child in tree.below(index, "compound"):
        if tokens[child].dep == "compound:prt" and child == last + 1:
            last = child
    governor = tokens[index].head
    if tokens[index].dep == "xcomp" and tokens[governor].lemma in cues.light and governor < index:
        first = leading(tree, governor)[0]
    return first, last


def subject_of(tree: Tree, index: int) -> int | None:
    """Return the head of a verb's subject, borrowed from the governing verb or noun where it has none of its own."""
    tokens = tree.tokens
    for _ in range(len(tokens)):
        subjects = [child for child in tree.children[index] if tokens[child].dep in SUBJECTS]
        if subjects:
            before = [child for child in subjects if child < index]
            return before[-1] if before else subjects[0]
        relation, head = tokens[index].dep, tokens[index].head
        if head == index:
            return None
        if relation == "acl" and tokens[index].tag != "VB":
            return head
        if relation == "acl":
            relation, head = "xcomp", tokens[head].head
        if relation not in ("conj", "xcomp", "advcl"):
            return None
        index = head
    return None


def bare_subject(tree: Tree, cue: tuple[int, int]) -> int | None:
    """Return the head of the noun phrase that touches a cue without a subject: after it where it closes a quotation."""
    first, last = cue
    tokens = tree.tokens
    if tokens[last].tag not in FINITE:
        return None
    if first > 0 and tokens[first - 1].text in BEFORE_INVERSION:
        nouns = [i for i in range(last + 1, len(tokens)) if tree.first[i] == last + 1 and tokens[i].pos in NOMINAL]
        if nouns:
            return max(nouns, key=lambda noun: tree.last[noun])
    edge = first - 2 if first > 1 and tokens[first - 1].text == "," else first - 1
    nouns = [i for i in range(first) if tree.last[i] == edge and tokens[i].pos in NOMINAL]
    return min(nouns, key=lambda noun: tree.first[noun], default=None)


def inverted_subject(tree: Tree, index: int) -> int | None:
    """Return the name after a verb of speech that the parse took for an object: "..., said Jones"."""
    for child in tree.below(index, "obj"):
        if child == index + 1 + (child - tree.first[child]) and tree.tokens[child].pos in ("PROPN", "PRON"):
            return child
    return None


def about_frame(tree: Tree, base: Frame, phrase: int) -> Frame:
    """Return the frame of a verb with its preposition, which belongs to the cue where it follows at once."""
    mark = tree.one(phrase, "case")
    assert mark is not None  # noqa: S101 - the caller has read the preposition
    first, last = base.cue
    if mark == last + 1:
        last = mark
    content = tuple(token for token in range(tree.first[phrase], tree.last[phrase] + 1) if token > last)
    return replace(base, kind="about", cue=(first, last), content=content)


def span_from(tree: Tree, start: int, verb: int) -> Tokens:
    """Return the tokens from an object to the last of the modifiers that follow it below the same verb."""
    last = tree.last[start]
    for child in tree.children[verb]:
        relation = tree.tokens[child].dep.partition(":")[0]
        if (
            child > start
            and relation in MODIFIERS
            and tree.first[child] == last + 1
            and tree.tokens[last + 1].text != ","
        ):
            last = tree.last[child]
    return tuple(range(tree.first[start], last + 1))


def without(tree: Tree, whole: int, part: int) -> Tokens:
    """Return the tokens below `whole` that do not stand below `part`."""
    left_out = set(subtree(tree, part))
    return tuple(token for token in subtree(tree, whole) if token not in left_out)
