"""Sentences built by hand, word by word: nothing is parsed, and what each word tells is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.coreference.terms import Given, Reading, Word
from rashomon.model import Account, Report, Sentence, Token
from rashomon.text import Range

PARTS = {"n": "NOUN", "v": "VERB", "a": "ADJ"}


@dataclass(frozen=True, slots=True)
class Written:
    """How a sentence is written: "ada flee/v 3 barn" is a noun, a verb, three words that stand nowhere else, a noun.

    `tells` gives what a word tells, squared, where that is not 1; `governed` leads from a word to the one it hangs on.
    `given` are its values; `denials` are the places of the words that deny something.
    """

    words: str
    tells: Mapping[str, float] = field(default_factory=dict)
    governed: Mapping[str, str] = field(default_factory=dict)
    given: tuple[Given, ...] = ()
    denials: tuple[int, ...] = ()


def reading(report: str, written: Written | str) -> Reading:
    """Return a sentence of a report as its statements are compared."""
    how = Written(written) if isinstance(written, str) else written
    told = _spelled_out(how.words, report)
    text = " ".join(word for word, _ in told)
    words = tuple(Word(at, word, word, part) for at, (word, part) in enumerate(told))
    squares = {word: how.tells.get(word, 1.0) for word, _ in told}
    sentence = Sentence(Range(0, len(text)), _tokens(told, how.governed))
    return Reading(report, sentence, text, words, how.given, how.denials, squares)


def account_in_nouns(report: str, *sentences: str) -> Account:
    """Return a report whose sentences are nothing but nouns."""
    found, start = [], 0
    for words in sentences:
        tokens = _tokens([(word, "n") for word in words.split()], {}, start)
        found.append(Sentence(Range(start, start + len(words)), tokens))
        start += len(words) + 1
    return Account(Report(report, " ".join(sentences), report, "", ()), tuple(found), (), (), ())


def _spelled_out(words: str, report: str) -> list[tuple[str, str]]:
    """Return each word with its part; a number stands for so many words of the report's own."""
    found: list[tuple[str, str]] = []
    for written in words.split():
        if written.isdigit():
            found += [(f"{report}{len(found) + n}", "n") for n in range(int(written))]
        else:
            word, _, part = written.partition("/")
            found.append((word, part or "n"))
    return found


def _tokens(told: Sequence[tuple[str, str]], governed: Mapping[str, str], start: int = 0) -> tuple[Token, ...]:
    words = [word for word, _ in told]
    tokens = []
    for at, (word, part) in enumerate(told):
        head = words.index(governed[word]) if word in governed else at
        tokens.append(Token(start, start + len(word), word, word, PARTS[part], "", head, "dep"))
        start += len(word) + 1
    return tuple(tokens)
