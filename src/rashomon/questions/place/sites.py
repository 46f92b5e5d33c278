"""Topics of places without a name: the room on a floor, and where somebody died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.coreference.event import Event
from rashomon.lang.tables import load_table
from rashomon.lang.tree import Tree, phrase_of, preposition_of, tree_of
from rashomon.model import About, Account, Answer, Claim, Phrase, Sentence, Topic
from rashomon.text import Range, cover

INNER = frozenset({"compound", "amod"})
NOBODY_ONE = frozenset({"nummod", "conj"})  # with these a subject is several people
LONGEST = 85  # code points of evidence
SURE = 0.6


@dataclass(frozen=True, slots=True)
class Site:
    """A place without a name: `key` is the question it answers ("room on the third floor"), `names` who was there."""

    key: str
    names: frozenset[str]
    claim: Claim


def site_topics(event: Event) -> Iterator[Topic]:
    """Yield a topic for each floor whose room, or death whose place, two or more reports give in different words."""
    found: dict[str, list[Site]] = defaultdict(list)
    for account in event.accounts:
        for sentence in account.sentences:
            for site in sites_in(account, sentence):
                found[site.key].append(site)
    for key, sites in sorted(found.items()):
        answers: dict[tuple[str, frozenset[str]], list[Claim]] = defaultdict(list)
        for site in _of_one_thing(sites):
            answers[site.claim.about.measure, site.claim.about.modifiers].append(site.claim)
        if len(answers) >= 2:
            sides = tuple(Answer(tuple(claims)) for claims in answers.values())
            yield Topic("site", key, sides, "the same floor, or a death", SURE)


def _of_one_thing(sites: list[Site]) -> list[Site]:
    """Return the sites of the reports that give one alone; of names, those that no other report's names belie."""
    given: dict[str, set[tuple[str, frozenset[str]]]] = defaultdict(set)
    for site in sites:
        given[site.claim.report].add((site.claim.about.measure, site.claim.about.modifiers))
    named = [site.names for site in sites if site.names]
    if named and not frozenset.intersection(*named):
        return []
    return [site for site in sites if len(given[site.claim.report]) == 1]


def sites_in(account: Account, sentence: Sentence) -> Iterator[Site]:
    """Yield the rooms of a sentence that are said to be on a floor, and where it says that one person died."""
    tree = tree_of(sentence)
    for index, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if token.pos == "NOUN" and lemma in _groups()["room"] and (floor := _floor(tree, index)) is not None:
            yield _room(account, tree, index, floor)
        elif token.pos == "VERB" and lemma == "die":
            yield from _death(account, tree, index)


def _floor(tree: Tree, index: int) -> int | None:
    """Return the floor of a room: "the third-floor office", "an office on the third floor"."""
    nouns = load_table("sites")["floors"]["nouns"]
    for child in tree.children[index]:
        dep = tree.tokens[child].dep
        on = dep == "nmod" and preposition_of(tree, child) == "on"
        if tree.tokens[child].lemma.lower() in nouns and (on or dep == "compound") and _which(tree, child):
            return child
    return None


def _which(tree: Tree, floor: int) -> str:
    """Return which floor it is, or ""."""
    words = load_table("sites")["floors"]["words"]
    before = (tree.tokens[c].text.lower() for c in tree.children[floor])
    return next((word for word in before if word in words or word[:1].isdigit()), "")


def _room(account: Account, tree: Tree, index: int, floor: int) -> Site:
    own = [c for c in tree.children[index] if tree.tokens[c].dep in INNER and c != floor]
    modifiers = frozenset(tree.tokens[c].lemma.lower() for c in own)
    about = About(measure=tree.tokens[index].lemma.lower(), kind="room", modifiers=modifiers)
    # The floor is what both give: the evidence is the room alone.
    members = [i for i in (*own, index) if i > floor or index < floor]
    span = Range(tree.tokens[min(members)].start, tree.tokens[index].end)
    return Site(f"room on the {_which(tree, floor)} floor", frozenset(), _claim(account, tree, about, span))


def _death(account: Account, tree: Tree, verb: int) -> Iterator[Site]:
    subject = next((c for c in tree.children[verb] if tree.tokens[c].dep == "nsubj"), None)
    if subject is None or not _is_one(tree, subject):
        return
    for child in tree.children[verb]:
        noun = tree.tokens[child].lemma.lower()
        group = next((name for name, nouns in _groups().items() if noun in nouns), "")
        if tree.tokens[child].dep == "obl" and preposition_of(tree, child) in {"at", "on", "in", "en"} and group:
            bearer = frozenset({tree.tokens[subject].lemma.lower()})
            about = About(measure=group, kind="death", bearer=bearer)
            span = cover((Range(tree.tokens[verb].start, tree.tokens[verb].end), phrase_of(tree, child, LONGEST)))
            phrase = phrase_of(tree, subject, LONGEST)
            names = frozenset(
                t.lemma.lower() for t in tree.tokens if t.pos == "PROPN" and phrase.start <= t.start < phrase.end
            )
            yield Site("where somebody died", names, _claim(account, tree, about, span))


def _is_one(tree: Tree, subject: int) -> bool:
    """Say whether a subject is one person: no plural, no number, no list."""
    token = tree.tokens[subject]
    several = any(tree.tokens[c].dep in NOBODY_ONE for c in tree.children[subject])
    plural = token.pos == "NOUN" and token.text.lower() != token.lemma.lower()
    return token.pos in {"NOUN", "PROPN"} and not several and not plural


def _claim(account: Account, tree: Tree, about: About, span: Range) -> Claim:
    words = " ".join(span.of(account.report.text).split())
    return Claim(Phrase(words), about, report=account.report.id, evidence=span, sentence=tree.sentence.range)


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {name: frozenset(nouns) for name, nouns in load_table("sites")["groups"].items()}
