"""Invented news sentences with their trees: headlines and casualty reports, which the treebanks hardly contain.

Every sentence is put together from the word lists below, so its tree is known. Nothing is taken from a report, and no
sentence of the project's tests is made here.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from conllu import Tree


def listed(words: str) -> list[str]:
    """Return the words of a line."""
    return words.split()


PERSONS = listed("minister governor senator judge coach pilot doctor teacher banker chief actor envoy")
GROUPS = listed("police rebels troops prosecutors lawmakers officials firefighters protesters workers investors")
BODIES = listed("court army council parliament union firm airline ministry agency club university hospital")
HAZARDS = listed("flood earthquake cyclone blast crash landslide explosion avalanche tornado bomb missile")
THINGS = listed("plan deal ban law bill appeal pact report merger strike probe tax budget ruling offer treaty")
TARGETS = listed("village city town airport port school bridge market base factory stadium mosque hotel")
ATTRIBUTES = listed("new key rare former major federal deadly top final second")
COMPOUNDS = listed("climate corruption peace trade tax gas health prison border pension energy safety")
PLACES = listed("Norway Peru Kenya Texas Berlin Lagos Quebec Madrid Manila Cairo")
NAMES = listed("Holt Berg Okoye Ruiz Tanaka Novak Lind Mensah")
FIRST_NAMES = listed("Ada Ben Carla Dmitri Elena Farid Grace Hugo Ines Jonas Karim Lucia")
DECISIONS = listed("reject back sign block approve halt open visit praise seek attack defend")
IRREGULAR = {"seek": "sought"}
COUNTS = listed("two three six seven eight dozens hundreds thousands 4 11 17 23 60")
DEEDS = listed("reject back sign deny ban urge block seek approve cut face probe slam drop delay win lose halt")
BLOWS = listed("hit strike shake near destroy damage reach devastate")
ENDS = listed("resign quit die collapse strike sink crash flee retire")
HARMED = listed("killed injured hurt wounded arrested held detained rescued displaced evacuated")
CRIMES = listed("murder theft arson bribery perjury treason assault")
PAST = {"kill": "killed", "injure": "injured", "wound": "wounded", "displace": "displaced", "destroy": "destroyed",
        "damage": "damaged", "level": "levelled", "bury": "buried", "close": "closed"}  # fmt: skip
UNCOUNTED = frozenset(GROUPS)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `head` is relative to the phrase, -1 for the phrase's own head."""

    text: str
    lemma: str
    upos: str
    xpos: str
    head: int = -1
    dep: str = ""


Phrase = tuple[Word, ...]
Part = tuple[Phrase, str]


def word(text: str, upos: str, xpos: str, lemma: str = "") -> Phrase:
    """Return a phrase of one word."""
    return (Word(text, lemma or text, upos, xpos),)


def join(before: list[Part], core: Phrase, after: list[Part]) -> Phrase:
    """Return one phrase in which each part depends on the core's head, with the label beside it."""
    parts = [*before, (core, ""), *after]
    main = next(index for index, item in enumerate(core) if item.head == -1)
    main += sum(len(phrase) for phrase, _ in before)
    made: list[Word] = []
    for phrase, dep in parts:
        offset = len(made)
        for item in phrase:
            if item.head >= 0:
                made.append(replace(item, head=item.head + offset))
            else:
                made.append(item if dep == "" else replace(item, head=main, dep=dep))
    return tuple(made)


class Maker:
    """Makes phrases by chance."""

    def __init__(self, chance: random.Random) -> None:
        """Take all choices from `chance`."""
        self.pick = chance.choice
        self.odds = chance.random

    def number(self) -> Phrase:
        """Return a count that stands alone or before a noun."""
        text = self.pick(COUNTS)
        return (
            word(text, "NOUN", "NNS", text[:-1]) if text.endswith("s") and text[0] in "dht" else word(text, "NUM", "CD")
        )

    def noun(self, texts: list[str], article: bool) -> Phrase:
        """Return a noun, perhaps with an attribute, a compound or an article."""
        text = self.pick(texts)
        core = word(text, "NOUN", "NNS" if text in UNCOUNTED else "NN")
        before: list[Part] = [(word("the", "DET", "DT"), "det")] if article and text not in UNCOUNTED else []
        if self.odds() < 0.2:
            before.append((word(self.pick(ATTRIBUTES), "ADJ", "JJ"), "amod"))
        if self.odds() < 0.25 and texts in (THINGS, BODIES, PERSONS):
            before.append((word(self.pick(COMPOUNDS), "NOUN", "NN"), "compound"))
        return join(before, core, [])

    def actor(self, article: bool) -> Phrase:
        """Return someone who does things."""
        if self.odds() < 0.15:
            return word(self.pick(NAMES), "PROPN", "NNP")
        return self.noun(self.pick([PERSONS, GROUPS, BODIES]), article)

    def after(self, article: bool) -> Part:
        """Return a phrase of time, place or cause that depends on a verb."""
        case = self.pick(["in", "after", "amid", "over", "near", "during"])
        place = case in ("in", "near")
        core = word(self.pick(PLACES), "PROPN", "NNP") if place else self.noun(self.pick([THINGS, HAZARDS]), article)
        return join([(word(case, "ADP", "IN"), "case")], core, []), "obl"

    def present(self, subject: Phrase, lemma: str) -> Phrase:
        """Return the verb in the present tense, as the subject's number wants it."""
        head = next(item for item in subject if item.head == -1)
        if head.xpos == "NNS":
            return word(lemma, "VERB", "VBP")
        ending = "es" if lemma.endswith(("sh", "ch", "ss")) else "s"
        third = lemma[:-1] + "ies" if lemma.endswith("ny") else lemma + ending
        return word(third, "VERB", "VBZ", lemma)

    def headline(self, depth: int = 0) -> Phrase:
        """Return a clause as headlines have it: no article, present tense."""
        draw = self.odds()
        rest: list[Part] = [self.after(False)] if self.odds() < 0.4 else []
        if depth == 0 and self.odds() < 0.3:
            clause = join([(word(self.pick(["as", "after", "while"]), "SCONJ", "IN"), "mark")], self.headline(1), [])
            rest.append((clause, "advcl"))
        if draw < 0.25 and depth == 0:
            harmed = word(self.pick(HARMED), "VERB", "VBN")
            return join([(self.number(), "nsubj:pass")], harmed, rest)
        if draw < 0.45:
            subject = self.actor(False)
            return join([(subject, "nsubj")], self.present(subject, self.pick(ENDS)), rest)
        if draw < 0.65:
            subject = self.noun(HAZARDS, False)
            goal = self.noun(TARGETS, False) if self.odds() < 0.6 else self.number()
            lemma = self.pick(BLOWS if goal[-1].text in TARGETS else ["kill", "injure", "displace"])
        else:
            subject, goal, lemma = self.actor(False), self.noun(THINGS, False), self.pick(DEEDS)
            if self.odds() < 0.2:
                inner = join([(word("of", "ADP", "IN"), "case")], word(self.pick(CRIMES), "NOUN", "NN"), [])
                goal = join([], word("claims", "NOUN", "NNS", "claim"), [(inner, "nmod")])
        return join([(subject, "nsubj")], self.present(subject, lemma), [(goal, "obj"), *rest])

    def people(self) -> Phrase:
        """Return people with a count, or a count alone."""
        count = self.number()
        if count[0].xpos != "CD":
            return count
        return join([(count, "nummod")], word(self.pick(["soldiers", "passengers", "children"]), "NOUN", "NNS"), [])

    def toll(self) -> Phrase:
        """Return a sentence on what a disaster did: two verbs, two objects."""
        first, second = self.pick(list(PAST)[:4]), self.pick(list(PAST))
        goal = self.people() if second in list(PAST)[:4] else self.noun(TARGETS, True)
        joined = join([(word("and", "CCONJ", "CC"), "cc")], word(PAST[second], "VERB", "VBD", second), [(goal, "obj")])
        subject = self.noun(HAZARDS, True)
        verb = word(PAST[first], "VERB", "VBD", first)
        return join([(subject, "nsubj")], verb, [(self.people(), "obj"), (joined, "conj"), *self.stop()])

    def harmed(self) -> Phrase:
        """Return a passive sentence whose second half leaves its helping verb out."""
        second = [(word("and", "CCONJ", "CC"), "cc"), (self.number(), "nsubj:pass")]
        if self.odds() < 0.5:
            second.append((word("were", "AUX", "VBD", "be"), "aux:pass"))
        joined = join(second, word(self.pick(HARMED[1:]), "VERB", "VBN"), [self.after(True)])
        before = [(self.people(), "nsubj:pass"), (word("were", "AUX", "VBD", "be"), "aux:pass")]
        return join(before, word("killed", "VERB", "VBN", "kill"), [(joined, "conj"), *self.stop()])

    def charged(self) -> Phrase:
        """Return a sentence in which the second noun belongs to the verb: accused the pilot of theft."""
        lemma, case = self.pick([("charge", "with"), ("accuse", "of"), ("convict", "of"), ("clear", "of")])
        verb = word(lemma + ("d" if lemma.endswith("e") else "ed"), "VERB", "VBD", lemma)
        crime = join([(word(case, "ADP", "IN"), "case")], word(self.pick(CRIMES), "NOUN", "NN"), [])
        after = [(self.noun(PERSONS, True), "obj"), (crime, "obl"), *self.stop()]
        return join([(self.actor(True), "nsubj")], verb, after)

    def titled(self) -> Phrase:
        """Return a sentence whose subject is a full name with an apposition: `Ada Holt, the head of the union`."""
        comma = (word(",", "PUNCT", ","), "punct")
        body = join([(word("of", "ADP", "IN"), "case")], self.noun(BODIES, True), [])
        role = join([comma], self.noun(PERSONS, True), [(body, "nmod"), comma])
        surname = (word(self.pick(NAMES), "PROPN", "NNP"), "flat")
        subject = join([], word(self.pick(FIRST_NAMES), "PROPN", "NNP"), [surname, (role, "appos")])
        lemma = self.pick(DECISIONS)
        past = word(IRREGULAR.get(lemma, lemma + ("d" if lemma.endswith("e") else "ed")), "VERB", "VBD", lemma)
        rest: list[Part] = [self.after(True)] if self.odds() < 0.4 else []
        after = [(self.noun(THINGS, True), "obj"), *rest, *self.stop()]
        return join([(subject, "nsubj")], past, after)

    def stop(self) -> list[Part]:
        """Return the full stop."""
        return [(word(".", "PUNCT", "."), "punct")]


def to_tree(phrase: Phrase) -> Tree:
    """Return the phrase as a sentence of a treebank, its first letter large."""
    count = len(phrase)
    texts = [item.text for item in phrase]
    texts[0] = texts[0][0].upper() + texts[0][1:]
    return Tree(
        words=tuple(texts),
        spaces=tuple(index < count - 1 and phrase[index + 1].text != "." for index in range(count)),
        lemmas=tuple(item.lemma for item in phrase),
        upos=tuple(item.upos for item in phrase),
        xpos=tuple(item.xpos for item in phrase),
        heads=tuple(index if item.head < 0 else item.head for index, item in enumerate(phrase)),
        deps=tuple("ROOT" if item.head < 0 else item.dep for item in phrase),
        new_document=False,
        new_paragraph=False,
    )


def invented(count: int, seed: int) -> list[Tree]:
    """Return that many sentences: most of them headlines, the rest reports of tolls, charges and decisions."""
    chance = random.Random(seed)  # noqa: S311 - invents sentences, keeps no secret
    maker = Maker(chance)
    kinds = [maker.headline] * 8 + [maker.toll, maker.toll, maker.harmed, maker.charged, maker.titled]
    return [to_tree(chance.choice(kinds)()) for _ in range(count)]
