"""The claim of a stretch of a sentence."""

from __future__ import annotations

from rashomon.extract.spans import phrase_claim
from rashomon.model import About, Modality, Phrase
from rashomon.text import Range

TEXT = "Gulls cried. The old\n ferry sank."


def test_the_words_are_the_reports_own_with_single_spaces() -> None:
    sentence = Range(13, len(TEXT))
    claim = phrase_claim("a", TEXT, Range(17, 27), sentence)
    assert claim.value == Phrase("old ferry")
    assert (claim.report, claim.evidence, claim.sentence, claim.about) == ("a", Range(17, 27), sentence, About())
    assert claim.positive and claim.modality is Modality.ASSERTED and not claim.attribution


def test_a_question_can_be_given() -> None:
    about = About(measure="stage", predicate="charged")
    assert phrase_claim("a", TEXT, Range(0, 5), Range(0, 12), about).about == about
