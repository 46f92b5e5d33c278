"""Finds, in one parsed sentence, each cue with the head of its source and the tokens of its content."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.extract.attribution_tree import SUBJECTS, Tree
from rashomon.lang.cues import ReportingCues

AUXILIARY = frozenset(("aux", "aux:pass", "advmod", "cop"))
MODIFIERS = ("obl", "advcl", "xcomp", "advmod", "ccomp")
FINITE = frozenset(("VBD", "VBZ", "VBP"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
BEFORE_INVERSION = frozenset((",", '"', "”", "''", "’", "'", "?", "!"))
Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue in a sentence: its first and last token, the head of its source, and the tokens of its content.

    `kind` names the frame ("clause", "infinitive", "object", ...). `speech` says that quotations may belong to it.
    """

    kind: str
    head: int
    cue: tuple[int, int]
    source: int | None
    content: Tokens
    speech: bool = False


def frames_of(tree: Tree, cues: ReportingCues) -> tuple[Frame, ...]:
    """Return the frames of a sentence in the order of their cues; none shares its head with another."""
    found: dict[int, Frame] = {}
    for index, token in enumerate(tree.tokens):
        frame = _frame(tree, index, token.pos, cues)
        if frame is not None and frame.head not in found:
            found[frame.head] = frame
    return tuple(sorted(found.values(), key=lambda frame: frame.cue))


def _frame(tree: Tree, index: int, pos: str, cues: ReportingCues) -> Frame | None:
    lowered = tree.tokens[index].text.lower()
    if lowered == "according":
        return according_frame(tree, index)
    if pos == "VERB":
        return passive_frame(tree, index, cues) if is_passive(tree, index) else verb_frame(tree, index, cues)
    if pos == "ADJ" and tree.tokens[index].lemma in cues.adjectives:
        return adjective_frame(tree, index)
    if pos == "NOUN" and tree.tokens[index].lemma in cues.nouns:
        return noun_frame(tree, index)
    if pos == "ADV" and lowered in cues.adverbs:
        return adverb_frame(tree, index)
    return None


# ---------------------------------------------------------------- verbs


def is_passive(tree: Tree, index: int) -> bool:
    """Say whether a verb is a passive participle: by its auxiliary, or by a by-agent after a noun."""
    relations = {tree.tokens[child].dep for child in tree.children[index]}
    if relations & {"aux:pass", "nsubj:pass"}:
        return True
    return tree.tokens[index].tag == "VBN" and tree.tokens[index].dep in ("acl", "advcl") and agent_of(tree, index) is not None


def agent_of(tree: Tree, index: int) -> int | None:
    """Return the head of the by-phrase of a passive verb, or None."""
    return next((child for child in tree.below(index, "obl") if tree.case(child) == "by"), None)


def verb_frame(tree: Tree, index: int, cues: ReportingCues) -> Frame | None:
    """Return the frame of an active verb: a clause, an infinitive, an object or a phrase with its preposition."""
    lemma = tree.tokens[index].lemma
    speech = lemma in cues.say or lemma in cues.tell
    base = Frame("", index, cue_span(tree, index, cues), subject_of(tree, index), (), speech)
    if base.source is None and speech:
        base = replace(base, source=inverted_subject(tree, index) or bare_subject(tree, base.cue))
    if lemma in cues.seem:
        return seeming_frame(tree, base)
    if speech or lemma in cues.think or lemma in cues.show:
        frame = clause_frame(tree, base)
        if frame is not None:
            return frame
    return _phrase_frame(tree, base, lemma, cues) or (replace(base, kind="bare") if speech else None)


def clause_frame(tree: Tree, base: Frame) -> Frame | None:
    """Return the frame with a clause as content: below the verb, or around it where the verb stands in parenthesis."""
    index = base.head
    clauses = [child for child in tree.below(index, "ccomp", "parataxis") if child != base.source]
    if clauses:
        proper = [clause for clause in clauses if tree.tokens[clause].dep.startswith("ccomp")]
        content = tuple(token for clause in (proper or clauses)[:2] for token in tree.subtree(clause))
        return replace(base, kind="clause", content=content)
    token = tree.tokens[index]
    likened = any(tree.tokens[mark].text.lower() == "as" for mark in tree.below(index, "mark"))
    if (token.dep == "parataxis" and base.source is not None) or (token.dep == "advcl" and likened):
        return replace(base, kind="around", content=without(tree, token.head, index))
    return None


def seeming_frame(tree: Tree, base: Frame) -> Frame | None:
    """Return the frame of "seems to": nobody is named, and the subject belongs to the content."""
    clause = tree.one(base.head, "xcomp", "ccomp")
    if clause is None:
        return None
    subject = [] if base.source is None else tree.subtree(base.source)
    content = tuple(sorted({*subject, *tree.subtree(clause)}))
    return replace(base, kind="seeming", source=None, content=content)


def _phrase_frame(tree: Tree, base: Frame, lemma: str, cues: ReportingCues) -> Frame | None:
    index = base.head
    infinitive = tree.one(index, "xcomp")
    thing = tree.one(index, "obj")
    if thing == base.source:
        thing = None
    if infinitive is not None and thing is None and lemma in cues.intend:
        return replace(base, kind="infinitive", content=tuple(tree.subtree(infinitive)))
    if infinitive is not None and thing is not None and lemma in cues.urge:
        return replace(base, kind="urge", content=span_from(tree, thing, index))
    prepositions = cues.about.get(lemma, frozenset())
    for phrase in tree.below(index, "obl", "advcl"):
        if thing is None and tree.case(phrase) in prepositions and phrase > index:
            return about_frame(tree, base, phrase)
    if thing is not None and thing > index and lemma in cues.judge:
        return replace(base, kind="object", content=span_from(tree, thing, index))
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
        if child > start and relation in MODIFIERS and tree.first[child] == last + 1 and tree.tokens[last + 1].text != ",":
            last = tree.last[child]
    return tuple(range(tree.first[start], last + 1))


def without(tree: Tree, whole: int, part: int) -> Tokens:
    """Return the tokens below `whole` that do not stand below `part`."""
    left_out = set(tree.subtree(part))
    return tuple(token for token in tree.subtree(whole) if token not in left_out)


# ---------------------------------------------------------------- passives


def passive_frame(tree: Tree, index: int, cues: ReportingCues) -> Frame | None:
    """Return the frame of a passive: the subject is judged, hears, or holds the view."""
    lemma = tree.tokens[index].lemma
    agent = agent_of(tree, index)
    subject = tree.one(index, "nsubj", "csubj")
    base = Frame("passive", index, cue_span(tree, index, cues), agent, ())
    clause = tree.one(index, "ccomp", "xcomp")
    if tree.tokens[index].dep == "advcl" and agent is not None and lemma in cues.say | cues.show:
        return replace(base, kind="around", content=without(tree, tree.tokens[index].head, index), speech=True)
    if lemma in cues.passive_hold and agent is None and subject is not None:
        return _holding(tree, replace(base, source=subject))
    if lemma in cues.passive_hear:
        return replace(base, content=tuple(tree.subtree(clause))) if clause is not None else None
    if subject is not None and lemma in cues.passive_view and clause is not None:
        expletive = tree.tokens[subject].text.lower() == "it"
        content = [] if expletive else tree.subtree(subject)
        return replace(base, content=tuple(sorted({*content, *tree.subtree(clause)})), speech=lemma in cues.say)
    if agent is not None and subject is not None and lemma in cues.judge | cues.say:
        return replace(base, content=tuple(tree.subtree(subject)))
    return None


def _holding(tree: Tree, base: Frame) -> Frame | None:
    for child in tree.below(base.head, "ccomp", "xcomp", "advcl"):
        if child > base.head:
            return replace(base, kind="clause", content=tuple(tree.subtree(child)))
    for child in tree.below(base.head, "obl"):
        if child > base.head and tree.case(child) in ("about", "of", "with", "over", "by", "to"):
            return about_frame(tree, base, child)
    return None


# ---------------------------------------------------------------- adjectives, nouns, adverbs, phrases


def adjective_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of a predicate such as "is sure that": copula and adjective are the cue."""
    subject = tree.one(index, "nsubj")
    copula = tree.one(index, "cop")
    if subject is None or copula is None or subject > index:
        return None
    if tree.tokens[subject].text.lower() in ("it", "this", "that"):
        return None
    return _holding(tree, Frame("adjective", index, _left(tree, index), subject, ()))


def noun_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of a noun with its owner: "her claim that ...", "his decision to ..."."""
    owner = tree.one(index, "nmod")
    if owner is None or tree.tokens[owner].dep != "nmod:poss":
        return None
    for child in tree.below(index, "ccomp", "acl", "xcomp", "advcl"):
        if child > index:
            return Frame("noun", index, (index, index), owner, tuple(tree.subtree(child)))
    for child in tree.below(index, "nmod"):
        if child > index and tree.case(child) in ("of", "for", "about", "to", "against", "on", "with"):
            mark = tree.one(child, "case")
            last = mark if mark == index + 1 else index
            return Frame("noun", index, (index, last), owner, tuple(t for t in tree.subtree(child) if t > last))
    return None


def adverb_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of "reportedly" and its like, which name nobody: the clause is the content."""
    token = tree.tokens[index]
    if token.dep != "advmod" or token.head == index:
        return None
    return Frame("adverb", index, (index, index), None, tuple(t for t in tree.subtree(token.head) if t != index))


def according_frame(tree: Tree, index: int) -> Frame | None:
    """Return the frame of "according to" with the phrase after it; the clause around it is the content."""
    tokens = tree.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].text.lower() != "to":
        return None
    head = tokens[index].head
    if not (tokens[index].dep == "case" and head > index + 1):
        below = [child for child in tree.below(index, "obl", "nmod", "obj") if child > index + 1]
        head = below[0] if below else index + 2
    top = head if tokens[index].dep == "case" else index
    phrase = set(tree.subtree(top)) | {index, index + 1}
    whole = tree.subtree(tokens[top].head) if tokens[top].head != top else list(range(len(tokens)))
    return Frame("according", index, (index, index + 1), head, tuple(t for t in whole if t not in phrase))


# ---------------------------------------------------------------- cues and subjects


def _left(tree: Tree, index: int) -> tuple[int, int]:
    first = index
    while first > 0:
        token = tree.tokens[first - 1]
        leads = token.dep in AUXILIARY or (token.dep == "mark" and token.tag == "TO")
        if token.head != index or not leads or token.tag in ("WRB", "WP"):
            break
        first -= 1
    return first, index


def cue_span(tree: Tree, index: int, cues: ReportingCues) -> tuple[int, int]:
    """Return the first and last token of a verbal cue: auxiliaries, adverbs between them, a light verb, particles."""
    first, last = _left(tree, index)
    tokens = tree.tokens
    for child in tree.below(index, "compound"):
        if tokens[child].dep == "compound:prt" and child == last + 1:
            last = child
    governor = tokens[index].head
    if tokens[index].dep == "xcomp" and tokens[governor].lemma in cues.light and governor < index:
        first = _left(tree, governor)[0]
    return first, last


def subject_of(tree: Tree, index: int) -> int | None:
    """Return the head of a verb's subject, borrowed from the governing verb or noun where it has none of its own."""
    tokens = tree.tokens
    for _ in range(len(tokens)):
        subject = next((child for child in tree.children[index] if tokens[child].dep in SUBJECTS), None)
        if subject is not None:
            return None if tokens[subject].dep == "nsubj:pass" and not is_passive(tree, index) else subject
        relation, head = tokens[index].dep, tokens[index].head
        if head == index:
            return None
        if relation == "acl":
            return head
        if relation not in ("conj", "xcomp", "advcl"):
            return None
        index = head
    return None


def bare_subject(tree: Tree, cue: tuple[int, int]) -> int | None:
    """Return the head of the noun phrase that touches a cue without a parsed subject: after it where it closes a quotation."""
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
