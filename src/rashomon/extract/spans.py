"""Claims of stretches of a sentence: what a comparison of sentences found to say something, in the report's words."""

from __future__ import annotations

from rashomon.model import About, Claim, Phrase
from rashomon.text import Range

ANYTHING = About()


def phrase_claim(report: str, text: str, range_: Range, sentence: Range, about: About = ANYTHING) -> Claim:
    """Return the claim of the words in `range_` of `text`, the whole text of the report with the id `report`.

    The value is these words with single spaces between them. How the report puts them is not looked at: the claim is
    asserted, positive and of no source.
    """
    words = " ".join(range_.of(text).split())
    return Claim(Phrase(words), about, report=report, evidence=range_, sentence=sentence)
