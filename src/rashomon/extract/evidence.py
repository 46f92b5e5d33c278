"""How much of a report may stand as the evidence of one claim."""

from __future__ import annotations

from rashomon import tables

_THRESHOLDS = tables.thresholds("rashomon.extract")

LONGEST_EVIDENCE = _THRESHOLDS.integer("longest_evidence")
