"""One report as it was understood: what stands in it points at its text, and marked text says nothing."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.invented_claims import account
from tests.shipped import parser

from rashomon.extract.account import build_account
from rashomon.model import Account, Passage, Quantity, Report, Role
from rashomon.text import Range

LINES = (
    "Mayor Ada Kessling opened the museum on Monday.", "At least 12 cows drowned near Dorn, farmers said.",
    "“We lost 3 boats,” said Tom Brandel.", "The tower — 120 metres tall — fell.", "12,000,000 9 8 7 £ % ( ) …",
    "😀 4 goats fled 日本 𝒟orn.",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4).map(" ".join))
@settings(max_examples=20)
def test_everything_points_at_the_text_in_order(text: str) -> None:
    found = account(text)
    sentences = [s.range for s in found.sentences]
    assert sentences == sorted(sentences)
    assert all(t.text == text[t.start : t.end] for s in found.sentences for t in s.tokens)
    assert [m.range for m in found.mentions] == sorted(m.range for m in found.mentions)
    for claim in found.claims:
        assert claim.report == "a"
        assert claim.sentence in sentences
        assert claim.sentence.contains(claim.evidence)


@pytest.mark.parametrize(
    ("role", "counted"),
    [(Role.BODY, 1), (Role.LEDE, 1), (Role.HEADLINE, 1), (Role.CAPTION, 1), (Role.BOILERPLATE, 0), (Role.BYLINE, 0),
     (Role.DATELINE, 0)],
)  # fmt: skip
def test_marked_text_states_nothing(role: Role, counted: int) -> None:
    text = "The fire burned 12 barns."
    report = Report("a", text, "a", "", (Passage(Range(0, len(text)), role),), published=datetime(2031, 3, 14))
    found = build_account(report, parser())
    assert sum(isinstance(c.value, Quantity) for c in found.claims) == counted
    assert bool(found.sentences) == bool(counted)


def test_a_report_without_text_says_nothing() -> None:
    found = build_account(Report("a", "", "a", "", ()), parser())
    assert (found.sentences, found.mentions, found.claims) == ((), (), ())


def test_a_report_in_another_language_has_an_empty_account() -> None:
    words = "Drei Boote sanken am Montag vor Dorn."
    report = Report("a", words, "a.txt", "", (Passage(Range(0, len(words)), Role.BODY),), language="de")
    assert build_account(report, parser()) == Account(report, (), (), (), ())
