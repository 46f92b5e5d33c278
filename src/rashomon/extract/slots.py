"""The slots of a question: what is counted or measured, of whom, where, when, and what happened to it."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from types import MappingProxyType

from rashomon import tables
from rashomon.lang.lexicon import noun_class
from rashomon.lang.tables import load_table
from rashomon.lang.tree import Tree, governing_verb, preposition_of, subtree
from rashomon.model import About, Token

_WORDS = tables.words("rashomon.extract")

BESIDE = frozenset({"conj", "parataxis", "acl:relcl"})  # branches that tell of other things
# Under a noun that is a predicate also what it is said of ("the main loss is ...").
SAID_OF = BESIDE | frozenset({"nsubj", "csubj", "advcl"})
NAMING = frozenset({"NOUN", "PROPN", "NUM"})
PLACE_CASES = _WORDS.set("place_cases")


@cache
def states() -> MappingProxyType[str, str]:
    """Return word in base form -> the state it tells of ("kill" -> "dead")."""
    return MappingProxyType({word: state for state, words in load_table("states")["states"].items() for word in words})


@cache
def cue_words(section: str) -> frozenset[str]:
    """Return the words of the section "subset" or "period" of the table of states."""
    return frozenset(load_table("states")[section]["words"])


def about(tree: Tree, index: int, measure: str, value: tuple[int, ...] = ()) -> About:
    """Return the slots around the token `index`, which carries what `measure` (a base form or "") names.

    The tokens `value` state the value itself: "at least" and "more than" there narrow nothing.
    """
    verb = governing_verb(tree, index)
    near = tuple(i for i in _neighbourhood(tree, index, verb) if i not in set(value))
    words = [tree.tokens[i] for i in near]
    modifiers = frozenset(
        tree.tokens[i].lemma.lower()
        for i in subtree(
            tree, index, frozenset({"acl:relcl", "conj", "cc", "appos", "parataxis", "nummod", "case", "det"})
        )
        if i != index and i not in set(value) and tree.tokens[i].pos in {"NOUN", "PROPN", "ADJ"}
    )
    return About(
        measure=measure,
        kind=noun_class(measure) if measure else "",
        modifiers=modifiers,
        subset=_cues(words, "subset"),
        state=_state(tree, index, verb),
        predicate=tree.tokens[verb].lemma.lower() if verb is not None else "",
        bearer=_bearer(tree, index, verb),
        place=_places(tree, index, verb),
        period=_cues(words, "period"),
    )


def _neighbourhood(tree: Tree, index: int, verb: int | None) -> tuple[int, ...]:
    """Return the noun's own phrase, and the governors between it and its verb."""
    found = set(subtree(tree, index, SAID_OF if tree.tokens[index].pos in NAMING else BESIDE))
    above = index
    while above != verb and tree.tokens[above].head != above:
        above = tree.tokens[above].head
        found.add(above)
    return tuple(sorted(found))


def _cues(words: list[Token], section: str) -> frozenset[str]:
    cues = cue_words(section)
    telling = [t for t in words if t.pos != "VERB" or t.lemma.lower() != "last"]  # who lasts is not the last
    telling = [t for t, after in zip_longest(telling, telling[1:]) if not _per_cent(t, after)]
    return frozenset(t.lemma.lower() for t in telling if t.lemma.lower() in cues or t.text.lower() in cues)


def _per_cent(token: Token, after: Token | None) -> bool:
    return token.text.lower() == "per" and after is not None and after.text.lower() == "cent"


def _state(tree: Tree, index: int, verb: int | None) -> str:
    """Return what happened to the counted thing: by its own words, then by the verb it hangs on."""
    table = states()
    own = [index, *tree.below(index, "amod", "acl"), tree.tokens[index].head]
    conjuncts = tuple(tree.below(verb, "xcomp", "ccomp")) if verb is not None else ()
    for i in (*own, *((verb,) if verb is not None else ()), *conjuncts):
        if found := table.get(tree.tokens[i].lemma.lower(), ""):
            return found
    return ""


def _bearer(tree: Tree, index: int, verb: int | None) -> frozenset[str]:
    """Return the names and nouns that the thing belongs to or is told of: possessor, "of", "for" phrases, subject."""
    found: set[str] = set()
    for i in (index, tree.tokens[index].head):
        for child in tree.below(i, "nmod", "appos", "compound"):
            if child != index:
                found |= _nominal(tree, child)
    if verb is not None:
        for child in tree.below(verb, "nsubj", "obl", "obj"):
            if index not in subtree(tree, child):
                found |= _nominal(tree, child)
    return frozenset(found)


def _nominal(tree: Tree, index: int) -> set[str]:
    inside = subtree(tree, index, frozenset({"acl:relcl", "acl", "conj", "cc", "parataxis", "advcl"}))
    return {tree.tokens[i].lemma.lower() for i in inside if tree.tokens[i].pos in {"NOUN", "PROPN"}}


def _places(tree: Tree, index: int, verb: int | None) -> frozenset[str]:
    """Return the words of the proper names that say where: "in", "at", "near" ... phrases of the noun and its verb."""
    found: set[str] = set()
    for i in (index, tree.tokens[index].head, *((verb,) if verb is not None else ())):
        for child in tree.below(i, "nmod", "obl"):
            if preposition_of(tree, child) in PLACE_CASES:
                found |= {
                    tree.tokens[c].lemma.lower()
                    for c in subtree(tree, child, frozenset({"acl:relcl", "conj"}))
                    if tree.tokens[c].pos == "PROPN"
                }
    return frozenset(found)
