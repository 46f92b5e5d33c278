"""Prepositions before the name of a place, by what they make of it."""

from __future__ import annotations

INSIDE = frozenset({"", "in", "at", "on", "inside", "within", "of"})  # these, or none, leave it the place that it is
