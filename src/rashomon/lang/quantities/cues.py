"""Declared lists of words, as sets."""

from __future__ import annotations

from functools import cache

from rashomon.lang.tables import load_table

HYPHENS = ("-", "‐", "‑")


@cache
def cue_words(table: str, section: str, key: str) -> frozenset[str]:
    """Return one declared list of words as a set."""
    return frozenset(load_table(table)[section][key])
