"""Words, their tags and who depends on whom: the shipped parser, or a spaCy pipeline of the user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rashomon import tables
from rashomon.errors import InstallError
from rashomon.lang.casing import plain_case
from rashomon.lang.clear_labels import Arc, to_universal
from rashomon.lang.lemmas import Lemmas, load_lemmas
from rashomon.model import Sentence, Token
from rashomon.text import Range

_THRESHOLDS = tables.thresholds("rashomon.lang")

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The parser learned straight quotes only. One character for one: positions stay what they are.
_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'})
_MOST_TOKENS = _THRESHOLDS.integer("most_tokens")
_TOO_LONG = re.compile(r"\S{150}")
_BATCH = 64


class Parser(Protocol):
    """What finds the words of sentences and how they depend on one another."""

    def parse(self, text: str, sentences: tuple[Range, ...]) -> tuple[Sentence, ...]:
        """Return one parsed sentence for each range of `text`, in the same order."""
        ...


def load_parser(name: str | None = None) -> Parser:
    """Return the shipped parser, or the installed spaCy package or model folder `name`.

    Raises `InstallError` where the pipeline is missing, is broken, or has no dependency parser.
    """
    return _Pipeline.shipped() if name is None else _Pipeline.named(name)


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens of one piece of a sentence: texts, places in the whole text, and whether a space follows."""

    texts: list[str]
    spans: list[tuple[int, int]]
    spaces: list[bool]


class _Pipeline:
    """A spaCy pipeline behind the `Parser` protocol."""

    def __init__(self, nlp: Language, lemmas: Lemmas, trained_lemmas: bool) -> None:
        self._nlp = nlp
        self._lemmas = lemmas
        self._trained_lemmas = trained_lemmas

    @classmethod
    def shipped(cls) -> _Pipeline:
        """Return the pipeline inside this package."""
        from thinc.api import use_ops

        # numpy's matrix product is about three times as fast as the default one, and gives the same trees.
        with as_file(files("rashomon.lang").joinpath("parser_model")) as folder, use_ops("numpy", use_blis=False):
            return cls(_load(str(folder)), load_lemmas(folder / "lemmas.json"), trained_lemmas=False)

    @classmethod
    def named(cls, name: str) -> _Pipeline:
        """Return the user's own pipeline."""
        nlp = _load(name)
        if "parser" not in nlp.pipe_names:
            raise InstallError(f"the spaCy pipeline {name!r} has no dependency parser: choose one that has")
        return cls(nlp, load_lemmas(None), trained_lemmas=any("lemma" in pipe for pipe in nlp.pipe_names))

    def parse(self, text: str, sentences: tuple[Range, ...]) -> tuple[Sentence, ...]:
        """Return one parsed sentence for each range of `text`, in the same order."""
        straight = text.translate(_STRAIGHT)
        pieces = [list(self._pieces(straight, sentence)) for sentence in sentences]
        docs = self._nlp.pipe((self._doc(words) for group in pieces for words in group), batch_size=_BATCH)
        return tuple(
            Sentence(sentence, self._tokens(text, [(words, next(docs)) for words in group]))
            for sentence, group in zip(sentences, pieces, strict=True)
        )

    def _pieces(self, straight: str, sentence: Range) -> Iterator[_Words]:
        """Return the words of a sentence, in one piece unless it is far too long; white space is no word."""
        spans = [
            (start + token.idx, start + token.idx + len(token))
            for start, part in _bounded(straight, sentence)
            for token in self._nlp.tokenizer(part)
            if not token.is_space
        ]
        for first in range(0, len(spans), _MOST_TOKENS):
            piece = spans[first : first + _MOST_TOKENS]
            spaces = [left[1] < right[0] for left, right in pairwise(piece)] + [False]
            yield _Words([straight[start:end] for start, end in piece], piece, spaces)

    def _doc(self, words: _Words) -> Doc:
        """Return a bare document in which the parser may not begin a second sentence."""
        from spacy.tokens import Doc

        starts: list[bool | int | None] = [index == 0 for index in range(len(words.texts))]
        seen = plain_case(words.texts, self._lemmas)
        return Doc(self._nlp.vocab, words=seen, spaces=words.spaces, sent_starts=starts)

    def _tokens(self, text: str, parsed: Sequence[tuple[_Words, Doc]]) -> tuple[Token, ...]:
        """Return the tokens of one sentence with their places in `text`."""
        found: list[Token] = []
        for words, doc in parsed:
            offset = len(found)
            arcs = to_universal([Arc(token.head.i, token.dep_, token.pos_, token.lower_) for token in doc])
            for (start, end), word, token, arc in zip(words.spans, words.texts, doc, arcs, strict=True):
                lemma = token.lemma_ if self._trained_lemmas else ""
                lemma = lemma or self._lemmas.of(word, token.pos_, token.tag_)
                found.append(
                    Token(start, end, text[start:end], lemma, token.pos_, token.tag_, arc.head + offset, arc.dep)
                )
        return tuple(found)


def _bounded(text: str, sentence: Range) -> Iterator[tuple[int, str]]:
    """Return the sentence with its place, cut where no white space comes for too long: splitting takes its square."""
    start = sentence.start
    for match in _TOO_LONG.finditer(text, sentence.start, sentence.end):
        yield start, text[start : match.end()]
        start = match.end()
    if start < sentence.end:
        yield start, text[start : sentence.end]


def _load(name: str) -> Language:
    """Return the spaCy pipeline of that name or folder."""
    import spacy

    if not (Path(name).is_dir() or spacy.util.is_package(name)):
        raise InstallError(f"no spaCy pipeline {name!r}: give an installed package's name or a model folder")
    try:
        return spacy.load(name, exclude=["ner"])
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise InstallError(f"the spaCy pipeline {name!r} cannot be loaded: {error}") from error
