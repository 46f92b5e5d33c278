"""The shipped parser, loaded once for all tests: it answers the same whoever asked before."""

from __future__ import annotations

from functools import cache

from rashomon.lang.parse import Parser, load_parser


@cache
def parser() -> Parser:
    """Return the shipped parser."""
    return load_parser()
