"""What happened, as one clause tells it: the act, and who and what took part. Times and places hang on it."""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Iterator, Mapping

from rashomon import tables
from rashomon.extract.pronouns import link_pronouns
from rashomon.lang.content_words import content_words
from rashomon.lang.lexicon import noun_class
from rashomon.model import Account, Happening, Name, Sentence, Token
from rashomon.text import Range

_WORDS = tables.words("rashomon.extract")

DAYS = frozenset((*day_name, *month_name)) - {""}  # they take no part in what happens then
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
ACTS = frozenset({"act", "event"})
# Clauses below a verb tell of other acts; what they hold took no part in this one.
OTHER_ACTS = frozenset({"ccomp", "advcl", "conj", "parataxis", "acl:relcl", "csubj", "list", "dep"})
LIGHT = _WORDS.set("acts_light")


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
