"""What a report says plainly: a predicate of a subject, and whether it is denied. A state is one such predicate.

What may, will or should be is neither so nor not so: it makes no claim here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rashomon import tables
from rashomon.extract.acts import DAYS
from rashomon.extract.evidence import clause_of, shown_of
from rashomon.extract.spans import phrase_claim
from rashomon.lang.content_words import EMPTY, content_words
from rashomon.lang.cues import stance_cues
from rashomon.lang.families import ASSERTION, YET, stated_by
from rashomon.lang.modality import AWAITED, NEGATIONS, OPEN, PLANNED, is_question
from rashomon.lang.tree import Tree
from rashomon.model import About, Account, Claim, Happening

_WORDS = tables.words("rashomon.extract")

SCARCELY = _WORDS.set("assertions_scarcely")
SO_FAR = _WORDS.set("so_far")
ANY = _WORDS.set("assertions_any")
EVERYONE = "person"  # whom "nobody" and "no one" deny it of
PRONOUNS = _WORDS.set("assertions_pronouns")
ARGUMENTS = frozenset({"nsubj", "obj", "obl"})


def assertions_in(account: Account, tree: Tree) -> Iterator[Claim]:
    """Yield the plain statements of a sentence with a subject that is more than a pronoun, in text order.

    `about.predicate` is the verb or adjective, `about.bearer` the words of its subject, `about.place` the names in its
    clause, `about.period` its days and months, with "yet" where it is told of the time up to now, `about.subset` what
    describes a thing that is not any certain one ("a clean bill"); `kind` and `state` are those of the family that
    knows the predicate. `happening.part` are the words of its object, `happening.words` those of the clause.
    """
    tokens = tree.tokens
    if is_question(tree):
        return
    for i, token in enumerate(tokens):
        predicative = token.pos == "ADJ" and tree.one(i, "cop") is not None
        if (token.pos == "VERB" and token.lemma.lower() not in EMPTY) or predicative:
            subject = _heads(tree, i, "nsubj")
            if subject and _is_plain(tree, i):
                yield _assertion(account, tree, i, subject)


def _is_plain(tree: Tree, index: int) -> bool:
    """Say whether the predicate is neither open nor planned, nor true only as far as a clause below or above it is."""
    children = tree.children[index]
    forms = {tree.tokens[c].text.lower() for c in children}
    # What is not known or not said depends on the clause below: two such statements share only their verb.
    carries = any(tree.tokens[c].dep in {"ccomp", "xcomp", "csubj"} for c in children)
    return not (carries or forms & (SCARCELY | OPEN | AWAITED | PLANNED) or _hangs_on_doubt(tree, index))


def _assertion(account: Account, tree: Tree, index: int, subject: frozenset[str]) -> Claim:
    tokens = tree.tokens
    clause = clause_of(tree, index)
    days = frozenset(tokens[i].text for i in clause) & DAYS
    forms = {tokens[c].text.lower() for c in tree.children[index]}
    names = frozenset(
        tokens[i].lemma.lower() for i in clause if tokens[i].pos == "PROPN" and tokens[i].text not in DAYS
    )
    predicate = tokens[index].lemma.lower()
    use = stated_by(predicate)
    about = About(
        measure=ASSERTION,
        kind=use.family.name if use else "",
        state=use.state.name if use else "",
        predicate=predicate,
        bearer=subject,
        place=names,
        period=days | ({YET} if forms & SO_FAR and "never" not in forms else set()),
        subset=_narrowing(tree, index),
    )
    told = Happening(
        act=predicate,
        verbal=tokens[index].pos == "VERB",
        acts=frozenset(),
        own=frozenset(),
        part=_heads(tree, index, "obj", "obl"),
        names=names,
        words=content_words(tokens[i] for i in clause if i != index and tokens[i].text not in DAYS),
    )
    evidence = shown_of(tree, index, clause)
    claim = phrase_claim(account.report.id, account.report.text, evidence, tree.sentence.range, about)
    return replace(claim, positive=not _negated(tree, index), happening=told)


def _negated(tree: Tree, index: int) -> bool:
    """Say whether the predicate is denied.

    "Not" behind its verb sets one thing against another: "it belongs to them, not to us" denies nothing of "belong".
    """
    before = {tree.tokens[c].text.lower() for c in tree.children[index] if c < index}
    return bool(before & NEGATIONS) or any(
        tree.tokens[g].text.lower() in NEGATIONS for c in tree.below(index, *ARGUMENTS) for g in tree.below(c, "det")
    )


def _narrowing(tree: Tree, index: int) -> frozenset[str]:
    """Return the adjectives of an object or subject that is not any certain one: "a clean bill", "any new offer"."""
    return frozenset(
        tree.tokens[g].lemma.lower()
        for c in tree.below(index, *ARGUMENTS)
        if any(tree.tokens[d].text.lower() in ANY for d in tree.children[c])
        for g in tree.children[c]
        if tree.tokens[g].dep == "amod"
    )


def _hangs_on_doubt(tree: Tree, index: int) -> bool:
    """Say whether the clause is what somebody doubts, plans or denies: then its own words do not assert it."""
    token = tree.tokens[index]
    if token.dep in {"xcomp", "advcl", "csubj"}:
        return True
    return token.dep in {"ccomp", "acl"} and tree.tokens[token.head].lemma.lower() in _doubting()


@cache
def _doubting() -> frozenset[str]:
    cues = stance_cues()
    return cues.doubt | cues.plan | cues.denial_verbs | {"claim", "allege", "hope"}


def _heads(tree: Tree, index: int, *relations: str) -> frozenset[str]:
    """Return the nouns that head the dependants of these relations, with the names and nouns before them."""
    found: set[str] = set()
    for child in tree.below(index, *relations):
        token = tree.tokens[child]
        if token.text in DAYS:
            continue
        word = token.text.lower()
        if word in {"nobody", "none"} or (word == "one" and _no(tree, tree.children[child])):
            found.add(EVERYONE)
        elif token.lemma.lower() not in PRONOUNS:
            inner = (child, *tree.below(child, "compound", "flat", "amod", "nmod"))
            found |= content_words(tree.tokens[c] for c in inner)
    return frozenset(found)


def _no(tree: Tree, indices: Sequence[int]) -> bool:
    return any(tree.tokens[c].text.lower() == "no" for c in indices)
