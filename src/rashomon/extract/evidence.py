"""How much of a report may stand as the evidence of one claim."""

from __future__ import annotations

LONGEST_EVIDENCE = 85  # code points: evidence points at a value and its noun, not at the sentence
