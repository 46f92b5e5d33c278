"""Topics of harm: what one report says came through whole, and another that it, or something in it, was harmed.

The verbs need not be one: "the town was undamaged" is at odds with "houses collapsed in the town".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon import tables
from rashomon.coreference.acts import DAYS
from rashomon.coreference.event import Event
from rashomon.coreference.weights import content_words
from rashomon.lang.tables import load_table
from rashomon.lang.tree import Children, tree_of
from rashomon.model import About, Account, Answer, Claim, Phrase, Sentence, Token, Topic
from rashomon.questions.state.polarity import LONGEST, NEGATIONS, OPEN, UNREAL, clause_of, opposites, shortened
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.state")
_WORDS = tables.words("rashomon.questions.state")

INNER = frozenset({"compound", "flat", "conj"})  # from the head of a thing to other words that name it
INSIDE = _WORDS.set("inside")
OF_HARM = _WORDS.set("of_harm")
SURE = _THRESHOLDS.number("harm_sure")


@dataclass(frozen=True, slots=True)
class Thing:
    """What was harmed or not: its proper names, its own nouns, and the words that say what kind of place it is."""

    names: frozenset[str]
    nouns: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Harm:
    """One report's word that a thing was harmed, or was not; `within`: the harm was done to something in it."""

    report: str
    thing: Thing
    harmed: bool
    within: bool
    predicate: str
    evidence: Range
    sentence: Range


def harm_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each statement that a thing is whole, with what other reports say of harm to it."""
    found = [harm for account in event.accounts for s in account.sentences for harm in harms_in(account, s)]
    by_word: dict[str, list[Harm]] = defaultdict(list)
    for harm in found:
        if harm.harmed:
            for word in harm.thing.names or harm.thing.nouns:
                by_word[word].append(harm)
    for whole in (h for h in found if not h.harmed):
        against = {
            (h.report, h.evidence): h
            for word in sorted(whole.thing.names or whole.thing.nouns)
            for h in by_word[word]
            if h.report != whole.report and one_thing(whole, h) and not _said_otherwise(whole, h)
        }
        if against:
            sides = (Answer((_claim(event, whole),)), Answer(tuple(_claim(event, h) for h in against.values())))
            about = " ".join(sorted(whole.thing.names or whole.thing.nouns))
            yield Topic("polarity", f"harm to {about}", sides, "the same thing, whole and harmed", SURE)


def one_thing(whole: Harm, harmed: Harm) -> bool:
    """Say whether both are of one thing: a name in common and no other kind of place, or else a noun in common.

    What harm is done in is a named place: "in the building" says little of which.
    """
    first, second = whole.thing, harmed.thing
    if first.names or second.names:
        return bool(first.names & second.names) and not _other_kinds(first.kinds, second.kinds)
    return bool(first.nouns & second.nouns) and not harmed.within


def _other_kinds(one: frozenset[str], other: frozenset[str]) -> bool:
    table = load_table("harm")
    settled, wide = frozenset(table["settlements"]), frozenset(table["lands"])
    return bool(one & settled and other & wide and not other & settled) or bool(
        one & wide and other & settled and not one & settled
    )


def _said_otherwise(whole: Harm, harmed: Harm) -> bool:
    """Say whether the two differ in polarity alone: those are compared as statements."""
    one_word = whole.predicate == harmed.predicate or opposites(whole.predicate, harmed.predicate)
    return one_word and not harmed.within and whole.thing.nouns == harmed.thing.nouns


def harms_in(account: Account, sentence: Sentence) -> Iterator[Harm]:
    """Yield what a sentence says was harmed or came through whole, plainly: not what may be or is asked."""
    tokens = sentence.tokens
    if tokens and tokens[-1].text == "?":
        return
    below = tree_of(sentence).children
    for i in range(len(tokens)):
        forms = {tokens[c].text.lower() for c in below[i]}
        if forms & (UNREAL | OPEN):
            continue
        for head, harmed, within in _told_at(tokens, i, below):
            thing = _thing(tokens, head, below)
            if thing.names or thing.nouns:
                yield _harm(account, sentence, (i, head), below, (thing, harmed, within))


def _told_at(tokens: tuple[Token, ...], index: int, below: Children) -> Iterator[tuple[int, bool, bool]]:
    """Yield the heads of what the predicate or noun at `index` says is harmed, whether it is, and whether within."""
    words, lemma, children = _words(), tokens[index].lemma.lower(), below[index]
    negated = any(tokens[c].text.lower() in NEGATIONS for c in children)
    passive = any(tokens[c].dep == "nsubj:pass" for c in children)
    subject = [c for c in children if tokens[c].dep in {"nsubj", "nsubj:pass"}]
    placed = [c for c in children if _is_inside(tokens, c, below)]
    if tokens[index].pos == "VERB" and lemma in words["acted"] and (passive or _objects(tokens, children)):
        yield from ((c, not negated, False) for c in (subject if passive else _objects(tokens, children)))
        yield from ((c, True, True) for c in placed if not negated)
    elif tokens[index].pos == "VERB" and lemma in words["suffered"] and subject:
        yield from ((c, not negated, False) for c in subject)
        yield from ((c, True, True) for c in placed if not negated)
    elif lemma in words["whole"] and tokens[index].pos in {"ADJ", "VERB"}:
        above = tokens[index].head
        escaped = tokens[index].dep in {"xcomp", "advcl"} and tokens[above].lemma.lower() in words["escaping"]
        owners = subject or [c for c in below[above] if escaped and tokens[c].dep == "nsubj"]
        yield from ((c, negated, False) for c in owners)
    elif tokens[index].pos == "NOUN" and lemma in words["nouns"]:
        where = [c for c in children if tokens[c].dep == "nmod" and _case(tokens, below[c]) in OF_HARM]
        yield from ((c, not negated, False) for c in where)


def _is_inside(tokens: tuple[Token, ...], index: int, below: Children) -> bool:
    token = tokens[index]
    return token.dep == "obl" and token.text not in DAYS and _case(tokens, below[index]) in INSIDE


def _objects(tokens: tuple[Token, ...], children: Sequence[int]) -> list[int]:
    return [c for c in children if tokens[c].dep == "obj"]


def _case(tokens: tuple[Token, ...], children: Iterable[int]) -> str:
    return next((tokens[c].text.lower() for c in children if tokens[c].dep == "case"), "")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_table("harm").items()}


def _thing(tokens: tuple[Token, ...], head: int, below: Children) -> Thing:
    """Return what the phrase of `head` names: itself, what is before it, beside it ("the port, Aden") or called so."""
    inside, waiting = [head], [head]
    kinds = _words()["settlements"] | _words()["lands"]
    while waiting:
        index = waiting.pop()
        for child in below[index]:
            dep, of = tokens[child].dep, tokens[index].lemma.lower() in kinds
            named = of and dep in {"appos", "acl", "nmod"} and _case(tokens, below[child]) in {"", "of"}
            if dep in INNER or named or (dep == "xcomp" and tokens[child].pos == "PROPN"):
                inside.append(child)
                waiting.append(child)
    lemmas = {tokens[i].lemma.lower() for i in inside}
    names = {tokens[i].lemma.lower() for i in inside if tokens[i].pos == "PROPN"}
    nouns = content_words(tokens[i] for i in inside if tokens[i].pos == "NOUN")
    return Thing(frozenset(names - kinds), nouns - kinds if names - kinds else nouns, frozenset(lemmas & kinds))


def _harm(
    account: Account,
    sentence: Sentence,
    at: tuple[int, int],
    below: Children,
    told: tuple[Thing, bool, bool],
) -> Harm:
    tokens, (index, head) = sentence.tokens, at
    clause = clause_of(tokens, index, below)
    members = sorted({*clause, index, head})
    span = Range(min(tokens[i].start for i in members), max(tokens[i].end for i in members))
    evidence = span if len(span) <= LONGEST else shortened(span, tokens, index, [*members])
    thing, harmed, within = told
    return Harm(account.report.id, thing, harmed, within, tokens[index].lemma.lower(), evidence, sentence.range)


def _claim(event: Event, harm: Harm) -> Claim:
    text = event.account(harm.report).report.text
    return Claim(
        value=Phrase(" ".join(harm.evidence.of(text).split())),
        about=About(
            measure="polarity", kind="harm", predicate=harm.predicate, bearer=harm.thing.nouns, place=harm.thing.names
        ),
        positive=harm.harmed,
        report=harm.report,
        evidence=harm.evidence,
        sentence=harm.sentence,
    )
