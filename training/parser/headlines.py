"""Turns sentences of a treebank into what a newspaper also prints: headlines, other case, no final stop."""

from __future__ import annotations

import random
from dataclasses import replace

from conllu import Tree

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
THIRD_PERSON = {"have": "has", "do": "does", "go": "goes"}
# Shares of headlines in lower case, in capitals, in title case (the rest stays), each bound added to the last.
HEADLINE_CASES = (0.1, 0.25, 0.7)
SENTENCE_CASES = (0.05, 0.09, 0.14)


def varied(tree: Tree, chance: random.Random, shares: tuple[float, float]) -> Tree:
    """Return the sentence as a newspaper might also print it; mostly unchanged.

    `shares` are those of headlines among sentences, and of the present tense among headlines.
    """
    headlines, present = shares
    if headlines and chance.random() < headlines:
        tree = in_present(tree) if present and chance.random() < present else tree
        return recased(headline(tree), chance.random(), HEADLINE_CASES)
    tree = recased(tree, chance.random(), SENTENCE_CASES)
    return kept(tree, set(range(len(tree.words))) - final_stop(tree)) if chance.random() < 0.05 else tree


def recased(tree: Tree, draw: float, bounds: tuple[float, float, float]) -> Tree:
    """Return the sentence in lower case, capitals or title case for a draw below the first, second, third bound."""
    words = tree.words
    if draw < bounds[0]:
        words = tuple(word.lower() for word in words)
    elif draw < bounds[1]:
        words = tuple(word.upper() for word in words)
    elif draw < bounds[2]:
        words = tuple(word if len(word) < 4 else word[0].upper() + word[1:] for word in words)
    return replace(tree, words=words)


def in_present(tree: Tree) -> Tree:
    """Return the sentence with its past-tense verbs in the present, as headlines tell what happened."""
    words, tags = list(tree.words), list(tree.xpos)
    for index, tag in enumerate(tree.xpos):
        if tag == "VBD" and tree.upos[index] == "VERB" and tree.lemmas[index].isalpha():
            single = _subject_tag(tree, index) in ("NN", "NNP", "PRP", "")
            words[index] = third_person(tree.lemmas[index]) if single else tree.lemmas[index]
            tags[index] = "VBZ" if single else "VBP"
    return replace(tree, words=tuple(words), xpos=tuple(tags))


def _subject_tag(tree: Tree, verb: int) -> str:
    """Return the tag of the verb's subject, or of the subject of the verb that it is joined to; "" if there is none."""
    for candidate in (verb, tree.heads[verb]):
        for index, (head, dep) in enumerate(zip(tree.heads, tree.deps, strict=True)):
            if head == candidate and dep.startswith("nsubj"):
                plural = any(h == index and d == "conj" for h, d in zip(tree.heads, tree.deps, strict=True))
                return "NNS" if plural or tree.words[index].lower() in ("they", "we", "i", "you") else tree.xpos[index]
    return ""


def third_person(lemma: str) -> str:
    """Return the third person singular of a verb: kills, carries, reaches."""
    if lemma in THIRD_PERSON:
        return THIRD_PERSON[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def headline(tree: Tree) -> Tree:
    """Return the sentence without articles, forms of "be" as a helping verb, and the final stop."""
    dropped = final_stop(tree)
    for index, (word, dep) in enumerate(zip(tree.words, tree.deps, strict=True)):
        article = dep == "det" and word.lower() in ("the", "a", "an")
        helper = dep in ("aux:pass", "aux", "cop") and word.lower() in BE
        if (article or helper) and index not in tree.heads:
            dropped.add(index)
    return kept(tree, set(range(len(tree.words))) - dropped)


def final_stop(tree: Tree) -> set[int]:
    """Return the index of the full stop that ends the sentence, if one does and nothing depends on it."""
    last = len(tree.words) - 1
    return {last} if last > 0 and tree.words[last] == "." and last not in tree.heads else set()


def kept(tree: Tree, wanted: set[int]) -> Tree:
    """Return the sentence with the wanted words only; no word that is left may depend on one that goes."""
    order = sorted(wanted)
    place = {old: new for new, old in enumerate(order)}
    if not order or any(tree.heads[old] not in place for old in order):
        return tree
    columns = (tree.words, tree.spaces, tree.lemmas, tree.upos, tree.xpos)
    words, spaces, lemmas, upos, xpos = (tuple(column[old] for old in order) for column in columns)
    return replace(
        tree,
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        upos=upos,
        xpos=xpos,
        heads=tuple(place[tree.heads[old]] for old in order),
        deps=tuple(tree.deps[old] for old in order),
    )
