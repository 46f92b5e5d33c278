"""Topics of polarity: what one report says is so, and another that it is not.

A predicate is compared with the same predicate, or with its opposite ("open", "closed"), of the same subject and object
in another report. Only plain statements count: what may, will or should be is neither so nor not so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rashomon import tables
from rashomon.coreference.acts import DAYS
from rashomon.coreference.event import Event
from rashomon.coreference.weights import EMPTY, content_words, cosine
from rashomon.lang.cues import stance_cues
from rashomon.lang.lexicon import Relation, relation
from rashomon.lang.tables import load_table
from rashomon.lang.tree import Children, tree_of
from rashomon.model import About, Account, Answer, Claim, Phrase, Sentence, Token, Topic
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.state")
_WORDS = tables.words("rashomon.questions.state")

SURE = _THRESHOLDS.number("polarity_sure")
LONGEST = _THRESHOLDS.integer("polarity_longest")
NEGATIONS = _WORDS.set("negations")
SCARCELY = _WORDS.set("scarcely")
SO_FAR = _WORDS.set("so_far")
ANY = _WORDS.set("any")
UNREAL = _WORDS.set("unreal")
GOING = _WORDS.set("going")
OPEN = _WORDS.set("polarity_open")
SIDE_CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "acl:relcl", "acl", "csubj", "cc", "mark", "punct"})
EVERYONE = "person"  # whom "nobody" and "no one" deny it of
PRONOUNS = _WORDS.set("pronouns")


@dataclass(frozen=True, slots=True)
class Assertion:
    """One predicate of a report with the heads of its subject and object, and whether it is denied.

    `yet` says that it is told of the time up to now ("has not", "not yet"), `names` are the names in its clause, and
    `narrows` what describes a thing that is not any certain one ("a clean bill").
    """

    report: str
    predicate: str
    pos: str
    subject: frozenset[str]
    object: frozenset[str]
    positive: bool
    yet: bool
    names: frozenset[str]
    narrows: frozenset[str]
    words: frozenset[str]
    days: frozenset[str]
    evidence: Range
    sentence: Range


def polarity_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each two plain statements of different reports that differ in polarity alone."""
    by_subject: dict[str, list[Assertion]] = defaultdict(list)
    for account in event.accounts:
        for sentence in account.sentences:
            for assertion in assertions_in(account, sentence):
                for word in assertion.subject:
                    by_subject[word].append(assertion)
    seen: set[tuple[str, Range, str, Range]] = set()
    for _, assertions in sorted(by_subject.items()):
        for one, other in combinations(assertions, 2):
            key = (one.report, one.evidence, other.report, other.evidence)
            if one.report != other.report and key not in seen and opposed(one, other):
                seen.add(key)
                if (score := alikeness(one, other)) >= SURE:
                    yield _topic(event, one, other, score)


def opposed(one: Assertion, other: Assertion) -> bool:
    """Say whether one predicate is denied where the other is not, or whether they are opposites, neither denied.

    Both are of one object, or of none: who closes in and who opens fire does not do the contrary. Nor are they of two
    days (who did not return on Monday may return on Friday), nor do they name others alone, and who did not pass a
    clean bill may have passed one.
    """
    if one.days and other.days and not one.days & other.days:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    if any(a.narrows - b.words for a, b in ((one, other), (other, one)) if not a.positive):
        return False
    undone = one.predicate.startswith("un") or other.predicate.startswith("un")
    if not undone and bool(one.object & other.object) != bool(one.object | other.object):
        return False
    if one.predicate == other.predicate:
        return one.positive != other.positive
    alike = one.pos == other.pos
    return one.positive and other.positive and opposites(one.predicate, other.predicate, one.pos if alike else "")


def alikeness(one: Assertion, other: Assertion) -> float:
    """Return how alike two statements are but for their predicates, 0 to 1. Symmetric."""
    subject = cosine(one.subject, other.subject)
    if one.object and other.object:
        return (subject + cosine(one.object, other.object) + cosine(one.words, other.words)) / 3
    return (subject + cosine(one.words, other.words)) / 2


@cache
def opposites(one: str, other: str, pos: str = "") -> bool:
    """Say whether two predicates deny one another; `pos` is "v" or "a" where both are, or ""."""
    if _undone(one, other) or _undone(other, one) or frozenset({one, other}) in _declared():
        return True
    return bool(pos) and relation(one, other, pos) is Relation.OPPOSITE


def _undone(one: str, other: str) -> bool:
    """Say whether `other` is "un-" before `one` or its participle ("damage", "undamaged")."""
    return other in {f"un{one}", f"un{one}d", f"un{one}ed"}


@cache
def _changes() -> frozenset[str]:
    """Return the verbs of figures that go up and down: many things have a figure of one name."""
    return frozenset(load_table("quantity_cues")["change"]["verbs"])


@cache
def _declared() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load_table("opposites")["pairs"])


def assertions_in(account: Account, sentence: Sentence) -> Iterator[Assertion]:
    """Yield the plain statements of a sentence with a subject that is more than a pronoun."""
    tokens = sentence.tokens
    if tokens and tokens[-1].text == "?":
        return
    below = tree_of(sentence).children
    for i, token in enumerate(tokens):
        predicative = token.pos == "ADJ" and any(tokens[c].dep == "cop" for c in below[i])
        tells = (token.pos == "VERB" and token.lemma.lower() not in EMPTY) or predicative or _manner(tokens, i, below)
        if tells and (found := _assertion(account, sentence, i, below)) is not None:
            yield found


def _assertion(account: Account, sentence: Sentence, index: int, below: Children) -> Assertion | None:
    tokens = sentence.tokens
    children = below[index]
    forms = {tokens[c].text.lower() for c in children}
    # What is not known or not said depends on the clause below: two such statements share only their verb.
    if forms & SCARCELY:
        return None
    carries = any(tokens[c].dep in {"ccomp", "xcomp", "csubj"} for c in children)
    if carries or forms & (UNREAL | OPEN) or _hangs_on_doubt(tokens, index):
        return None
    subject = _heads(tokens, children, below, "nsubj")
    if not subject:
        return None
    thing = _heads(tokens, children, below, "obj", "obl")
    # "Not" behind its verb sets one thing against another: "it belongs to them, not to us" denies nothing of "belong".
    before = {tokens[c].text.lower() for c in children if c < index}
    negated = bool(before & NEGATIONS) or any(
        tokens[g].text.lower() in NEGATIONS
        for c in children
        if tokens[c].dep.split(":")[0] in {"nsubj", "obj", "obl"}
        for g in below[c]
        if tokens[g].dep == "det"
    )
    clause = clause_of(tokens, index, below)
    words = content_words(tokens[i] for i in clause if i != index and tokens[i].text not in DAYS)
    days = frozenset(tokens[i].text for i in clause) & DAYS
    span = Range(min(tokens[i].start for i in clause), max(tokens[i].end for i in clause))
    manner = _manner(tokens, index, below)
    yet = bool(forms & SO_FAR) and "never" not in forms
    pos = "v" if tokens[index].pos == "VERB" and not manner else "a"
    return Assertion(
        account.report.id, manner or tokens[index].lemma.lower(), pos, subject, thing, not negated, yet,
        frozenset(tokens[i].lemma.lower() for i in clause if tokens[i].pos == "PROPN" and tokens[i].text not in DAYS),
        _narrowing(tokens, children, below), words, days,
        shortened(span, tokens, index, clause), sentence.range,
    )  # fmt: skip


def _narrowing(tokens: tuple[Token, ...], children: Sequence[int], below: Children) -> frozenset[str]:
    """Return the adjectives of an object or subject that is not any certain one: "a clean bill", "any new offer"."""
    things = [c for c in children if tokens[c].dep.split(":")[0] in {"nsubj", "obj", "obl"}]
    return frozenset(
        tokens[g].lemma.lower()
        for c in things
        if any(tokens[d].text.lower() in ANY for d in below[c])
        for g in below[c]
        if tokens[g].dep == "amod"
    )


def _manner(tokens: tuple[Token, ...], index: int, below: Children) -> str:
    """Return how something goes, as an adjective ("is going smoothly": "smooth"), or ""."""
    if tokens[index].lemma.lower() not in GOING:
        return ""
    adverbs = (tokens[c].text.lower() for c in below[index] if tokens[c].dep == "advmod")
    return next((word.removesuffix("ly") for word in adverbs if word.endswith("ly")), "")


def _hangs_on_doubt(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether the clause is what somebody doubts, plans or denies: then its own words do not assert it."""
    token = tokens[index]
    if token.dep not in {"ccomp", "xcomp", "acl", "advcl", "csubj"}:
        return False
    governor = tokens[token.head].lemma.lower()
    return token.dep in {"xcomp", "advcl", "csubj"} or governor in _doubting()


@cache
def _doubting() -> frozenset[str]:
    cues = stance_cues()
    return frozenset(cues.doubt) | frozenset(cues.plan) | frozenset(cues.denial_verbs) | {"claim", "allege", "hope"}


def _heads(tokens: tuple[Token, ...], children: Sequence[int], below: Children, *relations: str) -> frozenset[str]:
    """Return the nouns that head the dependants of these relations, with the names and nouns before them."""
    found: set[str] = set()
    for child in children:
        token = tokens[child]
        if token.dep.split(":")[0] not in relations or token.text in DAYS:
            continue
        if token.text.lower() in {"nobody", "none"} or (token.text.lower() == "one" and _no(tokens, below[child])):
            found.add(EVERYONE)
        elif token.lemma.lower() not in PRONOUNS:
            inner = [
                child,
                *(c for c in below[child] if tokens[c].dep.split(":")[0] in {"compound", "flat", "amod", "nmod"}),
            ]
            found |= content_words(tokens[c] for c in inner)
    return frozenset(found)


def _no(tokens: tuple[Token, ...], children: Sequence[int]) -> bool:
    return any(tokens[c].text.lower() == "no" for c in children)


def clause_of(tokens: tuple[Token, ...], index: int, below: Children) -> list[int]:
    """Return the tokens of the clause of a predicate, in order, without the clauses beside and below it."""
    found, waiting = [index], [index]
    while waiting:
        for child in below[waiting.pop()]:
            if tokens[child].dep not in SIDE_CLAUSES and child not in found:
                found.append(child)
                waiting.append(child)
    return sorted(found)


def shortened(span: Range, tokens: tuple[Token, ...], index: int, clause: list[int]) -> Range:
    """Return the clause, or as many of its words around the predicate as fit."""
    if len(span) <= LONGEST:
        return span
    start, end = tokens[index].start, tokens[index].end
    for i in sorted(clause, key=lambda c: abs(c - index)):
        low, high = min(start, tokens[i].start), max(end, tokens[i].end)
        if high - low > LONGEST:
            break
        start, end = low, high
    return Range(start, end)


def _topic(event: Event, one: Assertion, other: Assertion, score: float) -> Topic:
    sides = tuple(Answer((_claim(event, a),)) for a in (one, other))
    about = " ".join((*sorted(one.subject & other.subject), one.predicate))
    return Topic("polarity", about, sides, "the same subject, said and denied", score)


def _claim(event: Event, assertion: Assertion) -> Claim:
    text = event.account(assertion.report).report.text
    return Claim(
        value=Phrase(" ".join(assertion.evidence.of(text).split())),
        about=About(
            measure="polarity",
            kind="change" if assertion.predicate in _changes() else "",
            place=assertion.names,
            predicate=assertion.predicate,
            bearer=assertion.subject,
            period=frozenset({"yet"} if assertion.yet else ()),
        ),
        positive=assertion.positive,
        report=assertion.report,
        evidence=assertion.evidence,
        sentence=assertion.sentence,
    )
