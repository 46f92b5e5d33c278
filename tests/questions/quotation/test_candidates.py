"""The same words of a speaker as several reports quote them: cut, smoothed, altered, or another's."""

from __future__ import annotations

import pytest
from tests.events import event_about, judged

from rashomon.model import Verdict
from rashomon.questions.quotation.candidates import quote_topics

SAID = "“We found four empty boats tied up along the northern jetty,” said harbour master Jo Lind."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (SAID, [(Verdict.AGREE, "same-value")]),
        (SAID.replace("northern", "southern"), [(Verdict.CONFLICT, "quote")]),
        (SAID.replace("four", "nine"), [(Verdict.CONFLICT, "quote")]),
        (SAID.replace("jetty", "lighthouse"), [(Verdict.CONFLICT, "quote")]),  # at the end
        (SAID.replace("jetty", "breakwater"), [(Verdict.COMPATIBLE, "wording")]),  # which is the same
        (SAID.replace("empty boats", "emptied boats"), [(Verdict.COMPATIBLE, "wording")]),
        (SAID.replace("along the northern", "along a northern"), []),  # no difference that a reader would mark
        # Cut short, or something else altogether.
        (SAID.replace(" along the northern jetty", ""), []),
        ("“We found nobody along the whole coast and gave up at noon,” said harbour master Jo Lind.", []),
        # Without marks it is not a quotation.
        (SAID.replace("“", "").replace("”", "").replace("four", "nine"), []),
    ],
)
def test_two_wordings(other: str, expected: list[tuple[Verdict, str]]) -> None:
    event = event_about({"a": SAID, "b": other})
    assert [(f.verdict, f.reason) for f in judged(event, tuple(quote_topics(event)))] == expected
    event = event_about({"a": other, "b": SAID})
    assert [(f.verdict, f.reason) for f in judged(event, tuple(quote_topics(event)))] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Boats were burning everywhere yesterday", "Boats were burning everywhere tonight", True),  # four words alike
        ("Boats were burning yesterday", "Boats were burning tonight", False),  # three
        # Six words of ten, and five of nine.
        (
            "We found four empty boats tied until noon came round",
            "We found four empty boats tied while gulls cried overhead",
            True,
        ),
        (
            "We found four empty boats until noon came round",
            "We found four empty boats while gulls cried overhead",
            False,
        ),
    ],
)
def test_how_many_words_make_two_wordings_one_quotation(one: str, other: str, expected: bool) -> None:
    event = event_about({"a": f"“{one},” said Jo Lind.", "b": f"“{other},” said Jo Lind."})
    assert bool(tuple(quote_topics(event))) is expected


def test_an_opening_may_be_replaced_where_enough_stands_behind_it() -> None:
    long, short = SAID.replace("We found", "This morning we found"), "“This morning we found four boats,” said Jo Lind."
    for said, expected in ((long, [(Verdict.CONFLICT, "quote")]), (short, [])):
        event = event_about({"a": said, "b": said.replace("This morning", "Yesterday")})
        assert [(f.verdict, f.reason) for f in judged(event, tuple(quote_topics(event)))] == expected


def test_evidence_points_at_the_changed_words() -> None:
    event = event_about({"a": SAID, "b": SAID.replace("northern", "southern")})
    (finding,) = judged(event, tuple(quote_topics(event)))
    assert [side.value for side in finding.sides] == ["up along the northern jetty", "up along the southern jetty"]


def test_ten_thousand_words_do_no_harm() -> None:
    event = event_about({"a": "“" + "boat " * 2_000 + ".”", "b": SAID})
    assert tuple(quote_topics(event)) == ()
