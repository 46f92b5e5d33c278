"""Who or what is in a state: the names and nouns of a thing, or the surname of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.lang.content_words import content_words
from rashomon.lang.families import Family
from rashomon.lang.lexicon import noun_class
from rashomon.lang.tables import load_table
from rashomon.lang.tree import Tree
from rashomon.model import Mention, Name
from rashomon.text import Range

INNER = frozenset({"compound", "flat", "conj"})  # from the head of a thing to other words that name it
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bearer:
    """What is in a state: its own nouns (or a surname), its proper names, and the words for what kind of place it is.

    All are empty of one who is not named.
    """

    nouns: frozenset[str] = NOBODY
    names: frozenset[str] = NOBODY
    kinds: frozenset[str] = NOBODY


def bearer_at(tree: Tree, head: int | None, family: Family, known: Mapping[int, str]) -> Bearer | None:
    """Return whom or what the phrase of `head` names, or None where it can bear no state of the family.

    `known` says for the first character of a word whom it stands for: the surname of a person, or a noun.
    """
    if family.bearer == "person":
        return Bearer() if head is None else _person(tree, head, known)
    if head is None:
        return None
    if family.bearer == "noun":
        noun = known.get(tree.tokens[head].start, "") or tree.tokens[head].lemma.lower()
        return _thing(tree, head, frozenset({noun})) if noun in family.nouns else None
    found = _thing(tree, head, NOBODY)
    return found if found.names or found.nouns else None


def surnames_in(tree: Tree, names: tuple[Mention, ...]) -> dict[int, str]:
    """Return for the first character of each word of a name in the sentence the last word of that name, lower-cased."""
    here = [m for m in names if tree.sentence.range.overlaps(m.range)]
    return {
        token.start: m.value.words.split()[-1].lower()
        for m in here
        for token in tree.tokens
        if isinstance(m.value, Name) and m.range.overlaps(Range(token.start, token.end))
    }


def _person(tree: Tree, head: int, known: Mapping[int, str]) -> Bearer | None:
    """Return a person by surname; not named, a pronoun, a name that was not read, or the noun of one who acts."""
    token, noun = tree.tokens[head], tree.tokens[head].lemma.lower()
    if whom := known.get(token.start, "").lower():
        return Bearer(frozenset({whom}))
    acts = token.pos == "NOUN" and (noun_class(noun) == "person" or noun.endswith(("er", "or")))
    return Bearer() if acts or token.pos in {"PRON", "PROPN"} else None


def _thing(tree: Tree, head: int, nouns: frozenset[str]) -> Bearer:
    """Return what a phrase names: its head, what is before it, beside it ("the port, Aden") or called so."""
    tokens = tree.tokens
    inside, waiting = [head], [head]
    while waiting:
        index = waiting.pop()
        for child in tree.children[index]:
            dep, of = tokens[child].dep, tokens[index].lemma.lower() in _kinds()
            named = of and dep in {"appos", "acl", "nmod"} and tree.case(child) in {"", "of"}
            if dep in INNER or named or (dep == "xcomp" and tokens[child].pos == "PROPN"):
                inside.append(child)
                waiting.append(child)
    lemmas = {tokens[i].lemma.lower() for i in inside}
    names = frozenset(tokens[i].lemma.lower() for i in inside if tokens[i].pos == "PROPN") - _kinds()
    own = content_words(tokens[i] for i in inside if tokens[i].pos == "NOUN") | nouns
    return Bearer(own - _kinds() if names else own, names, frozenset(lemmas & _kinds()))


@cache
def _kinds() -> frozenset[str]:
    table = load_table("land")
    return frozenset(table["settlements"]) | frozenset(table["lands"])
