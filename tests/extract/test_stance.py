"""Asserted, hedged, planned, denied; and which words a negation turns round. Trees are written out by hand."""

from __future__ import annotations

import pytest

from rashomon.extract.stance import is_positive, modality_of
from rashomon.lang.tree import tree_of
from rashomon.model import Modality, Sentence, Token
from rashomon.text import Range

LEMMAS = {
    "said": "say", "denied": "deny", "failed": "fail", "plans": "plan", "killed": "kill", "were": "be", "was": "be",
    "did": "do", "appears": "appear", "sank": "sink", "wo": "will",
}  # fmt: skip


def sentence(line: str) -> tuple[str, Sentence]:
    """Return text and sentence of a line `word/POS/relation>head`, heads counted from 1, 0 for the root."""
    rows = [word.rsplit("/", 2) for word in line.split()]
    tokens, position = [], 0
    for index, (word, pos, arc) in enumerate(rows):
        relation, _, head = arc.partition(">")
        lemma = LEMMAS.get(word.lower(), word.lower())
        governor = int(head) - 1 if head != "0" else index
        tokens.append(Token(position, position + len(word), word, lemma, pos, "", governor, relation))
        position += len(word) + 1
    text = " ".join(row[0] for row in rows)
    return text, Sentence(Range(0, len(text)), tuple(tokens))


MODALITY = [
    ("Two/NUM/nummod>2 boats/NOUN/nsubj>3 sank/VERB/root>0", "Two boats", Modality.ASSERTED),
    ("Two/NUM/nummod>2 boats/NOUN/nsubj>4 may/AUX/aux>4 sink/VERB/root>0", "Two boats", Modality.HEDGED),
    ("Two/NUM/nummod>2 boats/NOUN/nsubj>4 will/AUX/aux>4 sail/VERB/root>0", "Two boats", Modality.PLANNED),
    ("Two/NUM/nummod>2 boats/NOUN/nsubj>4 reportedly/ADV/advmod>4 sank/VERB/root>0", "Two boats", Modality.HEDGED),
    (
        "Navy/NOUN/nsubj>2 plans/VERB/root>0 to/PART/mark>4 sink/VERB/xcomp>2 two/NUM/nummod>6 boats/NOUN/obj>4",
        "two boats",
        Modality.PLANNED,
    ),
    (
        "Navy/NOUN/nsubj>2 denied/VERB/root>0 that/SCONJ/mark>6 two/NUM/nummod>5 boats/NOUN/nsubj>6 sank/VERB/ccomp>2",
        "two boats",
        Modality.DENIED,
    ),
    (
        "Navy/NOUN/nsubj>2 denied/VERB/root>0 sinking/VERB/xcomp>2 two/NUM/nummod>5 boats/NOUN/obj>3",
        "two boats",
        Modality.DENIED,
    ),
    ("Navy/NOUN/nsubj>2 denied/VERB/root>0 two/NUM/nummod>4 reports/NOUN/obj>2", "two reports", Modality.DENIED),
    (
        "It/PRON/nsubj>2 appears/VERB/root>0 that/SCONJ/mark>6 two/NUM/nummod>5 boats/NOUN/nsubj>6 sank/VERB/ccomp>2",
        "two boats",
        Modality.HEDGED,
    ),
    ("Two/NUM/nummod>3 alleged/ADJ/amod>3 spies/NOUN/nsubj>4 fled/VERB/root>0", "Two alleged spies", Modality.HEDGED),
    (
        "If/SCONJ/mark>4 two/NUM/nummod>3 boats/NOUN/nsubj>4 sank/VERB/advcl>6 we/PRON/nsubj>6 know/VERB/root>0",
        "two boats",
        Modality.HEDGED,
    ),
    # the main clause's future does not reach into a relative clause
    (
        "Boats/NOUN/nsubj>6 that/PRON/nsubj>3 killed/VERB/acl:relcl>1 two/NUM/obj>3 will/AUX/aux>6 sail/VERB/root>0",
        "two",
        Modality.ASSERTED,
    ),
]


@pytest.mark.parametrize(("line", "words", "expected"), MODALITY)
def test_modality(line: str, words: str, expected: Modality) -> None:
    text, parsed = sentence(line)
    assert modality_of(tree_of(parsed), Range(text.index(words), text.index(words) + len(words))) is expected


POLARITY = [
    ("Two/NUM/nummod>2 boats/NOUN/nsubj>3 sank/VERB/root>0", "Two boats", True),
    ("Two/NUM/nummod>2 boats/NOUN/nsubj>5 did/AUX/aux>5 not/PART/advmod>5 sink/VERB/root>0", "Two boats", False),
    ("No/DET/det>2 boats/NOUN/nsubj>3 sank/VERB/root>0", "boats", False),
    ("No/DET/det>2 boats/NOUN/nsubj>3 sank/VERB/root>0", "sank", False),
    ("Nobody/PRON/nsubj>3 was/AUX/aux:pass>3 killed/VERB/root>0", "killed", False),
    (
        "Navy/NOUN/nsubj>2 failed/VERB/root>0 to/PART/mark>4 sink/VERB/xcomp>2 two/NUM/nummod>6 boats/NOUN/obj>4",
        "two boats",
        False,
    ),
    # two negations
    (
        "Navy/NOUN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 fail/VERB/root>0 to/PART/mark>6 sink/VERB/xcomp>4 "
        "two/NUM/nummod>8 boats/NOUN/obj>6",
        "two boats",
        True,
    ),
    # "not only" asserts
    (
        "Not/PART/advmod>4 only/ADV/advmod>4 two/NUM/nummod>4 boats/NOUN/nsubj>5 sank/VERB/root>0",
        "two boats",
        True,
    ),
    # the negation of the main clause leaves a relative clause alone
    (
        "Boats/NOUN/nsubj>7 that/PRON/nsubj>3 killed/VERB/acl:relcl>1 two/NUM/obj>3 did/AUX/aux>7 not/PART/advmod>7 "
        "sail/VERB/root>0",
        "two",
        True,
    ),
]


@pytest.mark.parametrize(("line", "words", "expected"), POLARITY)
def test_polarity(line: str, words: str, expected: bool) -> None:
    text, parsed = sentence(line)
    assert is_positive(tree_of(parsed), Range(text.index(words), text.index(words) + len(words))) is expected


def test_a_stretch_outside_the_sentence_is_plainly_asserted() -> None:
    _, parsed = sentence("Boats/NOUN/nsubj>2 sank/VERB/root>0")
    assert modality_of(tree_of(parsed), Range(500, 510)) is Modality.ASSERTED
    assert is_positive(tree_of(parsed), Range(500, 510))
