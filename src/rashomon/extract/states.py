"""In what state a report says that somebody or something is, by the words of the families (`lang/families.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon import tables
from rashomon.extract.acts import DAYS, governors
from rashomon.extract.assertions import assertions_in
from rashomon.extract.bearers import Bearer, bearer_at, surnames_in
from rashomon.extract.evidence import LONGEST_EVIDENCE, clause_of, shown_of
from rashomon.extract.spans import phrase_claim
from rashomon.lang.families import STATE, Relation, Use, Way, uses_of
from rashomon.lang.modality import AWAITED, is_question, modality_at
from rashomon.lang.tree import Tree, tree_of
from rashomon.model import About, Account, Claim, Modality, Name
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")
_WORDS = tables.words("rashomon.extract")

WITHIN = "in"  # the reference of a state that something in its bearer is in
INSIDE = _WORDS.set("states_inside")
BEHIND_NOUN = _WORDS.set("behind_noun")
SHARED = frozenset({"conj", "xcomp"})  # a verb that hangs so on another has its subject
AFTER = _THRESHOLDS.integer("states_after")


@dataclass(frozen=True, slots=True)
class Telling:
    """One word that tells a state: where it stands, the verb it is told by, and its use."""

    index: int
    verb: int
    use: Use


def states_in(account: Account, referents: Mapping[int, str]) -> Iterator[Claim]:
    """Yield the claims of states of an account, sentence by sentence: plain statements, then the states of families.

    Of the latter `about.kind` is the family and `about.state` the state, which `positive` says is so or not (yet) so,
    `modality` whether it is planned;
    `about.bearer` are the nouns of the bearer, or the surname of a person (none where he is not named), `about.place`
    its names, `about.modifiers` what kinds of place it is; `about.reference` is "in" where something in it is meant.
    `referents` says for the first character of a pronoun whom or what it stands for.
    """
    names = tuple(m for m in account.mentions if isinstance(m.value, Name))
    for sentence in account.sentences:
        tree = tree_of(sentence)
        yield from assertions_in(account, tree)
        tellings = [] if is_question(tree) else list(_tellings(tree))
        known = {**referents, **surnames_in(tree, names)} if tellings else {}
        for telling in tellings:
            yield from _claims(account, tree, telling, known)


def _tellings(tree: Tree) -> Iterator[Telling]:
    """Yield the words that may tell a state of a family, one a family at each word."""
    for index, token in enumerate(tree.tokens):
        told: set[str] = set()
        # A phrase says more than its verb alone: "call off" is not "call".
        for use in sorted(uses_of(token.lemma.lower()), key=lambda use: not use.rest):
            family = use.family.name
            if use.family.bearer != "subject" and family not in told and (verb := _verb(tree, index, use)) is not None:
                told.add(family)
                yield Telling(index, verb, use)


def _verb(tree: Tree, index: int, use: Use) -> int | None:
    """Return the word by which the one at `index` tells the state in this use, or None where it does not."""
    token, head = tree.tokens[index], tree.tokens[index].head
    if use.way is Way.PHRASE:
        return head if tree.case(index) == use.rest else None
    if use.way is Way.NOUN and use.state.light:
        return head if tree.tokens[head].lemma.lower() in use.state.light else None
    if use.way is Way.NOUN:
        return index if token.pos == "NOUN" else None
    if use.way is Way.SAID:
        if token.pos not in {"ADJ", "VERB"}:
            return None
        through = token.dep in {"xcomp", "advcl"} and tree.tokens[head].lemma.lower() in use.family.through
        return head if through and tree.one(index, "nsubj") is None else index
    if token.pos != "VERB" or (use.rest and not _beside(tree, index, use.rest)):
        return None
    if use.way is Way.OWN:
        return index if tree.one(index, "nsubj") is not None else None
    return index if _patients(tree, index, use.rest) else None


def _beside(tree: Tree, index: int, word: str) -> bool:
    """Say whether the verb has this particle, or something behind this preposition."""
    particles = (c for c in tree.children[index] if tree.tokens[c].dep == "compound:prt")
    return any(tree.tokens[c].text.lower() == word for c in particles) or bool(_behind(tree, index, word))


def _behind(tree: Tree, index: int, preposition: str) -> list[int]:
    return [c for c in tree.below(index, "obl") if tree.case(c) == preposition]


def _patients(tree: Tree, verb: int, rest: str) -> list[int]:
    """Return whom or what the verb is done to."""
    if rest and (behind := _behind(tree, verb, rest)):
        return behind[:1]
    below = [c for c in tree.children[verb] if tree.tokens[c].dep in {"nsubj:pass", "obj"}]
    if below:
        return below
    token = tree.tokens[verb]
    if token.dep.startswith("acl"):
        return [token.head]
    shared = _subject(tree, token.head) if token.dep in SHARED and token.head != verb else None
    return [] if shared is None else [shared]


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


def _bearers(tree: Tree, telling: Telling) -> list[int | None]:
    """Return the heads of those that the state is told of; None for one who is not named."""
    use, verb = telling.use, telling.verb
    if use.way is Way.DONE:
        return [*_patients(tree, telling.index, use.rest)]
    if use.way is Way.NOUN and use.state.light:
        return [None]
    if use.way is Way.NOUN:
        return [c for c in tree.below(telling.index, "nmod") if tree.case(c) in BEHIND_NOUN]
    if use.way is Way.PHRASE:
        return [_subject(tree, verb)]
    return [*tree.below(verb, "nsubj")]


def _claims(account: Account, tree: Tree, telling: Telling, known: Mapping[int, str]) -> Iterator[Claim]:
    modality = modality_at(tree, telling.verb, telling.index)
    ordered = telling.use.family.relation is Relation.ORDER
    if modality is None:
        return
    # In an order what came later is a step as well; else it says nothing of the state that holds now.
    awaited = any(tree.tokens[c].text.lower() in AWAITED for c in tree.children[telling.verb])
    if not ordered and (modality is Modality.PLANNED or awaited):
        return
    for head in _bearers(tree, telling):
        bearer = bearer_at(tree, head, telling.use.family, known)
        if bearer is not None:
            yield _claim(account, tree, (telling, head, bearer), modality)
    placed = telling.use.family.bearer == "thing" and telling.use.way in {Way.DONE, Way.OWN}
    if placed and modality is Modality.ASSERTED:
        for head in (c for c in tree.below(telling.index, "obl") if _is_inside(tree, c)):
            bearer = bearer_at(tree, head, telling.use.family, known)
            if bearer is not None:
                claim = _claim(account, tree, (telling, head, bearer), modality)
                yield replace(claim, about=replace(claim.about, reference=WITHIN))


def _is_inside(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.dep == "obl" and token.text not in DAYS and tree.case(index) in INSIDE


def _claim(account: Account, tree: Tree, told: tuple[Telling, int | None, Bearer], modality: Modality) -> Claim:
    telling, head, bearer = told
    use = telling.use
    about = About(
        measure=STATE,
        kind=use.family.name,
        state=use.state.name,
        predicate=tree.tokens[telling.index].lemma.lower(),
        bearer=bearer.nouns,
        place=bearer.names,
        modifiers=bearer.kinds,
    )
    evidence = _step(tree, telling) if use.family.relation is Relation.ORDER else _clause(tree, telling.index, head)
    claim = phrase_claim(account.report.id, account.report.text, evidence, tree.sentence.range, about)
    plan = Modality.PLANNED if modality is Modality.PLANNED else Modality.ASSERTED
    return replace(claim, positive=modality is Modality.ASSERTED, modality=plan)


def _clause(tree: Tree, index: int, head: int | None) -> Range:
    """Return the clause of a word with the head of its bearer, as it fits."""
    return shown_of(tree, index, sorted({*clause_of(tree, index), index, *(() if head is None else (head,))}))


def _step(tree: Tree, telling: Telling) -> Range:
    """Return the words from the clause's subject or verb to a few behind the word that names the state, as they fit."""
    tokens, (index, verb) = tree.tokens, (telling.index, telling.verb)
    subject = _subject(tree, verb)
    core = sorted((index, verb))
    first = min((*core, *tree.below(verb, "aux"), *(() if subject is None else (subject,))))
    last = min(len(tokens) - 1, core[1] + AFTER)
    while last > core[1] and tokens[last].end - tokens[first].start > LONGEST_EVIDENCE:
        last -= 1
    while first < core[0] and tokens[last].end - tokens[first].start > LONGEST_EVIDENCE:
        first += 1
    shown = tree.range(first, last)
    return shown if len(shown) <= LONGEST_EVIDENCE else tree.range(index, index)
