"""Claims that are words alone: stretches of a sentence that a comparison of sentences found to say something."""

from __future__ import annotations

from rashomon.model import About, Claim, Phrase, Report, Sentence
from rashomon.text import Range


def phrase_claim(report: Report, text: str, range_: Range, sentence: Range | Sentence) -> Claim:
    """Return the claim of the words `text`, which the characters `range_` of the report state in `sentence`.

    `text` is what is compared and may leave out words of the range. The claim says nothing of how the report puts it.
    """
    around = sentence.range if isinstance(sentence, Sentence) else sentence
    return Claim(Phrase(text), About(), report=report.id, evidence=range_, sentence=around)
