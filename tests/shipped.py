"""The shipped parser, loaded once for all tests, and the trees of the texts that it was asked for.

It answers the same whoever asked before, which `tests/lang/test_parse.py` holds with a parser that remembers nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rashomon.lang.parse import Parser, load_parser
from rashomon.model import Sentence
from rashomon.text import Range


@cache
def forgetful_parser() -> Parser:
    """Return the shipped parser as it is."""
    return load_parser()


class _Remembering:
    """The shipped parser, which parses a text once: most tests compare the same few stories."""

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one
    def parse(self, text: str, sentences: tuple[Range, ...]) -> tuple[Sentence, ...]:
        return forgetful_parser().parse(text, sentences)


@cache
def parser() -> Parser:
    """Return the shipped parser, which remembers what it has parsed."""
    return _Remembering()
