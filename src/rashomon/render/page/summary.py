"""The page's heading and first paragraph: how many reports, and what they say together."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model import Verdict
from rashomon.render.page.phrases import Phrases, spelled


def standfirst(reports: int, counts: Mapping[Verdict, int], words: Phrases) -> str:
    """Return one paragraph that names the number of findings of every verdict that occurs."""
    if any(counts.values()):
        return " ".join(filter(None, (words.verdicts[verdict].summary(counts.get(verdict, 0)) for verdict in Verdict)))
    return "Nothing in it can be compared." if reports == 1 else "Nothing was found that they share or differ on."


def title(reports: int) -> str:
    """Return the page's heading."""
    if reports == 1:
        return "One report, read against itself"
    return f"{spelled(reports)} reports of one event, compared" if reports else "No reports to compare"
