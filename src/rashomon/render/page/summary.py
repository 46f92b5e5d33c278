"""The page's first paragraph: how many reports, and what they say together."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model import Verdict
from rashomon.render.page.phrases import counted, spelled


def standfirst(reports: int, counts: Mapping[Verdict, int]) -> str:
    """Return one paragraph that names the number of findings of every verdict that occurs."""
    told = [sentence(counts.get(verdict, 0)) for verdict, sentence in _SENTENCES.items() if counts.get(verdict, 0)]
    if not told:
        told = ["Nothing in it can be compared." if reports == 1 else "Nothing was found that they share or differ on."]
    return " ".join(told)


def title(reports: int) -> str:
    """Return the page's heading."""
    if reports == 1:
        return "One report, read against itself"
    return f"{spelled(reports)} reports of one event, compared" if reports else "No reports to compare"


_SENTENCES = {
    Verdict.CONFLICT: lambda n: (
        f"The reports are at odds on {counted(n, 'point')}: what they say cannot both be true."
    ),
    Verdict.UNCLEAR: lambda n: (
        f"On {counted(n, 'point')} they differ, and the text does not settle whether they are at odds."
    ),
    Verdict.COMPATIBLE: lambda n: f"{spelled(n)} more {'difference' if n == 1 else 'differences'} can stand together.",
    Verdict.INTERNAL: lambda n: f"In {counted(n, 'place')} a report is at odds with itself.",
    Verdict.AGREE: lambda n: f"They agree on {counted(n, 'point')}.",
    Verdict.SOLE: lambda n: f"{spelled(n)} {'point comes' if n == 1 else 'points come'} from one origin alone.",
}
