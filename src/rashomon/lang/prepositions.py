"""Prepositions before the name of a place, by what they make of it."""

from __future__ import annotations

from rashomon import tables

_WORDS = tables.words("rashomon.lang")

INSIDE = _WORDS.set("prepositions_inside")
