"""Where a named place lies, by what is said of it.

"Rhodes, an island off the coast of Turkey", "Gdansk is a port on the Baltic", "Luton, which is 30 miles from London".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon import tables
from rashomon.extract.evidence import LONGEST_EVIDENCE
from rashomon.lang.directions import direction_words
from rashomon.lang.gazetteer import fold
from rashomon.lang.places import place_of
from rashomon.lang.tree import Tree, subtree, tree_of
from rashomon.model import Sentence, Token
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.extract")
_WORDS = tables.words("rashomon.extract")

WHERE = _WORDS.set("situated_where")
LENGTHS = _WORDS.set("situated_lengths")
AWAY = LENGTHS | {"minute", "hour"}  # a place is also an hour away
BEING = _WORDS.set("situated_being")
REACH = _THRESHOLDS.integer("situated_reach")
LONGEST = _THRESHOLDS.integer("situated_longest")
SIDE = frozenset({"acl:relcl", "acl", "parataxis", "appos"})  # what tells more of the larger place


@dataclass(frozen=True, slots=True)
class Situated:
    """The folded name of a place, the preposition or "west of" that sets it, the words of the other place, and the
    characters that say so."""

    of: str
    reference: str
    words: str
    evidence: Range


def situated_in(sentence: Sentence, names: tuple[Range, ...]) -> Iterator[Situated]:
    """Yield where the named places of a sentence lie; `names` are the characters of all its names."""
    tokens = sentence.tokens
    tree = tree_of(sentence)
    for name in names:
        inside = [i for i, t in enumerate(tokens) if t.start < name.end and name.start < t.end]
        words = " ".join(tokens[i].text for i in inside)
        if not inside or not place_of(words):
            continue
        of = fold(words)
        for described in _descriptions(tree, inside):
            for phrase in _phrases(tree, described):
                if (found := _place_in(tokens, phrase)) is not None:
                    reference, place = found
                    evidence = Range(tokens[phrase[0]].start, tokens[phrase[-1]].end)
                    if len(evidence) <= LONGEST_EVIDENCE and fold(place) != of:
                        yield Situated(of, reference, place, evidence)
        if (distant := _distant(tokens, inside[-1])) is not None:
            yield Situated(of, *distant)


def _descriptions(tree: Tree, inside: list[int]) -> Iterator[int]:
    """Yield the nouns that say what the name is: beside it, or after "is"."""
    tokens, below = tree.tokens, tree.children
    for i in inside:
        yield from (c for c in below[i] if tokens[c].dep == "appos" and tokens[c].pos == "NOUN")
        above = tokens[i].head
        if (
            tokens[i].dep == "nsubj"
            and tokens[above].pos == "NOUN"
            and any(tokens[c].dep == "cop" for c in below[above])
        ):
            yield above


def _phrases(tree: Tree, noun: int) -> Iterator[list[int]]:
    """Yield the prepositional phrases of a noun, each as the tokens from the preposition to its end."""
    tokens, below = tree.tokens, tree.children
    for child in below[noun]:
        case = [c for c in below[child] if tokens[c].dep == "case"]
        if tokens[child].dep == "nmod" and case and tokens[case[0]].text.lower() in WHERE:
            yield list(range(case[0], subtree(tree, child, SIDE)[-1] + 1))


def _place_in(tokens: tuple[Token, ...], phrase: list[int]) -> tuple[str, str] | None:
    """Return what sets the place and its words: the longest name of a known place, the first of several."""
    for size in range(LONGEST, 0, -1):
        for at in range(1, len(phrase) - size + 1):
            run = [tokens[i] for i in phrase[at : at + size]]
            if not run[0].text[0].isupper() or run[-1].pos not in {"PROPN", "NOUN"}:
                continue
            words = " ".join(t.text for t in run)
            if place_of(words):
                return _reference(tokens, phrase, at), words
    return None


def _reference(tokens: tuple[Token, ...], phrase: list[int], at: int) -> str:
    """Return "west of" where a direction stands before the name, else the preposition of the phrase."""
    before = [tokens[i].text.lower() for i in phrase[:at] if tokens[i].text.lower() != "the"]
    if len(before) >= 2 and before[-1] == "of" and fold(before[-2]) in direction_words():
        return f"{fold(before[-2])} of"
    return before[0]


def _distant(tokens: tuple[Token, ...], last: int) -> tuple[str, str, Range] | None:
    """Return how "which is 10 miles from Ostby" sets the place, the other place, and the characters, or None."""
    after = list(range(last + 1, min(last + 1 + REACH, len(tokens))))
    forms = [tokens[i].text.lower() for i in after]
    if forms[:2] != [",", "which"] or len(forms) < 3 or forms[2] not in BEING:
        return None
    unit = next((n for n, i in enumerate(after) if tokens[i].lemma.lower() in AWAY), None)
    point = next((n for n, form in enumerate(forms) if unit is not None and n > unit and form in {"from", "of"}), None)
    if point is None or (found := _place_in(tokens, after[point:])) is None:
        return None
    at = next(i for i in after[point:] if tokens[i].text == found[1].split(" ")[0])
    way = f"{fold(forms[point - 1])} of" if fold(forms[point - 1]) in direction_words() else "from"
    return way, found[1], Range(tokens[after[1]].start, tokens[at + len(found[1].split(" ")) - 1].end)
