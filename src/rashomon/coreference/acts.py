"""What happened, as one clause tells it: the act, who and what took part, and how alike two such tellings are.

Times and places hang on something that happened. Two of them answer one question only where the act is the same (the
same word, a synonym, or the same noun of an event) and where those who took part are largely the same.
"""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.coreference.pronouns import link_pronouns
from rashomon.coreference.weights import content_words, cosine, total
from rashomon.lang.lexicon import Relation, noun_class, relation
from rashomon.lang.tables import load_table
from rashomon.model import Account, Name, Sentence, Token
from rashomon.text import Range

DAYS = frozenset((*day_name, *month_name)) - {""}  # they take no part in what happens then
BESIDE = 0.44  # the most that two acts are alike which are not one, but have to do with one event
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
ACTS = frozenset({"act", "event"})
LINKED = frozenset({Relation.SAME, Relation.SYNONYM})
# Clauses below a verb tell of other acts; what they hold took no part in this one.
OTHER_ACTS = frozenset({"ccomp", "advcl", "conj", "parataxis", "acl:relcl", "csubj", "list", "dep"})
OUTCOMES = ("dead", "injured", "arrested", "damaged")  # acts with one outcome are one act of one thing
LIGHT = frozenset({"be", "have", "do", "make", "get", "take", "go", "come", "happen", "occur", "begin", "start", "see"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One telling of one act: `act` is its verb or noun in base form, `part` the words of those who took part.

    `acts` are the nouns of events among them, `own` those that name the act itself ("the quake struck"), `names` the
    proper names; `words` is every telling word of the sentence.
    """

    act: str
    verbal: bool
    acts: frozenset[str]
    own: frozenset[str]
    part: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


def happening_at(sentence: Sentence, value: Range, referents: Mapping[int, str] | None = None) -> Happening | None:
    """Return the act that the characters of `value` belong to, without the words of `value`, or None.

    `referents` says for the first character of a pronoun whom or what it stands for.
    """
    tokens = sentence.tokens
    inside = {i for i, t in enumerate(tokens) if t.start < value.end and value.start < t.end}
    head = _head(tokens, inside)
    act = _act(tokens, head) if head is not None else None
    if act is None:
        return None
    frame = [i for i in _frame(tokens, act) if i not in inside and tokens[i].text not in DAYS]
    meant = {word for i in frame if (word := (referents or {}).get(tokens[i].start))}
    referred = {w for w in meant if w.islower()}
    nouns = {_lemma(tokens[i]) for i in frame if tokens[i].pos == "NOUN"} | referred
    own = {_lemma(tokens[i]) for i in frame if _is_the_act(tokens, i, act)} | referred
    names = {_lemma(tokens[i]) for i in frame if tokens[i].pos == "PROPN" and len(tokens[i].text) > 1}
    return Happening(
        act=_lemma(tokens[act]),
        verbal=tokens[act].pos in {"VERB", "AUX"},
        acts=frozenset(noun for noun in nouns if noun_class(noun) in ACTS),
        own=frozenset(noun for noun in own if noun_class(noun) in ACTS),
        part=content_words(tokens[i] for i in frame if i != act) | {word.lower() for word in meant},
        names=frozenset(names | {word.lower() for word in meant if not word.islower()}),
        words=content_words(t for i, t in enumerate(tokens) if i not in inside),
    )


def _is_the_act(tokens: tuple[Token, ...], index: int, act: int) -> bool:
    """Say whether a noun may name the act itself: its verb only says that it came about ("the quake struck")."""
    token = tokens[index]
    if token.pos != "NOUN" or index == act:
        return token.pos == "NOUN"
    described = tokens[act].dep in {"acl", "acl:relcl"} and tokens[act].head == index
    made = _lemma(tokens[act]) in LIGHT and token.dep == "obj"
    return described or (token.head == act and (token.dep in SUBJECTS or made))


def referents_in(account: Account) -> dict[int, str]:
    """Return for the first character of a pronoun what it most likely stands for: a surname, or a noun in base form.

    "It" stands for the subject of the sentence before, where that is a thing.
    """
    names = tuple(m for m in account.mentions if isinstance(m.value, Name))
    found = {
        link.range.start: link.name.value.words.split(" ")[-1]
        for link in link_pronouns(account.sentences, names)
        if isinstance(link.name.value, Name)
    }
    previous = ""
    for sentence in account.sentences:
        subject = next(
            (t for t in sentence.tokens if t.dep in SUBJECTS and sentence.tokens[t.head].dep == "root"), None
        )
        if subject is not None and subject.text.lower() == "it" and previous:
            found[subject.start] = previous
        elif subject is not None:
            previous = _lemma(subject) if subject.pos == "NOUN" and noun_class(_lemma(subject)) != "person" else ""
    return found


def likeness(one: Happening, other: Happening) -> float:
    """Return how surely both tell of one act, 0 to 1; 0 where the acts are unlike. Symmetric.

    The act itself counts 0.3, how much of the briefer telling's participants the other has 0.4 (a quarter of that where
    one names none), the sentences around them 0.3; 0.2 is taken off where both give proper names, and share none
    nor half of the rest.
    Acts that only share the noun of an event ("charged in the shooting") are never more than `BESIDE`.
    """
    if not same_act(one, other):
        return 0.0
    first, second = _shared_sense(one.part | one.acts, other.part | other.acts)
    least = min(total(first), total(second))
    held = total(first & second) / least if least else 0.25
    strangers = held < 0.5 and bool(one.names) and bool(other.names) and not one.names & other.names
    whole = max(0.0, 0.3 + 0.4 * held + 0.3 * cosine(one.words, other.words) - 0.2 * strangers)
    return whole if _is_one_act(one, other) else min(whole, BESIDE)


def same_act(one: Happening, other: Happening) -> bool:
    """Say whether the acts are one word, synonyms with a participant in common, or told by one noun of an event."""
    if one.act == other.act and one.act not in LIGHT:
        return True
    if one.verbal == other.verbal and _linked(one.act, other.act, "v" if one.verbal else "n"):
        return bool(one.part & other.part)
    nouns = (one.acts | ({one.act} - LIGHT), other.acts | ({other.act} - LIGHT))
    return any(_linked(a, b, "n") for a in nouns[0] for b in nouns[1])


def _is_one_act(one: Happening, other: Happening) -> bool:
    """Say whether the acts themselves are one, and not only share the noun of an event that they have to do with."""
    if _linked(one.act, other.act, "v" if one.verbal and other.verbal else "n"):
        return True
    nouns = (one.own | ({one.act} - LIGHT), other.own | ({other.act} - LIGHT))
    return any(_linked(a, b, "n") for a in nouns[0] for b in nouns[1])


@cache
def _linked(one: str, other: str, pos: str) -> bool:
    return one == other or relation(one, other, pos) in LINKED or bool(_states(one) & _states(other))


@cache
def _states(act: str) -> frozenset[str]:
    """Return what the act does to whom or what it happens to: "sever" and "cut" leave a thing damaged."""
    table = load_table("states")["states"]
    harmed = {"damaged"} if act in load_table("harm")["acted"] + load_table("harm")["nouns"] else set()
    return frozenset(harmed | {state for state in OUTCOMES if act in table[state]})


def _shared_sense(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return both sets with a word of the second put for its synonym in the first."""
    changed = set(other)
    for word in sorted(other - one):
        twin = next((w for w in sorted(one - other) if _linked(w, word, "n") or _linked(w, word, "v")), None)
        if twin is not None:
            changed = (changed - {word}) | {twin}
    return one, frozenset(changed)


def _head(tokens: tuple[Token, ...], inside: set[int]) -> int | None:
    outer = [i for i in sorted(inside) if tokens[i].head not in inside or tokens[i].head == i]
    wordy = [i for i in outer if tokens[i].pos not in {"PUNCT", "ADP"}]
    return (wordy or outer)[-1] if outer else None


def _act(tokens: tuple[Token, ...], index: int) -> int | None:
    """Return the nearest governor that is a verb or the noun of an event."""
    for above in governors(tokens, index):
        token = tokens[above]
        if token.pos == "VERB" or (token.pos == "NOUN" and noun_class(_lemma(token)) in ACTS):
            return above
        if any(t.head == above and t.dep == "cop" for t in tokens):
            return above
    return None


def governors(tokens: tuple[Token, ...], index: int) -> Iterator[int]:
    """Yield the governors of a token, nearest first, to the root."""
    seen = {index}
    while (above := tokens[index].head) not in seen:
        yield above
        seen.add(above)
        index = above


def _frame(tokens: tuple[Token, ...], act: int) -> list[int]:
    """Return the act and the words below it that take part in it, and the noun that its relative clause describes."""
    below: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.head != i:
            below.setdefault(token.head, []).append(i)
    found, waiting = {act}, [act]
    if tokens[act].dep in {"acl", "acl:relcl"}:
        found |= {tokens[act].head}
        waiting += [c for c in below.get(tokens[act].head, ()) if tokens[c].dep in {"amod", "compound", "nmod"}]
    elif tokens[act].pos == "NOUN" and tokens[act].dep.split(":")[0] in {"nsubj", "obj"}:
        found |= {tokens[act].head}
    while waiting:
        index = waiting.pop()
        found.add(index)
        waiting += [c for c in below.get(index, ()) if tokens[c].dep not in OTHER_ACTS and c not in found]
    return sorted(found)


def _lemma(token: Token) -> str:
    return token.lemma.lower()
