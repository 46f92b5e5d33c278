"""Topics of stages: how far the case against one person has come, as several reports put it.

A case goes through steps in a known order: somebody is sought, caught, charged, tried, judged, sentenced. A report
stands at the furthest step that it says was taken; what it only expects, or says was not yet done, is still ahead. Two
reports that stand at different steps differ by when they were written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon import tables
from rashomon.coreference.acts import governors, referents_in
from rashomon.coreference.event import Event
from rashomon.lang.lexicon import noun_class
from rashomon.lang.tables import load_table
from rashomon.lang.tree import Tree, tree_of
from rashomon.model import About, Account, Answer, Claim, Mention, Name, Phrase, Topic
from rashomon.questions.state.polarity import NEGATIONS
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.questions.state")
_WORDS = tables.words("rashomon.questions.state")

LONGEST = _THRESHOLDS.integer("stages_longest")
AFTER = _THRESHOLDS.integer("after")
MOST = _THRESHOLDS.integer("most")
SHARED = frozenset({"conj", "xcomp"})  # a verb that hangs so on another has its subject
SMALL = frozenset({"aux", "mark", "advmod", "det", "cc", "punct"})
AHEAD = _WORDS.set("ahead") | NEGATIONS
OPEN = _WORDS.set("stages_open")


@dataclass(frozen=True, slots=True)
class Step:
    """One step that a report names: its place in the order, whether it was taken, of whom ("" unnamed), and where."""

    number: int
    taken: bool
    whom: str
    evidence: Range
    sentence: Range


def stage_topics(event: Event) -> Iterator[Topic]:
    """Yield the topic of the case that most reports tell of, if they stand at different steps of it."""
    told = {account.report.id: tuple(steps_in(account)) for account in event.accounts}
    count = Counter(step.whom for steps in told.values() for step in {s.whom: s for s in steps}.values() if step.whom)
    whom = min(count, key=lambda name: (-count[name], name), default="")
    answers: dict[int, list[Claim]] = defaultdict(list)  # by the furthest step taken
    for report, steps in told.items():
        of_case = [s for s in steps if s.whom in ("", whom)]
        reached = max((s.number for s in of_case if s.taken), default=-1)
        at = [s for s in of_case if s.taken and s.number == reached]
        ahead = [s for s in of_case if not s.taken and s.number > reached]
        answers[reached] += [_claim(event, report, s) for s in (*at[:MOST], *ahead[:MOST])]
    answers = {number: claims for number, claims in answers.items() if claims}
    if len(answers) >= 2:
        sides = tuple(Answer(tuple(claims)) for _, claims in sorted(answers.items()))
        yield Topic("stage", " ".join(("stage of the case", *filter(None, (whom,)))), sides, "steps of one case")


def steps_in(account: Account) -> Iterator[Step]:
    """Yield the steps that a report names, in text order."""
    referents = referents_in(account)
    names = [m for m in account.mentions if isinstance(m.value, Name)]
    for sentence in account.sentences:
        tree = tree_of(sentence)
        named = _surnames(tree, names) if any(t.lemma.lower() in _all_words() for t in tree.tokens) else {}
        for index in range(len(tree.tokens)):
            found = _step_at(tree, index)
            if found is None:
                continue
            number, verb, patient = found
            whom = ""
            if patient is not None:
                token = tree.tokens[patient]
                whom = named.get(patient, "") or referents.get(token.start, "").lower()
                if not whom and not _person(tree, patient):
                    continue
            if (taken := _taken(tree, verb, index)) is not None:
                yield Step(number, taken, whom, _shown(tree, index, verb), sentence.range)


def _surnames(tree: Tree, names: list[Mention]) -> dict[int, str]:
    """Return for each word of a name in the sentence the last word of that name, lower-cased."""
    here = [m for m in names if tree.sentence.range.overlaps(m.range)]
    return {
        i: m.value.words.split()[-1].lower()
        for m in here
        for i, token in enumerate(tree.tokens)
        if isinstance(m.value, Name) and m.range.overlaps(Range(token.start, token.end))
    }


def _step_at(tree: Tree, index: int) -> tuple[int, int, int | None] | None:
    """Return the number of the step that a word names, the verb that tells it, and whom it is done to, or None."""
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    if token.pos == "VERB":
        if lemma in _words("verbs") and (patient := _patient(tree, index, lemma)) is not None:
            return _words("verbs")[lemma], index, patient
        if lemma in _words("own") and (agent := tree.one(index, "nsubj")) is not None:
            return _words("own")[lemma], index, agent
        return None
    head = token.head
    if lemma in _words("in") and tree.case(index) in {"in", "into"}:
        return _words("in")[lemma], head, _subject(tree, head)
    if lemma in _words("nouns"):
        number = _words("nouns")[lemma]
        if tree.tokens[head].lemma.lower() in _steps()[number]["light"]:
            return number, head, None
    return None


def _patient(tree: Tree, verb: int, lemma: str) -> int | None:
    """Return the word for the person that the verb is done to, or None."""
    if lemma in _words("for"):
        return next((c for c in tree.below(verb, "obl") if tree.case(c) == "for"), None)
    below = [c for c in tree.children[verb] if tree.tokens[c].dep in {"nsubj:pass", "obj"}]
    if below:
        return below[0]
    token = tree.tokens[verb]
    if token.dep.startswith("acl"):
        return token.head
    return _subject(tree, token.head) if token.dep in SHARED and token.head != verb else None


def _subject(tree: Tree, verb: int) -> int | None:
    """Return the subject of a verb, or of the verb that it shares one with."""
    for above in (verb, *governors(tree.tokens, verb)):
        if (found := tree.one(above, "nsubj")) is not None:
            return found
        if tree.tokens[above].dep.startswith("acl"):
            return tree.tokens[above].head
        if tree.tokens[above].dep not in SHARED:
            return None
    return None


def _person(tree: Tree, index: int) -> bool:
    """Say whether a word may stand for a person: a pronoun, a name that was not read, or the noun of one who acts."""
    token, noun = tree.tokens[index], tree.tokens[index].lemma.lower()
    return token.pos in {"PRON", "PROPN"} or (
        token.pos == "NOUN" and (noun_class(noun) == "person" or noun.endswith(("er", "or")))
    )


def _taken(tree: Tree, verb: int, index: int) -> bool | None:
    """Say whether the step was taken, or is denied or expected (False); None where it is only possible or asked."""
    near = [*tree.children[verb], *tree.children[index]]
    things = [c for c in near if tree.tokens[c].dep.split(":")[0] in {"nsubj", "obj"}]
    small = [c for c in (*near, *(g for c in things for g in tree.children[c])) if tree.tokens[c].dep in SMALL]
    forms = {tree.tokens[c].text.lower() for c in small}
    if forms & OPEN:
        return None
    purpose = any(tree.tokens[c].text.lower() == "to" and tree.tokens[c].dep == "mark" for c in tree.children[verb])
    return not purpose and not forms & AHEAD


def _shown(tree: Tree, index: int, verb: int) -> Range:
    """Return the words from the clause's subject or verb to a few behind the word that names the step, as they fit."""
    tokens = tree.tokens
    subject = _subject(tree, verb)
    core = sorted((index, verb))
    first = min((*core, *tree.below(verb, "aux"), *(() if subject is None else (subject,))))
    last = min(len(tokens) - 1, core[1] + AFTER)
    while last > core[1] and tokens[last].end - tokens[first].start > LONGEST:
        last -= 1
    while first < core[0] and tokens[last].end - tokens[first].start > LONGEST:
        first += 1
    return tree.range(first, last) if tokens[last].end - tokens[first].start <= LONGEST else tree.range(index, index)


def _claim(event: Event, report: str, step: Step) -> Claim:
    words = " ".join(step.evidence.of(event.account(report).report.text).split())
    about = About(measure="stage", predicate=str(_steps()[step.number]["name"]))
    return Claim(
        Phrase(words), about, positive=step.taken, report=report, evidence=step.evidence, sentence=step.sentence
    )


@cache
def _steps() -> tuple[dict[str, Any], ...]:
    return tuple(load_table("stages")["steps"])


@cache
def _words(kind: str) -> dict[str, int]:
    return {word: number for number, step in enumerate(_steps()) for word in step[kind]}


@cache
def _all_words() -> frozenset[str]:
    return frozenset(word for kind in ("verbs", "own", "nouns", "in") for word in _words(kind))
